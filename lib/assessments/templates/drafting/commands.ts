import { z } from "zod";
import { command, nothing } from "../../../platform/command";
import type { Tx } from "../../../platform/db";
import type { Doing } from "../../../cases/log/commands";
import { Conflict, InvalidInput, Refused } from "../../../platform/errors";
import type { Prisma } from "../../../platform/generated/client";
import type { Template } from "../../schema";
import { readFile, readForm, type Mistake } from "../importing/rules";
import { templateRefusals } from "../labels";
import { mayKeepTemplates } from "../policy";
import type { TestCase } from "../testing/schema";
import { templateFound, type TemplateRow } from "../visibility";
import { atRevisionInput, beginDraftInput, changeDraftInput, draftSchema, importFormInput } from "./schema";

const stop = (rule: string) => new Refused(rule, templateRefusals[rule]);
const json = (value: unknown) => value as Prisma.InputJsonValue;
const inWords = ({ path, where, what }: Mistake) => ({ path, message: `${where}: ${what}` });

/** Changes a version only as it was read; Conflict with what stands now, and who wrote it, otherwise. */
export async function updateAtRevision({ tx, actor }: Doing, templateId: string, revision: number, data: Prisma.TemplateUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.template.updateMany({ where: { id: templateId, revision }, data: { ...data, revision: { increment: 1 } } });
  if (count > 0) return;
  const now = await templateFound(tx, actor, templateId);
  const by = now.changedById ? await tx.member.findUnique({ where: { id: now.changedById }, select: { name: true } }) : null;
  throw new Conflict({ revision: now.revision, byName: by?.name ?? "", status: now.status, definition: now.definition, tests: now.testCases });
}

async function nextVersion(tx: Tx, key: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`template:${key}`}, 0))::text`;
  if ((await tx.template.count({ where: { key, status: { in: ["draft", "waiting"] } } })) > 0) throw stop("draft-exists");
  const last = await tx.template.findFirst({ where: { key }, orderBy: { version: "desc" }, select: { version: true } });
  return (last?.version ?? 0) + 1;
}

async function draft({ tx, actor, now }: Doing, template: Template, testCases: TestCase[], basedOnId: string | null) {
  const version = await nextVersion(tx, template.key);
  const { key, subject, title } = template;
  const { id } = await tx.template.create({
    data: { key, version, subject, title, definition: json({ ...template, version }), testCases: json(testCases), basedOnId, draftedById: actor.memberId, draftedAt: now, changedById: actor.memberId, changedAt: now }, select: { id: true },
  });
  return { templateId: id, version, revision: 1 };
}

/** Begins a draft of the next version from one that was published, with its tests. Refused while there is a draft of the form. */
export const beginDraft = command({
  name: "template.begin",
  summary: "Begins a draft of the next version of a form from one that was published.",
  input: beginDraftInput,
  output: draftSchema,
  load: ({ tx, actor, input }) => templateFound(tx, actor, input.templateId),
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, actor, now, subject: from }) => {
    if (from.status !== "published") throw stop("not-published");
    const { template, testCases } = readForm(from.definition, from.testCases);
    if (!template) throw stop("has-mistakes");
    const made = await draft({ tx, actor, now }, template, testCases, from.id);
    return { result: made, audit: { detail: { templateId: made.templateId, key: from.key, version: made.version } } };
  },
});

/** Reads a form from a file as the draft of its next version, or over the draft there is. Refused with every mistake named where it stands; nothing is kept then. */
export const importForm = command({
  name: "template.import",
  summary: "Reads a form from JSON as a draft, or names every mistake in it.",
  input: importFormInput,
  output: draftSchema,
  load: async ({ tx, actor, input }) => (input.templateId ? templateFound(tx, actor, input.templateId) : nothing()),
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, actor, now, input, subject: over }) => {
    const doing = { tx, actor, now };
    const { template, testCases, hasTests, mistakes } = readFile(input.text);
    const other = template && template.key !== input.key ? [{ path: "key", where: "Key", what: `This is a form ${template.key}, and here belongs ${input.key}` }] : [];
    if (!template || mistakes.length > 0 || other.length > 0) throw new InvalidInput([...other, ...mistakes].map(({ where, what }) => ({ path: "text", message: `${where}: ${what}` })));
    const inForce = await tx.template.findFirst({ where: { key: input.key, status: "published" }, orderBy: [{ effectiveFrom: "desc" }, { id: "asc" }], select: { id: true, testCases: true } });
    const tests = hasTests ? testCases : readForm(template, over?.testCases ?? inForce?.testCases ?? []).testCases;
    if (!over) {
      const made = await draft(doing, template, tests, inForce?.id ?? null);
      return { result: made, audit: { detail: { templateId: made.templateId, key: template.key, version: made.version } } };
    }
    return write(doing, over, input.revision ?? 0, template, tests);
  },
});

async function write(doing: Doing, row: TemplateRow, revision: number, template: Template, testCases: TestCase[]) {
  const { actor, now } = doing;
  if (row.status !== "draft") throw stop("not-a-draft");
  await updateAtRevision(doing, row.id, revision, {
    title: template.title, definition: json({ ...template, key: row.key, version: row.version, subject: row.subject }), testCases: json(testCases), changedById: actor.memberId, changedAt: now,
  });
  return { result: { templateId: row.id, version: row.version, revision: revision + 1 }, audit: { detail: { templateId: row.id, version: row.version } } };
}

/** Saves a draft as it stands, contradictions and all: they are named until they are put right. Refused for what has not the shape of a form; Conflict where somebody else saved meanwhile. */
export const changeDraft = command({
  name: "template.change",
  summary: "Saves a draft of a form with its tests.",
  input: changeDraftInput,
  output: draftSchema,
  load: ({ tx, actor, input }) => templateFound(tx, actor, input.templateId),
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, actor, now, input, subject: row }) => {
    const { template, testCases, mistakes } = readForm({ ...input.definition, key: row.key, version: row.version }, input.tests);
    const ofTests = mistakes.filter(({ path }) => path.startsWith("tests"));
    if (!template || ofTests.length > 0) throw new InvalidInput((template ? ofTests : mistakes).map(inWords));
    return write({ tx, actor, now }, row, input.revision, template, testCases);
  },
});

/** Throws a draft away. What waits is taken back first; what was published stays. */
export const discardDraft = command({
  name: "template.discard",
  summary: "Throws a draft of a form away.",
  input: atRevisionInput,
  output: z.object({}),
  load: ({ tx, actor, input }) => templateFound(tx, actor, input.templateId),
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, input, subject: row }) => {
    if (row.status !== "draft") throw stop("not-a-draft");
    const { count } = await tx.template.deleteMany({ where: { id: row.id, revision: input.revision } });
    if (count === 0) throw new Conflict({ revision: row.revision });
    return { result: {}, audit: { detail: { templateId: row.id, key: row.key, version: row.version } } };
  },
});
