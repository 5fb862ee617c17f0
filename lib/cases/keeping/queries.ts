import { longDay } from "../../format/dates";
import { livePosts } from "../../agencies/queries";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { CaseSharing } from "../sharing/schema";
import type { CaseStanding } from "../visibility";
import { mayEndExclusion, mayExclude, mayKeepCase, mayNameOfficer } from "./policy";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

/** Who is kept from a case, for the agency that leads it, and whether the case is restricted. */
export async function keptFrom({ tx, standing }: Reading): Promise<Pick<CaseSharing, "isRestricted" | "keptFrom">> {
  const { isRestricted } = await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: { isRestricted: true } });
  if (standing.level !== "lead") return { isRestricted, keptFrom: [] };
  const rows = await tx.caseExclusion.findMany({
    where: { caseId: standing.caseId, endedAt: null }, orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, version: true, reason: true, startsAt: true, member: { select: { name: true, agency: { select: { shortName: true } } } } },
  });
  return { isRestricted, keptFrom: rows.map(({ id, version, reason, startsAt, member }) => ({ exclusionId: id, version, reason, name: member.name, agencyName: member.agency.shortName, sinceWords: longDay(startsAt) })) };
}

/** Whether every manager of the lead agency is kept from the case, so that none of them could let another back in. */
export async function isWithoutManager({ tx, now }: Pick<Reading, "tx" | "now">, standing: CaseStanding): Promise<boolean> {
  if (standing.level !== "lead") return false;
  const left = await tx.member.count({ where: { AND: [livePosts(now), { agencyId: standing.leadAgencyId, roles: { has: "manager" }, exclusions: { none: { caseId: standing.caseId, endedAt: null } } }] } });
  return left === 0;
}

/** What the member may do about who is kept from a case, and whom it could be about. */
export async function keepingOf(reading: Reading): Promise<CaseSharing["keeping"]> {
  const { actor, standing } = reading;
  const mayOthers = mayExclude(actor, standing, { memberId: "" }).allowed;
  const mayOfficer = mayNameOfficer(actor, standing).allowed;
  return {
    mayDeclare: mayExclude(actor, standing, actor).allowed && standing.namedOfficerId !== actor.memberId,
    mayExclude: mayOthers, mayKeep: mayKeepCase(actor, standing).allowed, mayLetIn: mayEndExclusion(actor, { ...standing, isWithoutManager: await isWithoutManager(reading, standing) }).allowed, mayNameOfficer: mayOfficer,
    people: mayOthers || mayOfficer ? await membersOfPartners(reading) : [],
  };
}

async function membersOfPartners({ tx, actor, now, standing }: Reading): Promise<CaseSharing["keeping"]["people"]> {
  const grants = await tx.grant.findMany({ where: { caseId: standing.caseId, revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { agencyId: true } });
  const rows = await tx.member.findMany({
    where: { AND: [livePosts(now), { agencyId: { in: grants.map(({ agencyId }) => agencyId) }, roles: { hasSome: ["practitioner", "coordinator", "manager", "chair"] }, exclusions: { none: { caseId: standing.caseId, endedAt: null } } }] },
    select: { id: true, name: true, title: true, agencyId: true, roles: true, agency: { select: { shortName: true } } }, orderBy: [{ agency: { shortName: "asc" } }, { name: "asc" }], take: 500,
  });
  return rows.filter(({ id }) => id !== standing.namedOfficerId).map(({ id, name, title, agencyId, roles, agency }) => ({
    memberId: id, name, title, agencyName: agency.shortName, mayBeOfficer: agencyId === actor.agencyId && roles.some((role) => role !== "chair"),
  }));
}
