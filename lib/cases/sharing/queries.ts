import { daysBetween, londonDay, longDay, shortDay } from "../../format/dates";
import { dueWords } from "../../format/due";
import { listWords } from "../../format/text";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Side } from "../../platform/generated/enums";
import { liveAgreements } from "../../agencies/agreements/queries";
import { agencyKindWords } from "../../agencies/labels";
import { ringWords } from "../duty/labels";
import { ofSide, type CaseStanding } from "../visibility";
import { agreementState, whatTheySee } from "./rules";
import { levelWords, sideWords } from "./labels";
import type { CaseSharing, SharingPartner } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

const grantColumns = {
  id: true, agencyId: true, level: true, side: true, purpose: true, legalBasis: true, agreementId: true, grantedById: true, grantedAt: true,
  endsAt: true, revokedAt: true, revokeReason: true,
  agency: { select: { name: true, kind: true, contactName: true, contactPhone: true } },
} as const;

/** Actions that agencies have open on a case, as far as this side may read them, soonest first. */
export async function openActionsOf(tx: Tx, now: Date, standing: Pick<CaseStanding, "caseId" | "side">, agencyIds: string[]) {
  const actions = await tx.sharedAction.findMany({
    where: { caseId: standing.caseId, ownerAgencyId: { in: agencyIds }, status: { in: ["offered", "accepted"] }, ...ofSide(standing) },
    select: { id: true, what: true, dueAt: true, ownerAgencyId: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return actions.map(({ dueAt, ...action }) => ({ ...action, dueWords: dueWords(dueAt, now, { precision: "day" }).words }));
}

/** Who has a case, how far, since and until when, on what basis, what each sees, and whose agreement no longer stands. */
export async function partnersOf(reading: Reading): Promise<Pick<CaseSharing, "partners" | "ended">> {
  const { tx, now, standing } = reading;
  const grants = await tx.grant.findMany({ where: { caseId: standing.caseId, level: { not: "pointer" } }, select: grantColumns, orderBy: [{ grantedAt: "asc" }, { id: "asc" }] });
  const isLive = (grant: (typeof grants)[number]) => !grant.revokedAt && (!grant.endsAt || grant.endsAt > now);
  const live = grants.filter(isLive);
  const facts = await factsOf(reading, live);
  const rank = (grant: (typeof grants)[number]) => ["lead", "contribute", "summary"].indexOf(grant.level);
  return {
    partners: live.sort((a, b) => rank(a) - rank(b)).map((grant) => partnerFrom(reading, facts, grant)),
    ended: grants.filter((grant) => !isLive(grant)).reverse().map((grant) => endedFrom(grant, now)),
  };
}

type GrantRow = {
  id: string; agencyId: string; level: SharingPartner["level"]; side: Side; purpose: string; legalBasis: string; agreementId: string | null; grantedById: string;
  grantedAt: Date; endsAt: Date | null; revokedAt: Date | null; revokeReason: string | null;
  agency: { name: string; kind: string; contactName: string; contactPhone: string };
};
type Facts = Awaited<ReturnType<typeof factsOf>>;

async function factsOf({ tx, now, standing }: Reading, grants: GrantRow[]) {
  const agencyIds = grants.map(({ agencyId }) => agencyId);
  const works = standing.level === "contribute" || standing.level === "lead";
  const live = await liveAgreements(tx, now, standing.areaIds, agencyIds);
  const agreementIds = [...new Set([...live.values(), ...grants.flatMap(({ agreementId }) => agreementId ?? [])])];
  return {
    live,
    signatures: await tx.agreementSignature.findMany({ where: { agencyId: { in: agencyIds }, agreementId: { in: agreementIds } }, select: { agencyId: true, agreementId: true, endsOn: true, withdrawnAt: true, agreement: { select: { name: true, endsOn: true, withdrawnAt: true } } } }),
    gateways: await tx.code.findMany({ where: { list: "legal_gateway" }, select: { code: true, label: true } }),
    givers: await tx.member.findMany({ where: { id: { in: grants.map(({ grantedById }) => grantedById) } }, select: { id: true, name: true } }),
    members: await tx.caseMember.findMany({ where: { caseId: standing.caseId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { agencyId: true, part: true, member: { select: { name: true } } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] }),
    actions: works ? await openActionsOf(tx, now, standing, agencyIds) : [],
  };
}

function partnerFrom({ actor, now }: Reading, facts: Facts, grant: GrantRow): SharingPartner {
  const { agency, agencyId, level, side } = grant;
  return {
    grantId: grant.id, agencyId, name: agency.name, kindWords: agencyKindWords(agency.kind), phoneWords: ringWords({ name: agency.contactName, phone: agency.contactPhone }),
    level, levelWords: levelWords[level].title, side, sideWords: sideWords[side],
    sinceWords: longDay(grant.grantedAt),
    // The last moment of a grant is the midnight after its last day.
    untilWords: grant.endsAt ? longDay(londonDay(new Date(grant.endsAt.getTime() - 1))) : "",
    purpose: grant.purpose, legalBasis: grant.legalBasis, basisWords: facts.gateways.find(({ code }) => code === grant.legalBasis)?.label ?? grant.legalBasis,
    ...agreementFrom(facts, grant, now),
    givenBy: facts.givers.find(({ id }) => id === grant.grantedById)?.name ?? "",
    ...whatTheySee(level, side),
    named: facts.members.filter((member) => member.agencyId === agencyId).map(({ member, part }) => (part === "named_officer" ? `${member.name}, named officer` : member.name)),
    openActions: facts.actions.filter((action) => action.ownerAgencyId === agencyId),
    isOwn: agencyId === actor.agencyId,
  };
}

function agreementFrom(facts: Facts, grant: GrantRow, now: Date): Pick<SharingPartner, "agreement" | "agreementWords"> {
  const liveId = facts.live.get(grant.agencyId);
  const signature = facts.signatures.find((each) => each.agencyId === grant.agencyId && each.agreementId === (liveId ?? grant.agreementId));
  if (!signature) return { agreement: liveId ? "live" : "ended", agreementWords: liveId ? "" : "No live agreement for this district: it sees nothing." };
  const { agreement } = signature;
  const lastDay = londonDay(signature.endsOn && signature.endsOn < agreement.endsOn ? signature.endsOn : agreement.endsOn);
  const daysLeft = daysBetween(londonDay(now), lastDay);
  const state = agreementState(liveId !== undefined, daysLeft);
  if (state === "ended") {
    const when = signature.withdrawnAt ?? agreement.withdrawnAt;
    const how = when ? `was withdrawn on ${longDay(when)}` : daysLeft < 0 ? `ended at midnight on ${longDay(lastDay)}` : "does not cover this district";
    return { agreement: state, agreementWords: `${agreement.name} ${how}. It sees nothing of this case until it is signed again.` };
  }
  return { agreement: state, agreementWords: `${agreement.name}, to ${longDay(lastDay)}` };
}

function endedFrom(grant: GrantRow, now: Date) {
  const when = grant.revokedAt ?? grant.endsAt ?? now;
  const why = grant.revokedAt ? (grant.revokeReason ?? "").replace(/[.\s]+$/, "") : "its last day passed";
  return { id: grant.id, name: grant.agency.name, words: `${levelWords[grant.level].title.toLowerCase()}, ${longDay(grant.grantedAt)} to ${shortDay(when, now)}: ${why}` };
}

/** Who sees something of a case without a grant: every agency with an agreement, as a pointer, and the panel while it is red. */
export async function othersWhoSee({ tx, now, standing }: Reading): Promise<Pick<CaseSharing, "pointerWords" | "panelWords" | "areaName">> {
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: { isRestricted: true, area: { select: { name: true } } } });
  const panels = await tx.panel.findMany({
    where: { areaId: standing.areaId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { name: true, chair: { select: { name: true } }, coordinator: { select: { name: true } } },
  });
  const areaName = asbCase.area.name;
  const sitting = panels.map((panel) => `${listWords([panel.chair && `${panel.chair.name} (chair)`, panel.coordinator && `${panel.coordinator.name} (coordinator)`].filter((words) => !!words) as string[])} of the ${panel.name}`);
  const isOnAgenda = standing.rag === "red" && standing.status !== "closed" && sitting.length > 0;
  return {
    areaName,
    pointerWords: asbCase.isRestricted
      ? "This case is restricted: nobody else can find that it exists."
      : `Any agency with a live agreement for ${areaName} can find that the case exists, by its place or reference, and whom to ring. It sees nothing else.`,
    panelWords: isOnAgenda ? `Because the case is red it is on the panel's agenda: ${listWords(sitting)} read it for as long as it is.` : "",
  };
}
