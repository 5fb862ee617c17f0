import { z } from "zod";
import type { Tx } from "../../platform/db";
import { anyMember } from "../../platform/decision";
import { NotFound, Refused } from "../../platform/errors";
import type { Prisma } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { riskRefusals } from "../risk/labels";
import { templateSchema, type Template, type TriggerDefinition } from "../schema";
import { mayFinish } from "./rules";

export type AskedTemplate = { id: string; template: Template };

const inForceAt = (now: Date): Prisma.TemplateWhereInput => ({ status: "published", effectiveFrom: { lte: now }, OR: [{ retiredAt: null }, { retiredAt: { gt: now } }] });

/** The form of a key that is in force at a moment, with the id that an assessment pins. NotFound when none is. */
export async function publishedTemplate(tx: Tx, now: Date, key: string): Promise<AskedTemplate> {
  const found = await tx.template.findFirst({ where: { AND: [{ key }, inForceAt(now)] }, select: { id: true, definition: true } });
  if (!found) throw new NotFound();
  return { id: found.id, template: templateSchema.parse(found.definition) };
}

/** The version that a form was begun with, where it may still be finished with it; else null. */
export async function templateBegunWith(tx: Tx, now: Date, key: string, templateId: string): Promise<AskedTemplate | null> {
  const found = await tx.template.findFirst({ where: { id: templateId, key, status: "published" }, select: { id: true, definition: true, status: true, effectiveFrom: true, retiredAt: true } });
  return found && mayFinish(found, now) ? { id: found.id, template: templateSchema.parse(found.definition) } : null;
}

/** The version that answers were asked with; the one in force where none is named. Refused with "form-changed" once it ended more than a day ago. */
export async function templateAskedWith(tx: Tx, now: Date, key: string, templateId: string | null | undefined): Promise<AskedTemplate> {
  if (!templateId) return publishedTemplate(tx, now, key);
  const begun = await templateBegunWith(tx, now, key, templateId);
  if (!begun) throw new Refused("form-changed", riskRefusals["form-changed"]);
  return begun;
}

/** Every trigger that an assessment may have set, as the newest version that came into force defines it: a live one outlives its template. */
export async function triggerDefinitions(tx: Tx, now: Date): Promise<TriggerDefinition[]> {
  const rows = await tx.template.findMany({
    where: { status: "published", effectiveFrom: { lte: now }, OR: [{ retiredAt: null }, { retiredAt: { gt: tx.template.fields.effectiveFrom } }] },
    orderBy: [{ effectiveFrom: "asc" }, { id: "asc" }], select: { definition: true },
  });
  const byKey = new Map(rows.flatMap((row) => templateSchema.parse(row.definition).triggers).map((trigger) => [trigger.key, trigger]));
  return [...byKey.values()];
}

/** A form in force, to ask its questions from. NotFound for a key that has none. */
export const getPublishedTemplate = query({
  name: "template.published",
  summary: "The risk assessment form of a key that is in force: its questions, points, bands and triggers.",
  input: z.strictObject({ key: z.string().regex(/^[A-Z]{2,8}$/, "Choose a form") }),
  output: z.object({ templateId: z.string(), template: templateSchema }),
  allow: anyMember,
  run: async ({ tx, now, input }) => {
    const { id, template } = await publishedTemplate(tx, now, input.key);
    return { templateId: id, template };
  },
  audit: "none",
});
