import { randomUUID } from "node:crypto";
import type { Doing } from "../../cases/log/commands";
import { livePosts } from "../../agencies/queries";
import { enqueueEach } from "../../platform/jobs";
import { whomToTell } from "../rules";
import type { NoticeKind } from "../schema";

export type NewNotice = { kind: NoticeKind; isUrgent: boolean } & ({ caseId: string | null; actionId?: string } | { aboutMemberId: string } | { agreementId: string });

/** Leaves a notice for each of these members but the actor, in the caller's transaction; an urgent one is also mailed, without its content. */
export async function leaveNotices({ tx, actor, now }: Doing, memberIds: readonly string[], notice: NewNotice): Promise<void> {
  const told = [...new Set(memberIds)].filter((id) => id !== actor.memberId);
  if (told.length === 0) return;
  // Who leaves a notice may not read it back, so nothing is returned.
  await tx.notification.createMany({ data: told.map((memberId) => ({ ...notice, id: randomUUID(), memberId, createdAt: now })) });
  if (notice.isUrgent) await enqueueEach(tx, "mail-notice", told.map((memberId) => ({ memberId })));
}

/** Information governance: the county's own, and that of some agencies. */
export async function governanceOf({ tx, now }: Pick<Doing, "tx" | "now">, agencyIds: readonly string[]): Promise<string[]> {
  const theirs = { OR: [{ agency: { kind: "governance" } }, { agencyId: { in: [...agencyIds] } }] };
  const members = await tx.member.findMany({ where: { AND: [livePosts(now), { roles: { has: "governance" } }, theirs] }, select: { id: true } });
  return members.map(({ id }) => id);
}

/** Whom to tell at some agencies of something on a case: see `whomToTell`. */
export async function membersToTell({ tx, now }: Pick<Doing, "tx" | "now">, caseId: string, agencyIds: readonly string[], isUnclaimed: boolean): Promise<string[]> {
  if (agencyIds.length === 0) return [];
  const isLive = { startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  const members = await tx.member.findMany({
    where: { AND: [isLive, { agencyId: { in: [...agencyIds] } }, { roles: { hasSome: ["practitioner", "coordinator", "manager"] } }] },
    select: { id: true, agencyId: true, roles: true, caseMembers: { where: { caseId, OR: isLive.OR }, select: { id: true } } },
    orderBy: { name: "asc" },
  });
  const named = new Set(members.filter((member) => member.caseMembers.length > 0).map((member) => member.id));
  return whomToTell(members, named, isUnclaimed);
}

/** The managers of an agency. */
export async function managersOf({ tx, now }: Pick<Doing, "tx" | "now">, agencyId: string): Promise<string[]> {
  const members = await tx.member.findMany({ where: { AND: [livePosts(now), { agencyId, roles: { has: "manager" } }] }, select: { id: true }, orderBy: { name: "asc" } });
  return members.map(({ id }) => id);
}
