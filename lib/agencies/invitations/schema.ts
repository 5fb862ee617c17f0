import { z } from "zod";
import { id, version } from "../../format/fields";

/** What a link is for: to join, to set a new password, or to set up a new second factor where the device was lost. */
export const invitationKinds = ["join", "password", "device"] as const;
export type InvitationKind = (typeof invitationKinds)[number];

const memberId = id("Open the member again");
const invitationId = id("Open the page again");

export const inviteInput = z.strictObject({ memberId });
export const resetInput = z.strictObject({ memberId, kind: z.enum(["password", "device"], { error: "Choose what they have lost" }) });
export const decideInvitationInput = z.strictObject({ invitationId, version: version(), decision: z.enum(["granted", "declined"], { error: "Choose whether to grant it" }) });
export const withdrawInvitationInput = z.strictObject({ invitationId, version: version() });
export const sendInvitationInput = z.strictObject({ invitationId });

/** What came of asking for a link. The link itself is there once, where no mail is sent. */
export const linkMadeSchema = z.object({ memberId: z.string(), name: z.string(), kind: z.enum(invitationKinds), waits: z.boolean(), secondWords: z.string(), link: z.string() });
export type LinkMade = z.infer<typeof linkMadeSchema>;

/** How a member can sign in, as their administrator sees it. */
export const standingSchema = z.object({
  words: z.string(),
  tone: z.enum(["plain", "act", "soon", "late"]),
  /** The link that stands, if any, for taking it back. */
  invitationId: z.string(),
  version: z.number(),
  mayInvite: z.boolean(),
  mayReset: z.boolean(),
});
export type SignInStanding = z.infer<typeof standingSchema>;

export const waitingLinkSchema = z.object({
  invitationId: z.string(), version: z.number(), name: z.string(), title: z.string(), agency: z.string(), kind: z.enum(invitationKinds),
  askedBy: z.string(), askedWords: z.string(), mayGrant: z.boolean(), mayDecline: z.boolean(), whyNot: z.string(),
});
export type WaitingLink = z.infer<typeof waitingLinkSchema>;
