import { administrationReactions } from "./administration/reactions";
import { caseClosed, caseReopened, closureDeclined, closureProposed, ragChanged, triggerRecorded } from "../assessments/events";
import { caseShared, caseSought, glassBroken, sealBroken } from "../cases/events";
import type { Doing } from "../cases/log/commands";
import { reaction } from "../platform/events";
import { actionDeclined, actionDone, actionGiven, actionRaised } from "../shared-actions/events";
import { governanceOf, leaveNotices, managersOf, membersToTell } from "./leaving/commands";

const caseColumns = { rag: true, ragSince: true, areaId: true, status: true } as const;

/** The agencies that may know of a victim's risk: live reach from summary up, the perpetrator's side apart. */
async function agenciesThatMayKnow({ tx, now }: Doing, caseId: string) {
  return tx.grant.findMany({
    where: { caseId, revokedAt: null, level: { not: "pointer" }, side: { not: "perpetrator" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { agencyId: true, grantedAt: true, level: true },
  });
}

const onShared = reaction(caseShared, async (doing, { caseId, agencyIds }) => {
  const asbCase = await doing.tx.case.findUniqueOrThrow({ where: { id: caseId }, select: caseColumns });
  const isRed = asbCase.rag === "red";
  const mayKnow = new Set((await agenciesThatMayKnow(doing, caseId)).map((grant) => grant.agencyId));
  const urgent = agencyIds.filter((id) => isRed && mayKnow.has(id));
  const calm = agencyIds.filter((id) => !urgent.includes(id));
  await leaveNotices(doing, await membersToTell(doing, caseId, urgent, true), { kind: "case-shared", isUrgent: true, caseId });
  await leaveNotices(doing, await membersToTell(doing, caseId, calm, false), { kind: "case-shared", isUrgent: false, caseId });
});

async function tellAgencies(doing: Doing, caseId: string, kind: "case-red" | "trigger") {
  // An agency that was given the case in this very save is told once, that it was; the one that leads it has no such notice.
  const known = (await agenciesThatMayKnow(doing, caseId)).filter((grant) => grant.level === "lead" || grant.grantedAt < doing.now);
  const memberIds = await membersToTell(doing, caseId, known.map((grant) => grant.agencyId), true);
  await leaveNotices(doing, memberIds, { kind, isUrgent: true, caseId });
}

const onRed = reaction(ragChanged, async (doing, { caseId, to }) => {
  if (to === "red") await tellAgencies(doing, caseId, "case-red");
});

/** Those told of at once, whatever the colour was before. */
const urgentTriggers = ["T1", "T2", "T3", "T4", "T5"];

const onTrigger = reaction(triggerRecorded, async (doing, { caseId, key }) => {
  if (!urgentTriggers.includes(key)) return;
  const asbCase = await doing.tx.case.findUniqueOrThrow({ where: { id: caseId }, select: caseColumns });
  const turnedRedNow = asbCase.rag === "red" && asbCase.ragSince !== null && asbCase.ragSince >= doing.now;
  if (!turnedRedNow) await tellAgencies(doing, caseId, "trigger");
});

const onGlass = reaction(glassBroken, async (doing, { caseId, leadAgencyId }) => {
  const owners = await membersToTell(doing, caseId, [leadAgencyId], false);
  await leaveNotices(doing, [...owners, ...(await governanceOf(doing, [leadAgencyId, doing.actor.agencyId]))], { kind: "glass-broken", isUrgent: true, caseId });
});

const onSeal = reaction(sealBroken, async (doing, { caseId, holderAgencyId }) => {
  const keepers = await membersToTell(doing, caseId, [holderAgencyId], true);
  await leaveNotices(doing, [...keepers, ...(await governanceOf(doing, [holderAgencyId, doing.actor.agencyId]))], { kind: "seal-broken", isUrgent: true, caseId });
});

const onSought = reaction(caseSought, async (doing) => {
  await leaveNotices(doing, await governanceOf(doing, [doing.actor.agencyId]), { kind: "case-sought", isUrgent: true, caseId: null });
});

const onRaised = reaction(actionRaised, async (doing, { caseId, actionId, ownerAgencyId, ownerMemberId, isUrgent }) => {
  const memberIds = ownerMemberId ? [ownerMemberId] : await membersToTell(doing, caseId, [ownerAgencyId], true);
  await leaveNotices(doing, memberIds, { kind: ownerMemberId ? "action-given" : "action-offered", isUrgent, caseId, actionId });
});

const onGiven = reaction(actionGiven, async (doing, { caseId, actionId, memberId }) => {
  await leaveNotices(doing, [memberId], { kind: "action-given", isUrgent: false, caseId, actionId });
});

const onDeclined = reaction(actionDeclined, async (doing, { caseId, actionId, askedById }) => {
  const action = await doing.tx.sharedAction.findUniqueOrThrow({ where: { id: actionId }, select: { isUrgent: true } });
  const chairs = await panelChairsOf(doing, caseId);
  await leaveNotices(doing, [askedById, ...chairs], { kind: "action-declined", isUrgent: action.isUrgent, caseId, actionId });
});

async function panelChairsOf({ tx, now }: Doing, caseId: string): Promise<string[]> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: caseColumns });
  const panels = await tx.panel.findMany({
    where: { areaId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }], chairId: { not: null } },
    select: { chairId: true },
  });
  // One who may not open the case is shown nothing of it: the words are made under their own rule, when they read.
  return panels.flatMap(({ chairId }) => chairId ?? []);
}

const onDone = reaction(actionDone, async (doing, { caseId, actionId, askedById }) => {
  await leaveNotices(doing, [askedById], { kind: "action-done", isUrgent: false, caseId, actionId });
});

const onClosureProposed = reaction(closureProposed, async (doing, { caseId, leadAgencyId }) => {
  await leaveNotices(doing, await managersOf(doing, leadAgencyId), { kind: "closure-proposed", isUrgent: false, caseId });
});

const onClosureDeclined = reaction(closureDeclined, async (doing, { caseId, proposedById }) => {
  await leaveNotices(doing, [proposedById], { kind: "closure-declined", isUrgent: false, caseId });
});

async function tellEveryone(doing: Doing, caseId: string, kind: "case-closed" | "case-reopened") {
  const { tx, now } = doing;
  const grants = await tx.grant.findMany({ where: { caseId, revokedAt: null, level: { not: "pointer" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { agencyId: true } });
  await leaveNotices(doing, await membersToTell(doing, caseId, grants.map(({ agencyId }) => agencyId), false), { kind, isUrgent: false, caseId });
}

const onClosed = reaction(caseClosed, (doing, { caseId }) => tellEveryone(doing, caseId, "case-closed"));

const onReopened = reaction(caseReopened, (doing, { caseId }) => tellEveryone(doing, caseId, "case-reopened"));

export const noticeReactions = [...administrationReactions, onClosureProposed, onClosureDeclined, onClosed, onReopened, onShared, onRed, onTrigger, onGlass, onSeal, onSought, onRaised, onGiven, onDeclined, onDone];
