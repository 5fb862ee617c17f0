import { londonDay, nearDayAndTime } from "../../../format/dates";
import { ageOn } from "../../../format/names";
import { isBankHoliday } from "../../../clocks/holidays/rules";
import { timeStandardsOf } from "../../../clocks/queries";
import { dueByStandard, isOutOfHours } from "../../../clocks/rules";
import type { ClockName, Rag, TimeStandards } from "../../../clocks/schema";
import { NotFound } from "../../../platform/errors";
import { query } from "../../../platform/query";
import { triageClock } from "../../../reports/inbox/rules";
import { mayTakeReports } from "../../../reports/policy";
import { visiblePlaces } from "../../../reports/visibility";
import type { Doing } from "../../../cases/log/commands";
import { whoToRingNow } from "../../../cases/duty/queries";
import { contactDueAt } from "../../alerts/rules";
import { suggestedAgencies } from "../../sharing/rules";
import { proposalWords } from "../../sharing/labels";
import { intakeRefusals } from "../labels";
import { missingWords } from "../partners/labels";
import { insteadWords, partnersIn } from "../partners/queries";
import { mustRing, type Partner } from "../partners/rules";
import { leadsOwnCases } from "../policy";
import { onSavingInput, onSavingSchema, type OnSavingView } from "./schema";

type Intake = { agencyId: string; agencyName: string; name: string; phone: string } | null;

/** What saving a report would do now: who would lead, who would be told and cannot be, what would be due and whom to ring. Reads agencies and clocks, and nothing of any case. */
export const getOnSaving = query({
  name: "report.onSaving",
  summary: "What saving a report as it stands would do.",
  input: onSavingInput,
  output: onSavingSchema,
  allow: mayTakeReports,
  words: intakeRefusals,
  run: async ({ tx, actor, now, input }) => {
    const doing = { tx, actor, now };
    const areaId = await areaOf(doing, input);
    if (!areaId) return nothingKnown(isOutOfHours(now, isBankHoliday));
    const intake = await intakeOf(doing, areaId);
    const isOwn = leadsOwnCases(actor) && input.leads !== "area";
    const leader = isOwn ? { name: actor.name, agencyName: actor.agencyShortName, phone: actor.phone, isOwn } : intake && { name: intake.name, agencyName: intake.agencyName, phone: intake.phone, isOwn };
    const leadId = isOwn ? actor.agencyId : (intake?.agencyId ?? "");
    const proposals = suggestedAgencies(input.answers, input.factors, input.triggers, {
      age: input.bornOn ? ageOn(input.bornOn, londonDay(now)) : null, subject: "victim", ...(input.rag ? { rag: input.rag } : {}),
    });
    const partners = await partnersIn(tx, now, areaId, proposals, [actor.agencyId, leadId]);
    const ringing = mustRing(input.rag) ? [...partners.flatMap((one) => (one.status === "possible" ? one.agency.id : [])), ...(isOwn ? [] : [leadId])] : [];
    const standards = await timeStandardsOf(tx, areaId, now);
    const missing = partners.filter((one) => one.status !== "possible");
    return {
      leader, firstContact: contactWords(standards, input, now), assessment: due(standards, input.rag ?? "amber", "firstAssessmentHardStop", now),
      triage: intake && { name: intake.name, agencyName: intake.agencyName, phone: intake.phone, when: due(standards, input.rag ?? "green", triageClock(input.rag ?? "green"), now) },
      partners: partners.flatMap(possible), notPossible: missing.map(missingWords), instead: missing.length > 0 ? await insteadWords(tx) : "",
      ring: (await whoToRingNow(tx, now, [...new Set(ringing)].filter(Boolean))).map(({ agencyId, agencyName, name, phone }) => ({ agencyId, agencyName, name, phone })),
      isOutOfHours: isOutOfHours(now, isBankHoliday),
    };
  },
  audit: "none",
});

const possible = (one: Partner): OnSavingView["partners"] => (one.status === "possible" ? [{ agencyId: one.agency.id, name: one.agency.name, why: proposalWords(one) }] : []);

const nothingKnown = (outOfHours: boolean): OnSavingView => ({
  leader: null, triage: null, firstContact: "", assessment: "", partners: [], notPossible: [], instead: "", ring: [], isOutOfHours: outOfHours,
});

async function areaOf({ tx, actor, now }: Doing, { placeId, areaCode }: { placeId?: string | undefined; areaCode?: string | undefined }): Promise<string | null> {
  if (placeId) {
    const place = await tx.place.findFirst({ where: { AND: [{ id: placeId }, visiblePlaces(actor, now)] }, select: { areaId: true } });
    if (!place) throw new NotFound();
    return place.areaId;
  }
  if (areaCode) return (await tx.area.findUnique({ where: { code: areaCode }, select: { id: true } }))?.id ?? null;
  return actor.areaIds.length === 1 ? actor.areaIds[0]! : null;
}

async function intakeOf({ tx }: Doing, areaId: string): Promise<Intake> {
  const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { intakeMemberId: true, intakeAgency: { select: { id: true, shortName: true, contactPhone: true } } } });
  if (!area.intakeAgency || !area.intakeMemberId) return null;
  const member = await tx.member.findUnique({ where: { id: area.intakeMemberId }, select: { name: true, phone: true } });
  return { agencyId: area.intakeAgency.id, agencyName: area.intakeAgency.shortName, name: member?.name ?? "", phone: member?.phone || area.intakeAgency.contactPhone };
}

function contactWords(standards: TimeStandards, { rag, triggers }: { rag: Rag | null; triggers: string[] }, now: Date): string {
  const at = contactDueAt(dueByStandard({ standards, rag: rag ?? "green", clock: "firstContact" }, now, isBankHoliday), triggers, now);
  return at ? nearDayAndTime(at, now) : "";
}

function due(standards: TimeStandards, rag: Rag, clock: ClockName, now: Date): string {
  const at = dueByStandard({ standards, rag, clock }, now, isBankHoliday);
  return at ? nearDayAndTime(at, now) : "";
}
