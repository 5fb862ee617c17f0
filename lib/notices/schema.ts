import { z } from "zod";
import { type RunningClock, runningClocks } from "../clocks/escalation/rules";
import { ragSchema } from "../clocks/schema";

/** That a clock of a case ran out: a kind for each clock. */
export const lateKinds = runningClocks.map((clock) => `late:${clock}` as const);
export type LateKind = `late:${RunningClock}`;

/** What a member can be told of. The words are made when the notice is read. */
export const noticeKinds = ["case-shared", "case-red", "trigger", "access-asked", "action-offered", "action-given", "action-declined", "action-done", "glass-broken", "seal-broken", "case-sought", "access-answered", "lead-offered", "lead-answered", "lead-withdrawn", "request-late", "second-person", "sign-in-reset", "agreement-ending", "action-stranded", "recovery-code-used", "sign-in-changed", "closure-proposed", "closure-declined", "case-closed", "case-reopened", ...lateKinds] as const;
export const noticeKindSchema = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** Where a list goes on: after the notice that was shown last. */
export const noticeCursor = z.string().regex(/^\d{1,15}_[0-9a-f-]{36}$/, "Open the list again from the start");

export const listNoticesInput = z.strictObject({ after: noticeCursor.optional() });

/** Marking some of one's own notices as read, or all that came up to a moment. */
export const readNoticesInput = z.union([
  z.strictObject({ noticeIds: z.array(z.uuid("Choose a notice")).min(1, "Choose a notice").max(100, "Choose at most 100 notices") }),
  z.strictObject({ upTo: z.iso.datetime({ offset: true, error: "Open the list again" }) }),
]);

export const noticeViewSchema = z.object({
  noticeId: z.string(),
  kind: noticeKindSchema,
  isUrgent: z.boolean(),
  isRead: z.boolean(),
  createdAt: z.string(),
  whenWords: z.string(),
  /** The sentence, under the rule as it is now. */
  words: z.string(),
  detail: z.string(),
  reference: z.string(),
  rag: ragSchema.nullable(),
  href: z.string(),
});
export type NoticeView = z.infer<typeof noticeViewSchema>;

export const noticeListSchema = z.object({
  now: z.string(),
  unread: z.number(),
  notices: z.array(noticeViewSchema),
  next: z.string().nullable(),
});
export type NoticeListView = z.infer<typeof noticeListSchema>;
