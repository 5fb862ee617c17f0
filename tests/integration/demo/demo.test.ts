import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { listCases } from "../../../lib/cases/board/queries";
import { getAgenda } from "../../../lib/meetings/queries";
import { getMyDay } from "../../../lib/notices/my-day/queries";
import { getCaseloadOverview } from "../../../lib/overview/queries";
import { getInbox } from "../../../lib/reports/inbox/queries";
import { loadDemo } from "../../../prisma/seed/demo";
import { ownerClient } from "../../../prisma/seed/owner";
import { personas } from "../../../prisma/seed/personas";
import { settingsOf } from "../../../scripts/machine/settings";
import { testSecrets } from "../../../scripts/machine/postgres/throwaway";
import { memberNamed } from "../../support/county";
import { namesGivenAway } from "../../support/names-given-away";
import { asOwner, freshDatabase, setClock } from "../../support/database";

// A Wednesday morning in working hours: the county is told as it stands then, whenever this runs.
const then = "2026-11-18T10:30:00Z";
const cases = 20;
let offsetAfterwards: string | undefined;
let twin: Pool;

/** The same county a second time, in a process and a database of its own. */
async function loadTwin(): Promise<Pool> {
  const urls = await freshDatabase();
  const pool = new Pool({ connectionString: urls.DATABASE_URL, max: 2, allowExitOnIdle: true });
  await pool.query(`INSERT INTO "ClockOffset" (id, "offsetMs") VALUES (1, round(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000)) ON CONFLICT (id) DO UPDATE SET "offsetMs" = excluded."offsetMs"`, [then]);
  const loader = pathToFileURL(path.resolve("node_modules/tsx/dist/loader.mjs")).href;
  const settings = settingsOf({ urls, secrets: testSecrets, port: 3000, demo: true });
  await promisify(execFile)(process.execPath, ["--import", loader, "prisma/seed/demo.ts"], { env: { ...process.env, ...settings, DEMO_CASES: String(cases) } });
  return pool;
}

beforeAll(async () => {
  const db = ownerClient();
  await setClock(then);
  const second = loadTwin();
  await loadDemo(db, { cases }).finally(() => db.$disconnect());
  twin = await second;
  offsetAfterwards = (await asOwner<{ offsetMs: string }>(`SELECT "offsetMs" FROM "ClockOffset"`))[0]?.offsetMs;
  await setClock(then);
}, 600_000);

/** What it finds of a county as its owner reads it. */
const ownersRows = <Row extends object>(sql: string) => asOwner<Row>(sql);

it("holds no name, home or number of a victim in any title, reference, notice, audit line, purpose or words for the other side", async () => {
  const { looked, found } = await namesGivenAway(ownersRows);
  expect(looked).toBeGreaterThan(500);
  expect(found).toEqual([]);
  // One that is put there is found.
  const [one] = await asOwner<{ id: string; title: string; familyName: string }>(`SELECT c.id, c.title, p."familyName" FROM "Case" c JOIN "Involvement" i ON i."caseId" = c.id AND i.role = 'victim' JOIN "Person" p ON p.id = i."personId" WHERE length(p."familyName") > 4 LIMIT 1`);
  await asOwner(`UPDATE "Case" SET title = $2 WHERE id = $1`, [one!.id, `Noise, ${one!.familyName}`]);
  const again = await namesGivenAway(ownersRows).finally(() => asOwner(`UPDATE "Case" SET title = $2 WHERE id = $1`, [one!.id, one!.title]));
  expect(again.found).toEqual([expect.stringContaining(`title: ${one!.familyName}`)]);
});

const visible = async (name: string) => {
  const member = await memberNamed(name);
  return (await listCases.ask({ member }, {})).view.rows;
};
const count = async (sql: string, values: unknown[] = []) => (await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values))[0]!.n;

describe("the demo county", () => {
  it("gives the true time back, and says nothing of days to come", async () => {
    expect(offsetAfterwards).toBe("0");
    expect(await count(`"Entry" WHERE "recordedAt" > $1::timestamptz OR "happenedAt" > $1::timestamptz`, [then])).toBe(0);
    expect(await count(`"Report" WHERE "receivedAt" > $1::timestamptz`, [then])).toBe(0);
  });

  it("has the caseload of 2012, the told cases and as many further ones as were asked for", async () => {
    expect(await count(`"Case" WHERE "openedAt" < '2013-01-01' AND status = 'closed'`)).toBe(7);
    expect(await count(`"Case" WHERE "openedAt" >= '2013-01-01' AND status <> 'intake'`)).toBe(9 + cases);
    expect(await count(`(SELECT "areaId" FROM "Case" WHERE status = 'intake' GROUP BY 1) AS areas`)).toBe(6);
    expect(await count(`(SELECT "areaId" FROM "Report" WHERE "caseId" IS NULL AND status = 'screened' GROUP BY 1) AS areas`)).toBe(6);
  });

  it("leaves no open case without a lead, an officer, a colour with its reason and a date for its review", async () => {
    const open = `"Case" c WHERE c.status NOT IN ('closed', 'intake')`;
    expect(await count(open)).toBeGreaterThan(12);
    expect(await count(`${open} AND (c.rag IS NULL OR c."ragReason" = '' OR c."ragSince" IS NULL OR c."nextReviewAt" IS NULL OR c."namedOfficerId" IS NULL)`)).toBe(0);
    expect(await count(`"Case" c WHERE c.status <> 'closed' AND NOT EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL)`)).toBe(0);
  });

  it("names nobody in a title, and holds all three colours", async () => {
    expect(await count(`"Case" c JOIN "Person" p ON p."familyName" <> '' AND c.title ILIKE '%' || p."familyName" || '%'`)).toBe(0);
    const colours = await asOwner<{ rag: string }>(`SELECT DISTINCT rag::text FROM "Case" WHERE status = 'open' ORDER BY 1`);
    expect(colours.map(({ rag }) => rag)).toEqual(["amber", "green", "red"]);
  });

  it("has actions in every state, some of them late", async () => {
    const states = await asOwner<{ status: string }>(`SELECT DISTINCT status::text FROM "SharedAction" ORDER BY 1`);
    expect(states.map(({ status }) => status)).toEqual(expect.arrayContaining(["accepted", "declined", "done", "offered"]));
    expect(await count(`"SharedAction" WHERE status IN ('offered', 'accepted') AND "dueAt" < $1::timestamptz`, [then])).toBeGreaterThan(0);
  });
});

describe("how it came about", () => {
  // The audit's time is the transaction's own, to the millisecond, as is a row's that was written in it.
  const written: [table: string, at: string][] = [
    ["Grant", "grantedAt"], ["CaseMember", "startsAt"], ["Involvement", "startsAt"], ["Entry", "recordedAt"], ["Assessment", "completedAt"], ["LiveTrigger", "startedAt"], ["RagChange", "at"],
    ["SharedAction", "offeredAt"], ["Referral", "sentAt"], ["Intervention", "recordedAt"], ["Breach", "recordedAt"], ["DutyCall", "createdAt"], ["RetentionHold", "placedAt"], ["Case", "openedAt"], ["CaseExclusion", "startsAt"], ["BreakGlass", "startedAt"],
  ];

  it.each(written)("every %s was written by a command that says so in the audit of its case", async (table, at) => {
    const caseId = table === "Case" ? "id" : "caseId";
    expect(await count(`"${table}" WHERE "${caseId}" IS NOT NULL`)).toBeGreaterThan(0);
    expect(await count(`"${table}" t WHERE t."${caseId}" IS NOT NULL AND NOT EXISTS (SELECT FROM "AuditEvent" a WHERE a."caseId" = t."${caseId}" AND a.outcome = 'done' AND a.at = t."${at}")`)).toBe(0);
  });

  it("every report names its taking in the audit, and every need its line in the log", async () => {
    expect(await count(`"Report" t WHERE NOT EXISTS (SELECT FROM "AuditEvent" a WHERE a.verb = 'report.take' AND position(t.id::text IN a.payload) > 0)`)).toBe(0);
    expect(await count(`"Need" t WHERE NOT EXISTS (SELECT FROM "Entry" e WHERE e."caseId" = t."caseId" AND e.data->>'needId' = t.id::text)`)).toBe(0);
  });

  it("nothing was tried that was refused, and every entry has its author", async () => {
    expect(await asOwner(`SELECT verb, outcome FROM "AuditEvent" WHERE outcome NOT IN ('done', 'read')`)).toEqual([]);
    expect(await count(`"Entry" WHERE "authorId" IS NULL`)).toBe(0);
  });

  it("the log of each case stands in the order of time", async () => {
    expect(await count(`(SELECT "recordedAt", lag("recordedAt") OVER (PARTITION BY "caseId" ORDER BY seq) AS before FROM "Entry") AS log WHERE before > "recordedAt"`)).toBe(0);
  });

  it("leaves no mail to be sent, and no notice unread that is older than the last few days", async () => {
    expect(await count("graphile_worker.jobs")).toBe(0);
    expect(await count(`"Notification" WHERE "readAt" IS NULL AND "createdAt" < $1::timestamptz - interval '5 days'`, [then])).toBe(0);
    expect(await count(`"Notification" WHERE "readAt" IS NULL`)).toBeGreaterThan(0);
  });

  it("comes out the same from the same seed at the same time", async () => {
    const told = `SELECT c.reference, c.title, c.status::text, c.rag::text, c."ragReason", (SELECT string_agg(e.body, ' | ' ORDER BY e.seq) FROM "Entry" e WHERE e."caseId" = c.id AND e.kind IN ('note', 'contact', 'information', 'action')) AS said FROM "Case" c ORDER BY 1`;
    const reports = `SELECT reference, "whatHappened", status::text FROM "Report" ORDER BY 1`;
    expect((await twin.query(told)).rows).toEqual(await asOwner(told));
    expect((await twin.query(reports)).rows).toEqual(await asOwner(reports));
  });

  it("is loaded once: asked again, it adds nothing", async () => {
    const before = await count(`"AuditEvent"`);
    const db = ownerClient();
    await loadDemo(db, { cases }).finally(() => db.$disconnect());
    expect(await count(`"AuditEvent"`)).toBe(before);
  });
});

describe("what it has for each persona", () => {
  const readers = personas.filter(({ roles }) => roles.some((role) => ["practitioner", "coordinator", "manager", "chair"].includes(role)));

  it.each(readers.map(({ name }) => name))("%s has cases to open, and something to do today", async (name) => {
    expect((await visible(name)).length).toBeGreaterThan(0);
    const member = await memberNamed(name);
    const { view } = await getMyDay.ask({ member }, { view: "agency" });
    expect(view.items.length + view.waiting.length + view.changed.length + view.newRed.length).toBeGreaterThan(0);
  });

  it("the call taker finds what was taken in the last day", async () => {
    const { view } = await getInbox.ask({ member: await memberNamed("Callum Reid") }, {});
    expect(view.recent.length).toBeGreaterThan(0);
  });

  it("coordinators find reports to sort, and chairs an agenda", async () => {
    for (const name of ["Jo Ellwood", "Leila Haddad"]) expect((await getInbox.ask({ member: await memberNamed(name) }, {})).view.waiting?.length, name).toBeGreaterThan(0);
    const { view } = await getAgenda.ask({ member: await memberNamed("Insp Helen Marsh") }, {});
    expect(view.items.length).toBeGreaterThanOrEqual(5);
  });

  it("the analyst has numbers, and those who read no cases have none", async () => {
    const { view } = await getCaseloadOverview.ask({ member: await memberNamed("Nadia Kern") }, { area: "PET" });
    expect(view.middle.find(({ code }) => code === "ongoing_cases")?.count).toBeGreaterThan(0);
    for (const name of ["Nadia Kern", "Owen Price", "Sam Ito", "Callum Reid"]) {
      const seen = await visible(name).catch((error: Error) => error.message);
      expect(seen, name).toEqual(expect.stringMatching(/.+/));
    }
  });

  it("Fen Hope, without an agreement, has nothing at all", async () => {
    expect(await visible("Rosa Mill")).toEqual([]);
    expect(await count(`"Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE a.code = 'fen-hope'`)).toBe(0);
  });
});

describe("the told cases", () => {
  const about = async (name: string) => asOwner<{ id: string; rag: string; ragReason: string; isHate: boolean; area: string; role: string }>(
    `SELECT c.id, c.rag::text, c."ragReason", c."isHate", a.code AS area, i.role::text FROM "Case" c JOIN "Area" a ON a.id = c."areaId" JOIN "Involvement" i ON i."caseId" = c.id JOIN "Person" p ON p.id = i."personId" WHERE p."fullName" = $1 ORDER BY c."openedAt"`, [name]);
  const scores = async (caseId: string) => (await asOwner<{ score: number }>(`SELECT score FROM "Assessment" WHERE "caseId" = $1 ORDER BY "completedAt"`, [caseId])).map(({ score }) => score);

  it("Case Study One is medium at the first call, and red by what she said a week later", async () => {
    const [kettle] = await about("Karen Kettle");
    expect(kettle).toMatchObject({ rag: "red", ragReason: expect.stringContaining("Suicide or self-harm") });
    expect(await scores(kettle!.id)).toEqual([24]);
    const changes = await asOwner<{ rag: string }>(`SELECT rag::text FROM "RagChange" WHERE "caseId" = $1 ORDER BY seq`, [kettle!.id]);
    expect(changes.map(({ rag }) => rag)).toEqual(["amber", "red"]);
  });

  it("health seals what is health's, with one line for the others; and an entry is for named members alone", async () => {
    const [kettle] = await about("Karen Kettle");
    const sealed = await asOwner(`SELECT notice, cardinality(audience) AS readers FROM "Entry" e JOIN "Agency" a ON a.id = e."authorAgencyId" WHERE e."caseId" = $1 AND a.code = 'mental-health-trust' AND cardinality(audience) > 0`, [kettle!.id]);
    expect(sealed).toEqual([{ notice: expect.stringContaining("Ask Mette Larsen"), readers: 1 }]);
    expect(await count(`"Entry" WHERE "caseId" = $1 AND "membersOnly"`, [kettle!.id])).toBe(1);
  });

  it("Case Study Two is high at the call taker's desk, and shared in the same save", async () => {
    const [pegg] = await about("Dorothy Pegg");
    expect((await scores(pegg!.id))[0]).toBe(33);
    const waits = await asOwner<{ seconds: number }>(`SELECT extract(epoch FROM min(g."grantedAt") - c."openedAt")::int AS seconds FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id JOIN "Agency" a ON a.id = g."agencyId" WHERE c.id = $1 AND a.code IN ('county-adults', 'mental-health-trust') GROUP BY c.id`, [pegg!.id]);
    expect(waits).toEqual([{ seconds: 0 }]);
  });

  it("Abdul, Mary, Tyler, the park and the mover are as the field tells them", async () => {
    const [abdul] = await about("Abdul Farouqi");
    expect(abdul).toMatchObject({ rag: "red", isHate: true });
    expect(await scores(abdul!.id)).toEqual([13, 30]);
    const [mary] = await about("Mary Fielden");
    expect(mary).toMatchObject({ rag: "red", area: "PET" });
    expect((await scores(mary!.id))[0]).toBe(39);
    expect(await count(`"Referral" WHERE "caseId" = $1 AND "isPartnerGap"`, [mary!.id])).toBe(1);
    expect((await about("Tyler Nunn")).map(({ rag, role }) => [rag, role])).toEqual([["green", "alleged_perpetrator"], ["red", "victim"]]);
    const [park] = await about("Darius Balnis");
    expect(await scores(park!.id)).toEqual([22, 22]);
    expect(await count(`"Involvement" WHERE "caseId" = $1 AND role = 'victim'`, [park!.id])).toBe(0);
    expect((await about("Dawn Askew")).map(({ area, rag }) => [area, rag])).toEqual([["FEN", expect.any(String)], ["PET", "red"]]);
  });

  it("one is restricted, one is kept from a member, and of two opened in an emergency one waits for its review", async () => {
    const [, peterborough] = await about("Dawn Askew");
    expect(await count(`"Case" WHERE "isRestricted"`)).toBe(1);
    expect(await count(`"Case" WHERE "isRestricted" AND id = $1`, [peterborough!.id])).toBe(1);
    expect(await asOwner(`SELECT m.name FROM "CaseExclusion" x JOIN "Member" m ON m.id = x."memberId" WHERE x."endedAt" IS NULL`)).toEqual([{ name: "Beth Sallow" }]);
    expect(await asOwner(`SELECT m.name, b.finding FROM "BreakGlass" b JOIN "Member" m ON m.id = b."memberId" ORDER BY 1`)).toEqual([{ name: "Noor Malik", finding: "justified" }, { name: "Tom Barrett", finding: null }]);
  });

  it("the perpetrator's side has its own: Amina sees Tyler's one case and not the other, the treatment service no victim", async () => {
    const [as, of] = await about("Tyler Nunn");
    const seen = (await visible("Amina Yusuf")).map(({ caseId }) => caseId);
    expect(seen).toContain(as!.id);
    expect(seen).not.toContain(of!.id);
    expect(await count(`"Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE a.code IN ('treatment', 'probation', 'county-youth-justice') AND g.side <> 'perpetrator'`)).toBe(0);
    expect(await count(`"Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE a.code = 'victim-service' AND g.side <> 'victim'`)).toBe(0);
  });
});
