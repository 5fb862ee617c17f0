import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../../platform/actor";
import { command } from "../../platform/command";
import { tokenHash, type Tx } from "../../platform/db";
import { env } from "../../platform/env";
import { Conflict, Refused } from "../../platform/errors";
import { enqueue } from "../../platform/jobs";
import { canMail } from "../../platform/mail";
import { secondWords } from "../members/queries";
import { secondPersonAsked, signInReset } from "./events";
import { invitationRefusals } from "./labels";
import { mayDecideInvitation, mayInvite, mayReset, mayWithdrawInvitation } from "./policy";
import { decideInvitationInput, inviteInput, linkMadeSchema, resetInput, withdrawInvitationInput, type InvitationKind, type LinkMade } from "./schema";
import { invitationFound, memberToLetIn } from "./visibility";

const stop = (rule: string) => new Refused(rule, invitationRefusals[rule]);

/** Whether links are handed over in person: where no mail is sent, and in the demo county, whose addresses are made up. */
export function handsOver(): boolean {
  return !canMail() || env().DEMO_MODE;
}

/** The address that a link's secret opens. The secret stands after the #, which no browser sends to a server. */
export function linkOf(secret: string): string {
  return `${env().APP_ORIGIN}/join#${secret}`;
}

async function giveOut(tx: Tx, actor: Actor, invitationId: string): Promise<string> {
  if (!handsOver()) {
    await enqueue(tx, "mail-invitation", { memberId: actor.memberId, invitationId });
    return "";
  }
  const secret = randomBytes(32).toString("base64url");
  const [row] = await tx.$queryRaw<{ until: Date | null }[]>`SELECT issue_invitation(${invitationId}::uuid, ${tokenHash(secret)}, false) AS until`;
  if (!row?.until) throw new Conflict();
  return linkOf(secret);
}

/** Makes a link for a member in the caller's transaction, in place of one that stood, and gives it out unless it waits for a second person. */
export async function makeLink(tx: Tx, actor: Actor, memberId: string, kind: InvitationKind): Promise<{ invitationId: string; waits: boolean; link: string }> {
  const [made] = await tx.$queryRaw<{ id: string; waits: boolean }[]>`SELECT id, waits FROM make_invitation(${memberId}::uuid, ${kind})`;
  if (!made) throw new Conflict();
  return { invitationId: made.id, waits: made.waits, link: made.waits ? "" : await giveOut(tx, actor, made.id) };
}

// A key sent twice is answered without the link: what works once is shown once, and never kept.
const withoutLink = <Answer extends { link: string }>(answer: Answer): Answer => ({ ...answer, link: "" });

/** Invites a member, or invites them again: an earlier link stops working. An address outside the agency's domains waits for a second person. */
export const inviteMember = command({
  name: "invitation.make",
  summary: "Invites a member by a link that works once within 7 days; an earlier link stops working.",
  input: inviteInput,
  output: linkMadeSchema,
  kept: withoutLink,
  load: ({ tx, actor, input }) => memberToLetIn(tx, actor, input.memberId),
  allow: mayInvite,
  words: invitationRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, subject: member }) => {
    if (member.endsAt && member.endsAt <= now) throw stop("has-ended");
    const { memberId, name, agencyId } = member;
    const made = await makeLink(tx, actor, memberId, "join");
    return {
      result: { memberId, name, kind: "join" as const, waits: made.waits, secondWords: secondWords(member.admins), link: made.link } satisfies LinkMade,
      events: made.waits ? [secondPersonAsked({ agencyId, aboutMemberId: memberId })] : [],
      audit: { detail: { memberId, invitationId: made.invitationId, waits: made.waits } },
    };
  },
});

/** Lets a member set a new password, or set up a new second factor once a second person agrees; their sessions end. Nobody resets themselves. */
export const resetSignIn = command({
  name: "invitation.reset",
  summary: "Makes a link for a new password, or for a new second factor once a second person agrees; it works once within 24 hours.",
  input: resetInput,
  output: linkMadeSchema,
  kept: withoutLink,
  load: ({ tx, actor, input }) => memberToLetIn(tx, actor, input.memberId),
  allow: mayReset,
  words: invitationRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: member }) => {
    if (member.endsAt && member.endsAt <= now) throw stop("has-ended");
    const { memberId, name, agencyId, userId } = member;
    const made = await makeLink(tx, actor, memberId, input.kind);
    return {
      result: { memberId, name, kind: input.kind, waits: made.waits, secondWords: secondWords(member.admins), link: made.link } satisfies LinkMade,
      events: made.waits ? [secondPersonAsked({ agencyId, aboutMemberId: memberId })] : [signInReset({ memberId, userId, agencyId })],
      audit: { detail: { memberId, invitationId: made.invitationId, kind: input.kind, waits: made.waits } },
    };
  },
});

/** Agrees to a link as the second person, who then gives it out; or declines it. Whoever asked may only take it back. */
export const decideInvitation = command({
  name: "invitation.decide",
  summary: "Agrees to a member's link as the second person, or declines it.",
  input: decideInvitationInput,
  output: linkMadeSchema.extend({ granted: z.boolean() }),
  kept: withoutLink,
  load: ({ tx, actor, input }) => invitationFound(tx, actor, input.invitationId),
  allow: mayDecideInvitation,
  words: invitationRefusals,
  stepUp: true,
  run: async ({ tx, actor, input, subject: asked }) => {
    if (!asked.needsSecond || asked.decidedAt || asked.endedAt) throw stop("already-decided");
    const [row] = await tx.$queryRaw<{ who: string | null }[]>`SELECT decide_invitation(${asked.invitationId}::uuid, ${input.decision}, ${input.version}::int) AS who`;
    if (!row?.who) throw new Conflict();
    const granted = input.decision === "granted";
    const { memberId, name, userId, agencyId } = asked;
    return {
      result: { memberId, name, kind: asked.kind as InvitationKind, waits: false, secondWords: "", granted, link: granted ? await giveOut(tx, actor, asked.invitationId) : "" },
      events: granted && asked.kind === "device" ? [signInReset({ memberId, userId, agencyId })] : [],
      audit: { detail: { memberId, invitationId: asked.invitationId, kind: asked.kind } },
    };
  },
});

/** Takes back a link that was not used: it stops working at once. */
export const withdrawInvitation = command({
  name: "invitation.withdraw",
  summary: "Takes back a link that was not used; it stops working at once.",
  input: withdrawInvitationInput,
  output: z.object({ memberId: z.string(), name: z.string() }),
  load: ({ tx, actor, input }) => invitationFound(tx, actor, input.invitationId),
  allow: mayWithdrawInvitation,
  words: invitationRefusals,
  run: async ({ tx, input, subject: link }) => {
    if (link.usedAt || link.endedAt) throw stop("not-open");
    const [row] = await tx.$queryRaw<{ who: string | null }[]>`SELECT end_invitation(${link.invitationId}::uuid, ${input.version}::int) AS who`;
    if (!row?.who) throw new Conflict();
    return { result: { memberId: link.memberId, name: link.name }, audit: { detail: { memberId: link.memberId, invitationId: link.invitationId } } };
  },
});
