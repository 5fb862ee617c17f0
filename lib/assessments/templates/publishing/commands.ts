import { z } from "zod";
import { command } from "../../../platform/command";
import type { Tx } from "../../../platform/db";
import { Refused } from "../../../platform/errors";
import { mistakesOf, readForm } from "../importing/rules";
import { templateRefusals } from "../labels";
import { mayDecideTemplate, mayKeepTemplates } from "../policy";
import { stateAt } from "../rules";
import { coloursWithoutTest, runTest } from "../testing/rules";
import { updateAtRevision } from "../drafting/commands";
import { atRevisionInput } from "../drafting/schema";
import { templateFound, type TemplateRow } from "../visibility";
import { askToPublishInput, decidedSchema, decideTemplateInput } from "./schema";

const stop = (rule: string) => new Refused(rule, templateRefusals[rule]);

/** Refuses what nobody may publish: a form with a mistake, or with a test that is missing or does not pass. */
function mustBeSound({ definition, testCases }: Pick<TemplateRow, "definition" | "testCases">): void {
  const read = readForm(definition, testCases);
  if (!read.template || read.mistakes.length > 0 || mistakesOf(read.template).length > 0) throw stop("has-mistakes");
  if (coloursWithoutTest(read.testCases).length > 0 || !read.testCases.every((test) => runTest(read.template!, test).passes)) throw stop("tests-fail");
}

/** The version that ends where a new one begins. Refused where another begins then or later: versions follow each other. */
async function lastOf(tx: Tx, key: string, effectiveFrom: Date): Promise<{ id: string } | null> {
  const last = await tx.template.findFirst({ where: { key, status: "published", retiredAt: null }, select: { id: true, effectiveFrom: true } });
  if (last && last.effectiveFrom! >= effectiveFrom) throw stop("planned-later");
  return last;
}

/** Asks a second person to publish a draft, from a moment on or as soon as they agree. Refused while it has a mistake or a test that does not pass; it stays as it is until they decide. */
export const askToPublish = command({
  name: "template.ask",
  summary: "Asks a second person to publish a draft of a form.",
  input: askToPublishInput,
  output: z.object({ templateId: z.string(), version: z.number() }),
  load: ({ tx, actor, input }) => templateFound(tx, actor, input.templateId),
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: row }) => {
    if (row.status !== "draft") throw stop("not-a-draft");
    if (input.effectiveFrom && input.effectiveFrom <= now) throw stop("from-the-past");
    mustBeSound(row);
    await lastOf(tx, row.key, input.effectiveFrom ?? now);
    await updateAtRevision({ tx, actor, now }, row.id, input.revision, { status: "waiting", approvedById: actor.memberId, askedAt: now, askedNote: input.note, effectiveFrom: input.effectiveFrom, declinedById: null, declineReason: "" });
    return { result: { templateId: row.id, version: row.version }, audit: { detail: { templateId: row.id, key: row.key, version: row.version } } };
  },
});

/** Publishes a version as the second person: it is asked from its moment on, the one before ends then, and neither is ever changed. Or declines, which makes it a draft again; whoever asked may take it back. */
export const decideTemplate = command({
  name: "template.decide",
  summary: "Publishes a version of a form as the second person, or declines to.",
  input: decideTemplateInput,
  output: decidedSchema,
  load: ({ tx, actor, input }) => templateFound(tx, actor, input.templateId),
  allow: mayDecideTemplate,
  words: templateRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: row }) => {
    if (row.status !== "waiting") throw stop("not-waiting");
    const doing = { tx, actor, now };
    const isPublished = input.decision === "published";
    const detail = { templateId: row.id, key: row.key, version: row.version, isPublished };
    if (!isPublished) {
      await updateAtRevision(doing, row.id, input.revision, { status: "draft", approvedById: null, askedAt: null, effectiveFrom: null, declinedById: actor.memberId, declineReason: input.reason });
      return { result: { templateId: row.id, version: row.version, isPublished, effectiveFrom: null }, audit: { detail } };
    }
    mustBeSound(row);
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`template:${row.key}`}, 0))::text`;
    const effectiveFrom = row.effectiveFrom && row.effectiveFrom > now ? row.effectiveFrom : now;
    const before = await lastOf(tx, row.key, effectiveFrom);
    if (before) await tx.template.updateMany({ where: { id: before.id }, data: { retiredAt: effectiveFrom } });
    await updateAtRevision(doing, row.id, input.revision, { status: "published", secondedById: actor.memberId, publishedAt: now, effectiveFrom });
    return { result: { templateId: row.id, version: row.version, isPublished, effectiveFrom: effectiveFrom.toISOString() }, audit: { detail } };
  },
});

/** Calls a planned version off before it comes into force: the one before goes on. One person may, since it only takes away. */
export const callOffTemplate = command({
  name: "template.callOff",
  summary: "Calls off a version of a form that has not come into force yet.",
  input: atRevisionInput,
  output: z.object({ templateId: z.string(), version: z.number() }),
  load: ({ tx, actor, input }) => templateFound(tx, actor, input.templateId),
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  stepUp: true,
  run: async ({ tx, now, subject: row }) => {
    if (stateAt(row, now) !== "planned") throw stop("not-planned");
    if (row.retiredAt) throw stop("not-the-last");
    await tx.template.updateMany({ where: { id: row.id, retiredAt: null }, data: { retiredAt: row.effectiveFrom } });
    await tx.template.updateMany({ where: { key: row.key, status: "published", retiredAt: row.effectiveFrom, effectiveFrom: { lt: row.effectiveFrom! } }, data: { retiredAt: null } });
    return { result: { templateId: row.id, version: row.version }, audit: { detail: { templateId: row.id, key: row.key, version: row.version } } };
  },
});
