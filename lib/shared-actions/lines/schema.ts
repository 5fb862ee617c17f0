import { z } from "zod";
import { ragSchema } from "../../clocks/schema";
import { actionStatusSchema } from "../schema";

export const dueSchema = z.object({ at: z.string(), words: z.string(), tone: z.enum(["late", "soon", "today", "later"]), precision: z.enum(["minute", "day"]) });
export type DueView = z.infer<typeof dueSchema>;

/** An action as a line in any list. */
export const actionLineSchema = z.object({
  actionId: z.string(),
  version: z.number(),
  caseId: z.string(),
  reference: z.string(),
  title: z.string(),
  rag: ragSchema.nullable(),
  what: z.string(),
  why: z.string(),
  status: actionStatusSchema,
  statusWords: z.string(),
  isUrgent: z.boolean(),
  /** member, panel or trigger. */
  origin: z.string(),
  isOverdue: z.boolean(),
  due: dueSchema,
  askedByAgency: z.string(),
  askedByName: z.string(),
  isAskedByUs: z.boolean(),
  ownerAgencyId: z.string(),
  ownerAgency: z.string(),
  ownerName: z.string(),
  isOurs: z.boolean(),
  isMine: z.boolean(),
  declineReason: z.string(),
  outcome: z.string(),
  /** "Fri 20 Nov", of what has ended. */
  endedWords: z.string(),
  may: z.object({ accept: z.boolean(), decline: z.boolean(), handOn: z.boolean(), complete: z.boolean(), cancel: z.boolean(), askAgain: z.boolean() }),
});
export type ActionLine = z.infer<typeof actionLineSchema>;

export const colleagueSchema = z.object({ memberId: z.string(), name: z.string(), title: z.string() });
export type Colleague = z.infer<typeof colleagueSchema>;
