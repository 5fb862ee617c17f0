import { z } from "zod";
import { confirmsNames } from "../cases/log/schema";
import { text } from "../format/text";

const clock = z.object({ at: z.string(), words: z.string(), tone: z.enum(["late", "soon", "today", "later"]) });

export const agendaInput = z.strictObject({ panel: z.uuid().optional() });

/** One red case on a panel's standing agenda. */
export const agendaItemSchema = z.object({
  caseId: z.string(),
  reference: z.string(),
  title: z.string(),
  ragReason: z.string(),
  redSince: z.string(),
  leadName: z.string(),
  officerName: z.string(),
  /** The clock that runs out first, and what it is. */
  worst: z.object({ what: z.string(), clock }).nullable(),
  openActions: z.number().int(),
  overdueActions: z.number().int(),
  /** Entries since the member last looked, or in the last 28 days where they never did. */
  newEntries: z.number().int(),
  changes: z.array(z.string()),
  lastDecision: z.object({ words: z.string(), at: z.string() }).nullable(),
  /** Agencies on the case, the lead first: whom an action can be given to. */
  agencies: z.array(z.object({ agencyId: z.string(), name: z.string() })),
});
export type AgendaItem = z.output<typeof agendaItemSchema>;

export const agendaView = z.object({
  panels: z.array(z.object({ panelId: z.string(), name: z.string() })),
  panel: z.object({ panelId: z.string(), name: z.string(), chairName: z.string(), coordinatorName: z.string() }).nullable(),
  now: z.string(),
  items: z.array(agendaItemSchema),
});
export type AgendaView = z.output<typeof agendaView>;

export const decideInput = z.strictObject({
  panelId: z.uuid(),
  caseId: z.uuid(),
  decision: text({ max: 4000, ask: "Enter what the group decided", what: "The decision" }),
  reason: text({ max: 2000, ask: "Enter why: the reason is what makes a decision stand", what: "The reason" }),
  actions: z
    .array(
      z.strictObject({
        what: text({ max: 500, ask: "Enter what is to be done", what: "The action" }),
        ownerAgencyId: z.uuid("Select who is to do it"),
        dueOn: z.iso.date("Enter by when"),
      }),
    )
    .max(12, "Give twelve actions at most in one decision")
    .default([]),
  confirmsNames,
});
export type Decide = z.input<typeof decideInput>;
