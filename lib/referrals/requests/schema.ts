import { z } from "zod";
import { clockSchema } from "../../cases/page/schema";

const level = z.enum(["pointer", "summary", "contribute", "lead"]);
const side = z.enum(["both", "victim", "perpetrator"]);

const choice = z.object({ code: z.string(), label: z.string() });
const memberChoice = z.object({ memberId: z.string(), name: z.string(), title: z.string() });

/** One request as its reader may see it: who asks whom for what, and how it stands. Nothing of the case but its reference. */
export const requestSchema = z.object({
  requestId: z.string(),
  version: z.number(),
  kind: z.enum(["access_request", "lead_transfer"]),
  reference: z.string(),
  /** Where the reader may open the case; empty elsewhere. */
  caseId: z.string(),
  isOurs: z.boolean(),
  fromName: z.string(),
  toName: z.string(),
  /** Asked for, in words: "To work on it, both sides". */
  wantedWords: z.string(),
  wantedLevel: level.nullable(),
  wantedSide: side.nullable(),
  agencyKindIsUnder115: z.boolean(),
  purpose: z.string(),
  reason: z.string(),
  basisWords: z.string(),
  /** Who asked, for whom, when. */
  askedWords: z.string(),
  statusWords: z.string(),
  isOpen: z.boolean(),
  answer: z.string(),
  answeredWords: z.string(),
  answerBy: clockSchema.nullable(),
  ring: z.string(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
});
export type RequestView = z.infer<typeof requestSchema>;

export const requestsSchema = z.object({
  toAnswer: z.array(requestSchema),
  asked: z.array(requestSchema),
  ended: z.array(requestSchema),
  gateways: z.array(choice),
  /** Who of the reader's agency can be named for a case. */
  colleagues: z.array(memberChoice),
});
export type RequestsView = z.infer<typeof requestsSchema>;

export const askFormSchema = z.object({ colleagues: z.array(memberChoice), memberId: z.string(), side });
export type AskForm = z.infer<typeof askFormSchema>;
