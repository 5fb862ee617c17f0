import type { IntakeForm } from "@/lib/assessments/intake/schema";
import { sourceOfChannel } from "@/lib/assessments/intake/rules";
import type { ReportChannel } from "@/lib/reports/schema";
import { addDays, londonDay, londonInstant, startOfLondonDay } from "@/lib/format/dates";
import { filledIn } from "@/components/assessments/form/value";
import { assessedVictim, namedAffected, type PersonDraft, type ReportDraft, type ResponsibleDraft } from "./value";

/** What the page knows beside what was typed: the classification that stands, who is proposed, whether the assessment is whole. */
export type Known = {
  heading: string;
  qualifier: string;
  partnerIds: readonly string[];
  isAssessed: boolean;
  isImpactAssessed: boolean;
  howOften: string;
  outcome: Exclude<ReportDraft["outcome"], "">;
  confirmedNew: boolean;
};

/** A report as it is sent. Half-typed things go as they are, so that the server says what is wrong with them. */
export function reportForm(draft: ReportDraft, known: Known): IntakeForm {
  const opens = known.outcome === "new_case";
  const hasCase = opens || known.outcome === "join_case";
  const affected = affectedForm(draft);
  return {
    ...whereForm(draft), ...whenForm(draft),
    safeNow: draft.safeNow as IntakeForm["safeNow"], channel: draft.channel as ReportChannel, whatHappened: draft.whatHappened,
    nsirHeading: known.heading as IntakeForm["nsirHeading"], nsirQualifier: known.qualifier as IntakeForm["nsirQualifier"],
    // Left out where nothing else was said first: what is missing is then asked for once.
    originalHeading: (draft.firstHeading || undefined) as IntakeForm["originalHeading"], originalQualifier: (draft.firstQualifier || undefined) as IntakeForm["originalQualifier"],
    howOften: known.howOften, caller: callerForm(draft), affected, responsible: responsibleForm(draft),
    victimTemplateId: draft.victimTemplateId, placeTemplateId: draft.placeTemplateId, screeningAnswers: draft.assessment.answers, vulnerabilityFactors: draft.assessment.factors, triggers: draft.assessment.confirmedTriggers,
    safeContact: contactForm(draft), immediateSteps: draft.immediateSteps, externalReference: draft.externalReference, outcome: outcomeForm(draft, known),
    ...(hasCase && known.isAssessed ? { assessment: assessmentForm(draft) } : {}),
    ...(hasCase && known.isImpactAssessed ? { impact: { answers: draft.impact.answers, judgement: filledIn(draft.impact).judgement } } : {}),
    ...(opens && draft.leads ? { leads: draft.leads } : {}),
    shareWith: opens ? known.partnerIds.filter((id) => !draft.notShared.includes(id)) : [],
    confirmedNew: known.confirmedNew,
  };
}

function whereForm(draft: ReportDraft): Pick<IntakeForm, "placeId" | "place"> {
  if (draft.place) return { placeId: draft.place.id };
  if (!draft.isTyped && draft.placeText.trim() === "") return {};
  const { areaCode, ...place } = draft.isTyped ? draft.typed : { ...draft.typed, line: draft.placeText };
  return { place: { ...place, ...(areaCode ? { areaCode } : {}) } as IntakeForm["place"] };
}

/** When it happened: the moment the answer was given, some time in a day, or a moment that was typed. */
export function whenForm({ when, whenAt, happenedFrom }: Pick<ReportDraft, "when" | "whenAt" | "happenedFrom">): Pick<IntakeForm, "happenedFrom" | "happenedTo"> {
  if (when === "now") return { happenedFrom: whenAt };
  if (when === "today") return { happenedFrom: startOfLondonDay(londonDay(whenAt)).toISOString(), happenedTo: whenAt };
  if (when === "yesterday") {
    const today = londonDay(whenAt);
    // Last night runs on into this morning.
    const morning = londonInstant(today, "06:00").toISOString();
    return { happenedFrom: startOfLondonDay(addDays(today, -1)).toISOString(), happenedTo: whenAt < morning ? whenAt : morning };
  }
  return { happenedFrom: when === "other" ? happenedFrom : "" };
}

function personForm(person: PersonDraft): { personId: string } | { person: NonNullable<NonNullable<IntakeForm["affected"]>[number]["person"]> } {
  if (person.personId) return { personId: person.personId };
  if (person.kind === "organisation") return { person: { kind: "organisation", name: person.name } };
  const { givenName, familyName, bornOn, language } = person;
  return { person: { kind: "individual", givenName, familyName, bornOn, language } };
}

function affectedForm(draft: ReportDraft): NonNullable<IntakeForm["affected"]> {
  if (draft.nobodyNamed) return [{ isAnonymous: true }];
  const named = namedAffected(draft).map(({ person }) => person);
  // Nobody named at all goes as one empty name when they are who told us, so that the name is asked for.
  const sent = named.length > 0 || draft.who !== "affected" ? named : draft.affected.slice(0, 1);
  return sent.map((person) => ({ ...personForm(person), role: person.role, livesHere: draft.isHome === "yes" && person.role !== "witness" }));
}

function callerForm(draft: ReportDraft): IntakeForm["caller"] {
  if (draft.who === "affected") return { who: "affected", index: 0 };
  if (draft.who === "someone_else") return { who: "someone_else", ...personForm(draft.teller), role: draft.tellerRole, relation: draft.relation };
  if (draft.who === "anonymous") return { who: "anonymous" };
  return { who: "" } as unknown as IntakeForm["caller"];
}

function responsibleForm(draft: ReportDraft): NonNullable<IntakeForm["responsible"]> {
  const as = draft.responsibleAs;
  if (as === "" || as === "unknown") return [];
  const isGiven = (one: ResponsibleDraft) => one.personId || (as === "named" ? one.givenName.trim() || one.familyName.trim() : one.words.trim());
  const given = draft.responsible.filter(isGiven);
  return (given.length > 0 ? given : draft.responsible.slice(0, 1)).map((one) => {
    if (one.personId) return { personId: one.personId };
    if (as === "named") return { person: { kind: "individual" as const, givenName: one.givenName, familyName: one.familyName }, note: one.words };
    return { person: { kind: "group" as const, name: one.words }, note: as === "sight" ? "Known by sight" : "" };
  });
}

function contactForm({ contact }: ReportDraft): IntakeForm["safeContact"] {
  const isEmpty = contact.number.trim() === "" && contact.when.trim() === "" && contact.doNot.trim() === "" && contact.words.trim() === "" && contact.interpreter.trim() === "";
  if (isEmpty && ["phone", "text", "email"].includes(contact.method)) return undefined;
  return contact as IntakeForm["safeContact"];
}

function assessmentForm(draft: ReportDraft): NonNullable<IntakeForm["assessment"]> {
  const victims = namedAffected(draft).map(({ person }) => person);
  const { answers, factors, confirmedTriggers, judgement } = filledIn(draft.assessment);
  const victim = assessedVictim(draft);
  return { affectedIndex: Math.max(0, victim ? victims.indexOf(victim) : 0), source: sourceOfChannel(draft.channel as ReportChannel), answers, factors, confirmedTriggers, judgement };
}

function outcomeForm(draft: ReportDraft, { outcome }: Known): IntakeForm["outcome"] {
  if (outcome === "advice_only") return { kind: outcome, adviceGiven: draft.advice };
  if (outcome === "join_case") return { kind: outcome, caseId: draft.joinCaseId };
  if (outcome === "same_event") return { kind: outcome, reportId: draft.sameReportId };
  return outcome === "new_case" && draft.continuesCaseId ? { kind: outcome, continuesCaseId: draft.continuesCaseId } : { kind: outcome };
}
