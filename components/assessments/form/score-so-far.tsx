"use client";

import { unknownWords } from "@/lib/assessments/labels";
import type { ScoredAssessment } from "@/lib/assessments/rules";
import type { Template } from "@/lib/assessments/schema";
import { triggerLabel } from "@/lib/assessments/triggers/labels";
import { RagTag } from "@/components/ui/signal/rag-tag";
import { hasAnswers, type AssessmentValue } from "./value";

type ScoreProps = { template: Template; scored: ScoredAssessment; value: AssessmentValue };

const near = (scored: ScoredAssessment) => (scored.borderlineTo === "green" ? undefined : scored.borderlineTo ?? undefined);

const triggerIn = (template: Template, key: string) => triggerLabel(template.triggers.find((trigger) => trigger.key === key) ?? { key, text: key });

/** The colour so far, for the foot of a phone: "Amber 17 so far". */
export function ScoreTag({ scored, isFinal, hasAnswers: isBegun }: { scored: ScoredAssessment; isFinal?: boolean; hasAnswers: boolean }) {
  if (!isBegun) return <RagTag rag="unassessed" words="No answers yet" />;
  const word = { red: "Red", amber: "Amber", green: "Green" }[scored.rag];
  return <RagTag rag={scored.rag} words={`${word} ${scored.score}${isFinal ? "" : " so far"}`} />;
}

/** What the answers come to so far, and why: the reason before the number. */
export function ScoreSoFar({ template, scored, value }: ScoreProps) {
  const most = scored.breakdown.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points).slice(0, 3);
  const asked = template.questions.filter((question) => !question.computed && question.scored !== false).length;
  const left = scored.unanswered.filter((key) => !template.questions.find((question) => question.key === key)?.computed).length;
  return (
    <div role="status" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="flex flex-wrap items-center gap-2">
        {hasAnswers(value) ? <RagTag rag={scored.rag} score={scored.score} near={value.judgement.rag ? undefined : near(scored)} /> : <RagTag rag="unassessed" words="No answers yet" />}
        <span className="text-note text-ink-soft">{left === 0 ? "All questions answered" : `${asked - left} of ${asked} answered`}</span>
      </p>
      {scored.raisedBy ? <p className="font-semibold">{triggerIn(template, scored.raisedBy)}: raised whatever the score.</p> : null}
      {scored.computedTriggers.map((key) => (
        <p key={key} className="text-note">
          Counted by itself: {triggerIn(template, key)}.
        </p>
      ))}
      {most.length > 0 ? (
        <div className="text-note">
          <p className="text-ink-soft">What weighs most</p>
          <ul className="mt-0.5 grid grid-cols-[minmax(0,1fr)] gap-1.5">
            {most.map(({ key, label, points }) => (
              <li key={key} className="flex items-end justify-between gap-3">
                <span className="min-w-0">
                  <span className="block truncate text-small text-ink-soft">{template.questions.find((question) => question.key === key)?.text}</span>
                  {label}
                </span>
                <span className="font-semibold tabular-nums">{points}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : hasAnswers(value) ? null : (
        <p className="text-note text-ink-soft">The colour shows as you answer.</p>
      )}
      {scored.unknownCount > 0 ? <p className="text-note font-semibold">{unknownWords(scored.unknownCount, scored.incomplete)}.</p> : null}
    </div>
  );
}
