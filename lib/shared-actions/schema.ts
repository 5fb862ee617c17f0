import { z } from "zod";
import { confirmsNames } from "../cases/log/schema";
import { day, distinct, id, version } from "../format/fields";
import { line, optionalText, text } from "../format/text";

export const actionStatuses = ["offered", "accepted", "done", "declined", "cancelled"] as const;
export const actionStatusSchema = z.enum(actionStatuses);
export type ActionStatus = z.infer<typeof actionStatusSchema>;

/** Asking an agency to do something on a case. */
export const raiseActionInput = z.strictObject({
  caseId: id("Choose a case"),
  ownerAgencyId: id("Select who is asked"),
  /** Only within one's own agency: others choose for themselves who does it. */
  ownerMemberId: id("Select who is asked").optional(),
  what: line({ max: 200, ask: "Enter what is asked", what: "What is asked" }),
  why: optionalText({ max: 1000, what: "Why" }),
  /** The last day; left out, the time standard of the case's colour sets it. */
  dueOn: day("Enter the day by which it is due").optional(),
  isUrgent: z.boolean({ error: "Say whether it is urgent" }).default(false),
  confirmsNames,
});
export type RaiseActionInput = z.input<typeof raiseActionInput>;

const which = { actionId: id("Choose an action"), version: version() };

export const acceptActionInput = z.strictObject({ ...which, memberId: id("Select who does it").optional() });
export const handOnActionInput = z.strictObject({ ...which, memberId: id("Select who does it") });
export const declineActionInput = z.strictObject({ ...which, reason: text({ max: 1000, ask: "Enter why you cannot do it", what: "The reason" }), confirmsNames });
export const completeActionInput = z.strictObject({ ...which, outcome: text({ max: 2000, ask: "Enter what was done and what came of it", what: "The outcome" }), confirmsNames });
export const cancelActionInput = z.strictObject({ ...which, reason: text({ max: 1000, ask: "Enter why it is no longer needed", what: "The reason" }), confirmsNames });
export const askAgainInput = z.strictObject({ ...which, ownerAgencyId: id("Select who is asked"), confirmsNames });

export const acceptManyInput = z.strictObject({
  actions: z.array(z.strictObject(which)).min(1, "Choose at least one action").max(50, "Choose at most 50 actions")
    .refine((given) => distinct(given.map((one) => one.actionId)), { error: "Choose each action once" }),
});

/** An action as it stands: what a command answers, and what a conflict shows. */
export const actionStandsSchema = z.object({
  actionId: z.string(),
  caseId: z.string(),
  version: z.number(),
  status: actionStatusSchema,
  what: z.string(),
  dueAt: z.string(),
  ownerAgencyName: z.string(),
  ownerMemberName: z.string(),
  declineReason: z.string(),
  outcome: z.string(),
});
export type ActionStands = z.infer<typeof actionStandsSchema>;
