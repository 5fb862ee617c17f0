import { fullAssessmentReasons, type AssessmentContext, type FullAssessmentReason, type ScoredAssessment } from "@/lib/assessments/rules";
import type { Answers } from "@/lib/assessments/schema";
import type { ReportFormView } from "@/lib/assessments/intake/form/schema";
import type { Rag } from "@/lib/clocks/schema";
import { mentionsThreatViolenceOrDamage, suggestHeadings, suggestQualifier, type HeadingSuggestion } from "@/lib/reports/headings/rules";
import type { KnownCallerView, KnownHereView } from "@/lib/reports/known/schema";
import type { NsirHeading } from "@/lib/reports/schema";
import { scoreSoFar } from "@/components/assessments/form/value";
import { assessedVictim, type OutcomeAnswer, type PersonDraft, type ReportDraft } from "./value";

/** What follows from what was typed, worked out anew at each change. */
export type Derived = {
  suggestions: HeadingSuggestion[];
  heading: string;
  qualifier: string;
  context: AssessmentContext;
  scored: ScoredAssessment;
  /** Why the full assessment is asked; none when it need not be. */
  reasons: FullAssessmentReason[];
  victim: PersonDraft | null;
  /** The questions of the screening that are asked under Risk: how often it happens was asked before. */
  screening: readonly string[];
  /** Whether somebody affected is or will be named, who can be asked about risk. */
  isScreened: boolean;
  /** Whether all questions are asked, and whether all that count are answered. */
  isFull: boolean;
  isAssessed: boolean;
  /** The place's assessment, for a report that names no victim. */
  impactScored: ScoredAssessment | null;
  isImpactAssessed: boolean;
  /** The colour so far, by answers and triggers; null before anything was asked. */
  rag: Rag | null;
  outcome: Exclude<OutcomeAnswer, "">;
  howOften: string;
};

export function derive(draft: ReportDraft, view: ReportFormView, known: { here: KnownHereView | undefined; caller: KnownCallerView | undefined }): Derived {
  const { victimTemplate: template } = view;
  const suggestions = suggestHeadings(draft.whatHappened);
  const heading = draft.heading || suggestions[0]?.heading || "";
  const context = {
    // As the save will count: at the place all reports, by a person those of whoever they were taken to be.
    reportsInThreeMonths: Math.max(known.here?.inThreeMonths ?? 0, known.caller?.people.find(({ personId }) => personId === assessedVictim(draft)?.personId)?.inThreeMonths ?? 0) + 1,
    hasThreatViolenceOrDamage: mentionsThreatViolenceOrDamage(draft.whatHappened),
  };
  const scored = scoreSoFar(template, draft.assessment, context);
  const reasons = fullAssessmentReasons(template, screeningOf(template.screening?.questions ?? [], draft.assessment.answers), draft.assessment.confirmedTriggers);
  const victim = assessedVictim(draft);
  const isScreened = !draft.nobodyNamed;
  const isFull = isScreened && (reasons.length > 0 || draft.wantsFull);
  const isAssessed = isFull && victim !== null && scored.unanswered.length === 0;
  const impactScored = !isScreened && draft.wantsImpact ? scoreSoFar(view.placeTemplate, draft.impact, {}) : null;
  const isImpactAssessed = impactScored !== null && impactScored.unanswered.filter((key) => !isComputed(view, key)).length === 0;
  const hasAnswers = Object.keys(draft.assessment.answers).length > 0 || draft.assessment.confirmedTriggers.length > 0;
  const rag = hasAnswers ? (isAssessed && draft.assessment.judgement.rag ? draft.assessment.judgement.rag : scored.rag) : (impactScored && isImpactAssessed ? impactScored.rag : null);
  return {
    suggestions, heading, qualifier: draft.qualifier || (heading ? suggestQualifier(draft.whatHappened, heading as NsirHeading) : ""), context, scored, reasons, victim, isScreened, isFull, isAssessed,
    screening: (template.screening?.questions ?? []).filter((key) => key !== "H1"), impactScored, isImpactAssessed, rag, outcome: draft.outcome || usualOutcome(draft, isAssessed || isImpactAssessed), howOften: howOftenWords(view, draft.assessment.answers),
  };
}

const isComputed = (view: ReportFormView, key: string) => view.placeTemplate.questions.find((question) => question.key === key)?.computed !== undefined;

function screeningOf(keys: readonly string[], answers: Answers): Answers {
  return Object.fromEntries(keys.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])));
}

/** Where a report goes unless the member says otherwise: a case once it is assessed or a trigger is ticked, else triage. */
function usualOutcome(draft: ReportDraft, isAssessed: boolean): "new_case" | "triage" {
  return isAssessed || draft.assessment.confirmedTriggers.length > 0 ? "new_case" : "triage";
}

function howOftenWords({ victimTemplate }: ReportFormView, answers: Answers): string {
  const question = victimTemplate.questions.find(({ key }) => key === "H1");
  return question?.options.find(([code]) => code === answers.H1)?.[1] ?? "";
}
