import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { getBoard, listCases } from "@/lib/cases/board/queries";
import { Forbidden } from "@/lib/platform/errors";
import { recordStatements } from "@/lib/platform/db";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock } from "../../support/database";
import { makeCase, type GivenCase } from "../../support/factories-cases";

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
let priya: string, jo: string, dan: string, amina: string, marek: string;

beforeAll(async () => {
  await loadTestCounty();
  [priya, jo, dan, amina, marek] = await Promise.all(["Priya Shah", "Jo Ellwood", "Dan Okafor", "Amina Yusuf", "Marek Nowak"].map(memberNamed)) as [string, string, string, string, string];
});
afterEach(async () => {
  await resetClock();
  // Closing leaves the reader's list empty for the next test without undoing what is insert-only.
  await asOwner(`UPDATE "Case" SET status = 'closed', "closedAt" = now(), outcome = 'mediated' WHERE status NOT IN ('closed', 'intake')`);
  await asOwner(`UPDATE "Grant" SET "revokedAt" = now(), "revokeReason" = 'test over' WHERE "revokedAt" IS NULL AND "caseId" IN (SELECT id FROM "Case" WHERE status = 'closed')`);
});

const made = (given: Partial<GivenCase>) => makeCase({ by: priya, area: "FEN", ...given });
const list = (member: string, input: Record<string, unknown> = {}) => listCases.ask({ member }, { area: "FEN", ...input }).then(({ view }) => view);
const colours = (rows: { rag: string | null; next: { words: string } | null }[]) => rows.map(({ rag }) => rag);

describe("the list", () => {
  it("puts red first, then what nobody assessed, and in each colour the clock that runs out first", async () => {
    const amber = await made({ rag: "amber", nextContactAt: hours(1) });
    const redLater = await made({ rag: "red", nextContactAt: hours(9), nextReviewAt: hours(30) });
    const redLate = await made({ rag: "red", nextContactAt: hours(40), nextReviewAt: hours(-3) });
    const redNone = await made({ rag: "red" });
    const fresh = await made({});
    const { rows, counts } = await list(priya);
    expect(rows.slice(0, 5).map(({ caseId }) => caseId)).toEqual([redLate, redLater, redNone, fresh, amber].map(({ caseId }) => caseId));
    expect(rows[0]?.next).toMatchObject({ what: "Review", tone: "late" });
    expect(rows[1]?.next).toMatchObject({ what: "Contact" });
    expect(counts).toMatchObject({ red: 3, amber: 1, green: 0 });
  });

  it("goes on where the page ended, each case once, whatever shares a moment", async () => {
    const same = hours(5);
    for (let n = 0; n < 27; n += 1) await made({ rag: n % 2 ? "red" : "amber", nextContactAt: n % 3 ? same : null });
    const first = await list(priya, { rag: undefined });
    expect(first.rows).toHaveLength(25);
    const second = await list(priya, { after: first.after });
    expect(second.after).toBeNull();
    const all = [...first.rows, ...second.rows];
    expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(all.length);
    expect(all.filter(({ rag }) => rag)).toHaveLength(27);
    expect(colours(all.filter(({ rag }) => rag))).toEqual([...Array(13).fill("red"), ...Array(14).fill("amber")]);
  });

  it("narrows by colour, status, hate, and whose it is, and counts the rest of the colours all the same", async () => {
    const mine = await made({ rag: "red", sharedWith: ["police-fenland"] });
    const theirs = await makeCase({ by: jo, area: "FEN", rag: "amber", isHate: true, sharedWith: ["fen-homes"] });
    const ids = async (input: Record<string, unknown>) => (await list(priya, input)).rows.map(({ caseId }) => caseId);
    expect(await ids({ rag: "amber" })).toEqual([theirs.caseId]);
    expect((await list(priya, { rag: "amber" })).counts).toMatchObject({ red: 1, amber: 1 });
    expect(await ids({ hate: "1" })).toEqual([theirs.caseId]);
    expect(await ids({ whose: "mine", rag: "red" })).toEqual([mine.caseId]);
    expect(await ids({ whose: "led", rag: "red" })).toEqual([mine.caseId]);
    expect(await ids({ whose: "led", rag: "amber" })).toEqual([]);
    expect(await ids({ whose: "agency", rag: "amber" })).toEqual([]);
    expect(await ids({ status: "monitoring" })).toEqual([]);
    await expect(list(priya, { rag: "purple" })).rejects.toThrow();
  });

  it("holds nothing for an agency without a grant, nor for one whose agreement does not cover the district", async () => {
    const { caseId } = await made({ rag: "amber", sharedWith: ["county-adults"] });
    expect((await list(dan)).rows).toEqual([]);
    expect((await list(dan)).counts).toEqual({ red: 0, amber: 0, green: 0, none: 0 });
    expect((await list(marek)).rows.map((row) => row.caseId)).toEqual([caseId]);
    await asOwner(`DELETE FROM "SignatureArea" WHERE "signatureId" IN (SELECT id FROM "AgreementSignature" WHERE "agencyId" = $1) AND "areaId" = (SELECT id FROM "Area" WHERE code = 'FEN')`, [await agencyCoded("county-adults")]);
    expect((await listCases.ask({ member: marek }, {})).view.rows).toEqual([]);
    await asOwner(`INSERT INTO "SignatureArea" ("signatureId", "areaId") SELECT s.id, a.id FROM "AgreementSignature" s, "Area" a WHERE s."agencyId" = $1 AND a.code = 'FEN'`, [await agencyCoded("county-adults")]);
  });

  it("shows the panel's coordinator red cases that were never shared with them, and no others", async () => {
    const red = await made({ rag: "red" });
    await made({ rag: "amber" });
    expect((await list(jo)).rows.map(({ caseId }) => caseId)).toEqual([red.caseId]);
  });

  it("gives the perpetrator's side the behaviour's colour and order, no clock, and nothing of the victim", async () => {
    const quiet = await made({ rag: "red", isHate: true, ragReason: "Karen took tablets", nextContactAt: hours(-5), nextReviewAt: hours(50), sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }] });
    const loud = await made({ rag: "green", nextReviewAt: hours(90), sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }] });
    await asOwner(`UPDATE "Case" SET "behaviourRag" = 'green' WHERE id = $1`, [quiet.caseId]);
    await asOwner(`UPDATE "Case" SET "behaviourRag" = 'amber' WHERE id = $1`, [loud.caseId]);
    const { rows, counts } = await list(amina);
    expect(rows.map(({ caseId, rag }) => [caseId, rag])).toEqual([[loud.caseId, "amber"], [quiet.caseId, "green"]]);
    expect(counts).toEqual({ red: 0, amber: 1, green: 1, none: 0 });
    expect(rows[1]).toMatchObject({ next: null, isHate: false, ragReason: "for the behaviour alone" });
    expect(JSON.stringify(rows)).not.toMatch(/Karen|tablets/);
    expect((await list(amina, { hate: "1" })).rows).toEqual([]);
    expect((await list(amina, { rag: "red" })).rows).toEqual([]);
  });

  it("says what is new since the reader looked, and never counts what they may not read", async () => {
    const { caseId } = await made({ rag: "amber", sharedWith: ["police-fenland"] });
    const fresh = async () => (await list(dan)).rows[0]?.fresh;
    expect(await fresh()).toBe("Not opened yet");
    await asOwner(`INSERT INTO "CaseLook" ("memberId", "caseId", "lookedAt") VALUES ($1, $2, now())`, [dan, caseId]);
    expect(await fresh()).toBe("");
    const note = (author: string, agency: string, audience: string[]) =>
      asOwner(`INSERT INTO "Entry" ("caseId", kind, body, "authorId", "authorAgencyId", audience, "recordedAt") VALUES ($1, 'note', 'x', $2, $3, $4, now() + interval '1 second')`, [caseId, author, agency, audience]);
    const [homes, police] = [await agencyCoded("fen-homes"), await agencyCoded("police-fenland")];
    await note(priya, homes, [homes]);
    await note(dan, police, []);
    expect(await fresh()).toBe("");
    await note(priya, homes, []);
    expect(await fresh()).toBe("1 new");
  });

  it("asks as many questions for 25 cases as for two", async () => {
    for (let n = 0; n < 2; n += 1) await made({ rag: "red" });
    const count = async () => (await recordStatements(() => list(priya, { rag: "red" }))).statements.length;
    const few = await count();
    for (let n = 0; n < 12; n += 1) await made({ rag: "red" });
    expect(await count()).toBe(few);
  });

  it("is not for roles that read no cases", async () => {
    await expect(list(await memberNamed("Callum Reid"))).rejects.toThrow(Forbidden);
  });
});

describe("the board", () => {
  const board = (member: string, area?: string) => getBoard.ask({ member }, area ? { area } : {}).then(({ view }) => view);

  it("has a column for each colour of one district, the worst clock first, and counts them all", async () => {
    const late = await made({ rag: "red", nextContactAt: hours(-2) });
    const soon = await made({ rag: "red", nextContactAt: hours(2) });
    const green = await made({ rag: "green", nextReviewAt: hours(100) });
    const elsewhere = await made({ rag: "red", area: "ECA" });
    const view = await board(priya, "FEN");
    expect(view.columns.red.map(({ caseId }) => caseId)).toEqual([late.caseId, soon.caseId]);
    expect(view.columns.green.map(({ caseId }) => caseId)).toEqual([green.caseId]);
    expect(view.counts).toMatchObject({ red: 2, amber: 0, green: 1 });
    expect((await board(priya, "ECA")).columns.red.map(({ caseId }) => caseId)).toEqual([elsewhere.caseId]);
  });

  it("begins with the district of the reader's panel", async () => {
    expect((await board(jo)).area?.code).toBe("FEN");
  });

  it("shows no district that the reader's agency has no agreement for", async () => {
    const view = await board(priya, "PET");
    expect(view.area?.code).not.toBe("PET");
  });
});
