import { emptyAssessment, type AssessmentValue } from "@/components/assessments/form/value";

/** Somebody affected, or who told us, as typed or as found on record. */
export type PersonDraft = {
  kind: "individual" | "organisation";
  givenName: string;
  familyName: string;
  bornOn: string;
  name: string;
  language: string;
  role: "victim" | "household_member" | "witness";
  /** Somebody on record, with the name to show. */
  personId: string;
  knownAs: string;
};

export type ResponsibleDraft = { givenName: string; familyName: string; words: string; personId: string; knownAs: string };

export type WhenAnswer = "" | "now" | "today" | "yesterday" | "other";
export type ResponsibleAnswer = "" | "named" | "sight" | "group" | "unknown";
export type OutcomeAnswer = "" | "advice_only" | "new_case" | "join_case" | "same_event" | "triage";

/** All that the New report page holds, as its draft keeps it. */
export type ReportDraft = {
  startedAt: string;
  safeNow: "" | "safe" | "danger_999_rung" | "not_known";
  place: { id: string; label: string; ward: string } | null;
  placeText: string;
  isTyped: boolean;
  typed: { kind: string; line: string; town: string; postcode: string; areaCode: string };
  isHome: "" | "yes" | "no";
  whatHappened: string;
  /** Chosen by hand; empty while the suggestion stands. */
  heading: string;
  qualifier: string;
  /** As it was first classified, once the words were left; kept for ever. */
  firstHeading: string;
  firstQualifier: string;
  when: WhenAnswer;
  /** The moment that answer was given, so that sending it twice sends the same. */
  whenAt: string;
  happenedFrom: string;
  channel: string;
  who: "" | "affected" | "someone_else" | "anonymous";
  teller: PersonDraft;
  tellerRole: "complainant" | "witness" | "professional";
  relation: string;
  nobodyNamed: boolean;
  affected: PersonDraft[];
  responsibleAs: ResponsibleAnswer;
  responsible: ResponsibleDraft[];
  /** The versions of the forms that the answers are to. */
  victimTemplateId: string;
  placeTemplateId: string;
  assessment: AssessmentValue;
  /** The full assessment was asked for, without the answers calling for it. */
  wantsFull: boolean;
  impact: AssessmentValue;
  wantsImpact: boolean;
  contact: { method: string; number: string; when: string; doNot: string; leaveMessage: boolean; words: string; interpreter: string };
  immediateSteps: string;
  externalReference: string;
  outcome: OutcomeAnswer;
  joinCaseId: string;
  /** The closed case that a new one goes on from. */
  continuesCaseId: string;
  sameReportId: string;
  advice: string;
  leads: "" | "own" | "area";
  /** Proposed agencies that the member took out. */
  notShared: string[];
};

export const emptyPerson: PersonDraft = { kind: "individual", givenName: "", familyName: "", bornOn: "", name: "", language: "", role: "victim", personId: "", knownAs: "" };
export const emptyResponsible: ResponsibleDraft = { givenName: "", familyName: "", words: "", personId: "", knownAs: "" };

export type AskedVersions = Pick<ReportDraft, "victimTemplateId" | "placeTemplateId">;

export function emptyReport(startedAt: string, channel: string, { victimTemplateId, placeTemplateId }: AskedVersions): ReportDraft {
  return {
    startedAt, channel, victimTemplateId, placeTemplateId, safeNow: "", place: null, placeText: "", isTyped: false, typed: { kind: "address", line: "", town: "", postcode: "", areaCode: "" }, isHome: "",
    whatHappened: "", heading: "", qualifier: "", firstHeading: "", firstQualifier: "", when: "", whenAt: startedAt, happenedFrom: "", who: "", teller: emptyPerson, tellerRole: "complainant", relation: "",
    nobodyNamed: false, affected: [emptyPerson], responsibleAs: "", responsible: [emptyResponsible], assessment: emptyAssessment, wantsFull: false, impact: emptyAssessment, wantsImpact: false,
    contact: { method: "phone", number: "", when: "", doNot: "", leaveMessage: false, words: "", interpreter: "" }, immediateSteps: "", externalReference: "",
    outcome: "", joinCaseId: "", continuesCaseId: "", sameReportId: "", advice: "", leads: "", notShared: [],
  };
}

/** A kept draft made whole again: what it lacks is empty, what it has is kept. */
export function restoredReport(kept: Record<string, unknown> | null, empty: ReportDraft): ReportDraft {
  if (!kept) return empty;
  const draft = { ...empty, ...kept } as ReportDraft;
  return {
    ...draft, victimTemplateId: empty.victimTemplateId, placeTemplateId: empty.placeTemplateId, typed: { ...empty.typed, ...draft.typed }, contact: { ...empty.contact, ...draft.contact }, assessment: { ...emptyAssessment, ...draft.assessment }, impact: { ...emptyAssessment, ...draft.impact },
    teller: { ...emptyPerson, ...draft.teller }, affected: draft.affected.map((one) => ({ ...emptyPerson, ...one })), responsible: draft.responsible.map((one) => ({ ...emptyResponsible, ...one })),
  };
}

/** What to call somebody on the page: the name on record, or as typed; empty when nothing is. */
export function personWords(person: PersonDraft): string {
  if (person.knownAs) return person.knownAs;
  return person.kind === "organisation" ? person.name.trim() : [person.givenName, person.familyName].map((part) => part.trim()).filter(Boolean).join(" ");
}

/** Those affected who are named, each with where they stand among the fields. */
export function namedAffected(draft: ReportDraft): { person: PersonDraft; index: number }[] {
  if (draft.nobodyNamed) return [];
  return draft.affected.map((person, index) => ({ person, index })).filter(({ person }) => personWords(person) !== "");
}

/** The victim whom the full assessment is about: the first who is named. Null when nobody is. */
export function assessedVictim(draft: ReportDraft): PersonDraft | null {
  return namedAffected(draft).find(({ person }) => person.role === "victim" && person.kind === "individual")?.person ?? namedAffected(draft).find(({ person }) => person.role === "victim")?.person ?? null;
}
