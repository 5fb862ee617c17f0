import { z } from "zod";
import { confirmsNames } from "@/lib/cases/log/schema";
import { day, id, version } from "@/lib/format/fields";
import { optionalText, text } from "@/lib/format/text";

/** How a need is known. */
export const needSources = ["said", "observed", "confirmed"] as const;
export const needSourceSchema = z.enum(needSources, { error: "Select how it is known" });
export type NeedSource = z.infer<typeof needSourceSchema>;

/** A need of somebody on the case; of the case itself without an involvement. */
export const recordNeedInput = z.strictObject({
  caseId: id("Choose a case"),
  involvementId: id("Choose whose need it is").nullish(),
  code: z.string({ error: "Select a need" }).regex(/^[a-z_]{2,60}$/, "Select a need"),
  source: needSourceSchema,
  note: optionalText({ max: 1000, what: "The note" }),
  confirmsNames,
  startsOn: day("Enter since when").optional(),
});
export type RecordNeedInput = z.input<typeof recordNeedInput>;

export const endNeedInput = z.strictObject({
  caseId: id("Choose a case"),
  needId: id("Choose a need"),
  version: version(),
  endsOn: day("Enter the last day").optional(),
  reason: text({ max: 1000, ask: "Enter what has changed", what: "What has changed" }),
  confirmsNames,
});
export type EndNeedInput = z.input<typeof endNeedInput>;
