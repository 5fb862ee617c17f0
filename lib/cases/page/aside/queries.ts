import { londonDay, nearDayAndTime } from "../../../format/dates";
import { counted, dueWords } from "../../../format/due";
import { displayName, isUnder18 } from "../../../format/names";
import type { Reading } from "../../log/entries/queries";
import { ofSide, reaches, visibleReports } from "../../visibility";
import { ageBandWords, involvementRoleWords, tookWords } from "../rules";
import { methodLabels } from "./labels";
import { otherSideOf } from "../../protecting/queries";
import type { AsideView, BeforeYouRing, DutyCallView, OpenActionView, PartyView } from "./schema";

/** What stands beside a log: how to reach people, calls and actions still open, who is on the case, and how fast it went. */
export async function asideOf(reading: Reading): Promise<AsideView> {
  const parties = await partiesOf(reading);
  const works = reaches(reading.standing.level, "contribute");
  const reports = works ? await reportsOf(reading) : [];
  return {
    beforeYouRing: works ? await beforeYouRing(reading, parties, reports) : [],
    dutyCalls: works ? await dutyCalls(reading) : [],
    openActions: await openActions(reading),
    people: await withColours(reading, parties),
    otherSide: await otherSideOf(reading.tx, reading.standing),
    figures: works && reading.standing.side !== "perpetrator" ? await figuresOf(reading, reports) : [],
  };
}

async function partiesOf({ tx, standing }: Reading) {
  return tx.involvement.findMany({
    where: { caseId: standing.caseId, endsAt: null, ...ofSide(standing) },
    select: { id: true, role: true, side: true, person: { select: { id: true, kind: true, givenName: true, familyName: true, fullName: true, bornOn: true } } },
    orderBy: [{ role: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
}
type Party = Awaited<ReturnType<typeof partiesOf>>[number];

async function reportsOf({ tx, actor, now, standing }: Reading) {
  return tx.report.findMany({ where: { AND: [{ caseId: standing.caseId }, visibleReports(actor, now)] }, select: { id: true, receivedAt: true }, orderBy: [{ receivedAt: "asc" }, { id: "asc" }] });
}
type Reports = Awaited<ReturnType<typeof reportsOf>>;

async function beforeYouRing({ tx, now, standing }: Reading, parties: Party[], reports: Reports): Promise<BeforeYouRing[]> {
  const points = await tx.contactPoint.findMany({
    where: { personId: { in: parties.map((party) => party.person.id) }, ...ofSide(standing), OR: [{ caseId: standing.caseId }, { reportId: { in: reports.map((report) => report.id) } }] },
    orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
  });
  const plans = await tx.contactPlan.findMany({ where: { caseId: standing.caseId, endedAt: null, ...ofSide(standing) }, orderBy: { id: "asc" } });
  const keepers = await tx.member.findMany({ where: { id: { in: plans.flatMap((plan) => [plan.singleContactId, plan.deputyId]).filter((each) => each !== null) } }, select: { id: true, name: true } });
  const nameOf = (id: string | null) => keepers.find((keeper) => keeper.id === id)?.name;
  return parties.flatMap(({ id, person }) => {
    const point = points.find((each) => each.personId === person.id);
    const plan = plans.find((each) => each.involvementId === id);
    if (!point && !plan) return [];
    const single = nameOf(plan?.singleContactId ?? null);
    const deputy = nameOf(plan?.deputyId ?? null);
    return [{
      id, name: displayName(person), number: point?.number ?? "",
      methodWords: methodLabels[plan?.method ?? point?.method ?? ""] ?? "",
      wishes: wishesOf(point, plan),
      keptBy: [
        ...(single ? [`Single contact: ${single}`] : []), ...(deputy ? [`deputy ${deputy}`] : []),
        ...(plan ? [plan.everyDays === 1 ? "every day" : `every ${counted(plan.everyDays, "day")}`, `next ${nearDayAndTime(plan.nextDueAt, now)}`] : []),
      ],
    }];
  });
}

type Wishes = { safeWhen: string; doNot: string };
function wishesOf(point: (Wishes & { leaveMessage: boolean; safeWords: string; interpreter: string }) | undefined, plan: (Wishes & { sayWho: string }) | undefined): string[] {
  const said = [plan?.safeWhen || point?.safeWhen, plan?.doNot || point?.doNot, point && !point.leaveMessage ? "No voicemail" : "", plan?.sayWho || point?.safeWords, point?.interpreter ? `Interpreter: ${point.interpreter}` : ""];
  return [...new Set(said.filter((words): words is string => !!words))];
}

async function dutyCalls({ tx, now, standing }: Reading): Promise<DutyCallView[]> {
  if (standing.side === "perpetrator") return [];
  const calls = await tx.dutyCall.findMany({ where: { caseId: standing.caseId, doneAt: null }, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
  const agencies = calls.length === 0 ? [] : await tx.agency.findMany({ where: { id: { in: calls.flatMap((call) => call.agencyId ?? []) } }, select: { id: true, shortName: true } });
  return calls.map(({ id, name, phone, reason, dueAt, version, agencyId }) => ({
    id, name, phone, reason, version, agencyName: agencies.find((agency) => agency.id === agencyId)?.shortName ?? "", due: clock(dueAt, now),
  }));
}

async function openActions({ tx, actor, now, standing }: Reading): Promise<OpenActionView[]> {
  const mine = reaches(standing.level, "contribute") ? ofSide(standing) : { ownerAgencyId: actor.agencyId };
  const actions = await tx.sharedAction.findMany({
    where: { caseId: standing.caseId, status: { in: ["offered", "accepted"] }, ...mine },
    select: { id: true, what: true, ownerAgencyId: true, ownerMemberId: true, status: true, dueAt: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: 20,
  });
  if (actions.length === 0) return [];
  const agencies = await tx.agency.findMany({ where: { id: { in: actions.map((action) => action.ownerAgencyId) } }, select: { id: true, shortName: true } });
  const members = await tx.member.findMany({ where: { id: { in: actions.flatMap((action) => action.ownerMemberId ?? []) } }, select: { id: true, name: true } });
  return actions.map((action) => {
    const owner = members.find((member) => member.id === action.ownerMemberId)?.name;
    const agency = agencies.find((each) => each.id === action.ownerAgencyId)?.shortName ?? "";
    return { id: action.id, what: action.what, who: [agency, owner].filter(Boolean).join(" · "), isOffered: action.status === "offered", due: clock(action.dueAt, now) };
  });
}

async function withColours({ tx, now, standing }: Reading, parties: Party[]): Promise<PartyView[]> {
  const assessments = reaches(standing.level, "contribute")
    ? await tx.assessment.findMany({ where: { caseId: standing.caseId, involvementId: { in: parties.map((party) => party.id) }, ...ofSide(standing) }, select: { involvementId: true, rag: true, behaviourRag: true, score: true }, orderBy: [{ completedAt: "desc" }, { id: "asc" }] })
    : [];
  const today = londonDay(now);
  return parties.map(({ id, role, side, person }) => {
    const latest = assessments.find((each) => each.involvementId === id);
    const born = person.bornOn ? londonDay(person.bornOn) : null;
    const isBehaviourOnly = standing.side === "perpetrator";
    return {
      kind: "known", involvementId: id, name: displayName(person), ageWords: ageBandWords(born, today), isUnder18: isUnder18(born, today), role, side, roleWords: involvementRoleWords(role),
      rag: (isBehaviourOnly ? latest?.behaviourRag : latest?.rag) ?? null, score: isBehaviourOnly ? null : (latest?.score ?? null),
    };
  });
}

async function figuresOf({ tx, standing }: Reading, reports: Reports): Promise<AsideView["figures"]> {
  const first = reports[0]?.receivedAt;
  if (!first) return [];
  const { caseId } = standing;
  const assessed = await tx.assessment.findFirst({ where: { caseId, ...ofSide(standing) }, select: { completedAt: true }, orderBy: [{ completedAt: "asc" }, { id: "asc" }] });
  const shared = await tx.grant.findFirst({ where: { caseId, level: { in: ["summary", "contribute"] } }, select: { grantedAt: true }, orderBy: [{ grantedAt: "asc" }, { id: "asc" }] });
  const visit = await tx.entry.findFirst({ where: { caseId, contact: { type: "visit" }, ...ofSide(standing), audience: { isEmpty: true }, membersOnly: false }, select: { happenedAt: true }, orderBy: [{ happenedAt: "asc" }, { id: "asc" }] });
  const took = (what: string, at: Date | undefined) => ({ what, took: at ? tookWords(first, at) : "not yet" });
  return [took("first assessment", assessed?.completedAt), took("first share", shared?.grantedAt), took("first visit", visit?.happenedAt)];
}

function clock(at: Date, now: Date) {
  return { at: at.toISOString(), ...dueWords(at, now) };
}
