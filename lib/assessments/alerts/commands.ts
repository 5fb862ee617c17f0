import { londonDay } from "../../format/dates";
import { ageOn } from "../../format/names";
import { liveSignatures } from "../../agencies/visibility";
import { listDutyCalls } from "../../cases/duty/commands";
import type { Doing } from "../../cases/log/commands";
import type { CaseStanding } from "../../cases/visibility";
import { bringContactForward, entrySide, settleRag, type SettledRag } from "../case-rag/commands";
import type { Answers, TriggerDefinition } from "../schema";
import { suggestedAgencies } from "../sharing/rules";
import { triggerLabel, whatWillHappen } from "../triggers/labels";
import { agenciesToRing, contactDueAt, toldInPerson, type Reachable } from "./rules";
import type { Call, RiskOutcome } from "./schema";

export type Alert = {
  caseId: string;
  areaId: string;
  /** Whom it is about, where it is about somebody. */
  involvementId: string | null;
  answers?: Answers;
  factors?: string[];
  /** Triggers recorded in this save. */
  triggers: readonly TriggerDefinition[];
  settled: SettledRag;
};

/** What a save about risk came to; where it turned the case red or recorded what cannot wait, whom to ring now, listed on the case for 4 elapsed hours. */
export async function alertAbout(doing: Doing, alert: Alert): Promise<RiskOutcome> {
  const { settled, triggers } = alert;
  await bringContactForward(doing, alert.caseId, contactDueAt(null, triggers.map(({ key }) => key), doing.now));
  const isUrgent = triggers.some(({ key }) => toldInPerson.includes(key));
  const isNewlyRed = settled.rag === "red" && settled.from !== "red";
  return {
    caseId: alert.caseId, from: settled.from, rag: settled.rag, reason: settled.reason,
    nextReviewAt: settled.nextReviewAt?.toISOString() ?? null,
    started: triggers.flatMap((trigger) => whatWillHappen(trigger).lines),
    calls: isUrgent || isNewlyRed ? await callsFor(doing, alert) : [],
  };
}

/** Works the colour out again after something about the risk was changed by hand, and answers with what that came to. */
export async function settleAndSay(doing: Doing, { caseId, areaId }: Pick<CaseStanding, "caseId" | "areaId">, involvementId: string | null = null) {
  const settled = await settleRag(doing, caseId);
  const result = await alertAbout(doing, { caseId, areaId, involvementId, triggers: [], settled });
  return { result, events: settled.events, audit: { caseId } };
}

async function callsFor(doing: Doing, alert: Alert): Promise<Call[]> {
  const keys = alert.triggers.map(({ key }) => key);
  const age = await ageOf(doing, alert.involvementId);
  const proposals = suggestedAgencies(alert.answers ?? {}, alert.factors ?? [], keys, { age, subject: "victim", rag: alert.settled.rag ?? undefined });
  const urgent = keys.filter((key) => toldInPerson.includes(key));
  const cannotWait = suggestedAgencies({}, [], urgent, { age, subject: "victim" }).map(({ kind }) => kind);
  const agencies = await reachableAgencies(doing, alert);
  const chosen = agenciesToRing(proposals, agencies, { ownAgencyId: doing.actor.agencyId, mayLeaveCase: urgent.length > 0, kindsThatCannotWait: cannotWait });
  const ringing = chosen.length > 0 ? chosen.map(({ agencyId }) => agencyId) : await leadOf(doing, alert.caseId);
  if (ringing.length === 0) return [];
  const reason = alert.triggers.map(triggerLabel).join("; ") || alert.settled.reason;
  const calls = await listDutyCalls(doing, alert.caseId, ringing, reason);
  return calls.map((call) => ({ ...call, isOnCase: chosen.length === 0 || chosen.some((agency) => agency.agencyId === call.agencyId && agency.isOnCase) }));
}

// Where no other agency is to be rung, the one that leads has somebody on duty: a red case never has nobody to tell.
async function leadOf(doing: Doing, caseId: string): Promise<string[]> {
  // Who leads by now could tell the perpetrator's side where somebody went: there the database lists the call.
  if ((await entrySide(doing, caseId)) === "perpetrator") return [];
  const leads = await doing.tx.grant.findMany({ where: { caseId, level: "lead", revokedAt: null }, select: { agencyId: true } });
  return leads.map(({ agencyId }) => agencyId);
}

async function ageOf({ tx, now }: Doing, involvementId: string | null): Promise<number | null> {
  if (!involvementId) return null;
  const found = await tx.involvement.findUnique({ where: { id: involvementId }, select: { person: { select: { bornOn: true } } } });
  return found?.person.bornOn ? ageOn(londonDay(found.person.bornOn), londonDay(now)) : null;
}

/** Agencies that may be told of this case: under a live agreement for its area, and not on the perpetrator's side. */
async function reachableAgencies({ tx, now }: Doing, { caseId, areaId }: Alert): Promise<Reachable[]> {
  const grants = await tx.grant.findMany({ where: { caseId, revokedAt: null, level: { not: "pointer" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { agencyId: true, side: true } });
  const sideOf = new Map(grants.map(({ agencyId, side }) => [agencyId, side]));
  const signatures = await tx.agreementSignature.findMany({
    where: { AND: [liveSignatures(new Date(londonDay(now))), { areas: { some: { areaId } } }] },
    select: { agencyId: true, areas: { select: { areaId: true } } },
  });
  const agencies = await tx.agency.findMany({ where: { id: { in: signatures.map(({ agencyId }) => agencyId) } }, select: { id: true, kind: true, side: true } });
  return agencies
    .filter(({ id, side }) => (sideOf.get(id) ?? side) !== "perpetrator")
    .map(({ id, kind }) => ({ agencyId: id, kind, isOnCase: sideOf.has(id), areas: Math.max(...signatures.filter(({ agencyId }) => agencyId === id).map(({ areas }) => areas.length)) }));
}
