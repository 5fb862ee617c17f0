import { agencyNames } from "../../../agencies/queries";
import { isBankHoliday } from "../../../clocks/holidays/rules";
import { timeStandardsOf } from "../../../clocks/queries";
import { addWorkingDays, dueByStandard, endOfWork } from "../../../clocks/rules";
import { ragLabels } from "../../../clocks/labels";
import type { ClockName, Rag } from "../../../clocks/schema";
import { londonDay, londonInstant, nearDayAndTime } from "../../../format/dates";
import { dueWords } from "../../../format/due";
import { listWords } from "../../../format/text";
import type { Doing } from "../../../cases/log/commands";
import type { FiledReport } from "../outcome/commands";
import { insteadWords } from "../partners/queries";
import type { Partner } from "../partners/rules";
import { missingWords } from "../partners/labels";
import type { IntakeRisk } from "../risk/commands";
import type { CallView, TakenReport } from "../schema";

/** What a save came to, before it is put into words. */
export type Settled = {
  report: FiledReport;
  outcome: TakenReport["outcome"];
  startsAs: Rag;
  asbCase: { caseId: string; reference: string; leadAgencyId: string; namedOfficerId: string | null } | null;
  risk: IntakeRisk | null;
  shared: string[];
  partners: Partner[];
  firstContactAt: Date | null;
};

/** What happens next after a report was saved, in the transaction that saved it. */
export async function takenView(doing: Doing, settled: Settled): Promise<TakenReport> {
  const { report, risk } = settled;
  const officer = await officerOf(doing, settled);
  const told = [...(await agencyNames(doing.tx, settled.shared)).values()];
  const missing = settled.partners.filter((partner) => partner.status !== "possible");
  const instead = missing.length > 0 ? await insteadWords(doing.tx) : "";
  return {
    reportId: report.reportId, reference: report.reference, outcome: settled.outcome,
    asbCase: settled.asbCase && {
      caseId: settled.asbCase.caseId, reference: settled.asbCase.reference, mayOpen: doing.actor.readsCases,
      leadName: officer.agencyName, ring: { name: officer.name, phone: officer.phone }, isAssessed: risk?.isAssessed ?? false,
    },
    rag: risk?.rag ?? null, score: risk?.score ?? null, reason: risk?.reason ?? "", toldNames: told,
    next: await nextSteps(doing, settled, officer, told),
    ring: settled.asbCase ? await callsToMake(doing, settled.asbCase.caseId) : [],
    notPossible: missing.map((partner) => ({ ...missingWords(partner), instead })),
  };
}

type Officer = { name: string; phone: string; agencyName: string };

async function officerOf({ tx }: Doing, { asbCase, report }: Settled): Promise<Officer> {
  const area = asbCase ? null : await tx.area.findUniqueOrThrow({ where: { id: report.areaId }, select: { intakeAgencyId: true, intakeMemberId: true } });
  const agencyId = asbCase?.leadAgencyId ?? area?.intakeAgencyId;
  const memberId = asbCase?.namedOfficerId ?? area?.intakeMemberId;
  const agency = agencyId ? await tx.agency.findUnique({ where: { id: agencyId }, select: { shortName: true, contactName: true, contactPhone: true } }) : null;
  const member = memberId ? await tx.member.findUnique({ where: { id: memberId }, select: { name: true, phone: true } }) : null;
  return { name: member?.name ?? agency?.contactName ?? "", phone: member?.phone || (agency?.contactPhone ?? ""), agencyName: agency?.shortName ?? "" };
}

/** Calls listed on a case and not yet made, as far as the actor may see them: of those due at once, the police first. */
export async function callsToMake({ tx, now }: Pick<Doing, "tx" | "now">, caseId: string): Promise<CallView[]> {
  const calls = await tx.dutyCall.findMany({
    where: { caseId, doneAt: null }, orderBy: [{ dueAt: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, agencyId: true, name: true, phone: true, reason: true, dueAt: true, version: true },
  });
  const ids = calls.flatMap(({ agencyId }) => agencyId ?? []);
  const names = await agencyNames(tx, ids);
  const police = await tx.agency.findMany({ where: { id: { in: ids }, kind: "police" }, select: { id: true } });
  const rank = (call: { dueAt: Date; agencyId: string | null }) => call.dueAt.getTime() + (police.some(({ id }) => id === call.agencyId) ? 0 : 1);
  return calls.sort((one, other) => rank(one) - rank(other)).map(({ id, agencyId, dueAt, ...call }) => ({
    ...call, callId: id, agencyName: names.get(agencyId ?? "") ?? call.name, dueAt: dueAt.toISOString(), dueWords: dueWords(dueAt, now).words, isDone: false,
  }));
}

async function nextSteps(doing: Doing, settled: Settled, officer: Officer, told: string[]): Promise<TakenReport["next"]> {
  const { now } = doing;
  const { outcome, asbCase, risk, firstContactAt } = settled;
  if (outcome === "advice_only") return [{ what: "Nothing more is due. The report is kept, and counts if they ring again." }];
  if (!asbCase) return [await triageStep(doing, settled, officer, outcome)];
  const steps: TakenReport["next"] = [];
  if (told.length > 0) steps.push({ what: `${listWords(told)} ${told.length === 1 ? "sees" : "see"} the case now`, when: "now" });
  if (firstContactAt) steps.push({ what: "First contact with the victim", when: nearDayAndTime(firstContactAt, now), who: officer.name });
  if (!risk?.isAssessed && !(await isAssessed(doing, asbCase.caseId))) {
    steps.push({ what: "Risk assessment: the case stays in intake until it is done", when: await dueWordsOf(doing, settled.report.areaId, risk?.rag ?? settled.startsAs, "firstAssessmentHardStop"), who: officer.name });
  }
  if (risk?.isIncomplete) {
    const day = addWorkingDays(londonDay(now), 2, isBankHoliday);
    steps.push({ what: "Ask again what was not known", when: nearDayAndTime(londonInstant(day, endOfWork), now), who: officer.name });
  }
  if (risk?.rag) steps.push({ what: `${ragLabels[risk.rag]}: risk review`, when: await dueWordsOf(doing, settled.report.areaId, risk.rag, "review"), who: officer.agencyName });
  return steps;
}

async function triageStep(doing: Doing, { report, startsAs }: Settled, officer: Officer, outcome: Settled["outcome"]): Promise<TakenReport["next"][number]> {
  if (outcome === "same_event") return { what: "Counted with the other report of this event, and decided with it" };
  const when = await dueWordsOf(doing, report.areaId, startsAs, startsAs === "green" ? "firstAssessment" : "firstAssessmentHardStop");
  const who = officer.name ? `${officer.name}, ${officer.agencyName}, ${officer.phone}` : undefined;
  return { what: "The area's coordinator decides where it goes", when, who };
}

async function isAssessed({ tx }: Doing, caseId: string): Promise<boolean> {
  return (await tx.assessment.count({ where: { caseId } })) > 0;
}

async function dueWordsOf({ tx, now }: Doing, areaId: string, rag: Rag, clock: ClockName): Promise<string | undefined> {
  const due = dueByStandard({ standards: await timeStandardsOf(tx, areaId, now), rag, clock }, now, isBankHoliday);
  return due ? `by ${nearDayAndTime(due, now)}` : undefined;
}
