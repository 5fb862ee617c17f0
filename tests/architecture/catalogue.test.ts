import { describe, expect, test } from "vitest";
import { asOwner } from "../support/database";

const roles = ["hereward_app", "hereward_auth", "hereward_jobs", "hereward_reaper"];

describe("the database's own catalogue", () => {
  test("every table has row-level security, forced on its owner too, and at least one policy or no grant at all", async () => {
    const rows = await asOwner<{ name: string; on: boolean; forced: boolean; policies: number; granted: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AS on, c.relforcerowsecurity AS forced,
              (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
              EXISTS (SELECT FROM information_schema.role_table_grants g WHERE g.table_schema = 'public' AND g.table_name = c.relname AND g.grantee = ANY ($1)) AS granted
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`,
      [roles],
    );
    expect(rows.length).toBeGreaterThan(45);
    expect(rows.filter((row) => !row.on || !row.forced).map((row) => row.name)).toEqual([]);
    expect(rows.filter((row) => row.granted && row.policies === 0).map((row) => row.name)).toEqual([]);
  });

  test("the roles that serve requests own nothing, are no superusers and pass no row-level security", async () => {
    const owned = await asOwner(`SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = ANY ($1)`, [roles]);
    expect(owned).toEqual([]);
    const strong = await asOwner(`SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`, [roles]);
    expect(strong).toEqual([]);
  });

  test.each(["Entry", "AuditEvent", "Assessment", "RagChange", "Contact"])("no role may change or remove rows of %s", async (table) => {
    const rows = await asOwner(
      `SELECT grantee, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'public' AND table_name = $1 AND grantee = ANY ($2) AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')`,
      [table, roles],
    );
    expect(rows).toEqual([]);
    const columns = await asOwner(`SELECT column_name FROM information_schema.column_privileges WHERE table_name = $1 AND grantee = ANY ($2) AND privilege_type = 'UPDATE'`, [table, roles]);
    expect(columns).toEqual([]);
  });

  test("only sign-in reads credentials and sessions", async () => {
    const rows = await asOwner<{ grantee: string }>(
      `SELECT DISTINCT grantee FROM information_schema.role_table_grants WHERE table_name IN ('Credential', 'Session', 'User', 'RateLimit', 'Passkey', 'RecoveryCode', 'Challenge', 'KnownDevice') AND grantee = ANY ($1)`,
      [roles],
    );
    expect(rows.map((row) => row.grantee)).toEqual(["hereward_auth"]);
  });

  test("nobody but named roles may execute a function of ours", async () => {
    const rows = await asOwner<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
         AND has_function_privilege('public', p.oid, 'EXECUTE')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') AND p.prorettype <> 'trigger'::regtype`,
    );
    expect(rows.map((row) => row.name)).toEqual([]);
  });
});
