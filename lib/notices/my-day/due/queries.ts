import { isBankHoliday } from "../../../clocks/holidays/rules";
import { timeStandardsOf } from "../../../clocks/queries";
import { dueAt } from "../../../clocks/rules";
import { displayName } from "../../../format/names";
import type { Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import type { Prisma } from "../../../platform/generated/client";
import { addressedTo } from "../../../cases/visibility";
import { visibleReports } from "../../../reports/visibility";
import { agencyNames } from "../../../agencies/queries";
import { requestsToAnswer } from "../../../referrals/requests/visibility";
import { dueOf } from "../../../shared-actions/lines/queries";
import { daysAhead } from "../rules";
import type { CallDue, ContactDue, ReferralDue, RequestDue, ReviewDue } from "../schema";
import { myAmongReferrals, ourCases, ourReferrals } from "../visibility";

/** Who reads their day, with the cases they are named on. */
type Reading = { tx: Tx; actor: Actor; now: Date; namedOn: ReadonlySet<string> };

/** More than a person can do in a week; the list says that there is more. */
export const mostRead = 150;

export function horizonOf(now: Date): Date {
  return new Date(now.getTime() + daysAhead * 86_400_000);
}

const caseColumns = {
  id: true, reference: true, title: true, rag: true, areaId: true, openedAt: true, nextContactAt: true, nextReviewAt: true, namedOfficerId: true,
} satisfies Prisma.CaseSelect;
const withOfficer = { ...caseColumns, namedOfficer: { select: { name: true } } } satisfies Prisma.CaseSelect;
type CaseRow = Prisma.CaseGetPayload<{ select: typeof caseColumns }>;

const isMine = ({ actor, namedOn }: Reading, row: CaseRow) => row.namedOfficerId === actor.memberId || namedOn.has(row.id);
const onCase = ({ id, reference, rag, title }: CaseRow) => ({ caseId: id, reference, rag, title });

/** The cases that the member is named on. */
export async function namedCases(tx: Tx, actor: Actor, now: Date): Promise<Set<string>> {
  const rows = await tx.caseMember.findMany({ where: { memberId: actor.memberId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { caseId: true } });
  return new Set(rows.map((row) => row.caseId));
}

/** Cases of the agency, and the member's own, whose next contact falls due within the week. */
export async function contactsDue(reading: Reading): Promise<ContactDue[]> {
  const { tx, actor, now } = reading;
  const rows = await tx.case.findMany({
    where: { AND: [ourCases(actor, now), { nextContactAt: { lte: horizonOf(now) } }] }, select: caseColumns, orderBy: [{ nextContactAt: "asc" }, { id: "asc" }], take: mostRead,
  });
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const people = await tx.involvement.findMany({
    where: { caseId: { in: ids }, role: { in: ["victim", "complainant"] }, endsAt: null, side: { in: ["both", "victim"] } },
    select: { id: true, caseId: true, role: true, personId: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
    orderBy: [{ role: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
  const how = await howToReach(reading, ids, people.map((one) => one.personId));
  const promises = await lastPromises(reading, ids);
  return rows.flatMap((row): ContactDue[] => {
    const plans = how.plans.filter((plan) => plan.caseId === row.id);
    const soonest = plans.sort((a, b) => a.nextDueAt.getTime() - b.nextDueAt.getTime())[0];
    const party = people.find((one) => one.caseId === row.id && one.id === soonest?.involvementId) ?? people.find((one) => one.caseId === row.id);
    if (!party || !row.nextContactAt) return [];
    const point = how.points.find((one) => one.personId === party.personId);
    const plan = plans.find((one) => one.involvementId === party.id);
    return [{
      ...onCase(row), kind: "contact", key: `contact-${row.id}`, isMine: isMine(reading, row), due: dueOf(row.nextContactAt, now, "minute"),
      involvementId: party.id, name: displayName(party.person), wishes: wishesOf(point, plan), phones: point?.number ? [point.number] : [],
      promised: promises.get(row.id) ?? "",
    }];
  });
}

async function howToReach({ tx, actor, now }: Reading, caseIds: string[], personIds: string[]) {
  const reports = await tx.report.findMany({ where: { AND: [{ caseId: { in: caseIds } }, visibleReports(actor, now)] }, select: { id: true } });
  const points = await tx.contactPoint.findMany({
    where: { personId: { in: personIds }, side: { in: ["both", "victim"] }, OR: [{ caseId: { in: caseIds } }, { reportId: { in: reports.map((report) => report.id) } }] },
    orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
  });
  const plans = await tx.contactPlan.findMany({ where: { caseId: { in: caseIds }, endedAt: null, side: { in: ["both", "victim"] } } });
  return { points, plans };
}

type Wish = { safeWhen: string; doNot: string };
function wishesOf(point: (Wish & { leaveMessage: boolean; interpreter: string }) | undefined, plan: Wish | undefined): string[] {
  const said = [plan?.doNot || point?.doNot, plan?.safeWhen || point?.safeWhen, point && !point.leaveMessage ? "No voicemail" : "", point?.interpreter ? `Interpreter: ${point.interpreter}` : ""];
  return [...new Set(said.filter((words): words is string => !!words))];
}

async function lastPromises({ tx, actor, now }: Reading, caseIds: string[]): Promise<Map<string, string>> {
  // These cases are within reach on the victim's side already; what is sealed from the member is left out here.
  const rows = await tx.contact.findMany({
    where: { caseId: { in: caseIds }, promise: { not: "" }, entry: { AND: [{ side: { in: ["both", "victim"] } }, addressedTo(actor, now)] } }, select: { caseId: true, promise: true }, orderBy: { entry: { seq: "desc" } }, take: mostRead,
  });
  return new Map(rows.reverse().map(({ caseId, promise }) => [caseId, promise]));
}

/** Cases of the agency, and the member's own, whose risk review falls due within the week. */
export async function reviewsDue(reading: Reading): Promise<ReviewDue[]> {
  const { tx, actor, now } = reading;
  const rows = await tx.case.findMany({
    where: { AND: [ourCases(actor, now), { nextReviewAt: { lte: horizonOf(now) }, status: { not: "intake" } }] }, select: withOfficer, orderBy: [{ nextReviewAt: "asc" }, { id: "asc" }], take: mostRead,
  });
  return rows.flatMap((row): ReviewDue[] => row.nextReviewAt
    ? [{ ...onCase(row), kind: "review", key: `review-${row.id}`, isMine: isMine(reading, row), due: dueOf(row.nextReviewAt, now, "day"), officer: row.namedOfficer?.name ?? "" }]
    : []);
}

/** Cases of the agency, and the member's own, that nobody has assessed yet: late by the hard stop of a first assessment. */
export async function unassessedCases(reading: Reading): Promise<ReviewDue[]> {
  const { tx, actor, now } = reading;
  const rows = await tx.case.findMany({
    where: { AND: [ourCases(actor, now), { status: "intake", rag: null }] }, select: withOfficer, orderBy: [{ openedAt: "asc" }, { id: "asc" }], take: mostRead,
  });
  const stops = new Map<string, (from: Date) => Date>();
  for (const areaId of new Set(rows.map((row) => row.areaId))) {
    // Before a colour is known, the middle one's clock runs.
    const stop = (await timeStandardsOf(tx, areaId, now)).amber.firstAssessmentHardStop ?? { workingDays: 1 };
    stops.set(areaId, (from) => dueAt(stop, from, isBankHoliday));
  }
  return rows.map((row): ReviewDue => ({
    ...onCase(row), kind: "intake", key: `intake-${row.id}`, isMine: isMine(reading, row),
    due: dueOf(stops.get(row.areaId)?.(row.openedAt) ?? row.openedAt, now, "minute"), officer: row.namedOfficer?.name ?? "",
  }));
}

/** Whom to ring about red cases of the agency, and the member's own: one line a case, by its earliest call that nobody has ticked off. */
export async function callsDue(reading: Reading): Promise<CallDue[]> {
  const { tx, actor, now } = reading;
  const rows = await tx.dutyCall.findMany({
    where: { doneAt: null, asbCase: ourCases(actor, now) },
    select: { id: true, version: true, agencyId: true, name: true, phone: true, reason: true, dueAt: true, asbCase: { select: caseColumns } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: mostRead,
  });
  const names = await agencyNames(tx, rows.flatMap((row) => row.agencyId ?? []));
  const byCase = new Map<string, typeof rows>();
  for (const row of rows) byCase.set(row.asbCase.id, [...(byCase.get(row.asbCase.id) ?? []), row]);
  return [...byCase.values()].flatMap((calls): CallDue[] => {
    const [first] = calls;
    if (!first) return [];
    return [{
      ...onCase(first.asbCase), kind: "call", key: `call-${first.asbCase.id}`, isMine: isMine(reading, first.asbCase), due: dueOf(first.dueAt, now, "minute"), reason: first.reason,
      calls: calls.map((call) => ({ dutyCallId: call.id, version: call.version, name: call.name, agency: names.get(call.agencyId ?? "") ?? "", phone: call.phone })),
    }];
  });
}

/** Referrals put to the agency that it has not answered. */
export async function referralsDue({ tx, actor, now }: Reading): Promise<ReferralDue[]> {
  const rows = await tx.referral.findMany({
    where: ourReferrals(actor, now),
    select: { id: true, question: true, respondBy: true, raisedByAgencyId: true, asbCase: { select: { id: true, reference: true, title: true } } },
    orderBy: [{ respondBy: "asc" }, { id: "asc" }], take: mostRead,
  });
  if (rows.length === 0) return [];
  const mine = await tx.referral.findMany({ where: { AND: [{ id: { in: rows.map((row) => row.id) } }, myAmongReferrals(actor, now)] }, select: { id: true } });
  const names = await agencyNames(tx, rows.map((row) => row.raisedByAgencyId));
  return rows.map(({ id, question, respondBy, raisedByAgencyId, asbCase }): ReferralDue => ({
    caseId: asbCase.id, reference: asbCase.reference, title: asbCase.title, rag: null, kind: "referral", key: `referral-${id}`,
    isMine: mine.some((one) => one.id === id), due: dueOf(respondBy ?? now, now, "day"), question, from: names.get(raisedByAgencyId) ?? "",
  }));
}

/** Requests of other agencies that wait for this member's answer. */
export async function requestsDue({ tx, actor, now }: Reading): Promise<RequestDue[]> {
  const rows = await tx.referral.findMany({
    where: requestsToAnswer(actor, now), select: { id: true, kind: true, reference: true, question: true, respondBy: true, raisedByAgencyId: true },
    orderBy: [{ respondBy: "asc" }, { id: "asc" }], take: mostRead,
  });
  const names = await agencyNames(tx, rows.map((row) => row.raisedByAgencyId));
  return rows.map(({ id, kind, reference, question, respondBy, raisedByAgencyId }): RequestDue => ({
    kind: "request", key: `request-${id}`, requestId: id, isMine: true, due: dueOf(respondBy ?? now, now, "minute"), reference, question,
    title: `${names.get(raisedByAgencyId) ?? ""} ${kind === "access_request" ? "asks for reach into a case" : "asks you to take over a case"}`,
  }));
}
