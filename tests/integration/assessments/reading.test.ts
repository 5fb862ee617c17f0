import { beforeAll, expect, it } from "vitest";
import { asOwner, resetClock, setClock } from "../../support/database";
import { loadTestCounty, memberNamed } from "../../support/county";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { addInvolvement, assess, exampleNamed } from "../../support/factories-assessments";
import { getAssessment, getAssessmentForm } from "../../../lib/assessments/asking/queries";
import { recordTrigger } from "../../../lib/assessments/triggers/commands";
import { getRiskTab } from "../../../lib/assessments/tab/queries";
import { getPublishedTemplate } from "../../../lib/assessments/templates/queries";
import { recordStatements } from "../../../lib/platform/db";
import { NotFound } from "../../../lib/platform/errors";

let priya: string, tom: string, amina: string, grace: string, dan: string, marek: string;
let made: MadeCase;
let assessmentId: string;

beforeAll(async () => {
  await loadTestCounty();
  [priya, tom, amina, grace, dan, marek] = await Promise.all(["Priya Shah", "Tom Barrett", "Amina Yusuf", "Grace Obi", "Dan Okafor", "Marek Nowak"].map(memberNamed)) as [string, string, string, string, string, string];
  await setClock("2026-11-16T10:00:00Z");
  made = await makeCase({ by: priya, area: "FEN", victim: "Kay Lister", alleged: "Rob Drove", sharedWith: ["fenland-dc", { agency: "police-fenland", level: "summary" }, { agency: "county-youth-justice", side: "perpetrator" }, { agency: "victim-service", side: "victim" }] });
  ({ assessmentId } = await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: { ...exampleNamed("Mary"), I2: "declined" } }));
  await assess(priya, { caseId: made.caseId, templateKey: "PCI", involvementId: (await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]))[0]!.id, answers: { B1: "threat" } });
  await recordTrigger.do({ member: priya }, { caseId: made.caseId, key: "T1", involvementId: made.victimInvolvementId, note: "Took tablets last night." });
  return resetClock;
});

const tab = (member: string) => getRiskTab.ask({ member }, { caseId: made.caseId }).then(({ view }) => view);

it("shows each part of the maximum rule and which decides", async () => {
  const view = await tab(priya);
  expect(view.claims.map(({ kind, rag, isDeciding }) => [kind, rag, isDeciding])).toEqual([["trigger", "red", true], ["victim", "red", false], ["behaviour", "green", false]]);
  expect(view.victims[0]).toMatchObject({ name: "Kay Lister", latest: { score: 35, unknownWords: "1 answer not known", byName: "Priya Shah" } });
  expect(view.victims[0]?.latest?.lines.find(({ key }) => key === "I2")).toEqual({ key: "I2", section: "impact", question: "Has anyone's health been affected?", label: "Rather not say", points: 0, counts: true, isUnknown: true });
  expect(view.triggers[0]).toMatchObject({ label: "Suicide or self-harm", whose: "Kay Lister", note: "Took tablets last night.", mayEnd: false });
});

it("offers each member what they may do, and says why not", async () => {
  expect((await tab(priya)).may).toMatchObject({ assess: true, recordTrigger: true, takeDown: false, lower: false });
  expect(await tab(tom)).toMatchObject({ may: { takeDown: true, lower: true }, loweringRefusal: expect.stringContaining("A trigger holds this case at red") });
  expect((await tab(priya)).loweringRefusal).toContain("Only a manager of the lead agency");
});

it("shows the perpetrator's side the behaviour's colour and its own people, and nothing else", async () => {
  const view = await tab(amina);
  expect(view).toMatchObject({ sees: "behaviour", claims: [], history: [], victims: [], behaviour: [], triggers: [], judgements: [], header: { rag: "green" }, offers: { raiseTo: [], lowerTo: [] } });
  expect(view.offers.people.map(({ label }) => label)).toEqual(["Rob Drove, person alleged"]);
  // A number is looked for outside ids and moments, which may hold any.
  const all = JSON.stringify(view)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => (id === made.victimInvolvementId ? id : ""))
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "");
  for (const secret of ["Lister", "Kay", "tablets", "Suicide or self-harm recorded", made.victimInvolvementId, "39"]) expect(all).not.toContain(secret);
  await expect(getAssessment.ask({ member: amina }, { caseId: made.caseId, assessmentId })).rejects.toThrow(NotFound);
  await expect(getAssessmentForm.ask({ member: amina }, { caseId: made.caseId })).rejects.toMatchObject({ reason: "perpetrator-side" });
});

it("shows a summary the colour, its history and what is live, without scores or anybody's words", async () => {
  const view = await tab(dan);
  expect(view).toMatchObject({ sees: "summary", victims: [], behaviour: [], claims: [], needs: [], judgements: [], history: [{ rag: "red" }], triggers: [{ key: "T1", note: "", whose: "" }] });
  await expect(getAssessment.ask({ member: dan }, { caseId: made.caseId, assessmentId })).rejects.toThrow(NotFound);
});

it("shows the victim's side everything about the victim, and a stranger nothing at all", async () => {
  expect((await tab(grace)).victims[0]?.latest?.score).toBe(35);
  for (const ask of [() => tab(marek), () => getAssessment.ask({ member: marek }, { caseId: made.caseId, assessmentId }), () => getAssessmentForm.ask({ member: marek }, { caseId: made.caseId })]) {
    await expect(ask()).rejects.toThrow(NotFound);
  }
});

it("brings the form with last time's answers, what is known already, and the member's own draft", async () => {
  const draft = { value: { answers: { H1: "daily" } } };
  await asOwner(`INSERT INTO "Draft" ("memberId", kind, subject, data) VALUES ($1, 'assessment', $2, $3)`, [priya, `${made.caseId}:${made.victimInvolvementId}`, JSON.stringify(draft)]);
  const ask = (member: string) => getAssessmentForm.ask({ member }, { caseId: made.caseId, subject: made.victimInvolvementId, template: "VRA" }).then(({ view }) => view.form);
  expect(await ask(priya)).toMatchObject({ lastAssessmentId: assessmentId, isFirst: false, previous: { answers: { H1: "Every day", I2: "Rather not say" } }, context: { wasRatedHighInLastYear: false }, draft: { data: draft } });
  expect((await ask(grace))?.draft).toBeNull();
  await expect(getAssessmentForm.ask({ member: priya }, { caseId: made.caseId, subject: "11111111-1111-4111-8111-111111111111" })).rejects.toThrow(NotFound);
});

it("reads one assessment in its own words, and where it stands among the others", async () => {
  const { view } = await getAssessment.ask({ member: grace }, { caseId: made.caseId, assessmentId });
  expect(view).toMatchObject({ supersededById: null, supersedesId: null, mayAssess: true, assessment: { title: "Victim risk assessment", version: 1, score: 35, sourceWords: "By phone", mostPoints: 44 } });
});

it("asks the database no more for more people and more assessments", async () => {
  const count = async () => (await recordStatements(() => tab(priya))).statements.length;
  const before = await count();
  const another = await addInvolvement(made.caseId, "victim", "victim");
  await assess(priya, { caseId: made.caseId, involvementId: another });
  await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") });
  expect(await count()).toBe(before);
});

it("gives the published form by its key, and none for another", async () => {
  expect((await getPublishedTemplate.ask({ member: amina }, { key: "VRA" })).view.template.questions).toHaveLength(15);
  await expect(getPublishedTemplate.ask({ member: amina }, { key: "NONE" })).rejects.toThrow(NotFound);
});
