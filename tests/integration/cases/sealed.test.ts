import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { addEntry, correctEntry } from "@/lib/cases/log/commands";
import { getCaseLog } from "@/lib/cases/log/queries";
import { admitReader, dismissReader } from "@/lib/cases/log/readers/commands";
import { breakGlass, endGlass, openSealed } from "@/lib/cases/glass/commands";
import { reviewGlass } from "@/lib/governance/glass/commands";
import { listGlass } from "@/lib/governance/glass/queries";
import { listNotices } from "@/lib/notices/queries";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

const wednesday = "2026-11-18T10:00:00Z";
const diagnosis = "Under the crisis team since March";
let jo: string, dan: string, ruth: string, mette: string, amina: string, grace: string, priya: string, owen: string, made: MadeCase, entryId: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, dan, ruth, mette, amina, grace, priya, owen] = await Promise.all(["Jo Ellwood", "Dan Okafor", "Sgt Ruth Hale", "Mette Larsen", "Amina Yusuf", "Grace Obi", "Priya Shah", "Owen Price"].map(memberNamed)) as [string, string, string, string, string, string, string, string];
  await setClock(wednesday);
  made = await makeCase({
    by: jo, area: "FEN", rag: "red", victim: "Karen Kettle", alleged: "Jason Drove",
    sharedWith: ["police-fenland", "mental-health-trust", { agency: "county-youth-justice", side: "perpetrator" }, { agency: "victim-service", side: "victim" }],
  });
  entryId = await seals({ notice: "Known to secondary mental health; plain language; do not visit alone", noticeEndsOn: "2026-12-18" });
});
afterEach(resetClock);

async function seals(line: { notice?: string; noticeEndsOn?: string }): Promise<string> {
  return (await addEntry.do({ member: mette }, { caseId: made.caseId, kind: "note", body: diagnosis, knownBy: "confirmed", audience: { to: "agencies", agencyIds: [await agencyCoded("mental-health-trust")], ...line } })).entryId;
}
const open = async (member: string) => (await getCase.ask({ member }, { caseId: made.caseId })).view;
const log = async (member: string) => (await getCaseLog.ask({ member }, { caseId: made.caseId })).view.entries;
const rows = (member: string) => plainSqlAs<{ body: string }>(member, `SELECT body FROM "Entry" WHERE "caseId" = $1 AND (id = $2 OR "correctsId" = $2)`, [made.caseId, entryId]);
const lines = async (member: string) => (await open(member)).header.warnings.filter(({ kind }) => kind === "sealed");
const emergency = (member: string, id = entryId) => openSealed.do({ member }, { caseId: made.caseId, entryId: id, reason: "On the roof now, need to know what he has taken" });

describe("what health holds", () => {
  it("is one line to everyone else on its side, with who wrote it and until when; the perpetrator's side sees nothing", async () => {
    await setClock(wednesday);
    for (const member of [jo, dan, grace]) {
      expect(await lines(member)).toMatchObject([{ notice: "Known to secondary mental health; plain language; do not visit alone", byWords: expect.stringMatching(/^Mette Larsen, .*shown until .*18 Dec/) }]);
      expect(JSON.stringify([await open(member), await log(member)])).not.toContain("crisis team");
      expect(await rows(member)).toEqual([]);
    }
    expect(await lines(amina)).toEqual([]);
    expect((await log(mette)).find(({ id }) => id === entryId)).toMatchObject({ body: diagnosis, knownWords: "Confirmed by a professional", may: { admit: true } });
  });

  it("hides even that it exists once the line's last day has passed, or where its author allows no line", async () => {
    await setClock("2026-12-18T23:59:00Z");
    expect(await lines(jo)).toHaveLength(1);
    await setClock("2026-12-19T00:00:30Z");
    expect(await lines(jo)).toEqual([]);
    await expect(emergency(jo)).rejects.toThrow(NotFound);
    await setClock(wednesday);
    const silent = await seals({});
    expect(await lines(jo)).toHaveLength(1);
    await expect(emergency(jo, silent)).rejects.toThrow(NotFound);
    await expect(seals({ noticeEndsOn: "2026-12-18" })).rejects.toThrow(InvalidInput);
    await expect(seals({ notice: "A line", noticeEndsOn: "2026-11-17" })).rejects.toMatchObject({ rule: "ended-in-the-past" });
  });

  it("is read by one member whom its keeper names, with its corrections, and by nobody else of their agency, until that ends", async () => {
    await setClock(wednesday);
    const admits = (member: string, memberId: string, more = {}) => admitReader.do({ member }, { caseId: made.caseId, entryId, memberId, reason: "Rings her every Monday", ...more });
    await expect(admits(jo, dan)).rejects.toThrow(NotFound);
    await expect(admits(mette, priya)).rejects.toMatchObject({ rule: "not-on-the-case" });
    await expect(admits(mette, amina)).rejects.toMatchObject({ rule: "not-on-the-case" });
    await expect(admits(mette, dan, { endsOn: "2026-11-17" })).rejects.toMatchObject({ rule: "ended-in-the-past" });
    const { readerId } = await admits(mette, dan);
    await expect(admits(mette, dan)).rejects.toMatchObject({ rule: "reads-it-already" });
    expect((await log(dan)).find(({ id }) => id === entryId)).toMatchObject({ body: diagnosis, readers: [{ words: "Dan Okafor (Police Fenland)" }], may: { admit: false } });
    expect(await lines(dan)).toEqual([]);
    expect(await rows(ruth)).toEqual([]);
    await expect(admits(dan, jo)).rejects.toThrow(Forbidden);
    await correctEntry.do({ member: mette }, { caseId: made.caseId, entryId, readId: entryId, body: "Under the crisis team since May", reason: "The wrong month" });
    expect((await rows(dan)).map(({ body }) => body).sort()).toEqual([diagnosis, "Under the crisis team since May"]);
    expect(JSON.stringify(await log(jo))).not.toMatch(/Dan Okafor \(Police Fenland\)|crisis/);
    await expect(plainSqlAs(dan, `INSERT INTO "EntryReader" ("entryId", "caseId", "memberId", "agencyId", reason, "admittedById") VALUES ($1, $2, $3, $4, 'x', $5)`, [entryId, made.caseId, jo, await agencyCoded("fenland-dc"), dan])).rejects.toThrow(/row-level security/);
    await dismissReader.do({ member: mette }, { caseId: made.caseId, entryId, readerId, version: 1 });
    expect(await rows(dan)).toEqual([]);
    await expect(dismissReader.do({ member: mette }, { caseId: made.caseId, entryId, readerId, version: 2 })).rejects.toThrow(NotFound);
  });
});

describe("opening one sealed entry in an emergency", () => {
  it("shows it to one member for four hours with a reason of its own; its keeper and governance are told, the lead is not", async () => {
    await setClock(wednesday);
    await expect(openSealed.do({ member: dan }, { caseId: made.caseId, entryId, reason: "short" })).rejects.toThrow(InvalidInput);
    await expect(openSealed.do({ member: dan }, { caseId: crypto.randomUUID(), entryId, reason: "On the roof now, need to know" })).rejects.toThrow(NotFound);
    await emergency(dan);
    expect(JSON.stringify(await log(dan))).toContain("crisis team");
    expect((await open(dan)).header.warnings).toContainEqual(expect.objectContaining({ kind: "sealed-open", untilWords: "today 14:00" }));
    expect(await rows(ruth)).toEqual([]);
    await expect(emergency(dan)).rejects.toThrow(NotFound);
    for (const member of [mette, owen]) {
      const { notices } = (await listNotices.ask({ member }, {})).view;
      expect(notices.find(({ kind }) => kind === "seal-broken"), member).toMatchObject({ isUrgent: true, words: expect.stringContaining("Police Fenland opened a sealed entry"), detail: expect.stringContaining("On the roof") });
    }
    expect((await listNotices.ask({ member: jo }, {})).view.notices.filter(({ kind }) => kind === "seal-broken")).toEqual([]);
    // That it was opened stands in the log for those whom it is for and for the agency that opened it.
    expect(JSON.stringify(await log(mette))).toContain("Opened a sealed entry in an emergency until 14:00");
    expect(JSON.stringify(await log(jo))).not.toContain("Opened a sealed entry");
    expect(await plainSqlAs(jo, `SELECT id FROM "BreakGlass" WHERE "entryId" = $1`, [entryId])).toEqual([]);
    expect(await plainSqlAs(mette, `SELECT id FROM "BreakGlass" WHERE "entryId" = $1`, [entryId])).toHaveLength(1);
    await setClock("2026-11-18T14:00:30Z");
    expect(await rows(dan)).toEqual([]);
  });

  it("is reviewed with the rest, once it has ended", async () => {
    await setClock("2026-11-18T15:00:00Z");
    const line = (await listGlass.ask({ member: owen }, {})).view.lines.find(({ sealedOf }) => sealedOf)!;
    expect(line).toMatchObject({ memberName: "Dan Okafor", sealedOf: "Mental health trust", reference: made.reference, mayReview: true });
    expect(JSON.stringify(line)).not.toContain("crisis");
    await reviewGlass.do({ member: owen }, { glassId: line.glassId, version: line.version, finding: "justified", note: "The incident log has it" });
  });

  it("opens from within a case that is itself opened in an emergency, and closes with it", async () => {
    await setClock(wednesday);
    await expect(emergency(priya)).rejects.toThrow(NotFound);
    await breakGlass.do({ member: priya }, { reference: made.reference, reason: "Her tenant is on the roof" });
    expect(await rows(priya)).toEqual([]);
    await emergency(priya);
    expect((await rows(priya)).length).toBeGreaterThan(0);
    await endGlass.do({ member: priya }, { caseId: made.caseId });
    expect(await rows(priya)).toEqual([]);
  });

  it("is not for the other side, for who is out of reach, or a fourth time in a day", async () => {
    await setClock(wednesday);
    await expect(emergency(amina)).rejects.toThrow(NotFound);
    await breakGlass.do({ member: await memberNamed("Marek Nowak") }, { reference: made.reference, reason: "He is at her door now" });
    for (let count = 0; count < 3; count += 1) await emergency(grace, await seals({ notice: `Health holds something, ${count}` }));
    await expect(emergency(grace)).rejects.toMatchObject({ rule: "too-many-sealed" });
    expect(await asOwner(`SELECT 1 FROM "BreakGlass" WHERE "memberId" = $1 AND "entryId" IS NOT NULL`, [grace])).toHaveLength(3);
  });
});
