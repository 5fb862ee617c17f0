import { z } from "zod";
import { event } from "../platform/events";

const about = {
  caseId: z.string(),
  actionId: z.string(),
  askedById: z.string(),
  askedByAgencyId: z.string(),
  ownerAgencyId: z.string(),
};

/** An agency was asked to do something, by a member, a panel or a trigger. */
export const actionRaised = event("action.raised", z.object({
  ...about,
  ownerMemberId: z.string().nullable(),
  isUrgent: z.boolean(),
  origin: z.string(),
}));

/** An agency said no, with a reason: the action is back with the asker, its clock running. */
export const actionDeclined = event("action.declined", z.object(about));

/** An action was done, with its outcome. */
export const actionDone = event("action.done", z.object(about));

/** An action was given to a member, by picking it up or by handing it on. */
export const actionGiven = event("action.given", z.object({ caseId: z.string(), actionId: z.string(), memberId: z.string() }));
