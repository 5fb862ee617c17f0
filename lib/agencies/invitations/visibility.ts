import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import { memberFound } from "../members/visibility";

/** A member whose sign-in may be looked after, with whether they are of governance; else NotFound. */
export async function memberToLetIn(tx: Tx, actor: Actor, memberId: string) {
  const member = await memberFound(tx, actor, memberId);
  return { ...member, isOfGovernance: await isOfGovernance(tx, memberId) };
}

async function isOfGovernance(tx: Tx, memberId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`SELECT is_of_governance(${memberId}::uuid) AS is`;
  return row?.is ?? true;
}

/** A link that the asker may read, with whom it is for and who asked for it; else NotFound. */
export async function invitationFound(tx: Tx, actor: Actor, invitationId: string) {
  const link = await tx.invitation.findUnique({
    where: { id: invitationId }, select: { id: true, memberId: true, kind: true, version: true, askedById: true, needsSecond: true, decidedAt: true, issuedAt: true, usedAt: true, endedAt: true },
  });
  if (!link) throw new NotFound();
  const member = await memberToLetIn(tx, actor, link.memberId);
  const asker = link.askedById ? await tx.member.findUnique({ where: { id: link.askedById }, select: { userId: true } }) : null;
  const [row] = await tx.$queryRaw<{ elsewhere: boolean }[]>`SELECT works_elsewhere(${link.memberId}::uuid) AS elsewhere`;
  return { ...member, ...link, invitationId, askedByUserId: asker?.userId ?? "", worksElsewhere: row?.elsewhere ?? true };
}
