import { z } from "zod";
import { elsewhereSchema } from "../../reports/elsewhere/schema";

const rag = z.enum(["red", "amber", "green"]);
const side = z.enum(["both", "victim", "perpetrator"]);
const level = z.enum(["pointer", "summary", "contribute", "lead"]);

/** A clock in words, with the moment so that it can run on in the browser. */
export const clockSchema = z.object({ at: z.string(), words: z.string(), tone: z.enum(["late", "soon", "today", "later"]) });

const warningSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("staff-safety"), id: z.string(), words: z.string(), review: z.string() }),
  z.object({ kind: z.literal("sealed"), id: z.string(), agencyName: z.string(), isHealth: z.boolean(), notice: z.string(), phone: z.string(), byWords: z.string(), mayOpen: z.boolean() }),
  z.object({ kind: z.literal("sealed-open"), id: z.string(), agencyName: z.string(), untilWords: z.string() }),
  z.object({ kind: z.literal("under-18"), id: z.string(), name: z.string(), roleWords: z.string() }),
  z.object({ kind: z.literal("interpreter"), id: z.string(), name: z.string(), words: z.string() }),
  elsewhereSchema.extend({ kind: z.literal("elsewhere") }),
  z.object({ kind: z.literal("hate-query"), id: z.string() }),
  z.object({ kind: z.literal("not-assessed"), id: z.string() }),
]);

/** What stands above every tab of a case, cut to what the member may see. */
export const caseHeaderSchema = z.object({
  caseId: z.string(),
  reference: z.string(),
  title: z.string(),
  version: z.number(),
  status: z.enum(["intake", "open", "monitoring", "closure_proposed", "closed"]),
  statusWords: z.string(),
  /** The member's own reach. */
  level,
  side,
  /** The colour; for the perpetrator's side the behaviour's alone. */
  rag: rag.nullable(),
  ragReason: z.string(),
  /** "since Mon 16 Nov 16:40"; empty where it is not known or not shown. */
  ragSinceWords: z.string(),
  /** "was amber until then"; empty without an earlier colour. */
  ragBeforeWords: z.string(),
  ragHistory: z.array(z.object({ at: z.string(), rag })),
  ragHistoryWords: z.string(),
  now: z.string(),
  /** Hidden from everyone it is not shared with; not told to the perpetrator's side. */
  isRestricted: z.boolean(),
  /** The closed case that it goes on from, for who may open that one. */
  continues: z.object({ caseId: z.string(), reference: z.string() }).nullable(),
  /** Until when the member reads it in an emergency, such as "today 14:00"; empty otherwise. */
  openUntilWords: z.string(),
  lead: z.object({ agencyId: z.string(), agencyName: z.string(), officerName: z.string(), officerTitle: z.string(), phone: z.string() }),
  /** Null where there is none, or where it is not the member's to see. */
  nextContact: clockSchema.nullable(),
  nextReview: clockSchema.nullable(),
  /** Clocks that ran out, each with its reason; none where they are not the member's to see. */
  late: z.array(z.object({ name: z.string(), words: z.string(), lateness: z.string() })),
  orders: z.array(z.object({ id: z.string(), words: z.string() })),
  sharedWith: z.array(z.object({ agencyId: z.string(), name: z.string(), level, side })),
  pendingInvitations: z.number(),
  warnings: z.array(warningSchema),
  may: z.object({
    write: z.boolean(),
    logContact: z.boolean(),
    assess: z.boolean(),
    share: z.boolean(),
    addPeople: z.boolean(),
    seeLog: z.boolean(),
    seeHistory: z.boolean(),
    seeSharing: z.boolean(),
    seeClosing: z.boolean(),
  }),
});
export type CaseHeaderView = z.infer<typeof caseHeaderSchema>;
export type CaseWarningView = z.infer<typeof warningSchema>;
export type ClockView = z.infer<typeof clockSchema>;
