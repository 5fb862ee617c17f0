import { beforeAll, expect, it } from "vitest";
import { getAssessment, getAssessmentForm } from "@/lib/assessments/asking/queries";
import { getReportForm } from "@/lib/assessments/intake/form/queries";
import { completeAssessment } from "@/lib/assessments/risk/commands";
import { getRiskTab } from "@/lib/assessments/tab/queries";
import { getPublishedTemplate } from "@/lib/assessments/templates/queries";
import { keepDraft } from "@/lib/platform/drafts/commands";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, setClock } from "../../support/database";
import { assess, assessmentInput, exampleNamed } from "../../support/factories-assessments";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { publishNext, versionId } from "../../support/factories-templates";

const hour = 3_600_000;
const begins = new Date("2026-11-23T09:00:00Z");
let priya: string;
let made: MadeCase;
let first: string;
let second: string;

const asked = () => getPublishedTemplate.ask({ member: priya }, { key: "VRA" }).then(({ view }) => view);
const formOf = () => getAssessmentForm.ask({ member: priya }, { caseId: made.caseId, subject: made.victimInvolvementId }).then(({ view }) => view.form!);

beforeAll(async () => {
  await loadTestCounty();
  priya = await memberNamed("Priya Shah");
  first = await versionId("VRA", 1);
  await setClock(new Date(begins.getTime() - 2 * hour));
  made = await makeCase({ by: priya, area: "FEN", victim: "Kay Lister" });
});

it("asks the version that is in force: a planned one not before its moment, and then at once", async () => {
  await assess(priya, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") });
  second = await publishNext("VRA", begins, (template) => {
    template.questions[0]!.text = "How often has this happened in the last month?";
    template.questions[0]!.options[5]![1] = "Each and every day";
    template.questions[0]!.options[5]![2] = 6;
    template.questions[0]!.read_aloud = "Think of the last month. How often has it happened?";
    template.bands[2]!.max += 1;
    template.bands[2]!.label = "Very high";
    template.triggers[0]!.text = "Any talk of ending their life";
  });
  expect(await asked()).toMatchObject({ templateId: first, template: { version: 1 } });
  expect((await getReportForm.ask({ member: priya }, {})).view).toMatchObject({ victimTemplateId: first });
  await setClock(begins);
  expect(await asked()).toMatchObject({ templateId: second, template: { version: 2, questions: expect.arrayContaining([expect.objectContaining({ key: "H1", text: "How often has this happened in the last month?" })]) } });
  expect((await getReportForm.ask({ member: priya }, {})).view).toMatchObject({ victimTemplateId: second });
});

it("finishes what was begun with the version it was begun with for a day, scored as that version scores; later it is refused in words", async () => {
  const begun = async () => ({ ...(await assessmentInput({ caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") })), templateId: first });
  await setClock(new Date(begins.getTime() + 23 * hour));
  const done = await completeAssessment.do({ member: priya }, await begun());
  expect(done).toMatchObject({ score: 39 });
  expect(await asOwner(`SELECT "templateId" FROM "Assessment" WHERE id = $1`, [done.assessmentId])).toEqual([{ templateId: first }]);
  await setClock(new Date(begins.getTime() + 25 * hour));
  await expect(begun().then((input) => completeAssessment.do({ member: priya }, input))).rejects.toMatchObject({ rule: "form-changed", message: expect.stringContaining("your answers are kept") });
  const now = await assessmentInput({ caseId: made.caseId, involvementId: made.victimInvolvementId, answers: exampleNamed("Mary") });
  expect(await completeAssessment.do({ member: priya }, { ...now, templateId: second })).toMatchObject({ score: 40 });
});

it("goes on with the version a draft was begun with; once that is over, keeps what means the same and says what to ask again", async () => {
  const answers = { H1: "daily", H2: "yes", V1: ["me"] };
  const draft = { kind: "assessment", subject: `${made.caseId}:${made.victimInvolvementId}`, data: { templateId: first, purpose: "review", source: "phone", value: { answers, factors: ["age"], confirmedTriggers: ["T1"] } } };
  await setClock(new Date(begins.getTime() + 23 * hour));
  await keepDraft.do({ member: priya }, draft);
  expect(await formOf()).toMatchObject({ templateId: first, template: { version: 1 }, changed: null, draft: { data: { value: { answers } } } });
  await setClock(new Date(begins.getTime() + 25 * hour));
  expect(await formOf()).toMatchObject({
    templateId: second, template: { version: 2 },
    changed: { title: "Victim risk assessment", again: [{ question: "Not counting today, how often do these problems happen?", answer: "Every day" }] },
    draft: { data: { value: { answers: { H2: "yes", V1: ["me"] }, factors: ["age"], confirmedTriggers: ["T1"] } } },
  });
});

it("reads an assessment of the first version in its own words, labels and points, with two versions after it", async () => {
  await publishNext("VRA", new Date(begins.getTime() + 48 * hour), (template) => {
    template.title = "Victim risk, the third form";
    template.questions.splice(template.questions.findIndex(({ key }) => key === "I4"), 1);
    template.bands[2]!.max -= 3;
  });
  await setClock(new Date(begins.getTime() + 49 * hour));
  const rows = await asOwner<{ id: string; version: number }>(`SELECT a.id, t.version FROM "Assessment" a JOIN "Template" t ON t.id = a."templateId" WHERE a."caseId" = $1 ORDER BY a."completedAt"`, [made.caseId]);
  expect(rows.map(({ version }) => version)).toEqual([1, 1, 2]);
  const read = async (at: number) => (await getAssessment.ask({ member: priya }, { caseId: made.caseId, assessmentId: rows[at]!.id })).view.assessment;
  const old = await read(0);
  expect(old).toMatchObject({ title: "Victim risk assessment", version: 1, score: 39, mostPoints: 44, bandLabel: "High" });
  expect(old.lines[0]).toMatchObject({ key: "H1", question: "Not counting today, how often do these problems happen?", label: "Every day", points: 5 });
  expect(old.lines.map(({ key }) => key)).toContain("I4");
  expect(await read(2)).toMatchObject({ version: 2, score: 40, mostPoints: 45, bandLabel: "Very high", lines: expect.arrayContaining([expect.objectContaining({ key: "H1", question: "How often has this happened in the last month?", label: "Each and every day", points: 6 })]) });
  const tab = (await getRiskTab.ask({ member: priya }, { caseId: made.caseId })).view;
  expect(tab.offers.triggers[0]).toMatchObject({ key: "T1", text: "Any talk of ending their life" });
  expect((await formOf()).template.title).toBe("Victim risk, the third form");
});

it("the database keeps what was published, and leaves no moment without a form", async () => {
  await expect(asOwner(`UPDATE "Template" SET title = 'Another' WHERE id = $1`, [first])).rejects.toThrow(/never changed/);
  await expect(asOwner(`UPDATE "Template" SET definition = '{}' WHERE id = $1`, [second])).rejects.toThrow(/never changed/);
  await expect(asOwner(`UPDATE "Template" SET "retiredAt" = NULL WHERE id = $1`, [first])).rejects.toThrow(/never changed/);
  await expect(asOwner(`UPDATE "Template" SET "retiredAt" = app_now() + interval '1 day' WHERE key = 'PCI'`)).rejects.toThrow(/ends when the next begins/);
  await expect(asOwner(`DELETE FROM "Template" WHERE id = $1`, [first])).rejects.toThrow();
  await expect(asOwner(`INSERT INTO "Template" (key, version, subject, title, definition, status, "publishedAt", "effectiveFrom") VALUES ('PCI', 2, 'x', 'x', '{}', 'published', app_now(), app_now())`)).rejects.toThrow(/Template_one_without_end/);
});
