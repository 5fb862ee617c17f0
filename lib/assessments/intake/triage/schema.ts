import { z } from "zod";
import { distinct, id, version } from "@/lib/format/fields";
import { text } from "@/lib/format/text";
import { nsirHeadingSchema, nsirQualifierSchema } from "@/lib/reports/schema";

const sorted = { reportId: id("Choose a report"), version: version() };
/** A better classification learned since; the first one is kept. */
const reclassified = { nsirHeading: nsirHeadingSchema.optional(), nsirQualifier: nsirQualifierSchema.optional() };

export const adviseOnlyInput = z.strictObject({
  ...sorted,
  adviceGiven: text({ max: 2000, ask: "Enter the advice you gave", what: "The advice" }),
});

export const linkToCaseInput = z.strictObject({ ...sorted, ...reclassified, caseId: id("Choose the case to join") });

export const sameEventInput = z.strictObject({ ...sorted, sameAsId: id("Choose the report of the same event") });

export const openCaseInput = z.strictObject({
  ...sorted,
  ...reclassified,
  leads: z.enum(["own", "area"], { error: "Select who leads the case" }).optional(),
  shareWith: z.array(id("Choose agencies from the list")).max(20, "Choose at most 20 agencies").refine(distinct, { error: "Choose each agency once" }).default([]),
});

/** Where a sorted report went. */
export const sortedReportSchema = z.object({
  reportId: z.string(),
  asbCase: z.object({ caseId: z.string(), reference: z.string() }).nullable(),
});

export const callMadeInput = z.strictObject({
  callId: id("Choose a call from the list"),
  version: version(),
  note: text({ max: 1000, ask: "Say whom you spoke to and what was agreed", what: "The note" }),
});
