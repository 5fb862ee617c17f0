import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import { isCountyGovernance } from "./policy";

export type AgencyFound = { agencyId: string; name: string; kind: string; admins: number };

/** An agency whose register the asker may open: their own when none is named, any for county governance; else NotFound. */
export async function agencyFound(tx: Tx, actor: Actor, agencyId = actor.agencyId): Promise<AgencyFound> {
  if (agencyId !== actor.agencyId && !isCountyGovernance(actor)) throw new NotFound();
  const agency = await tx.agency.findUnique({ where: { id: agencyId }, select: { name: true, kind: true } });
  if (!agency) throw new NotFound();
  const [row] = await tx.$queryRaw<{ admins: number }[]>`SELECT live_admins(${agencyId}::uuid) AS admins`;
  return { agencyId, ...agency, admins: row?.admins ?? 0 };
}

const memberColumns = { id: true, userId: true, agencyId: true, name: true, title: true, phone: true, roles: true, startsAt: true, endsAt: true, version: true } as const;

/** A member of an agency whose register the asker may open; else NotFound. */
export async function memberFound(tx: Tx, actor: Actor, memberId: string) {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: memberColumns });
  if (!member) throw new NotFound();
  const { name: agencyName, kind, admins } = await agencyFound(tx, actor, member.agencyId);
  return { ...member, memberId, agencyName, kind, admins };
}

/** A request for roles that the asker may read, with the users it is between; else NotFound. */
export async function requestFound(tx: Tx, actor: Actor, requestId: string) {
  const request = await tx.roleRequest.findUnique({ where: { id: requestId }, select: { id: true, memberId: true, agencyId: true, roles: true, askedById: true, decidedAt: true, member: { select: { userId: true, name: true, roles: true, version: true, endsAt: true } } } });
  if (!request) throw new NotFound();
  const { admins } = await agencyFound(tx, actor, request.agencyId);
  const asker = await tx.member.findUniqueOrThrow({ where: { id: request.askedById }, select: { userId: true } });
  return { ...request, requestId, admins, askedByUserId: asker.userId, memberUserId: request.member.userId };
}
