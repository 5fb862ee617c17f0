import { z } from "zod";
import { caseHeaderSchema } from "../page/schema";

const line = z.object({ id: z.string(), at: z.string(), atWords: z.string(), what: z.string(), why: z.string(), who: z.string() });

export const historyViewSchema = z.object({
  header: caseHeaderSchema,
  /** Whether the reader may be told who looked at the case. */
  seesWhoLooked: z.boolean(),
  /** Each colour with its reason, newest first; empty for the perpetrator's side. */
  colours: z.array(line.extend({ rag: z.enum(["red", "amber", "green"]) })),
  /** Who was given or lost reach, and who led, newest first. */
  reach: z.array(line),
  /** Status changes, newest first; for agencies that work the case. */
  states: z.array(line),
});
export type HistoryView = z.infer<typeof historyViewSchema>;
export type HistoryLine = z.infer<typeof line>;
