import { adminMenu } from "../../../agencies/menu/queries";
import { ragLabels } from "@/lib/clocks/labels";
import { dayAndTime, longDayAndTime } from "../../../format/dates";
import type { Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import { query } from "../../../platform/query";
import { templateShape, type Template } from "../../schema";
import { changesBetween } from "../changes/rules";
import { mistakesOf } from "../importing/rules";
import { stateTones, stateWords, templateRefusals } from "../labels";
import { mayDecideTemplate, mayKeepTemplates } from "../policy";
import { byWords, inForceWords } from "../register/queries";
import { stateAt } from "../rules";
import { coloursWithoutTest, runTest } from "../testing/rules";
import { testCaseSchema } from "../testing/schema";
import { templateFound, type TemplateRow } from "../visibility";
import { exportSchema, versionInput, versionViewSchema, type VersionView } from "./schema";

type Found = Awaited<ReturnType<typeof templateFound>>;

async function namesOn(tx: Tx, row: TemplateRow): Promise<Map<string, string>> {
  const ids = [row.draftedById, row.changedById, row.approvedById, row.secondedById, row.declinedById].flatMap((id) => id ?? []);
  return new Map((await tx.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
}

async function basisOf(tx: Tx, row: TemplateRow): Promise<{ version: number; template: Template } | null> {
  const found = row.basedOnId ? await tx.template.findUnique({ where: { id: row.basedOnId }, select: { version: true, definition: true } }) : null;
  return found && { version: found.version, template: templateShape.parse(found.definition) };
}

/** A key means one question for ever: what any version called a question, no other question is called. */
async function usedKeys(tx: Tx, key: string): Promise<string[]> {
  const rows = await tx.template.findMany({ where: { key }, select: { definition: true } });
  return [...new Set(rows.flatMap(({ definition }) => templateShape.parse(definition).questions.map((question) => question.key)))];
}

function mayOf(actor: Actor, row: Found, now: Date): Pick<VersionView, "may" | "whyNotPublish"> {
  const state = stateAt(row, now);
  const keeps = mayKeepTemplates(actor).allowed;
  const publish = mayDecideTemplate(actor, row, { decision: "published" });
  const isDraft = keeps && state === "draft";
  const isWaiting = keeps && state === "waiting";
  return {
    may: { edit: isDraft, ask: isDraft, publish: isWaiting && publish.allowed, decline: isWaiting, begin: keeps && row.status === "published", callOff: keeps && state === "planned" && !row.retiredAt },
    whyNotPublish: isWaiting && !publish.allowed ? (templateRefusals[publish.reason] ?? "") : "",
  };
}

/** One version of a form: its questions and tests, what is wrong with it, what differs from the one before, and who decides. NotFound for drafts, but to those who keep the forms. */
export const getTemplateVersion = query({
  name: "template.version",
  summary: "One version of a form: its questions and tests, what is wrong with it, and what differs from the one before.",
  input: versionInput,
  output: versionViewSchema,
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, actor, now, input }) => {
    const row = await templateFound(tx, actor, input.templateId);
    const definition = templateShape.parse(row.definition);
    const tests = testCaseSchema.array().parse(row.testCases);
    const names = await namesOn(tx, row);
    const basis = await basisOf(tx, row);
    const state = stateAt(row, now);
    const mistakes = mistakesOf(definition);
    const [used] = await tx.$queryRaw<{ uses: number }[]>`SELECT uses FROM template_uses() WHERE "templateId" = ${row.id}::uuid`;
    const name = (id: string | null) => (id ? (names.get(id) ?? "Somebody who has left") : "");
    return {
      menu: await adminMenu(tx, actor), key: row.key, revision: row.revision, definition, tests, mistakes,
      line: { templateId: row.id, version: row.version, title: row.title, state, stateWords: stateWords[state], tone: stateTones[state], inForceWords: inForceWords(row, state), byWords: byWords(row, names), uses: used?.uses ?? 0 },
      runs: mistakes.length > 0 ? [] : tests.map((test) => runTest(definition, test)),
      untested: coloursWithoutTest(tests).map((rag) => ragLabels[rag].toLowerCase()),
      basedOnVersion: basis?.version ?? 0, basis: row.status === "draft" ? (basis?.template ?? null) : null, usedKeys: row.status === "draft" ? await usedKeys(tx, row.key) : [], changes: basis ? changesBetween(basis.template, definition) : [],
      asked: row.status === "waiting" ? { byName: name(row.approvedById), atWords: row.askedAt ? dayAndTime(row.askedAt, now) : "", note: row.askedNote, fromWords: row.effectiveFrom ? longDayAndTime(row.effectiveFrom) : "" } : null,
      declined: row.status === "draft" && row.declinedById ? { byName: name(row.declinedById), reason: row.declineReason } : null,
      ...mayOf(actor, row, now),
    };
  },
  audit: (view) => ({ detail: { templateId: view.line.templateId, version: view.line.version } }),
});

/** One version of a form with its tests, as a file that an import reads again. */
export const exportTemplate = query({
  name: "template.export",
  summary: "One version of a form with its tests, as JSON.",
  input: versionInput,
  output: exportSchema,
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, actor, input }) => {
    const row = await templateFound(tx, actor, input.templateId);
    return { template: templateShape.parse(row.definition), tests: testCaseSchema.array().parse(row.testCases) };
  },
  audit: (_view, input) => ({ detail: { templateId: input.templateId } }),
});
