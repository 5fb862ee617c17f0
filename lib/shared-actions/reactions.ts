import { liveAgreements } from "../agencies/agreements/queries";
import { hateTraining } from "../agencies/schema";
import { areasOfCase } from "../agencies/visibility";
import { hateAnswered, hateQueried, triggerRecorded } from "../assessments/events";
import { isBankHoliday } from "../clocks/holidays/rules";
import { dueAt, sameDay } from "../clocks/rules";
import { memberExcluded } from "../cases/events";
import type { Doing } from "../cases/log/commands";
import { reaction, type DomainEvent } from "../platform/events";
import { moveAction } from "./answering/commands";
import { actionRaised } from "./events";
import { raiseActionFor } from "./raising/commands";
import { unsettled } from "./rules";
import { hateQuestion, hateTasks, tasksOf, type TriggerTask } from "./triggers/rules";
import { actionsFound, visibleActions } from "./visibility";

type Owner = { agencyId: string; memberId: string | null };
type Raising = { task: TriggerTask; owner: Owner };

/** What a trigger calls for is asked in the same save: of the agencies on the case, and of its named officer. */
const onTrigger = reaction(triggerRecorded, (doing, { caseId, key }) => raiseTasks(doing, caseId, tasksOf(key)));

/** Where nobody was sure whether it is hate, somebody trained is asked to find out. */
const onHateQueried = reaction(hateQueried, (doing, { caseId }) => raiseTasks(doing, caseId, [hateQuestion]));

/** The question is done once it is answered; where it is hate, its tasks begin. */
const onHateAnswered = reaction(hateAnswered, async (doing, { caseId, isHate }) => {
  const { tx, actor, now } = doing;
  const open = await tx.sharedAction.findMany({ where: { AND: [visibleActions(actor, now), { caseId, origin: "trigger", what: hateQuestion.what, status: { in: unsettled } }] }, select: { id: true } });
  for (const action of await actionsFound(tx, actor, now, open.map(({ id }) => id))) {
    const outcome = isHate ? "It is hate." : "Hate is ruled out.";
    await moveAction(doing, action, action.version, { to: "done", from: unsettled, data: { outcome, endedAt: now, endedById: actor.memberId }, body: `Done: ${action.what}\n${outcome}` });
  }
  return isHate ? raiseTasks(doing, caseId, hateTasks) : [];
});

async function raiseTasks(doing: Doing, caseId: string, tasks: readonly TriggerTask[]): Promise<DomainEvent[]> {
  if (tasks.length === 0) return [];
  const raised: DomainEvent[] = [];
  for (const { task, owner } of await toRaise(doing, caseId, tasks)) {
    const { events } = await raiseActionFor(doing, {
      caseId, ownerAgencyId: owner.agencyId, ownerMemberId: owner.memberId, what: task.what, dueAt: dueOf(task, doing.now), isUrgent: typeof task.due === "string", origin: "trigger",
    });
    raised.push(...events);
  }
  return raised;
}

function dueOf({ due }: TriggerTask, now: Date): Date {
  if (typeof due !== "string") return dueAt(due, now, isBankHoliday);
  return due === "same-day" ? sameDay(now) : dueAt({ hours: 4 }, now, isBankHoliday);
}

async function toRaise(doing: Doing, caseId: string, tasks: readonly TriggerTask[]): Promise<Raising[]> {
  const { tx } = doing;
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true, fromAreaId: true, namedOfficer: { select: { id: true, agencyId: true, trainedIn: true } } } });
  const agencies = await agenciesOn(doing, caseId, areasOfCase(asbCase, "both"));
  const lead = agencies.find((agency) => agency.level === "lead");
  const officer = asbCase.namedOfficer && agencies.some(({ agencyId }) => agencyId === asbCase.namedOfficer?.agencyId)
    ? { agencyId: asbCase.namedOfficer.agencyId, memberId: asbCase.namedOfficer.id }
    : lead && { agencyId: lead.agencyId, memberId: null };
  const wanted = tasks.flatMap((task): Raising[] => {
    if (task.for === "named-officer") return officer ? [{ task, owner: officer }] : [];
    if (task.for === "trained-in-hate") return officer ? [{ task, owner: asbCase.namedOfficer?.trainedIn.includes(hateTraining) ? officer : { ...officer, memberId: null } }] : [];
    return agencies.filter((agency) => agency.kind === task.for).map(({ agencyId }) => ({ task, owner: { agencyId, memberId: null } }));
  });
  // The same trigger recorded of a second person, or another with the same task, asks nobody twice.
  const open = await tx.sharedAction.findMany({ where: { caseId, origin: "trigger", status: { in: ["offered", "accepted"] } }, select: { ownerAgencyId: true, what: true } });
  return wanted.filter(({ task, owner }) => !open.some((one) => one.ownerAgencyId === owner.agencyId && one.what === task.what));
}

async function agenciesOn({ tx, now }: Doing, caseId: string, areaIds: string[]) {
  const grants = await tx.grant.findMany({
    where: { caseId, revokedAt: null, level: { not: "pointer" }, side: { not: "perpetrator" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { agencyId: true, level: true, agency: { select: { kind: true } } },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
  });
  const live = await liveAgreements(tx, now, areaIds, grants.map((grant) => grant.agencyId));
  return grants.filter((grant) => live.has(grant.agencyId)).map(({ agencyId, level, agency }) => ({ agencyId, level, kind: agency.kind }));
}

/** What somebody who is now kept from the case had in hand goes back to their agency, for a colleague to take. */
const onExcluded = reaction(memberExcluded, async (doing, { caseId, memberId }) => {
  const { tx, actor, now } = doing;
  const theirs = await tx.sharedAction.findMany({ where: { caseId, ownerMemberId: memberId, status: { in: ["offered", "accepted"] } }, select: { id: true } });
  const actions = await actionsFound(tx, actor, now, theirs.map(({ id }) => id));
  for (const action of actions) {
    await moveAction(doing, action, action.version, {
      to: "offered", from: ["offered", "accepted"], data: { ownerMemberId: null, offeredAt: now, answeredAt: null, answeredById: null }, body: `For a colleague to take: ${action.what}`,
    });
  }
  return actions.map(({ caseId: onCase, actionId, askedById, askedByAgencyId, ownerAgencyId, isUrgent }) => actionRaised({ caseId: onCase, actionId, askedById, askedByAgencyId, ownerAgencyId, ownerMemberId: null, isUrgent, origin: "member" }));
});

export const sharedActionReactions = [onTrigger, onHateQueried, onHateAnswered, onExcluded];
