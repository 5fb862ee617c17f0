import { beforeAll, describe, expect, it } from "vitest";
import { asAppRole, asOwner, resetClock, setClock } from "../../support/database";
import { loadTestCounty, memberNamed } from "../../support/county";
import { makeCase } from "../../support/factories-cases";
import { addInvolvement, addReport, assess, assessmentInput, caseRow, exampleNamed, examples } from "../../support/factories-assessments";
import { completeAssessment } from "../../../lib/assessments/risk/commands";

const now = new Date("2026-11-16T10:00:00Z");
let priya: string;
let dan: string;

const caseFor = (given: Partial<Parameters<typeof makeCase>[0]> = {}) => makeCase({ by: priya, area: "FEN", ...given });
const judged = (rag: "red" | "amber" | "green") => ({ rag, reason: "Mostly alone, and her voice shook." });
const placeOf = async (caseId: string) => (await asOwner<{ placeId: string }>(`SELECT "placeId" FROM "Case" WHERE id = $1`, [caseId]))[0]!.placeId;

beforeAll(async () => {
  await loadTestCounty();
  priya = await memberNamed("Priya Shah");
  dan = await memberNamed("Dan Okafor");
  await setClock(now);
  return resetClock;
});

describe("the examples, through the command", () => {
  it.each(examples)("$name comes to $score, $rag", async (example) => {
    const made = await caseFor();
    const subject = example.template === "VRA" ? { involvementId: made.victimInvolvementId } : { placeId: await placeOf(made.caseId) };
    const done = await assess(priya, {
      caseId: made.caseId, templateKey: example.template as "VRA" | "PCI", answers: example.answers, purpose: "initial", ...subject,
      judgement: example.borderline ? judged(example.rag as "red") : null,
    });
    expect(done).toMatchObject({ score: example.score, rag: example.rag, flags: example.flags, borderline: example.borderline, triggers: example.triggers });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: example.rag, status: "open", isHate: example.flags.includes("hate"), hateQueryOpen: example.flags.includes("hate_query") });
    const [pinned] = await asOwner(`SELECT score, rag, side, answers, breakdown, "templateId" FROM "Assessment" WHERE id = $1`, [done.assessmentId]);
    expect(pinned).toMatchObject({ score: example.score, rag: example.rag, side: "victim" });
    const breakdown = (pinned as { breakdown: { points: number; question: string; label: string }[] }).breakdown;
    expect(breakdown.reduce((sum, line) => sum + line.points, 0)).toBe(example.score);
    expect(breakdown.every(({ question, label }) => question.length > 0 && label.length > 0)).toBe(true);
  });
});

describe("a completed assessment", () => {
  it("asks for judgement in the same save on the border, and saves nothing without it", async () => {
    const made = await caseFor();
    const given = { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Case study one, first report") };
    await expect(assess(priya, given)).rejects.toMatchObject({ rule: "judgement-needed", detail: { borderlineTo: "red", score: 24 } });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: null, status: "intake" });
    const done = await assess(priya, { ...given, judgement: judged("red") });
    expect(done).toMatchObject({ score: 24, band: "amber", rag: "red" });
    expect((await caseRow(made.caseId)).ragReason).toBe("Victim assessed at 24, raised by judgement by Fen Homes, Mon 16 Nov 10:00");
  });

  it("is never judged lower than it comes to", async () => {
    const made = await caseFor();
    await expect(assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary"), judgement: judged("amber") }))
      .rejects.toMatchObject({ rule: "judgement-lower" });
  });

  it("says which question has no answer or a wrong one", async () => {
    const made = await caseFor();
    const input = await assessmentInput({ caseId: made.caseId, involvementId: made.victimInvolvementId });
    const { H1: _left, ...answers } = input.answers;
    await expect(completeAssessment.do({ member: priya }, { ...input, answers: { ...answers, H3: "sometimes" } })).rejects.toMatchObject({
      fields: [{ path: "answers.H1" }, { path: "answers.H3" }],
    });
  });

  it("takes the place of the one before, which stays", async () => {
    const made = await caseFor();
    const about = { caseId: made.caseId, involvementId: made.victimInvolvementId };
    const first = await assess(priya, { ...about, answers: exampleNamed("Mary") });
    const second = await assess(dan, { ...about, answers: exampleNamed("first time, nobody in particular") }).catch((error: Error) => error);
    expect(second).toMatchObject({ message: "We could not find that." });
    await setClock(new Date(now.getTime() + 3_600_000));
    const third = await assess(priya, { ...about, answers: exampleNamed("first time, nobody in particular") });
    await setClock(now);
    const rows = await asOwner(`SELECT id, "supersedesId" FROM "Assessment" WHERE "caseId" = $1 ORDER BY "completedAt"`, [made.caseId]);
    expect(rows).toEqual([{ id: first.assessmentId, supersedesId: null }, { id: third.assessmentId, supersedesId: first.assessmentId }]);
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "green", status: "open" });
  });

  it("meets the one that overtook it, and saves nothing over it", async () => {
    const made = await caseFor();
    const about = { caseId: made.caseId, involvementId: made.victimInvolvementId };
    const input = await assessmentInput({ ...about, answers: exampleNamed("Mary") });
    const first = await assess(priya, { ...about, answers: exampleNamed("Case study two, at the call") });
    await expect(completeAssessment.do({ member: priya }, input)).rejects.toMatchObject({ current: { id: first.assessmentId, score: 33 } });
  });

  it("is changed by nobody: not by the application, not by the owner", async () => {
    const made = await caseFor({ rag: "red" });
    for (const change of [`UPDATE "Assessment" SET score = 1`, `DELETE FROM "Assessment"`]) {
      await expect(asOwner(`${change} WHERE "caseId" = $1`, [made.caseId])).rejects.toThrow("never changed");
      await expect(asAppRole(`${change} WHERE "caseId" = $1`, [made.caseId])).rejects.toThrow("permission denied");
    }
  });

  it("comes before a case leaves intake, whoever asks", async () => {
    const made = await caseFor();
    await expect(asOwner(`UPDATE "Case" SET status = 'open' WHERE id = $1`, [made.caseId])).rejects.toThrow("cannot leave intake without a risk assessment");
  });

  it("is about a victim, or about somebody said to be responsible, on this case", async () => {
    const made = await caseFor();
    const other = await caseFor();
    const alleged = await addInvolvement(made.caseId, "alleged_perpetrator", "perpetrator");
    await expect(assess(priya, { caseId: made.caseId, involvementId: alleged })).rejects.toMatchObject({ rule: "not-a-victim" });
    await expect(assess(priya, { caseId: made.caseId, templateKey: "PCI", involvementId: made.victimInvolvementId })).rejects.toMatchObject({ rule: "not-said-to-be-responsible" });
    await expect(assess(priya, { caseId: made.caseId, involvementId: other.victimInvolvementId })).rejects.toMatchObject({ message: "We could not find that." });
    await expect(assess(priya, { caseId: made.caseId })).rejects.toMatchObject({ rule: "no-subject" });
  });

  it("with more than three unknown answers is asked again within two working days", async () => {
    const made = await caseFor();
    const unknown = { H1: "dont_know", H2: "declined", H3: "dont_know", V1: "declined" };
    const done = await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: unknown });
    expect(done).toMatchObject({ unknownCount: 4, incomplete: true, score: 0 });
    expect((await caseRow(made.caseId)).nextReviewAt).toEqual(new Date("2026-11-18T17:00:00Z"));
  });
});

describe("the case's colour", () => {
  it("is the worst of its victims, and falls only when the worst one's does", async () => {
    const made = await caseFor();
    const second = await addInvolvement(made.caseId, "victim", "victim");
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") });
    await assess(priya, { caseId: made.caseId, involvementId: second, answers: exampleNamed("first time, nobody in particular") });
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "red", ragReason: "Highest of 2 victims assessed at 39 by Fen Homes, Mon 16 Nov 10:00" });
    await setClock(new Date(now.getTime() + 60_000));
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: { H1: "weekly", H4: "known", V1: ["me"], I1: "lot", I2: "mental", I4: "routine", S1: "alone", H2: "yes" } });
    await setClock(now);
    expect(await caseRow(made.caseId)).toMatchObject({ rag: "amber" });
    expect(await asOwner(`SELECT rag FROM "RagChange" WHERE "caseId" = $1 ORDER BY seq`, [made.caseId])).toEqual([{ rag: "red" }, { rag: "amber" }]);
  });

  it("sets the next review by the district's own standard where it has one", async () => {
    const made = await caseFor();
    await asOwner(`INSERT INTO "TimeStandard" ("areaId", rag, clock, amount, unit) SELECT "areaId", 'red', 'review', 3, 'days' FROM "Case" WHERE id = $1`, [made.caseId]);
    await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") });
    await asOwner(`DELETE FROM "TimeStandard" WHERE "areaId" IS NOT NULL`);
    expect((await caseRow(made.caseId)).nextReviewAt).toEqual(new Date("2026-11-19T17:00:00Z"));
  });

  it("is at least amber at the third event in three months, one event counted once", async () => {
    const made = await caseFor();
    const about = { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("first time, nobody in particular") };
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const first = await addReport(made.caseId, { receivedAt: ago(60), personId: made.victimId });
    await addReport(made.caseId, { receivedAt: ago(59), personId: made.victimId, sameEventAsId: first });
    await addReport(made.caseId, { receivedAt: ago(200), personId: made.victimId });
    await addReport(made.caseId, { receivedAt: ago(20), personId: made.victimId });
    expect(await assess(priya, about)).toMatchObject({ rag: "green", triggers: [] });
    await addReport(made.caseId, { receivedAt: ago(1), personId: made.victimId });
    await setClock(new Date(now.getTime() + 60_000));
    expect(await assess(priya, about)).toMatchObject({ rag: "amber", triggers: ["T6"], raisedBy: "T6" });
    await setClock(now);
    expect((await caseRow(made.caseId)).ragReason).toContain("raised by “three or more reports in three months”");
    expect(await asOwner(`SELECT key FROM "LiveTrigger" WHERE "caseId" = $1`, [made.caseId])).toEqual([]);
  });

  it("is at least amber when somebody rated High in twelve months reports again, and not when they only answer a review", async () => {
    const made = await caseFor();
    const about = { caseId: made.caseId, involvementId: made.victimInvolvementId };
    await assess(priya, { ...about, answers: exampleNamed("Mary") });
    await setClock("2027-03-01T10:00:00Z");
    expect(await assess(priya, { ...about, answers: exampleNamed("first time, nobody in particular") })).toMatchObject({ rag: "green" });
    await setClock("2027-03-02T10:00:00Z");
    const reportId = await addReport(made.caseId, { receivedAt: new Date("2027-03-02T09:00:00Z"), personId: made.victimId });
    expect(await assess(priya, { ...about, reportId, answers: exampleNamed("first time, nobody in particular") })).toMatchObject({ rag: "amber", triggers: ["T7"] });
    await setClock("2027-11-17T10:00:00Z");
    expect(await assess(priya, { ...about, answers: exampleNamed("first time, nobody in particular") })).toMatchObject({ rag: "green" });
    await setClock(now);
  });
});
