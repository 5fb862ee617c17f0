import { dayAndTime } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { invitationRefusals } from "./labels";
import { mayDecideInvitation } from "./policy";
import type { LinkRow } from "./rules";
import type { InvitationKind, WaitingLink } from "./schema";

const columns = { id: true, version: true, memberId: true, kind: true, needsSecond: true, decidedAt: true, issuedAt: true, expiresAt: true, mailedAt: true, usedAt: true, endedAt: true } as const;

/** The links that were made for an agency's members, newest first, by member. */
export async function linksByMember(tx: Tx, agencyId: string): Promise<Map<string, LinkRow[]>> {
  const rows = await tx.invitation.findMany({ where: { agencyId }, select: columns, orderBy: [{ askedAt: "desc" }, { id: "asc" }], take: 2_000 });
  const byMember = new Map<string, LinkRow[]>();
  for (const { memberId, ...row } of rows) byMember.set(memberId, [...(byMember.get(memberId) ?? []), row]);
  return byMember;
}

/** Which members' users are of information governance or work elsewhere, by member. */
async function apartOf(tx: Tx, memberIds: string[]): Promise<Map<string, { governance: boolean; elsewhere: boolean }>> {
  const rows = await tx.$queryRaw<{ id: string; governance: boolean; elsewhere: boolean }[]>`SELECT id, is_of_governance(id) AS governance, works_elsewhere(id) AS elsewhere FROM unnest(${memberIds}::uuid[]) AS id`;
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** Of these members, those of information governance, whom county governance alone resets. */
export async function ofGovernance(tx: Tx, memberIds: string[]): Promise<Set<string>> {
  const apart = await apartOf(tx, memberIds);
  return new Set([...apart].filter(([, { governance }]) => governance).map(([id]) => id));
}

/** Links that wait for a second person, oldest first, and what the asker may do about each. */
export async function linksThatWait(tx: Tx, actor: Actor, now: Date, adminsOf: (agencyIds: string[]) => Promise<Map<string, number>>): Promise<WaitingLink[]> {
  const rows = await tx.invitation.findMany({
    where: { needsSecond: true, decidedAt: null, endedAt: null, usedAt: null, askedById: { not: null } }, orderBy: [{ askedAt: "asc" }, { id: "asc" }], take: 200,
    select: { id: true, version: true, kind: true, askedAt: true, askedById: true, memberId: true, agencyId: true, agency: { select: { shortName: true } }, member: { select: { name: true, title: true, userId: true, roles: true } } },
  });
  const askers = new Map((await tx.member.findMany({ where: { id: { in: rows.map((row) => row.askedById!) } }, select: { id: true, name: true, userId: true } })).map((row) => [row.id, row]));
  const apart = await apartOf(tx, rows.map((row) => row.memberId));
  const admins = await adminsOf(rows.map((row) => row.agencyId));
  return rows.map((row): WaitingLink => {
    const asker = askers.get(row.askedById!);
    const about = {
      agencyId: row.agencyId, admins: admins.get(row.agencyId) ?? 0, userId: row.member.userId, roles: row.member.roles, kind: row.kind, askedByUserId: asker?.userId ?? "",
      isOfGovernance: apart.get(row.memberId)?.governance ?? true, worksElsewhere: apart.get(row.memberId)?.elsewhere ?? true,
    };
    const grant = mayDecideInvitation(actor, about, { decision: "granted" });
    return {
      invitationId: row.id, version: row.version, name: row.member.name, title: row.member.title, agency: row.agency.shortName, kind: row.kind as InvitationKind,
      askedBy: asker?.name ?? "", askedWords: dayAndTime(row.askedAt, now), mayGrant: grant.allowed, mayDecline: mayDecideInvitation(actor, about, { decision: "declined" }).allowed,
      whyNot: grant.allowed ? "" : (invitationRefusals[grant.reason] ?? ""),
    };
  });
}
