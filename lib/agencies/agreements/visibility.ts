import { hasRole, type Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import type { Prisma } from "../../platform/generated/client";
import { isCountyGovernance } from "../members/policy";

/** Agreements that the asker may read: every one for county governance; for administrators, those that their agency signed or is to sign. */
export function visibleAgreements(actor: Actor): Prisma.AgreementWhereInput {
  if (isCountyGovernance(actor)) return {};
  if (!hasRole(actor, "agency_admin")) return { id: { in: [] } };
  const own = { some: { agencyId: actor.agencyId } };
  return { OR: [{ signatures: own }, { signatureProposals: own }] };
}

/** Signatures of an agreement that the asker may read: an administrator their own agency's. */
export function visibleSignatories(actor: Actor): { agencyId?: string } {
  return isCountyGovernance(actor) ? {} : { agencyId: actor.agencyId };
}

/** An agreement, with the users who proposed it or recorded its signatures; else NotFound. */
export async function agreementFound(tx: Tx, actor: Actor, agreementId: string) {
  const found = await tx.agreement.findFirst({
    where: { AND: [visibleAgreements(actor), { id: agreementId }] },
    select: { id: true, version: true, startsOn: true, endsOn: true, activatedAt: true, withdrawnAt: true, proposedById: true, withdrawalAskedById: true, signatures: { select: { recordedById: true, withdrawnAt: true } } },
  });
  if (!found) throw new NotFound();
  const byMembers = [found.proposedById, ...found.signatures.map(({ recordedById }) => recordedById)].filter((one): one is string => one !== null);
  const users = await tx.member.findMany({ where: { id: { in: byMembers } }, select: { userId: true } });
  const asker = found.withdrawalAskedById ? await tx.member.findUnique({ where: { id: found.withdrawalAskedById }, select: { userId: true } }) : null;
  return { ...found, byUserIds: users.map(({ userId }) => userId), withdrawalByUserId: asker?.userId ?? "" };
}

/** A signature of an agreement that the asker may read; else NotFound. */
export async function signatureFound(tx: Tx, actor: Actor, signatureId: string) {
  const found = await tx.agreementSignature.findFirst({ where: { AND: [{ id: signatureId }, visibleSignatories(actor), { agreement: visibleAgreements(actor) }] }, select: { id: true, agencyId: true, withdrawnAt: true, agreementId: true } });
  if (!found) throw new NotFound();
  return found;
}

/** A signature that waits for a second person; else NotFound. */
export async function proposalFound(tx: Tx, actor: Actor, proposalId: string) {
  const found = await tx.signatureProposal.findFirst({ where: { AND: [{ id: proposalId }, visibleSignatories(actor)] } });
  if (!found) throw new NotFound();
  const asker = await tx.member.findUniqueOrThrow({ where: { id: found.askedById }, select: { userId: true } });
  return { ...found, askedByUserId: asker.userId };
}
