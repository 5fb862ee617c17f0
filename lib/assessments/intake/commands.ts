import { randomUUID } from "node:crypto";
import { londonDay } from "../../format/dates";
import { reportReference } from "../../format/references";
import { command } from "../../platform/command";
import { InvalidInput, NotFound, Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { parseInput } from "../../platform/input";
import { reportTaken } from "../../reports/events";
import { reportProblems, statusAfter } from "../../reports/rules";
import { visibleInReports, visibleReports } from "../../reports/visibility";
import type { Doing } from "../../cases/log/commands";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { fullAssessmentReasons } from "../rules";
import { keepHate } from "../hate/commands";
import { hateFlagsOf } from "../hate/rules";
import { templateAskedWith } from "../templates/queries";
import { intakeRefusals } from "./labels";
import { beginCase, goesOnFrom, listCalls, openIfClosed, putOnCase, setFirstContact, type FiledReport } from "./outcome/commands";
import { sayWhoIsMissing, shareConfirmed } from "./partners/commands";
import { partnersIn } from "./partners/queries";
import { proposalsFor } from "./partners/rules";
import { recordReportPeople, type ReportPeople } from "./people/commands";
import { findReportPlace, keepReportPlace, type ReportPlace } from "./place/commands";
import { mayTakeReport } from "./policy";
import { recordIntakeRisk, type IntakeRisk } from "./risk/commands";
import { screeningSchema, screeningWords, startsAs, type Screening } from "./screening/rules";
import { intakeInput, takenReportSchema, type IntakeInput, type TakenReport } from "./schema";
import { takenView, type Settled } from "./taken/queries";

type SameAs = { reportId: string; standing: CaseStanding | null };
type Subject = { place: ReportPlace; joins: CaseStanding | null; sameAs: SameAs | null; before: CaseStanding | null };

/**
 * Takes a report in one transaction: its words, people and safe contact, and where it goes; with a new case its
 * assessment, its sharing and whom to ring. Refused for a report from the future, in a district the agency has no live
 * agreement for, or when the same was saved two minutes ago and nobody said that it is another.
 */
export const takeReport = command({
  name: "report.take",
  summary: "Takes a report and settles in the same save where it goes, how red it is and who is told.",
  input: intakeInput,
  output: takenReportSchema,
  load: async ({ tx, actor, now, input }): Promise<Subject> => {
    const doing = { tx, actor, now };
    const place = await findReportPlace(doing, input);
    await findNamedPeople(doing, input);
    const sameAs = input.outcome.kind === "same_event" ? await findSameEvent(doing, input.outcome.reportId) : null;
    const joins = input.outcome.kind === "join_case" ? await standingOn(tx, actor, now, input.outcome.caseId, "contribute") : (sameAs?.standing ?? null);
    const before = input.outcome.kind === "new_case" && input.outcome.continuesCaseId ? await standingOn(tx, actor, now, input.outcome.continuesCaseId, "contribute") : null;
    return { place, joins, sameAs, before };
  },
  allow: mayTakeReport,
  words: intakeRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const doing = { tx, actor, now };
    const problems = reportProblems(input, now);
    if (problems.length > 0) throw new InvalidInput(problems.map(({ path, message }) => ({ path: path.join("."), message })));
    if (input.triggers.length > 0 && input.outcome.kind !== "new_case" && !subject.joins) throw new Refused("trigger-needs-case");
    if (subject.before && subject.before.status !== "closed") throw new Refused("still-open");
    await refuseLookalike(doing, input, subject.place);
    const placeId = await keepReportPlace(doing, subject.place);
    const report = await fileReport(doing, input, subject, placeId);
    const people = await recordReportPeople(doing, report, input);
    const settled = await settle(doing, input, subject, report, people);
    const taken = reportTaken({
      reportId: report.reportId, agencyId: actor.agencyId, areaId: report.areaId, caseId: settled.asbCase?.caseId ?? null,
      outcome: input.outcome.kind, isUrgent: input.triggers.length > 0 || input.safeNow === "danger_999_rung",
    });
    return {
      result: await takenView(doing, settled),
      events: [taken, ...settled.events],
      audit: { caseId: settled.asbCase?.caseId ?? null, personId: people.contactId, detail: { reportId: report.reportId, outcome: input.outcome.kind } },
    };
  },
});

async function findNamedPeople({ tx, actor, now }: Doing, input: IntakeInput): Promise<void> {
  const caller = input.caller.who === "someone_else" ? [input.caller] : [];
  const wanted = [...new Set([...input.affected, ...input.responsible, ...caller].flatMap(({ personId }) => personId ?? []))];
  if (wanted.length === 0) return;
  const seen = await tx.person.count({ where: { AND: [{ id: { in: wanted } }, visibleInReports(actor, now)] } });
  if (seen !== wanted.length) throw new NotFound();
}

async function findSameEvent({ tx, actor, now }: Doing, reportId: string): Promise<SameAs> {
  const found = await tx.report.findFirst({ where: { AND: [{ id: reportId }, visibleReports(actor, now)] }, select: { id: true, sameEventAsId: true, caseId: true } });
  if (!found) throw new NotFound();
  const standing = found.caseId ? await standingOn(tx, actor, now, found.caseId, "contribute").catch(() => null) : null;
  if (found.caseId && !standing) throw new Refused("case-out-of-reach", intakeRefusals["case-out-of-reach"]);
  return { reportId: found.sameEventAsId ?? found.id, standing };
}

const lookalikeMinutes = 2;

// Two presses may send two keys: the second is asked about, not saved. One member saves one report at a time.
async function refuseLookalike({ tx, actor, now }: Doing, input: IntakeInput, place: ReportPlace): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report:${actor.memberId}`}, 0))::text`;
  if (input.confirmedNew) return;
  const before = await tx.report.findFirst({
    where: { takenById: actor.memberId, whatHappened: input.whatHappened, receivedAt: { gt: new Date(now.getTime() - lookalikeMinutes * 60_000) }, place: place.placeId ? { id: place.placeId } : { searchText: place.words } },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }], select: { id: true, reference: true },
  });
  if (before) throw new Refused("looks-like-duplicate", undefined, { reportId: before.id, reference: before.reference });
}

async function fileReport(doing: Doing, input: IntakeInput, { place, joins, sameAs }: Subject, placeId: string): Promise<FiledReport> {
  const { tx, actor, now } = doing;
  const { template } = await templateAskedWith(tx, now, "VRA", input.victimTemplateId);
  parseInput(screeningSchema(template), { screeningAnswers: input.screeningAnswers, vulnerabilityFactors: input.vulnerabilityFactors, triggers: input.triggers });
  const isInDanger = input.safeNow === "danger_999_rung";
  const screening: Screening = {
    safeNow: input.safeNow, answers: input.screeningAnswers, factors: input.vulnerabilityFactors,
    reasons: fullAssessmentReasons(template, input.screeningAnswers, input.triggers),
    startsAs: startsAs(template, input.screeningAnswers, input.triggers, isInDanger),
    said: screeningWords(template, input.screeningAnswers),
    anonymousAffected: input.affected.filter(({ isAnonymous }) => isAnonymous).length,
  };
  const receivedAt = input.receivedAt ?? now;
  const year = Number(londonDay(now).slice(0, 4));
  const [{ n } = { n: 0 }] = await tx.$queryRaw<{ n: number }[]>`SELECT next_reference(${`R-${place.areaCode}`}, ${year}::int) AS n`;
  const report: FiledReport = {
    startsAs: screening.startsAs, reportId: randomUUID(), reference: reportReference({ area: place.areaCode, year, number: n }), areaId: place.areaId, placeId, wardName: place.wardName,
    // A clock that runs fast must not put the event after its report.
    receivedAt, happenedFrom: input.happenedFrom > receivedAt ? receivedAt : input.happenedFrom, version: 1,
    heading: input.nsirHeading, qualifier: input.nsirQualifier, originalHeading: input.originalHeading ?? input.nsirHeading, whatHappened: input.whatHappened, immediateSteps: input.immediateSteps,
  };
  const { reportId, version: _version, wardName: _wardName, startsAs: _startsAs, ...row } = report;
  await tx.report.createMany({
    data: [{
      ...row, id: reportId, agencyId: actor.agencyId, takenById: actor.memberId, channel: input.channel, howOften: input.howOften, happenedTo: input.happenedTo ?? null,
      originalQualifier: input.originalQualifier ?? input.nsirQualifier, isAnonymous: input.caller.who === "anonymous", inDangerNow: isInDanger,
      screening: screening as object, triggers: input.triggers, externalReference: input.externalReference,
      adviceGiven: input.outcome.kind === "advice_only" ? input.outcome.adviceGiven : "", status: joins || input.outcome.kind === "new_case" || sameAs ? "screened" : statusAfter(input.outcome.kind),
    }],
  });
  return report;
}

async function settle(doing: Doing, input: IntakeInput, { joins, sameAs, before }: Subject, report: FiledReport, people: ReportPeople): Promise<Settled & { events: DomainEvent[] }> {
  const none = { report, outcome: input.outcome.kind, startsAs: report.startsAs, asbCase: null, risk: null, shared: [], partners: [], firstContactAt: null };
  if (sameAs) await doing.tx.report.updateMany({ where: { id: report.reportId }, data: { sameEventAsId: sameAs.reportId, ...(joins ? {} : { status: "same_event" }) } });
  if (input.outcome.kind !== "new_case" && !joins) return { ...none, events: [] };
  if (joins && input.shareWith.length > 0 && joins.level !== "lead") throw new Refused("not-lead-agency");
  const begun = joins ? null : await beginCase(doing, report, { leads: input.leads });
  if (begun && before) await goesOnFrom(doing, begun, before);
  const reopened = joins ? await openIfClosed(doing, joins, report) : [];
  const asbCase = begun ?? { caseId: joins!.caseId, reference: joins!.reference, leadAgencyId: joins!.leadAgencyId, namedOfficerId: joins!.namedOfficerId, events: [] };
  const victims = await putOnCase(doing, report, asbCase.caseId, statusAfter(input.outcome.kind));
  const involvements = people.affected.map((personId) => (personId && victims.get(personId)) || null);
  const asked = await keepHate(doing, asbCase.caseId, hateOf(input));
  const risk = await recordIntakeRisk(doing, { caseId: asbCase.caseId, reportId: report.reportId, placeId: report.placeId, involvements }, input);
  const partners = await partnersIn(doing.tx, doing.now, report.areaId, proposalsFor(input, risk, doing.now), [doing.actor.agencyId, asbCase.leadAgencyId]);
  const shared = await shareConfirmed(doing, { caseId: asbCase.caseId, areaId: report.areaId, agencyIds: input.shareWith, triggers: risk.triggers, partners });
  const missing = await sayWhoIsMissing(doing, asbCase.caseId, partners);
  const firstContactAt = await setFirstContact(doing, { caseId: asbCase.caseId, areaId: report.areaId }, { rag: risk.rag ?? report.startsAs, triggers: risk.triggers });
  await listCalls(doing, { caseId: asbCase.caseId, rag: risk.rag, reason: risk.reason, leadAgencyId: asbCase.leadAgencyId }, shared.agencyIds);
  return { ...none, asbCase, risk, shared: shared.agencyIds, partners, firstContactAt, events: [...asbCase.events, ...asked, ...reopened, ...shared.events, ...risk.events, ...missing] };
}

function hateOf({ assessment, screeningAnswers }: IntakeInput): string[] {
  return hateFlagsOf(assessment?.answers.V2 ?? screeningAnswers.V2);
}

export type { IntakeRisk, TakenReport };
