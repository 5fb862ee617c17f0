import { beforeAll, expect, it } from "vitest";
import { listTemplates } from "@/lib/assessments/templates/register/queries";
import { beginDraft, changeDraft, discardDraft, importForm } from "@/lib/assessments/templates/drafting/commands";
import { askToPublish, callOffTemplate, decideTemplate } from "@/lib/assessments/templates/publishing/commands";
import { exportTemplate, getTemplateVersion } from "@/lib/assessments/templates/version/queries";
import { getPublishedTemplate } from "@/lib/assessments/templates/queries";
import type { Template } from "@/lib/assessments/schema";
import { NotFound } from "@/lib/platform/errors";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, setClock } from "../../support/database";
import { versionId } from "../../support/factories-templates";

let owen: string;
let agnes: string;
let jo: string;
let first: string;
const now = new Date("2026-11-23T09:00:00Z");

beforeAll(async () => {
  await loadTestCounty();
  [owen, agnes, jo] = await Promise.all(["Owen Price", "Agnes Quill", "Jo Ellwood"].map(memberNamed)) as [string, string, string];
  first = await versionId("VRA", 1);
  await setClock(now);
});

const version = (templateId: string, member = owen) => getTemplateVersion.ask({ member }, { templateId }).then(({ view }) => view);
const asked = () => getPublishedTemplate.ask({ member: jo }, { key: "VRA" }).then(({ view }) => view.template.version);

/** Changes a draft as the editor would. */
async function change(templateId: string, edit: (template: Template, view: Awaited<ReturnType<typeof version>>) => void, member = owen) {
  const view = await version(templateId, member);
  edit(view.definition, view);
  return changeDraft.do({ member }, { templateId, revision: view.revision, definition: view.definition, tests: view.tests });
}

it("a draft begins from what is in force, with its tests; there is one at a time, and it can be thrown away", async () => {
  const draft = await beginDraft.do({ member: owen }, { templateId: first });
  expect(draft).toMatchObject({ version: 2, revision: 1 });
  const view = await version(draft.templateId);
  expect(view).toMatchObject({ mistakes: [], changes: [], basedOnVersion: 1, untested: [], line: { state: "draft", uses: 0, byWords: "Last changed by Owen Price" }, may: { edit: true, ask: true, publish: false } });
  expect(view.runs.map(({ passes }) => passes)).toEqual([true, true, true, true, true, true]);
  await expect(beginDraft.do({ member: agnes }, { templateId: first })).rejects.toMatchObject({ rule: "draft-exists" });
  await expect(version(draft.templateId, jo)).rejects.toMatchObject({ reason: "not-county-governance" });
  await discardDraft.do({ member: owen }, { templateId: draft.templateId, revision: 1 });
  await expect(version(draft.templateId)).rejects.toBeInstanceOf(NotFound);
});

it("a failing test and a mistake stop the asking; nothing typed is lost by saving them", async () => {
  const { templateId } = await beginDraft.do({ member: owen }, { templateId: first });
  await change(templateId, ({ questions, bands }) => {
    questions[0]!.options[5]![2] = 6;
    bands[2]!.max = 45;
  });
  const failing = await version(templateId);
  expect(failing.mistakes).toEqual([]);
  expect(failing.runs.filter(({ passes }) => !passes)).toMatchObject([{ name: "Mary", lines: [{ what: "Score", expected: "39", found: "40", agrees: false }, { agrees: true }, { agrees: true }, { agrees: true }, { agrees: true }] }]);
  expect(failing.changes).toEqual([{ what: "Band red", was: "25 to 44, “High”", is: "25 to 45, “High”" }, { what: "Question H1, answer daily", was: "“Every day”, 5 points", is: "“Every day”, 6 points" }]);
  await expect(askToPublish.do({ member: owen }, { templateId, revision: failing.revision })).rejects.toMatchObject({ rule: "tests-fail" });
  await change(templateId, (template, view) => {
    view.tests.find(({ name }) => name === "Mary")!.expected.score = 40;
    template.questions.splice(template.questions.findIndex(({ key }) => key === "H3"), 1);
  });
  const broken = await version(templateId);
  expect(broken.mistakes.map(({ where, what }) => `${where}: ${what}`)).toEqual([
    "Band red, last point: The last band must end at 43, the highest score", "Screening, questions: There is no question H3 to ask", "Screening, high answers, H3: There is no answer yes", "Questions: Question H3 must stay: every report is screened by it",
  ]);
  await expect(askToPublish.do({ member: owen }, { templateId, revision: broken.revision })).rejects.toMatchObject({ rule: "has-mistakes" });
  await discardDraft.do({ member: owen }, { templateId, revision: broken.revision });
});

it("two who write the same draft never overtake each other unseen", async () => {
  const { templateId, revision } = await beginDraft.do({ member: owen }, { templateId: first });
  const { definition, tests } = await version(templateId);
  await changeDraft.do({ member: agnes }, { templateId, revision, definition: { ...definition, title: "Agnes's title" }, tests });
  await expect(changeDraft.do({ member: owen }, { templateId, revision, definition: { ...definition, title: "Owen's title" }, tests })).rejects.toMatchObject({ current: { revision: 2, byName: "Agnes Quill", definition: { title: "Agnes's title" } } });
  await discardDraft.do({ member: owen }, { templateId, revision: 2 });
});

it("one asks and another publishes, from a moment on; a planned version can be called off, and then never comes", async () => {
  const { templateId } = await beginDraft.do({ member: owen }, { templateId: first });
  const { revision } = await change(templateId, ({ questions }) => { questions[0]!.text = "How often is it?"; });
  const later = "2026-12-01T09:00:00Z";
  await expect(askToPublish.do({ member: owen }, { templateId, revision, effectiveFrom: "2026-11-01T09:00:00Z" })).rejects.toMatchObject({ rule: "from-the-past" });
  await askToPublish.do({ member: owen }, { templateId, revision, effectiveFrom: later, note: "Plainer words" });
  expect(await version(templateId, agnes)).toMatchObject({ line: { state: "waiting" }, asked: { byName: "Owen Price", note: "Plainer words", fromWords: "1 December 2026 at 09:00" }, may: { publish: true, edit: false } });
  await expect(change(templateId, () => undefined)).rejects.toMatchObject({ rule: "not-a-draft" });
  await expect(decideTemplate.do({ member: owen }, { templateId, revision: revision + 1, decision: "published" })).rejects.toMatchObject({ reason: "second-person" });
  await decideTemplate.do({ member: agnes }, { templateId, revision: revision + 1, decision: "published" });
  expect(await asked()).toBe(1);
  await setClock(new Date("2026-11-30T09:00:00Z"));
  await callOffTemplate.do({ member: agnes }, { templateId, revision: revision + 2 });
  await setClock(new Date("2026-12-01T09:00:01Z"));
  expect(await asked()).toBe(1);
  expect((await listTemplates.ask({ member: owen }, {})).view.forms[0]!.versions.map(({ version: n, state }) => [n, state])).toEqual([[2, "called_off"], [1, "in_force"]]);
});

it("a declined draft says why, and is a draft again; published at once, it is asked at once and the one before has ended", async () => {
  const { templateId } = await beginDraft.do({ member: owen }, { templateId: first });
  const { revision } = await change(templateId, ({ questions }) => { questions[0]!.text = "How often is it?"; });
  await askToPublish.do({ member: owen }, { templateId, revision });
  await decideTemplate.do({ member: agnes }, { templateId, revision: revision + 1, decision: "declined", reason: "Say since when" });
  expect(await version(templateId)).toMatchObject({ line: { state: "draft" }, declined: { byName: "Agnes Quill", reason: "Say since when" } });
  await askToPublish.do({ member: owen }, { templateId, revision: revision + 2 });
  await decideTemplate.do({ member: agnes }, { templateId, revision: revision + 3, decision: "published" });
  expect(await asked()).toBe(3);
  const [old] = await asOwner<{ ended: boolean }>(`SELECT "retiredAt" = (SELECT "effectiveFrom" FROM "Template" WHERE id = $2) AS ended FROM "Template" WHERE id = $1`, [first, templateId]);
  expect(old).toEqual({ ended: true });
});

it("what is exported is read again; a file with mistakes is refused with every one of them where it stands", async () => {
  const file = (await exportTemplate.ask({ member: owen }, { templateId: first })).view;
  const made = await importForm.do({ member: owen }, { key: "VRA", text: JSON.stringify(file) });
  expect((await version(made.templateId)).changes).toEqual([{ what: "Question H1, wording", was: "How often is it?", is: "Not counting today, how often do these problems happen?" }]);
  const bad = structuredClone(file) as unknown as { template: { questions: Record<string, unknown>[]; bands: { max: unknown }[]; colour: string; title?: string }; tests: { expected: { rag: string } }[] };
  bad.template.questions[3]!.options = [["no", "No", 0], ["sight", "", 99], ["known", "Yes", "two"]];
  bad.template.colour = "blue";
  delete bad.template.title;
  bad.template.questions[1]!.key = "H1";
  bad.tests[0]!.expected.rag = "pink";
  const refused = await importForm.do({ member: owen }, { key: "VRA", text: JSON.stringify(bad), templateId: made.templateId, revision: 1 }).then(() => [], (error: { fields: { message: string }[] }) => error.fields.map(({ message }) => message));
  expect(refused).toEqual(expect.arrayContaining([
    "Question H4, answer 2 (sight), words: Enter words", "Question H4, answer 2 (sight), points: Enter 20 or less", "Question H4, answer 3 (known), points: Here must stand a number", "Title: This is missing", "The whole form: colour does not belong here",
    "Test 1 (first time, nobody in particular), what is expected, colour: Choose red, amber or green",
  ]));
  expect((await version(made.templateId)).revision).toBe(1);
  await expect(importForm.do({ member: owen }, { key: "VRA", text: '{\n  "key": "VRA",\n  "version" 2\n}', templateId: made.templateId, revision: 1 })).rejects.toMatchObject({ fields: [{ message: expect.stringMatching(/^Line 3: This is not JSON\./) }] });
  await expect(importForm.do({ member: owen }, { key: "PCI", text: JSON.stringify(file) })).rejects.toMatchObject({ fields: [{ message: "Key: This is a form VRA, and here belongs PCI" }] });
  await discardDraft.do({ member: owen }, { templateId: made.templateId, revision: 1 });
});
