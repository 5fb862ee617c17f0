import { beforeAll, describe, expect, test } from "vitest";
import { getCaseHistory } from "../../../lib/cases/history/queries";
import { addEntry } from "../../../lib/cases/log/commands";
import { getCaseLog } from "../../../lib/cases/log/queries";
import { find } from "../../../lib/cases/find/queries";
import { findForAudit, getWhoLooked, getWhoLookedAtPerson } from "../../../lib/governance/audit/queries";
import { getLookedWithoutWork, getMemberTrail, getMyTrail, getTeamTrail, listDenied, listSearches } from "../../../lib/governance/audit/trails/queries";
import { inContext } from "../../../lib/platform/db";
import { Forbidden, NotFound } from "../../../lib/platform/errors";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { sessionOf } from "../../support/sessions";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, dan: string, kate: string, mette: string, owen: string, martin: string, ruth: string, beth: string, asha: string;
let made: MadeCase;
let hidden: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [jo, dan, kate, mette, owen, martin, ruth, beth, asha] = await Promise.all(
    ["Jo Ellwood", "Dan Okafor", "Kate Bramble", "Mette Larsen", "Owen Price", "Martin Crake", "Sgt Ruth Hale", "Beth Sallow", "Asha Patel"].map(memberNamed),
  ) as [string, string, string, string, string, string, string, string, string];
  await setClock("2026-03-11T10:00:00Z");
  made = await makeCase({ by: jo, area: "FEN", rag: "amber", victim: "Quenby Ossington", sharedWith: ["police-fenland", "mental-health-trust"] });
  hidden = await makeCase({ by: jo, area: "FEN", rag: "green", victim: "Zephaniah Hythe" });
  await setClock("2026-03-12T09:00:00Z");
  await addEntry.do({ member: dan }, { caseId: made.caseId, kind: "note", body: "Called at the address." });
  await getCaseLog.ask({ member: dan }, { caseId: made.caseId });
  await getCaseHistory.ask({ member: kate }, { caseId: made.caseId });
  await addEntry.do({ member: mette }, { caseId: made.caseId, kind: "note", body: "canary-health", audience: { to: "agencies", agencyIds: [await agencyCoded("mental-health-trust")], notice: "" } });
  await getCaseLog.ask({ member: mette }, { caseId: made.caseId });
  await find.ask({ member: kate }, { term: "Quenby Ossington" });
  await expect(getCaseHistory.ask({ member: asha }, { caseId: made.caseId })).rejects.toThrow(NotFound);
  await expect(getCaseHistory.ask({ member: asha }, { caseId: crypto.randomUUID() })).rejects.toThrow(NotFound);
  await resetClock();
});

const looked = async (member: string, input: object = {}) => (await getWhoLooked.ask({ member }, { caseId: made.caseId, ...input })).view;
const flags = (view: Awaited<ReturnType<typeof looked>>) => Object.fromEntries(view.lookers.map(({ name, worked }) => [name, worked]));

describe("who looked at a case", () => {
  test("is told to its named officer and the managers of its lead, each look with who, when and how", async () => {
    for (const member of [jo, martin]) {
      const view = await looked(member);
      expect(view.isGovernance).toBe(false);
      expect(view.lines.find(({ name }) => name === "Kate Bramble")).toMatchObject({ what: "Opened the history", title: "Police community support officer", worked: false });
      expect(view.lines.find(({ name }) => name === "Dan Okafor")).toMatchObject({ what: "Read the log", worked: true });
      // What was written stands in the log, for those who may read it: a sealed entry leaves no line here.
      expect(view.lines.every(({ what }) => /^(Opened|Read|Followed|Looked up)/.test(what))).toBe(true);
    }
    expect((await looked(jo, { without: "1" })).lines.map(({ name }) => name)).not.toContain("Dan Okafor");
  });

  test("marks who has no work on it; a sealed entry counts for governance and tells the lead nothing", async () => {
    expect(flags(await looked(jo))).toMatchObject({ "Kate Bramble": false, "Dan Okafor": true, "Mette Larsen": false });
    expect(flags(await looked(owen))).toMatchObject({ "Kate Bramble": false, "Dan Okafor": true, "Mette Larsen": true });
  });

  test("is not found by anybody else on the case or off it, nor for a case of others", async () => {
    for (const member of [dan, ruth, beth, mette, asha]) await expect(looked(member)).rejects.toThrow(NotFound);
    await expect(getWhoLooked.ask({ member: await memberNamed("Tom Barrett") }, { caseId: made.caseId })).rejects.toThrow(NotFound);
    await expect(getWhoLooked.ask({ member: await memberNamed("Callum Reid") }, { caseId: made.caseId })).rejects.toThrow(Forbidden);
    await expect(getWhoLooked.ask({ member: owen }, { caseId: crypto.randomUUID() })).rejects.toThrow(NotFound);
  });

  test("reaches governance as pointer and moments, with nothing that the case says", async () => {
    const said = JSON.stringify([await looked(owen), (await getWhoLookedAtPerson.ask({ member: owen }, { personId: made.victimId, month: "2026-03" })).view]);
    for (const word of ["Quenby", "Ossington", "canary", "Kettle", "Noise", "amber"]) expect(said).not.toContain(word);
    expect(said).toContain(made.reference);
  });
});

describe("who looked at a person in March, and why", () => {
  const inMonth = async (month: string) => (await getWhoLookedAtPerson.ask({ member: owen }, { personId: made.victimId, month })).view;

  test("lists those who opened their case or were shown them, with purpose and law", async () => {
    const { lines, cases } = await inMonth("2026-03");
    expect(cases).toEqual([{ caseId: made.caseId, reference: made.reference }]);
    expect(lines.find(({ name, what }) => name === "Kate Bramble" && what === "Opened the history")).toMatchObject({ reference: made.reference, why: "Prevent anti-social behaviour", law: "Crime and Disorder Act 1998, section 17", worked: false });
    expect(lines.find(({ what }) => what === "Searched")).toMatchObject({ name: "Kate Bramble", reference: "", worked: null });
    expect((await inMonth("2026-02")).lines).toEqual([]);
  });

  test("follows the same person under another record, until that is undone", async () => {
    const [twin] = await asOwner<{ id: string }>(`INSERT INTO "Person" ("fullName", "recordedById") VALUES ('Q. Ossington', $1) RETURNING id`, [jo]);
    const [a, b] = [twin!.id, made.victimId].sort();
    await asOwner(`INSERT INTO "MatchDecision" ("aId", "bId", decision, "decidedById") VALUES ($1, $2, 'same', $3)`, [a, b, jo]);
    const asked = async () => (await getWhoLookedAtPerson.ask({ member: owen }, { personId: twin!.id, month: "2026-03" })).view.lines.length;
    expect(await asked()).toBeGreaterThan(0);
    await asOwner(`UPDATE "MatchDecision" SET "endedAt" = app_now() WHERE "aId" = $1 AND "bId" = $2`, [a, b]);
    expect(await asked()).toBe(0);
  });

  test("begins with the exact name, or a reference; parts of a name find nobody", async () => {
    const found = async (words: string, bornOn = "") => (await findForAudit.ask({ member: owen }, { words, bornOn })).view;
    expect((await found("  quenby   OSSINGTON ")).people).toEqual([{ personId: made.victimId, bornYear: null, references: [made.reference] }]);
    expect((await found("Quenby")).people).toEqual([]);
    expect((await found("Quenby Ossington", "1980-01-01")).people).toEqual([]);
    expect((await found(made.reference.toLowerCase())).cases).toEqual([{ caseId: made.caseId, reference: made.reference }]);
    await expect(findForAudit.ask({ member: martin }, { words: "Quenby Ossington", bornOn: "" })).rejects.toThrow(Forbidden);
  });
});

describe("trails", () => {
  test("are one's own, and one's manager's to read; a refused attempt is told without its case, to governance with it", async () => {
    const own = (await getMyTrail.ask({ member: asha }, {})).view.lines.filter(({ denied, what }) => denied && what === "Opened the history");
    expect(own.map(({ what, reference, denied }) => [what, reference, denied])).toEqual([["Opened the history", "", "Not found for them"], ["Opened the history", "", "Not found for them"]]);
    const denied = (await listDenied.ask({ member: owen }, {})).view.lines.filter(({ name, what }) => name === "Asha Patel" && what === "Opened the history");
    expect(denied.map(({ reference }) => reference).sort()).toEqual(["", made.reference]);
    const kates = (await getMemberTrail.ask({ member: ruth }, { memberId: kate })).view;
    expect(kates.lines).toContainEqual(expect.objectContaining({ what: "Opened the history", reference: made.reference }));
    expect((await getTeamTrail.ask({ member: ruth }, {})).view.lines.every(({ agency }) => agency === kates.member.agency)).toBe(true);
  });

  test("of other agencies are not found by managers; governance follows everyone", async () => {
    await expect(getMemberTrail.ask({ member: martin }, { memberId: kate })).rejects.toThrow(NotFound);
    await expect(getMemberTrail.ask({ member: dan }, { memberId: kate })).rejects.toThrow(Forbidden);
    expect((await getMemberTrail.ask({ member: owen }, { memberId: kate })).view.lines.length).toBeGreaterThan(0);
  });

  test("list searches by how much was shown, without their words", async () => {
    const { view } = await listSearches.ask({ member: owen }, {});
    expect(view.lines.find(({ name }) => name === "Kate Bramble")).toMatchObject({ what: "Searched", note: expect.stringMatching(/record/) });
    expect(JSON.stringify(view)).not.toMatch(/quenby|ossington/i);
  });

  test("go on where they ended, without telling twice", async () => {
    await setClock("2026-04-02T09:00:00Z");
    for (let count = 0; count < 55; count += 1) await getCaseLog.ask({ member: dan }, { caseId: made.caseId });
    await resetClock();
    const first = await looked(jo);
    const second = await looked(jo, { after: first.next! });
    expect(first.lines).toHaveLength(50);
    const [counted] = await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "caseId" = $1 AND outcome = 'read' AND verb NOT LIKE 'audit.%'`, [made.caseId]);
    expect(first.lines.length + second.lines.length).toBe(counted!.n);
    expect(second.next).toBeNull();
  });
});

describe("who looked in a week without working on it", () => {
  const report = async (member: string, week = "2026-03-12") => (await getLookedWithoutWork.ask({ member }, { week })).view;

  test("is told to the managers of the looker's agency, with who, when, what and on which browser; not who works on it, and not of other agencies", async () => {
    await setClock("2026-03-13T16:00:00Z");
    const session = await sessionOf("Kate Bramble");
    await asOwner(`UPDATE "Session" SET device = 'Firefox on a Mac' WHERE "memberId" = $1`, [kate]);
    await getCaseLog.ask({ session }, { caseId: made.caseId });
    await resetClock();
    const { lines, week, weekWords } = await report(ruth);
    expect([week, weekWords]).toEqual(["2026-03-09", "9 to 15 March 2026"]);
    expect(lines).toEqual([expect.objectContaining({ name: "Kate Bramble", reference: made.reference, looks: 2, what: ["Opened the history", "Read the log"], devices: ["Firefox on a Mac"], whenWords: "Thu 12 Mar 09:00 to Fri 13 Mar 16:00", inEmergency: false })]);
    expect((await report(ruth, "2026-03-16")).lines).toEqual([]);
    expect(JSON.stringify((await report(martin)).lines)).not.toMatch(/Bramble|Okafor|Larsen/);
  });

  test("leaves out a case that is kept from the manager, and their own looking", async () => {
    await setClock("2026-03-13T17:00:00Z");
    await getCaseHistory.ask({ member: ruth }, { caseId: made.caseId });
    await resetClock();
    const other = await memberNamed("Insp Helen Marsh");
    expect((await report(other)).lines.map(({ name }) => name).sort()).toEqual(["Kate Bramble", "Sgt Ruth Hale"]);
    expect((await report(ruth)).lines.map(({ name }) => name)).toEqual(["Kate Bramble"]);
    const [{ id } = { id: "" }] = await asOwner<{ id: string }>(`INSERT INTO "CaseExclusion" ("caseId", "memberId", reason, "recordedById") VALUES ($1, $2, 'A neighbour', $3) RETURNING id`, [made.caseId, ruth, jo]);
    expect((await report(ruth)).lines).toEqual([]);
    await asOwner(`DELETE FROM "CaseExclusion" WHERE id = $1`, [id]);
  });

  test("is refused to everyone else, and by the database", async () => {
    for (const member of [dan, owen, mette]) {
      await expect(report(member)).rejects.toThrow(Forbidden);
      expect(await inContext({ member }, ({ tx }) => tx.$queryRawUnsafe(`SELECT * FROM audit_without_work('2026-01-01', '2027-01-01', 0, 50)`))).toEqual([]);
    }
  });
});

describe("the database's own wall", () => {
  const outsiders = () => [["a practitioner on the case", dan], ["a manager on the case", ruth], ["a colleague of the lead", beth], ["a stranger", asha]] as const;
  const asked = (member: string, sql: string, ...values: unknown[]) => inContext({ member }, ({ tx }) => tx.$queryRawUnsafe<unknown[]>(sql, ...values));

  test("gives no line of a case or a person to those who may not be told, whatever the application asks", async () => {
    for (const [who, member] of outsiders()) {
      for (const sql of [`SELECT * FROM audit_case($1::uuid)`, `SELECT * FROM audit_of_case($1::uuid, false, NULL, 0, 50)`, `SELECT * FROM audit_lookers($1::uuid, 50)`]) expect(await asked(member, sql, made.caseId), `${who}: ${sql}`).toEqual([]);
      expect(await asked(member, `SELECT * FROM audit_of_person($1::uuid, '2026-01-01', '2027-01-01', NULL, 0, 50)`, made.victimId), who).toEqual([]);
      expect(await asked(member, `SELECT * FROM audit_cases_of_person($1::uuid)`, made.victimId), who).toEqual([]);
      for (const sql of [`SELECT * FROM audit_find_people('Quenby Ossington', NULL)`, `SELECT * FROM audit_denied(NULL, 0, 50)`, `SELECT * FROM audit_searches(NULL, 0, 50)`]) expect(await asked(member, sql), `${who}: ${sql}`).toEqual([]);
      expect(await asked(member, `SELECT * FROM audit_trail($1::uuid, NULL, 0, 50)`, mette), who).toEqual([]);
    }
    expect(await asked(dan, `SELECT * FROM audit_trail(NULL, NULL, 0, 50)`)).toEqual([]);
    expect(await asked(dan, `SELECT * FROM audit_trail($1::uuid, NULL, 0, 50)`, kate)).toEqual([]);
    expect(await asked(owen, `SELECT * FROM audit_of_case($1::uuid, false, NULL, 0, 50)`, made.caseId)).not.toEqual([]);
  });

  test("keeps the table itself from the application's role", async () => {
    await expect(asked(owen, `SELECT * FROM "AuditEvent" LIMIT 1`)).rejects.toThrow(/permission denied/);
  });

  test("ends with the lead: who hands the case over is told no more of it", async () => {
    const police = await agencyCoded("police-fenland");
    await asOwner(`BEGIN; UPDATE "Grant" SET "revokedAt" = app_now() WHERE "caseId" = '${hidden.caseId}' AND level = 'lead';
      INSERT INTO "Grant" ("caseId", "agencyId", level, purpose, "legalBasis", "grantedById") VALUES ('${hidden.caseId}', '${police}', 'lead', 'Handed over', 'cda_s17', '${jo}'); COMMIT`);
    expect((await getWhoLooked.ask({ member: ruth }, { caseId: hidden.caseId })).view.reference).toBe(hidden.reference);
    await expect(getWhoLooked.ask({ member: jo }, { caseId: hidden.caseId })).rejects.toThrow(NotFound);
    expect(await asked(jo, `SELECT * FROM audit_of_case($1::uuid, false, NULL, 0, 50)`, hidden.caseId)).toEqual([]);
  });
});
