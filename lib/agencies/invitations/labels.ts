import type { InvitationKind } from "./schema";

/** Words for each refusal about invitations and resets. */
export const invitationRefusals: Record<string, string> = {
  "not-administrator": "Members are invited, and let in again, by the administrators of their agency.",
  "has-administrator": "This agency has an administrator of its own, who does this.",
  "not-yourself": "Nobody resets their own sign-in. Another administrator does it, or county information governance where there is none.",
  "of-governance": "The sign-in of somebody of information governance is reset by county information governance.",
  "second-person": "You asked for this link, so somebody else agrees to it.",
  "not-second": "This link waits for another second person: an administrator of the agency, or county information governance.",
  "has-ended": "This member has left.",
  "already-decided": "This was decided already, or the link was taken back.",
  "not-open": "This link was used or taken back already.",
};

/** What a link is for, as a second person reads it. */
export const invitationWhy: Record<InvitationKind, string> = {
  join: "Invitation to an address outside the agency's own domains",
  password: "New password",
  device: "New second factor: their device was lost",
};

const mails: Record<"join" | "again", { subject: string; lines: (link: string) => string[] }> = {
  join: { subject: "Your way in to Hereward", lines: (link) => ["You have been invited to work in Hereward. This link works once, within 7 days:", "", link] },
  again: { subject: "Your way back in to Hereward", lines: (link) => ["Your administrator has made a link for you to sign in to Hereward again. It works once, within 24 hours:", "", link] },
};

/** The whole of the mail that brings a link: nothing in it says who invited whom to what. */
export function linkMail(kind: InvitationKind, link: string): { subject: string; text: string } {
  const { subject, lines } = mails[kind === "join" ? "join" : "again"];
  return { subject, text: [...lines(link), "", "If you did not expect this, do not use the link, and tell your administrator.", "This message holds no details on purpose. Do not reply to it."].join("\n") };
}
