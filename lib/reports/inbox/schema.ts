import { z } from "zod";

export const clock = z.object({ at: z.string(), words: z.string(), tone: z.enum(["late", "soon", "today", "later"]) });

/** A report as a list shows it. */
export const listedReportSchema = z.object({
  reportId: z.string(),
  reference: z.string(),
  version: z.number(),
  receivedWords: z.string(),
  agencyName: z.string(),
  placeWords: z.string(),
  wardName: z.string(),
  headingLabel: z.string(),
  /** The beginning of what was said. */
  opening: z.string(),
  statusWords: z.string(),
  /** Ticked triggers in a few words. */
  triggers: z.array(z.string()),
  isInDanger: z.boolean(),
  /** Where it went, as far as the member may know. */
  went: z.object({ reference: z.string(), caseId: z.string().nullable(), leadName: z.string() }).nullable(),
});
export type ListedReport = z.infer<typeof listedReportSchema>;

/** A report that waits for somebody to decide, with the clock that runs out first and what may be the same event. */
export const waitingReportSchema = listedReportSchema.extend({
  due: clock,
  /** Red, amber or green until it is assessed, by its screening. */
  urgency: z.enum(["red", "amber", "green"]),
  sameEvents: z.array(listedReportSchema.pick({ reportId: true, reference: true, receivedWords: true, agencyName: true, headingLabel: true, opening: true, went: true })),
});
export type WaitingReport = z.infer<typeof waitingReportSchema>;

export const inboxSchema = z.object({
  /** What the member sorts; null for those who sort nothing. */
  waiting: z.array(waitingReportSchema).nullable(),
  recent: z.array(listedReportSchema),
  /** "Your agency's reports of 28 days", or a call taker's own of 24 hours. */
  recentTitle: z.string(),
  drafts: z.array(z.object({ subject: z.string(), savedWords: z.string(), words: z.string() })),
});
export type InboxView = z.infer<typeof inboxSchema>;
