import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "../../../platform/command";
import { tokenHash } from "../../../platform/db";
import { canMail, sendMail } from "../../../platform/mail";
import { linkOf } from "../commands";
import { invitationRefusals, linkMail } from "../labels";
import { mayReadLinks } from "../policy";
import { sendInvitationInput, type InvitationKind } from "../schema";
import { invitationFound } from "../visibility";

/**
 * Mails a link that was asked for, once. Only the jobs role may do it, as whoever asked or agreed, under the rule as it is now.
 * The secret is made here, so that it stands in no queue; where the mail server refuses, nothing is kept and the job is tried again.
 */
export const sendInvitation = command({
  name: "invitation.send",
  summary: "Mails the link that a member was invited with, once.",
  input: sendInvitationInput,
  output: z.object({ isSent: z.boolean() }),
  load: ({ tx, actor, input }) => invitationFound(tx, actor, input.invitationId),
  allow: mayReadLinks,
  words: invitationRefusals,
  run: async ({ tx, subject: link }) => {
    const audit = { detail: { memberId: link.memberId, invitationId: link.invitationId } };
    const none = { result: { isSent: false }, audit };
    if (!canMail() || link.issuedAt) return none;
    const secret = randomBytes(32).toString("base64url");
    const [issued] = await tx.$queryRaw<{ until: Date | null }[]>`SELECT issue_invitation(${link.invitationId}::uuid, ${tokenHash(secret)}, true) AS until`;
    const [found] = await tx.$queryRaw<{ address: string | null }[]>`SELECT mail_address_of(${link.memberId}::uuid) AS address`;
    if (!issued?.until || !found?.address) return none;
    await sendMail("invitation.send", found.address, linkMail(link.kind as InvitationKind, linkOf(secret)));
    return { result: { isSent: true }, audit };
  },
});
