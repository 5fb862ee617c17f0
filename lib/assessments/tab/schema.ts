import { z } from "zod";
import { caseHeaderSchema } from "@/lib/cases/page/schema";
import { ragSchema } from "@/lib/clocks/schema";
import { hateViewSchema } from "../hate/schema";
import { assessedSubjectSchema } from "../reading/schema";

/** One claim on a case's colour: the worst of them is its colour. */
export const claimSchema = z.object({
  kind: z.enum(["trigger", "raised", "victim", "behaviour", "lowered"]),
  rag: ragSchema,
  what: z.string(),
  by: z.string(),
  atWords: z.string(),
  ownWords: z.string(),
  isDeciding: z.boolean(),
});
export type Claim = z.infer<typeof claimSchema>;

export const liveTriggerSchema = z.object({
  triggerId: z.string(),
  version: z.number(),
  key: z.string(),
  label: z.string(),
  rag: ragSchema,
  /** Whom it is about; empty where nobody was named. */
  whose: z.string(),
  note: z.string(),
  byName: z.string(),
  byAgency: z.string(),
  atWords: z.string(),
  isHate: z.boolean(),
  /** How it ends, or why not yet; for a manager of the lead, what is still missing. */
  endsWords: z.string(),
  mayEnd: z.boolean(),
});
export type LiveTriggerView = z.infer<typeof liveTriggerSchema>;

export const judgementViewSchema = z.object({
  overrideId: z.string(),
  direction: z.enum(["up", "down"]),
  rag: ragSchema,
  reason: z.string(),
  byName: z.string(),
  byAgency: z.string(),
  atWords: z.string(),
  /** "until 1 May 2026", "ended 3 Apr", or empty while it holds without an end. */
  untilWords: z.string(),
  isLive: z.boolean(),
});
export type JudgementView = z.infer<typeof judgementViewSchema>;

export const needViewSchema = z.object({
  needId: z.string(),
  version: z.number(),
  label: z.string(),
  sourceWords: z.string(),
  note: z.string(),
  datesWords: z.string(),
  isLive: z.boolean(),
});
export const needGroupSchema = z.object({
  /** Null for the case itself. */
  involvementId: z.string().nullable(),
  name: z.string(),
  note: z.string(),
  needs: z.array(needViewSchema),
});
export type NeedGroup = z.infer<typeof needGroupSchema>;

const choice = z.object({ value: z.string(), label: z.string() });

/** Risk and needs of a case, cut to what the member's reach and side may see. */
export const riskTabSchema = z.object({
  header: caseHeaderSchema,
  /** "all" for who works the case; "summary" without scores; "behaviour" for the perpetrator's side. */
  sees: z.enum(["all", "summary", "behaviour"]),
  claims: z.array(claimSchema),
  history: z.array(z.object({ rag: ragSchema, reason: z.string(), atWords: z.string(), byName: z.string(), lastedWords: z.string() })),
  victims: z.array(assessedSubjectSchema),
  behaviour: z.array(assessedSubjectSchema),
  triggers: z.array(liveTriggerSchema),
  judgements: z.array(judgementViewSchema),
  needs: z.array(needGroupSchema),
  /** What the forms on the page offer. */
  offers: z.object({
    triggers: z.array(z.object({ key: z.string(), text: z.string(), rag: ragSchema, title: z.string(), lines: z.array(z.string()) })),
    people: z.array(choice),
    needs: z.array(choice),
    raiseTo: z.array(ragSchema),
    lowerTo: z.array(ragSchema),
    lowerUntil: z.string(),
  }),
  hate: hateViewSchema,
  may: z.object({ assess: z.boolean(), recordTrigger: z.boolean(), raise: z.boolean(), lower: z.boolean(), takeDown: z.boolean(), recordNeed: z.boolean() }),
  /** Why risk may not be lowered by this member now; empty when it may. */
  loweringRefusal: z.string(),
});
export type RiskTabView = z.infer<typeof riskTabSchema>;
