import { z } from "zod";
import { id, version } from "../../format/fields";
import { optionalText, text } from "../../format/text";
import { caseHeaderSchema } from "../../cases/page/schema";
import { caseOutcomeSchema } from "../../cases/schema";

/** What a victim says of closing the case. Not reached takes three tries. */
export const victimViews = ["agrees", "disagrees", "not_reached"] as const;
export type VictimView = (typeof victimViews)[number];

const caseId = id("Open the case again");

export const victimViewInput = z.strictObject({
  caseId,
  involvementId: id("Choose whose view it is"),
  view: z.enum(victimViews, { error: "Select what they say of closing the case" }),
  words: optionalText({ max: 2000, what: "Their words" }),
}).refine(({ view, words }) => view !== "disagrees" || words !== "", { error: "Write why they do not want it closed, in their own words", path: ["words"] });

export const closeCaseInput = z.strictObject({
  caseId,
  version: version(),
  outcome: caseOutcomeSchema,
  reason: text({ max: 2000, ask: "Enter why the case can close", what: "The reason" }),
});

const decisionReason = optionalText({ max: 2000, what: "The reason" });
export const decideClosureInput = z.strictObject({
  caseId,
  version: version(),
  decision: z.enum(["closed", "declined"], { error: "Choose whether it closes" }),
  reason: decisionReason,
}).refine(({ reason }) => reason !== "", { error: "Enter the reason for your decision", path: ["reason"] });

export const withdrawClosureInput = z.strictObject({ caseId, version: version() });

export const reopenCaseInput = z.strictObject({ caseId, version: version(), reason: text({ max: 2000, ask: "Enter why the case opens again", what: "The reason" }) });

/** What still stands in the way of closing, each with its own words and place to put it right. */
export const closureNeeds = [
  "not-assessed", "open-actions", "closing-assessment", "assessment-red", "still-red", "trigger-live", "hate-query-open", "view-missing",
] as const;
export type ClosureNeed = (typeof closureNeeds)[number];

/** Why closing takes a manager's approval. */
export const approvalReasons = ["disagrees", "was_red"] as const;
export type ApprovalReason = (typeof approvalReasons)[number];

export const closedOrProposed = z.object({ caseId: z.string(), status: z.enum(["closed", "closure_proposed"]), because: z.array(z.enum(approvalReasons)) });

const victimSchema = z.object({
  involvementId: z.string(), name: z.string(),
  view: z.enum(victimViews).nullable(), viewWords: z.string(), words: z.string(),
  tries: z.number(), mayBeNotReached: z.boolean(),
  closing: z.object({ isDone: z.boolean(), words: z.string() }),
});

/** A case's closing: what is still needed, what was proposed, and what the member may do. */
export const closingSchema = z.object({
  header: caseHeaderSchema,
  needs: z.array(z.object({ code: z.enum(closureNeeds), isMet: z.boolean(), words: z.string(), fix: z.enum(["risk", "plan", "here"]) })),
  actions: z.array(z.object({ id: z.string(), what: z.string() })),
  victims: z.array(victimSchema),
  orders: z.array(z.object({ id: z.string(), words: z.string() })),
  outcomes: z.array(z.object({ code: z.string(), label: z.string() })),
  because: z.array(z.enum(approvalReasons)),
  proposal: z.object({ outcomeWords: z.string(), reason: z.string(), because: z.array(z.enum(approvalReasons)), by: z.string(), whenWords: z.string(), isMine: z.boolean() }).nullable(),
  /** That a manager declined it, when nothing has been proposed since. */
  last: z.object({ words: z.string(), reason: z.string() }).nullable(),
  closed: z.object({ outcomeWords: z.string(), whenWords: z.string(), untilWords: z.string(), mayStillReopen: z.boolean() }).nullable(),
  may: z.object({ propose: z.boolean(), recordView: z.boolean(), decide: z.boolean(), withdraw: z.boolean(), reopen: z.boolean() }),
});
export type ClosingView = z.infer<typeof closingSchema>;
