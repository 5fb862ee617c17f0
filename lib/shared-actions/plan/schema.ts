import { z } from "zod";
import { caseHeaderSchema } from "../../cases/page/schema";
import { actionLineSchema, colleagueSchema } from "../lines/schema";

export const casePlanInput = z.strictObject({ caseId: z.uuid({ error: "Choose a case" }) });

/** An agency that can be asked, and whether anything stands in the way. */
export const askableSchema = z.object({ agencyId: z.string(), name: z.string(), mayBeAsked: z.boolean(), whyNot: z.string() });
export type Askable = z.infer<typeof askableSchema>;

export const casePlanSchema = z.object({
  header: caseHeaderSchema,
  open: z.array(actionLineSchema),
  ended: z.array(actionLineSchema),
  askable: z.array(askableSchema),
  colleagues: z.array(colleagueSchema),
  ownAgencyId: z.string(),
  /** The day the time standard gives when none is entered, and in words. */
  defaultDueOn: z.string(),
  defaultDueWords: z.string(),
  mayRaise: z.boolean(),
  whyNotRaise: z.string(),
});
export type CasePlanView = z.infer<typeof casePlanSchema>;
export const askableListSchema = z.object({ askable: z.array(askableSchema) });
