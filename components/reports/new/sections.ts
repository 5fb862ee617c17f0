import { headingLabels, qualifierLabels, safeNowLabels } from "@/lib/reports/labels";
import type { NsirHeading, NsirQualifier, SafeNow } from "@/lib/reports/schema";
import { dayAndTime } from "@/lib/format/dates";
import { listWords } from "@/lib/format/text";
import type { Derived } from "./derived";
import { namedAffected, personWords, type ReportDraft } from "./value";

/** The parts of the page in their order; Alt and the number leads to each. */
export const sectionTitles = [
  "Safe now", "Where", "What is happening", "When and how often", "Who is affected, who told you", "Who is said to be responsible", "Risk", "Safe contact", "What you did, and what next",
] as const;

/** Whether a part has what it needs to fold. What is still wrong with it the server says. */
export function isSectionDone(at: number, draft: ReportDraft, derived: Derived): boolean {
  switch (at) {
    case 1: return draft.safeNow !== "";
    case 2: return draft.place !== null || (draft.isTyped ? draft.typed.line.trim() !== "" : draft.placeText.trim() !== "");
    case 3: return draft.whatHappened.trim() !== "" && derived.heading !== "" && derived.qualifier !== "";
    case 4: return draft.when !== "" && (draft.when !== "other" || draft.happenedFrom !== "") && (draft.nobodyNamed || draft.assessment.answers.H1 !== undefined);
    case 5: return draft.who !== "" && (draft.nobodyNamed || namedAffected(draft).length > 0) && (draft.who !== "someone_else" || personWords(draft.teller) !== "");
    case 6: return draft.responsibleAs === "unknown" || (draft.responsibleAs !== "" && draft.responsible.some((one) => one.personId || one.givenName.trim() || one.familyName.trim() || one.words.trim()));
    case 7: if (!derived.isScreened) return !draft.wantsImpact || derived.isImpactAssessed;
      return derived.isFull ? derived.isAssessed && (!derived.scored.borderline || draft.assessment.judgement.rag !== "") : derived.screening.every((key) => draft.assessment.answers[key] !== undefined);
    case 8: return draft.contact.number.trim() !== "" || !["phone", "text", "email"].includes(draft.contact.method);
    default: return false;
  }
}

/** What a folded part says: the answer in bold, and what goes with it. */
export function sectionSummary(at: number, draft: ReportDraft, derived: Derived, now: Date): { main: string; more: string } {
  switch (at) {
    case 1: return { main: draft.safeNow ? safeNowLabels[draft.safeNow as SafeNow] : "", more: "" };
    case 2: return { main: draft.place?.label ?? (draft.isTyped ? [draft.typed.line, draft.typed.town, draft.typed.postcode].filter(Boolean).join(", ") : draft.placeText), more: [draft.isHome === "yes" ? "home of those affected" : "", draft.place?.ward ? `ward ${draft.place.ward}` : "new place"].filter(Boolean).join(" · ") };
    case 3: return { main: `“${draft.whatHappened.trim()}”`, more: classification(draft, derived) };
    case 4: return { main: whenWords(draft, now), more: derived.howOften };
    case 5: return { main: draft.nobodyNamed ? "Nobody will be named" : listWords(namedAffected(draft).map(({ person }) => personWords(person))), more: tellerWords(draft) };
    case 6: return { main: responsibleWords(draft), more: draft.responsibleAs === "sight" ? "known by sight" : draft.responsibleAs === "group" ? "a group" : "" };
    case 7: if (!derived.isScreened) return { main: derived.isImpactAssessed ? "The place is assessed" : "Nobody to assess", more: draft.assessment.confirmedTriggers.length > 0 ? "trigger ticked" : "" };
      return { main: derived.isAssessed ? "Full assessment answered" : "Screened", more: [`score ${derived.scored.score}`, draft.assessment.confirmedTriggers.length > 0 ? "trigger ticked" : ""].filter(Boolean).join(" · ") };
    case 8: return { main: [draft.contact.number, draft.contact.when].filter(Boolean).join(", "), more: [draft.contact.doNot, draft.contact.leaveMessage ? "messages are safe" : "leave no message"].filter(Boolean).join(" · ") };
    default: return { main: "", more: "" };
  }
}

function classification(draft: ReportDraft, derived: Derived): string {
  const now = `${headingLabels[derived.heading as NsirHeading] ?? ""} · ${(qualifierLabels[derived.qualifier as NsirQualifier] ?? "").split(":")[0]}`;
  const isAsFirst = !draft.firstHeading || draft.firstHeading === derived.heading;
  return isAsFirst ? now : `${now} · kept as first said: ${headingLabels[draft.firstHeading as NsirHeading]?.toLowerCase()}`;
}

function whenWords(draft: ReportDraft, now: Date): string {
  if (draft.when === "other") return /^\d{4}-.*Z$/.test(draft.happenedFrom) ? dayAndTime(draft.happenedFrom, now) : draft.happenedFrom;
  return { "": "", now: "Now", today: "Earlier today", yesterday: "Yesterday or last night" }[draft.when];
}

function tellerWords(draft: ReportDraft): string {
  if (draft.who === "affected") return "told you themselves";
  if (draft.who === "anonymous") return "told by somebody who will not be named";
  return `told by ${personWords(draft.teller)}${draft.relation ? `, ${draft.relation}` : ""}`;
}

function responsibleWords(draft: ReportDraft): string {
  if (draft.responsibleAs === "unknown") return "Not known";
  return listWords(draft.responsible.map((one) => one.knownAs || (draft.responsibleAs === "named" ? [one.givenName, one.familyName].filter(Boolean).join(" ") : one.words)).filter(Boolean));
}

const places: [RegExp, number][] = [
  [/^safeNow/, 1], [/^place/, 2], [/^(whatHappened|nsir|original)/, 3], [/^(happened|howOften|receivedAt|assessment\.answers\.H1$)/, 4], [/^(caller|affected|channel)/, 5], [/^responsible/, 6],
  [/^(screening|assessment|impact|triggers|vulnerability)/, 7], [/^safeContact/, 8],
];

/** The part of the page in which something is wrong. */
export function sectionOf(path: string): number {
  return places.find(([pattern]) => pattern.test(path))?.[1] ?? 9;
}

/** Where a message belongs on the page: the form's own names for what the server calls otherwise. */
export function fieldOf(path: string, isTyped: boolean): string {
  if (path === "affected") return "affected.0.person.familyName";
  if (/^affected\.\d+\.person$/.test(path)) return `${path}.familyName`;
  if (path === "caller.person") return "caller.person.familyName";
  if (/^responsible\.\d+\.person$/.test(path)) return `${path}.familyName`;
  if (path === "triggers") return "assessment.confirmedTriggers";
  if (path === "vulnerabilityFactors") return "assessment.factors";
  if (path === "outcome") return "outcome.kind";
  if (path === "place.line" && !isTyped) return "place";
  return path.replace(/^screeningAnswers\./, "assessment.answers.").replace(/^caller\.who$/, "caller.who").replace(/^caller$/, "caller.who");
}
