import { z } from "zod";
import { id, version } from "../../format/fields";
import { line, text } from "../../format/text";

export const offerLeadInput = z.strictObject({
  caseId: id("Open the case again"),
  agencyId: id("Choose which agency would lead"),
  areaId: id("Choose the district"),
  purpose: line({ max: 300, ask: "Enter why it should lead", what: "The purpose" }),
  legalBasis: z.string({ error: "Select the law that allows it" }).min(1, "Select the law that allows it").max(60),
  note: text({ max: 1000, ask: "Enter what they need to know to decide", what: "The note" }),
});

const offerId = id("Open the page again");
export const acceptLeadInput = z.strictObject({ offerId, version: version(), officerId: id("Choose who will be the named officer") });
export const declineLeadInput = z.strictObject({ offerId, version: version(), reason: text({ max: 500, ask: "Enter why not: they read your words", what: "The reason" }) });
export const withdrawLeadInput = z.strictObject({ offerId, version: version() });

export const handOverFormSchema = z.object({
  /** Agencies that could lead, each with the districts of its live agreements; the case's own district first. */
  agencies: z.array(z.object({ agencyId: z.string(), name: z.string(), areas: z.array(z.object({ areaId: z.string(), name: z.string(), isMove: z.boolean() })) })),
  gateways: z.array(z.object({ code: z.string(), label: z.string() })),
  ownName: z.string(),
});
export type HandOverForm = z.infer<typeof handOverFormSchema>;
