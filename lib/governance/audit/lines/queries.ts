import { dayAndTime } from "../../../format/dates";
import { hasRole, type Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import type { Prisma } from "../../../platform/generated/client";
import { outcomeWords, whatWords } from "../labels";
import type { AuditLine } from "../schema";

export type Row = { at: Date; memberId: string | null; verb: string; outcome: string; reference?: string | null };
export type Who = { memberId: string; name: string; title: string; agency: string };

/** Who some members are, those among them that may be told of; members who have left keep their name. */
export async function membersNamed(tx: Tx, ids: (string | null)[], within: Prisma.MemberWhereInput): Promise<Map<string, Who>> {
  const wanted = [...new Set(ids.filter((each): each is string => each !== null))];
  const rows = await tx.member.findMany({ where: { AND: [{ id: { in: wanted } }, within] }, select: { id: true, name: true, title: true, agency: { select: { shortName: true } } } });
  return new Map(rows.map(({ id, name, title, agency }) => [id, { memberId: id, name, title, agency: agency.shortName }]));
}

const nobody: Who = { memberId: "", name: "Nobody known", title: "", agency: "" };

/** A line in words. Lines of members who may not be told of are left out. */
export function inWords<Found extends Row>(rows: Found[], who: Map<string, Who>, now: Date): { row: Found; line: AuditLine }[] {
  return rows.flatMap((row, index) => {
    const member = row.memberId ? who.get(row.memberId) : nobody;
    if (!member) return [];
    const line = {
      ...member, key: `${row.at.getTime()}-${index}`, at: row.at.toISOString(), atWords: dayAndTime(row.at, now),
      what: whatWords(row.verb), reference: row.reference ?? "", denied: outcomeWords(row.outcome), note: "",
    };
    return [{ row, line }];
  });
}

/** Which parts of the audit the actor is offered. */
export function auditMenu(actor: Actor): { followTeam: boolean; oversee: boolean } {
  return { followTeam: hasRole(actor, "manager"), oversee: hasRole(actor, "governance") };
}
