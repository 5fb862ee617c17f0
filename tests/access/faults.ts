import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { agree } from "./agreement";
import { aim, letGo } from "./aim";
import { Canaries } from "./canaries";
import type { crawl } from "./crawl";
import { questionsOf } from "./doors";
import { applicationFaults, type ApplicationFault } from "./faults-application";
import { databaseFaults, type DatabaseFault } from "./faults-database";
import type { DeskFault } from "./faults-desks";
import { doorFaults, type DoorFault } from "./faults-doors";
import { tryDesks } from "./desks";
import { comparedDoors, Comparison } from "./interference";
import type { mail } from "./mail";
import type { Tried } from "./units";
import type { World } from "./world";

export type Loaded = { world: World; urls: DatabaseUrls };
export type Asked = Loaded & { members: string[] };

const root = path.join(__dirname, "../..");
const short = (words: string) => words.replace(/\s+/g, " ").trim().slice(0, 70);

function words(where: string, from: string, to: string): string {
  return `${where}: ${short(from)} → ${short(to) || "nothing"}`;
}

/** Spoils the second wall of the loaded databases, one fault after another, and says by what each was found. */
export async function tryDatabaseFaults(loaded: Loaded[], faults: readonly DatabaseFault[] = databaseFaults): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const fault of faults) {
    let caught: string | null = null;
    for (const { world, urls } of loaded) {
      const mend = await spoil(urls.DATABASE_URL, fault);
      try {
        const { disagreements } = await agree(world, urls, { stopAtFirst: true, only: "second" });
        const [first] = disagreements;
        caught ??= first ? `${first.kind} of ${first.what}, seed ${first.seed}` : null;
      } finally {
        await mend();
      }
      if (caught) break;
    }
    tried.push({ threat: fault.threat, what: words(fault.where, fault.from, fault.to), caught });
  }
  return tried;
}

/** Those whose words are no longer there, so that they would spoil nothing. */
export async function stale(url: string, inFiles: readonly Pick<ApplicationFault, "file" | "from">[], inDatabase: readonly DatabaseFault[]): Promise<string[]> {
  const gone = inFiles.filter(({ file, from }) => !readFileSync(path.join(root, file), "utf8").includes(from)).map(({ file, from }) => `${file} no longer reads: ${short(from)}`);
  for (const fault of inDatabase) await spoil(url, fault).then((mend) => mend(), (error: Error) => gone.push(error.message));
  return gone;
}

/** Rewrites what the catalogue holds, and gives the way back. */
async function spoil(url: string, { where, from, to }: DatabaseFault): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const [kind, name] = where.split(" ") as ["policy" | "view" | "function", string];
  try {
    const was = await definition(client, kind, name);
    const plain = was.replace(/\s+/g, " ");
    const given = from.replace(/\s+/g, " ");
    if (!plain.includes(given)) throw new Error(`${where} no longer reads: ${from}`);
    await client.query(statement(kind, name, plain.replace(given, () => to)));
    return async () => {
      await client.query(statement(kind, name, was));
      await client.end();
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function definition(client: Client, kind: string, name: string): Promise<string> {
  const sql = {
    policy: `SELECT qual AS text FROM pg_policies WHERE schemaname = 'public' AND tablename || '.' || policyname = $1`,
    view: "SELECT pg_get_viewdef($1::regclass) AS text",
    function: "SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname = $1",
  }[kind]!;
  const { rows } = await client.query<{ text: string }>(sql, [name]);
  if (!rows[0]?.text) throw new Error(`There is no ${kind} ${name}`);
  // A comment would swallow the rest once it all stands on one line.
  return rows[0].text.replace(/^\s*--.*$/gm, "");
}

function statement(kind: string, name: string, text: string): string {
  if (kind === "view") return `CREATE OR REPLACE VIEW ${name} AS ${text}`;
  if (kind === "function") return text;
  const [table, policy] = name.split(".");
  return `ALTER POLICY ${policy} ON "${table}" USING (${text})`;
}

/** Spoils one query after another in a copy of the code, and asks it of databases without a second wall. */
export async function tryDoorFaults(bare: Asked[], faults: readonly DoorFault[] = doorFaults): Promise<Tried[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "hereward-faults-"));
  const tried: Tried[] = [];
  try {
    for (const [n, fault] of faults.entries()) {
      const copy = copyWith(path.join(folder, String(n)), fault);
      const spoilt = {
        ...((await import(path.join(copy, "tests/access/doors.ts"))) as { questionsOf: typeof questionsOf }),
        ...((await import(path.join(copy, "tests/access/crawl.ts"))) as { crawl: typeof crawl }),
        ...((await import(path.join(copy, "tests/access/interference.ts"))) as { Comparison: typeof Comparison }),
      };
      let caught: string | null = null;
      for (const { world, urls, members } of bare) {
        await aim(urls);
        const { forbidden, wrong } = await spoilt.crawl(new Canaries(world), await spoilt.questionsOf(world, { cases: 99, doors: fault.doors }), members, { stopAtFirst: true });
        const [found] = [...forbidden, ...wrong];
        if (found) caught = `${found.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").slice(0, 70)}, seed ${world.seed}`;
        if (caught) break;
        // What shows in no word may show in a number.
        const compared = fault.doors.filter((door) => comparedDoors.includes(door));
        if (compared.length === 0) continue;
        const { differences } = await new spoilt.Comparison(world, urls, await spoilt.questionsOf(world, { cases: 99, doors: compared })).run(members, 40);
        // Only what the code without the fault does not show as well.
        const unspoilt = differences[0] ? await new Comparison(world, urls, await questionsOf(world, { cases: 99, doors: compared })).run(members, 40) : { differences: [] };
        if (differences[0] && unspoilt.differences.length === 0) caught = `a difference: ${differences[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").slice(0, 70)}`;
        if (caught) break;
      }
      tried.push({ threat: fault.threat, what: words(fault.file, fault.from, fault.to), caught });
      rmSync(copy, { recursive: true, force: true });
    }
    return tried;
  } finally {
    await letGo();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Spoils what stands before the rule, in the database or in a copy of the code, and tries to get in by it. */
export async function tryDeskFaults({ world, urls }: Loaded, bareUrls: DatabaseUrls, faults: readonly DeskFault[]): Promise<Tried[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "hereward-faults-"));
  const tried: Tried[] = [];
  try {
    await aim(urls);
    const unspoilt = await tryDesks(world, urls);
    if (unspoilt.length > 0) throw new Error(`Without any fault: ${unspoilt.join("; ")}`);
    for (const [n, fault] of faults.entries()) {
      const copy = fault.file === undefined ? root : copyWith(path.join(folder, String(n)), fault);
      const mend = fault.file === undefined ? await spoil(urls.DATABASE_URL, fault) : async () => undefined;
      // Mail is tried without the second wall, which would mend what is spoilt here.
      const at = fault.tried === "mail" ? bareUrls : urls;
      await aim(at);
      const found = await (fault.tried === "desks"
        ? ((await import(path.join(copy, "tests/access/desks.ts"))) as { tryDesks: typeof tryDesks }).tryDesks(world, at)
        : ((await import(path.join(copy, "tests/access/mail.ts"))) as { mail: typeof mail }).mail(world, at).then(({ odd, forbidden }) => [...odd, ...forbidden])
      ).finally(mend);
      tried.push({ threat: fault.threat, what: words(fault.file ?? (fault as DatabaseFault).where, fault.from, fault.to), caught: found[0]?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").slice(0, 90) ?? null });
    }
    return tried;
  } finally {
    await letGo();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Spoils the first wall in a copy of the code, one fault after another, and says by what each was found. */
export async function tryApplicationFaults(loaded: Loaded[], faults: readonly ApplicationFault[] = applicationFaults): Promise<Tried[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "hereward-faults-"));
  const tried: Tried[] = [];
  try {
    for (const [n, fault] of faults.entries()) {
      const copy = copyWith(path.join(folder, String(n)), fault);
      const spoilt = (await import(path.join(copy, "tests/access/agreement.ts"))) as { agree: typeof agree };
      let caught: string | null = null;
      for (const { world, urls } of loaded) {
        // A fault that makes the predicate no longer stand is found by that.
        const found = await spoilt.agree(world, urls, { stopAtFirst: true, only: "first" }).catch((error: Error) => error);
        if (found instanceof Error) caught = `it fails: ${short(found.message.slice(-70))}`;
        else if (found.disagreements[0]) caught = `${found.disagreements[0].kind} of ${found.disagreements[0].what}, seed ${world.seed}`;
        if (caught) break;
      }
      tried.push({ threat: fault.threat, what: words(fault.file, fault.from, fault.to), caught });
      rmSync(copy, { recursive: true, force: true });
    }
    return tried;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyWith(folder: string, { file, from, to }: Pick<ApplicationFault, "file" | "from" | "to">): string {
  mkdirSync(path.join(folder, "tests"), { recursive: true });
  const generated = path.join(root, "lib/platform/generated");
  cpSync(path.join(root, "lib"), path.join(folder, "lib"), { recursive: true, filter: (source) => !source.startsWith(generated) });
  // The client is large and the same for all: the one that is already in memory serves.
  symlinkSync(generated, path.join(folder, "lib/platform/generated"));
  // What people read of the permissions is read from where the tests wrote it.
  cpSync(path.join(root, "docs/permissions.json"), path.join(folder, "docs/permissions.json"), { recursive: true });
  cpSync(path.join(root, "tests/access"), path.join(folder, "tests/access"), { recursive: true });
  for (const name of ["node_modules", "scripts", "tsconfig.json", "package.json", "prisma", "tests/permissions"]) symlinkSync(path.join(root, name), path.join(folder, name));
  const text = readFileSync(path.join(folder, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} no longer reads: ${from}`);
  writeFileSync(path.join(folder, file), text.replace(from, () => to));
  return folder;
}
