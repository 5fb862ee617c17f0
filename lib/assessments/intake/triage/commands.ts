import { command } from "../../../platform/command";
import { Conflict, NotFound, Refused } from "../../../platform/errors";
import type { DomainEvent } from "../../../platform/events";
import { updateAtVersion } from "../../../platform/versions";
import { reportSorted } from "../../../reports/events";
import { maySortReport } from "../../../reports/policy";
import { reportMoveRefusal } from "../../../reports/rules";
import type { ReportStatus } from "../../../reports/schema";
import { visibleReports } from "../../../reports/visibility";
import type { Rag } from "../../../clocks/schema";
import type { Doing } from "../../../cases/log/commands";
import { standingOn, type CaseStanding } from "../../../cases/visibility";
import type { Decision } from "../../../platform/decision";
import type { Actor } from "../../../platform/actor";
import { keepHate } from "../../hate/commands";
import { hateFlagsOf } from "../../hate/rules";
import { intakeRefusals } from "../labels";
import { beginCase, openIfClosed, putOnCase, setFirstContact, type FiledReport } from "../outcome/commands";
import { mayAddReports } from "../policy";
import { settleReportRisk } from "../risk/commands";
import { shareConfirmed } from "../partners/commands";
import { adviseOnlyInput, linkToCaseInput, openCaseInput, sameEventInput, sortedReportSchema } from "./schema";

type Waiting = FiledReport & { agencyId: string; status: ReportStatus; triggers: string[]; answers: Record<string, string | string[]> };
type Input = { reportId: string; version: number; nsirHeading?: string | undefined; nsirQualifier?: string | undefined };

const select = {
  id: true, reference: true, version: true, agencyId: true, areaId: true, placeId: true, receivedAt: true, happenedFrom: true, heading: true, qualifier: true, originalHeading: true,
  whatHappened: true, immediateSteps: true, status: true, triggers: true, screening: true, place: { select: { wardName: true } },
} as const;

/** A report without a case that the actor may read; NotFound when hidden, Conflict when it was sorted meanwhile. */
async function findWaiting({ tx, actor, now }: Doing, input: Input): Promise<Waiting> {
  const row = await tx.report.findFirst({ where: { AND: [{ id: input.reportId }, visibleReports(actor, now)] }, select });
  if (!row) throw new NotFound();
  if (row.version !== input.version) throw new Conflict({ version: row.version, status: row.status });
  const { id: reportId, place, screening, ...rest } = row;
  const kept = screening as { startsAs?: Rag; answers?: Waiting["answers"] };
  return { ...rest, reportId, wardName: place.wardName, startsAs: kept.startsAs ?? "green", answers: kept.answers ?? {}, heading: input.nsirHeading ?? row.heading, qualifier: input.nsirQualifier ?? row.qualifier };
}

function moveTo(report: Waiting, to: ReportStatus): void {
  const refusal = reportMoveRefusal(report.status, to);
  if (refusal) throw new Refused(refusal);
}

async function reclassify({ tx }: Doing, report: Waiting): Promise<void> {
  await tx.report.updateMany({ where: { id: report.reportId }, data: { heading: report.heading, qualifier: report.qualifier } });
}

/** Ends a report in advice. Refused when a trigger is ticked, or when it has its place already. */
export const adviseOnly = command({
  name: "report.adviseOnly",
  summary: "Ends a report in advice.",
  input: adviseOnlyInput,
  output: sortedReportSchema,
  load: ({ tx, actor, now, input }) => findWaiting({ tx, actor, now }, input),
  allow: maySortReport,
  words: intakeRefusals,
  run: async ({ tx, input, subject: report }) => {
    moveTo(report, "advice_only");
    if (report.triggers.length > 0) throw new Refused("trigger-needs-case");
    await updateAtVersion(tx.report, report.reportId, input.version, { status: "advice_only", adviceGiven: input.adviceGiven });
    return done(report, "advice_only", null);
  },
});

type Joining = { report: Waiting; standing: CaseStanding };

function mayJoin(actor: Actor, { report, standing }: Joining, _given: unknown, now: Date): Decision {
  const sorting = maySortReport(actor, report);
  return sorting.allowed ? mayAddReports(standing, now) : sorting;
}

/** Puts a report on a case the member works: its words, people and triggers. NotFound for a case out of reach; refused when it has its place already. */
export const linkToCase = command({
  name: "report.linkToCase",
  summary: "Puts a waiting report on a case.",
  input: linkToCaseInput,
  output: sortedReportSchema,
  load: async ({ tx, actor, now, input }): Promise<Joining> => ({ report: await findWaiting({ tx, actor, now }, input), standing: await standingOn(tx, actor, now, input.caseId, "contribute") }),
  allow: mayJoin,
  words: intakeRefusals,
  run: async ({ tx, actor, now, subject: { report, standing } }) => {
    moveTo(report, "linked");
    const doing = { tx, actor, now };
    await reclassify(doing, report);
    const reopened = await openIfClosed(doing, standing, report);
    const victims = await putOnCase(doing, report, standing.caseId, "linked");
    const risk = await settleReportRisk(doing, standing.caseId, report, [...victims.values()][0] ?? null);
    return done(report, "join_case", { caseId: standing.caseId, reference: standing.reference }, [...reopened, ...risk.events]);
  },
});

type Pair = { report: Waiting; root: { reportId: string }; standing: CaseStanding | null };

/** Says that two reports tell of one event, so that it counts once; it follows the other onto its case. Refused when that case is out of reach. */
export const sameEvent = command({
  name: "report.sameEvent",
  summary: "Says that a waiting report tells of the same event as another.",
  input: sameEventInput,
  output: sortedReportSchema,
  load: async ({ tx, actor, now, input }): Promise<Pair> => {
    const report = await findWaiting({ tx, actor, now }, input);
    const other = await tx.report.findFirst({ where: { AND: [{ id: input.sameAsId }, visibleReports(actor, now)] }, select: { id: true, caseId: true, sameEventAsId: true } });
    if (!other) throw new NotFound();
    const root = { reportId: other.sameEventAsId ?? other.id };
    if (root.reportId === report.reportId) throw new Refused("same-report", intakeRefusals["same-report"]);
    const standing = other.caseId ? await standingOn(tx, actor, now, other.caseId, "contribute").catch(() => null) : null;
    if (other.caseId && !standing) throw new Refused("case-out-of-reach", intakeRefusals["case-out-of-reach"]);
    return { report, root, standing };
  },
  allow: (actor, { report, standing }, given, now) => (standing ? mayJoin(actor, { report, standing }, given, now) : maySortReport(actor, report)),
  words: intakeRefusals,
  run: async ({ tx, actor, now, input, subject: { report, root, standing } }) => {
    moveTo(report, "same_event");
    const doing = { tx, actor, now };
    const events: DomainEvent[] = [];
    // Reports that pointed here point on, so that one event has one root.
    await tx.report.updateMany({ where: { sameEventAsId: report.reportId }, data: { sameEventAsId: root.reportId } });
    if (!standing) await updateAtVersion(tx.report, report.reportId, input.version, { status: "same_event", sameEventAsId: root.reportId });
    else {
      await tx.report.updateMany({ where: { id: report.reportId }, data: { sameEventAsId: root.reportId } });
      events.push(...(await openIfClosed(doing, standing, report)));
      const victims = await putOnCase(doing, report, standing.caseId, "same_event");
      events.push(...(await settleReportRisk(doing, standing.caseId, report, [...victims.values()][0] ?? null)).events);
    }
    return done(report, "same_event", standing && { caseId: standing.caseId, reference: standing.reference }, events);
  },
});

/** Begins a case from a waiting report; it stays in intake until it is assessed, and reports of the same event come with it. Refused when it has its place already. */
export const openCaseFromReport = command({
  name: "report.openCase",
  summary: "Begins a case from a waiting report.",
  input: openCaseInput,
  output: sortedReportSchema,
  load: ({ tx, actor, now, input }) => findWaiting({ tx, actor, now }, input),
  allow: maySortReport,
  words: intakeRefusals,
  run: async ({ tx, actor, now, input, subject: report }) => {
    moveTo(report, "new_case");
    const doing = { tx, actor, now };
    await reclassify(doing, report);
    const begun = await beginCase(doing, report, { leads: input.leads });
    const victims = await putOnCase(doing, report, begun.caseId, "new_case");
    await bringSameEvents(doing, report, begun.caseId);
    const asked = await keepHate(doing, begun.caseId, hateFlagsOf(report.answers.V2));
    const risk = await settleReportRisk(doing, begun.caseId, report, [...victims.values()][0] ?? null);
    await setFirstContact(doing, { caseId: begun.caseId, areaId: report.areaId }, { rag: risk.rag ?? report.startsAs, triggers: report.triggers });
    const shared = await shareConfirmed(doing, { caseId: begun.caseId, areaId: report.areaId, agencyIds: input.shareWith, triggers: report.triggers, partners: [] });
    return done(report, "new_case", { caseId: begun.caseId, reference: begun.reference }, [...begun.events, ...asked, ...shared.events, ...risk.events]);
  },
});

async function bringSameEvents(doing: Doing, report: Waiting, caseId: string): Promise<void> {
  const { tx, actor, now } = doing;
  const others = await tx.report.findMany({ where: { AND: [{ sameEventAsId: report.reportId, caseId: null }, visibleReports(actor, now)] }, select });
  for (const { id: reportId, place, screening: _screening, ...rest } of others) {
    await putOnCase(doing, { ...rest, reportId, wardName: place.wardName, startsAs: "green" }, caseId, "same_event");
  }
}

type Outcome = "advice_only" | "new_case" | "join_case" | "same_event";

function done(report: Waiting, outcome: Outcome, asbCase: { caseId: string; reference: string } | null, events: DomainEvent[] = []) {
  const sorted = reportSorted({ reportId: report.reportId, agencyId: report.agencyId, caseId: asbCase?.caseId ?? null, outcome });
  return { result: { reportId: report.reportId, asbCase }, events: [sorted, ...events], audit: { caseId: asbCase?.caseId ?? null, detail: { reportId: report.reportId, outcome } } };
}
