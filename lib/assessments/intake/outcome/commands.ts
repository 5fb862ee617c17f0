import { ragLabels } from "../../../clocks/labels";
import type { Rag } from "../../../clocks/schema";
import { Conflict, Refused } from "../../../platform/errors";
import type { DomainEvent } from "../../../platform/events";
import { headingLabels } from "../../../reports/labels";
import type { NsirHeading, ReportStatus } from "../../../reports/schema";
import { caseOpened } from "../../../cases/events";
import { listDutyCalls } from "../../../cases/duty/commands";
import { writeEntry, type Doing } from "../../../cases/log/commands";
import { grantReach, openCase } from "../../../cases/opening/commands";
import { contactDueAt } from "../../alerts/rules";
import { bringContactForward, contactByColour } from "../../case-rag/commands";
import { openAgain } from "../../closing/commands";
import type { CaseStanding } from "../../../cases/visibility";
import { bringPeopleToCase } from "../people/commands";
import { mustRing } from "../partners/rules";
import { leadsOwnCases } from "../policy";

/** A report as it stands, with what a case is made of. */
export type FiledReport = {
  reportId: string; reference: string; areaId: string; placeId: string; wardName: string; receivedAt: Date; happenedFrom: Date; version: number;
  heading: string; qualifier: string; originalHeading: string; whatHappened: string; immediateSteps: string;
  /** How urgent it is until it is assessed. */
  startsAs: Rag;
};

export type Begun = { caseId: string; reference: string; leadAgencyId: string; namedOfficerId: string; events: DomainEvent[] };

/**
 * Begins a case from a report in the caller's transaction. The member's own agency leads it when it works both sides
 * and they read cases; else the one that takes in the area's reports, and theirs is given what it needs. Refused where
 * the area has no such agency. The case is in intake until it is assessed.
 */
export async function beginCase(doing: Doing, report: FiledReport, given: { leads: "own" | "area" | undefined }): Promise<Begun> {
  const { actor } = doing;
  const isOwn = leadsOwnCases(actor) && given.leads !== "area";
  const lead = isOwn ? { leadAgencyId: actor.agencyId, namedOfficerId: actor.memberId } : await intakeOf(doing, report.areaId);
  const { caseId, reference } = await openCase(doing, {
    ...lead, areaId: report.areaId, placeId: report.placeId, heading: report.heading, headingLabel: headingLabels[report.heading as NsirHeading] ?? report.heading,
    qualifier: report.qualifier, originalHeading: report.originalHeading, wardName: report.wardName,
  });
  if (lead.leadAgencyId !== actor.agencyId) {
    // A call taker's agency is told what became of it; one that works a side goes on working that side.
    const level = actor.readsCases ? "contribute" as const : "summary" as const;
    await grantReach(doing, caseId, report.areaId, [{ agencyId: actor.agencyId, level, side: actor.side, purpose: "Took the report", legalBasis: "cda_s115" }]);
  }
  return { caseId, reference, ...lead, events: [caseOpened({ caseId, reportId: report.reportId, leadAgencyId: lead.leadAgencyId })] };
}

async function intakeOf({ tx }: Doing, areaId: string): Promise<{ leadAgencyId: string; namedOfficerId: string }> {
  const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { intakeAgencyId: true, intakeMemberId: true } });
  if (!area.intakeAgencyId || !area.intakeMemberId) throw new Refused("no-intake-agency");
  return { leadAgencyId: area.intakeAgencyId, namedOfficerId: area.intakeMemberId };
}

/** Puts a report on a case in the caller's transaction: its words into the log, kept from the other side, and its people. Returns each victim's involvement by person. */
export async function putOnCase(doing: Doing, report: FiledReport, caseId: string, status: ReportStatus): Promise<Map<string, string>> {
  const { count } = await doing.tx.report.updateMany({ where: { id: report.reportId, caseId: null, version: report.version }, data: { caseId, status, version: { increment: 1 } } });
  if (count === 0) throw new Conflict();
  const done = report.immediateSteps ? `\n\nDone or agreed: ${report.immediateSteps}` : "";
  await writeEntry(doing, {
    caseId, kind: "report_linked", body: `${report.whatHappened}${done}`, happenedAt: report.happenedFrom, side: "victim",
    data: { reportId: report.reportId, reference: report.reference, heading: report.heading, agencyName: doing.actor.agencyShortName },
  });
  return bringPeopleToCase(doing, report.reportId, caseId);
}

/** A report that joins a case closed within 28 days opens it again, in the caller's transaction; returns the events to return. */
export async function openIfClosed(doing: Doing, standing: CaseStanding, report: Pick<FiledReport, "reference">): Promise<DomainEvent[]> {
  return standing.status === "closed" ? openAgain(doing, { ...standing, why: `another report came, ${report.reference}.` }) : [];
}

/** Says of a new case which closed one it goes on from, and of that one where it goes on; a restricted one's reference is told to nobody. */
export async function goesOnFrom(doing: Doing, begun: Pick<Begun, "caseId" | "reference">, before: CaseStanding): Promise<void> {
  const { tx } = doing;
  const { isRestricted } = await tx.case.findUniqueOrThrow({ where: { id: before.caseId }, select: { isRestricted: true } });
  await tx.case.updateMany({ where: { id: begun.caseId }, data: { continuesId: before.caseId } });
  if (!isRestricted) await writeEntry(doing, { caseId: begun.caseId, kind: "state", body: `Goes on from ${before.reference}, which was closed.`, data: { continues: before.caseId } });
  await writeEntry(doing, { caseId: before.caseId, kind: "state", body: `It began again, and goes on in ${begun.reference}.`, data: { continuedBy: begun.caseId } });
}

/** Sets when somebody must first be in touch with the victim, by the case's colour (until it has one, by what was screened) and its triggers; sooner than before, never later. */
export async function setFirstContact(doing: Doing, asbCase: { caseId: string; areaId: string }, risk: { rag: Rag; triggers: readonly string[] }): Promise<Date | null> {
  const due = contactDueAt(await contactByColour(doing, asbCase.areaId, risk.rag), risk.triggers, doing.now);
  await bringContactForward(doing, asbCase.caseId, due);
  return due;
}

/** Lists whom to ring about a red case: those it is shared with and its lead, but not the member's own agency unless it is the only one. */
export async function listCalls(doing: Doing, asbCase: { caseId: string; rag: Rag | null; reason: string; leadAgencyId: string }, sharedWith: readonly string[]): Promise<void> {
  if (!mustRing(asbCase.rag)) return;
  const others = [...new Set([...sharedWith, asbCase.leadAgencyId])].filter((id) => id && id !== doing.actor.agencyId);
  await listDutyCalls(doing, asbCase.caseId, others.length > 0 ? others : [asbCase.leadAgencyId], `${ragLabels.red}: ${asbCase.reason}`.slice(0, 300));
}
