import { z } from "zod";
import type { Tx } from "../../platform/db";
import { anyMember } from "../../platform/decision";
import { NotFound } from "../../platform/errors";
import { query } from "../../platform/query";
import { templateSchema, type Template, type TriggerDefinition } from "../schema";

/** The published form of a key, with the id that an assessment pins. NotFound when none is published. */
export async function publishedTemplate(tx: Tx, key: string): Promise<{ id: string; template: Template }> {
  const found = await tx.template.findFirst({ where: { key, status: "published" }, select: { id: true, definition: true } });
  if (!found) throw new NotFound();
  return { id: found.id, template: templateSchema.parse(found.definition) };
}

/** Every trigger that an assessment may have set, as its newest version defines it: a live one outlives its template. */
export async function triggerDefinitions(tx: Tx): Promise<TriggerDefinition[]> {
  const rows = await tx.template.findMany({ where: { status: { in: ["published", "retired"] } }, orderBy: { version: "asc" }, select: { definition: true } });
  const byKey = new Map(rows.flatMap((row) => templateSchema.parse(row.definition).triggers).map((trigger) => [trigger.key, trigger]));
  return [...byKey.values()];
}

/** A published form, to ask its questions from. NotFound for a key that has none. */
export const getPublishedTemplate = query({
  name: "template.published",
  summary: "The published risk assessment form of a key: its questions, points, bands and triggers.",
  input: z.strictObject({ key: z.string().regex(/^[A-Z]{2,8}$/, "Choose a form") }),
  output: z.object({ templateId: z.string(), template: templateSchema }),
  allow: anyMember,
  run: async ({ tx, input }) => {
    const { id, template } = await publishedTemplate(tx, input.key);
    return { templateId: id, template };
  },
  audit: "none",
});
