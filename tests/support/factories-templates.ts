import { randomUUID } from "node:crypto";
import templates from "../../prisma/seed/data/risk-templates.json";
import { templateSchema, type Template } from "../../lib/assessments/schema";
import { asOwner } from "./database";

const definitions = templates.templates.map((template) => templateSchema.parse(template));

/** The form that the county begins with, to be changed by hand. */
export function formNamed(key: "VRA" | "PCI"): Template {
  return structuredClone(definitions.find((template) => template.key === key)!);
}

/** The id of a version of a form. */
export async function versionId(key: string, version: number): Promise<string> {
  return (await asOwner<{ id: string }>(`SELECT id FROM "Template" WHERE key = $1 AND version = $2`, [key, version]))[0]!.id;
}

/** Publishes the next version from a moment on as it would stand once two people agreed; the one before ends then. */
export async function publishNext(key: "VRA" | "PCI", effectiveFrom: Date, change: (template: Template) => void): Promise<string> {
  const [last] = await asOwner<{ id: string; version: number; definition: Template }>(`SELECT id, version, definition FROM "Template" WHERE key = $1 AND status = 'published' AND "retiredAt" IS NULL`, [key]);
  const template = structuredClone(last!.definition);
  change(template);
  template.version = last!.version + 1;
  const id = randomUUID();
  const at = effectiveFrom.toISOString();
  const text = (words: string) => `'${words.replaceAll("'", "''")}'`;
  await asOwner(
    `UPDATE "Template" SET "retiredAt" = '${at}' WHERE id = '${last!.id}';
     INSERT INTO "Template" (id, key, version, subject, title, definition, "testCases", status, "publishedAt", "effectiveFrom")
     SELECT '${id}', key, ${template.version}, subject, ${text(template.title)}, ${text(JSON.stringify(template))}::jsonb, "testCases", 'published', app_now(), '${at}' FROM "Template" WHERE id = '${last!.id}'`,
  );
  return id;
}
