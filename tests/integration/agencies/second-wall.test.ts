import { beforeAll, describe, expect, it } from "vitest";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { plainSqlAs } from "../../support/plain-sql";

// What the database refuses by itself, should every check of the application be gone.
let tom: string;
let owen: string;
let priya: string;
let fenHomes: string;

beforeAll(async () => {
  await loadTestCounty();
  [tom, owen, priya, fenHomes] = [await memberNamed("Tom Barrett"), await memberNamed("Owen Price"), await memberNamed("Priya Shah"), await agencyCoded("fen-homes")];
});

const rolesOf = async (id: string) => (await asOwner<{ roles: string[] }>(`SELECT roles::text[] AS roles FROM "Member" WHERE id = $1`, [id]))[0]!.roles;

/** What became of a statement: its rows' count, or the refusal. */
async function tried(member: string, sql: string, values: unknown[] = []): Promise<number | string> {
  return plainSqlAs(member, `WITH done AS (${sql} RETURNING 1) SELECT count(*)::int AS n FROM done`, values).then((rows) => Number((rows[0] as { n: number }).n), (error: Error) => error.message);
}

describe("members, by plain SQL as the application's role", () => {
  it("lets nobody raise themselves or be raised by one person alone", async () => {
    expect(await tried(tom, `UPDATE "Member" SET roles = ARRAY['governance']::"MemberRole"[] WHERE id = $1`, [tom])).toBe(0);
    expect(await tried(priya, `UPDATE "Member" SET roles = ARRAY['manager']::"MemberRole"[] WHERE id = $1`, [priya])).toBe(0);
    expect(await tried(tom, `UPDATE "Member" SET roles = ARRAY['manager']::"MemberRole"[] WHERE id = $1`, [priya])).toContain("wait for a second person");
    expect(await tried(owen, `UPDATE "Member" SET roles = ARRAY['reporter']::"MemberRole"[] WHERE id = $1`, [priya])).toBe(0);
    expect(await rolesOf(priya)).toEqual(["practitioner"]);
  });

  it("lets nobody be their own second person", async () => {
    expect(await tried(tom, `INSERT INTO "RoleRequest" ("memberId", "agencyId", roles, "askedById") VALUES ($1, $2, ARRAY['manager']::"MemberRole"[], $3)`, [priya, fenHomes, tom])).toBe(1);
    expect(await tried(tom, `UPDATE "RoleRequest" SET decision = 'granted', "decidedById" = $1, "decidedAt" = app_now() WHERE "memberId" = $2`, [tom, priya])).toMatch(/row-level security|second_person/);
    expect(await tried(owen, `UPDATE "RoleRequest" SET decision = 'granted', "decidedById" = $1, "decidedAt" = app_now() WHERE "memberId" = $2`, [tom, priya])).toMatch(/row-level security/);
    expect(await tried(tom, `INSERT INTO "RoleRequest" ("memberId", "agencyId", roles, "askedById") VALUES ($1, $2, ARRAY['governance']::"MemberRole"[], $1)`, [tom, fenHomes])).toMatch(/row-level security|not_for_oneself/);
    expect(await tried(priya, `INSERT INTO "RoleRequest" ("memberId", "agencyId", roles, "askedById") VALUES ($1, $2, ARRAY['chair']::"MemberRole"[], $1)`, [priya, fenHomes])).toMatch(/row-level security/);
  });

  it("makes no post with a higher role, at another agency, or for oneself", async () => {
    const [{ userId } = { userId: "" }] = await asOwner<{ userId: string }>(`SELECT "userId" FROM "Member" WHERE id = $1`, [priya]);
    const [{ own } = { own: "" }] = await asOwner<{ own: string }>(`SELECT "userId" AS own FROM "Member" WHERE id = $1`, [tom]);
    const post = (by: string, user: string, agency: string, role: string) => tried(by, `INSERT INTO "Member" ("userId", "agencyId", name, title, roles) VALUES ($1, $2, 'X', 'X', ARRAY[$3]::"MemberRole"[])`, [user, agency, role]);
    expect(await post(tom, userId, fenHomes, "manager")).toContain("wait for a second person");
    expect(await post(tom, userId, await agencyCoded("police-fenland"), "practitioner")).toMatch(/row-level security/);
    expect(await post(tom, own, fenHomes, "practitioner")).toContain("nobody makes a post for themselves");
    expect(await post(owen, userId, fenHomes, "practitioner")).toMatch(/row-level security/);
    expect(await post(priya, userId, fenHomes, "practitioner")).toMatch(/row-level security|for themselves/);
  });

  it("tells what a member holds, and ends or hands on, for their own administrators alone", async () => {
    for (const who of [priya, owen]) {
      expect(await plainSqlAs(who, `SELECT * FROM open_work_of($1)`, [priya])).toEqual([]);
      expect(await plainSqlAs(who, `SELECT * FROM hand_on_work($1, $2, ARRAY(SELECT id FROM "Case"))`, [priya, tom])).toEqual([]);
      expect(await plainSqlAs(who, `SELECT end_member_access($1) AS ended`, [tom])).toEqual([{ ended: 0 }]);
    }
    expect(await plainSqlAs(priya, `SELECT * FROM last_signed_in()`)).toEqual([]);
  });
});
