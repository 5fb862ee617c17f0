import { z } from "zod";
import { ragSchema } from "../clocks/schema";
import { event } from "../platform/events";

/** A case's colour changed, or it got its first. The agency is the one whose save changed it. */
export const ragChanged = event("rag.changed", z.object({
  caseId: z.string(),
  from: ragSchema.nullable(),
  to: ragSchema,
  reason: z.string(),
  agencyId: z.string(),
}));

/** A trigger was recorded, whether or not it changed the colour: what it starts is due all the same. */
export const triggerRecorded = event("trigger.recorded", z.object({
  caseId: z.string(),
  key: z.string(),
  involvementId: z.string().nullable(),
  agencyId: z.string(),
}));

/** A risk assessment was completed on a case. */
export const assessmentCompleted = event("assessment.completed", z.object({
  caseId: z.string(),
  assessmentId: z.string(),
  templateKey: z.string(),
  involvementId: z.string().nullable(),
  rag: ragSchema,
  isIncomplete: z.boolean(),
  /** Every trigger it set: ticked and computed. */
  triggers: z.array(z.string()).default([]),
  flags: z.array(z.string()),
}));

/** An agency was called for and cannot be told here: no live agreement, or nobody of its kind. A referral another way is wanted. */
export const partnerMissing = event("partner.missing", z.object({
  caseId: z.string(),
  kind: z.string(),
  agencyId: z.string().nullable(),
  name: z.string(),
  reasons: z.array(z.string()),
}));

/** Somebody was not sure whether a case is hate: a trained member finds out. */
export const hateQueried = event("hate.queried", z.object({ caseId: z.string() }));

/** A trained member said whether a case is hate. */
export const hateAnswered = event("hate.answered", z.object({ caseId: z.string(), isHate: z.boolean() }));

/** Closing a case is proposed, and takes a manager of the lead agency. */
export const closureProposed = event("closure.proposed", z.object({ caseId: z.string(), leadAgencyId: z.string() }));

/** A manager declined to close a case. */
export const closureDeclined = event("closure.declined", z.object({ caseId: z.string(), proposedById: z.string() }));

/** A case was closed, for every agency on it. */
export const caseClosed = event("case.closed", z.object({ caseId: z.string() }));

/** A closed case is open again. */
export const caseReopened = event("case.reopened", z.object({ caseId: z.string() }));
