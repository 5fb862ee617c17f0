import type { Doing } from "../../../cases/log/commands";
import { dayAndTime } from "../../../format/dates";
import { carriedOver } from "../../asking/rules";
import type { ChangedForm } from "../../asking/schema";
import { templateSchema, type Answers, type Template } from "../../schema";
import { publishedTemplate, templateBegunWith, type AskedTemplate } from "../queries";

export type BegunForm = AskedTemplate & { answers: Answers; changed: ChangedForm | null };
type Begun = { templateId?: string | undefined; answers?: Answers | undefined };

/**
 * The version to ask: the one that the answers were begun with, while it may still be finished; else the one in force,
 * with the answers that mean the same there and, in words, those to ask again. Nothing that was said is lost.
 */
export async function beginOrGoOn(doing: Doing, key: string, { templateId, answers = {} }: Begun): Promise<BegunForm> {
  const { tx, now } = doing;
  const begun = templateId ? await templateBegunWith(tx, now, key, templateId) : null;
  if (begun) return { ...begun, answers, changed: null };
  const asked = await publishedTemplate(tx, now, key);
  const before = templateId ? await versionOf(doing, key, templateId) : null;
  if (!before) return { ...asked, answers, changed: null };
  const carried = carriedOver(before, asked.template, { answers });
  const since = await tx.template.findUniqueOrThrow({ where: { id: asked.id }, select: { effectiveFrom: true } });
  return { ...asked, answers: carried.answers, changed: { title: asked.template.title, sinceWords: dayAndTime(since.effectiveFrom!, now), again: carried.again } };
}

async function versionOf({ tx }: Doing, key: string, templateId: string): Promise<Template | null> {
  const found = await tx.template.findFirst({ where: { id: templateId, key, status: "published" }, select: { definition: true } });
  return found && templateSchema.parse(found.definition);
}
