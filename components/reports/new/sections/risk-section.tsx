"use client";

import { fullAssessmentWords } from "@/lib/assessments/labels";
import { mentionsThreatViolenceOrDamage } from "@/lib/reports/headings/rules";
import { JudgementFields } from "@/components/assessments/form/judgement-fields";
import { QuestionField } from "@/components/assessments/form/question-field";
import { TriggerPicker } from "@/components/assessments/form/trigger-picker";
import { askedQuestions } from "@/components/assessments/form/value";
import { Button } from "@/components/ui/button";
import { InfoStrip, WarningStrip } from "@/components/ui/signal/notice";
import type { SectionProps } from "./section-props";

/** The screening to read aloud; the full assessment in the same place when an answer calls for it, or by choice. */
export function RiskSection(props: SectionProps) {
  const { draft, derived, view, put } = props;
  if (!derived.isScreened) return <PlaceRisk {...props} />;
  const screening = view.victimTemplate.screening?.questions ?? [];
  const questions = askedQuestions(view.victimTemplate).filter(({ key }) => key !== "H1");
  const change = (assessment: typeof draft.assessment) => put({ assessment });
  const ask = (keys: typeof questions) => keys.map((question) => (
    <QuestionField key={question.key} template={view.victimTemplate} question={question} value={draft.assessment} onChange={change} prefix="assessment." />
  ));
  return (
    <div className="grid gap-4">
      {ask(questions.filter(({ key }) => screening.includes(key)))}
      <TriggerPicker
        name="assessment.confirmedTriggers"
        triggers={view.victimTemplate.triggers.filter(({ computed }) => !computed)}
        suggested={derived.scored.suggestedTriggers}
        value={draft.assessment.confirmedTriggers}
        onChange={(confirmedTriggers) => change({ ...draft.assessment, confirmedTriggers })}
      />
      {derived.isFull ? (
        <>
          <WarningStrip role="status" title={derived.reasons.length > 0 ? fullAssessmentWords(derived.reasons) : "The full assessment."}>
            {questions.length - screening.length + 1} more questions, in the same call.
          </WarningStrip>
          {ask(questions.filter(({ key }) => !screening.includes(key)))}
          <JudgementFields scored={derived.scored} value={draft.assessment} onChange={change} prefix="assessment." />
          {derived.reasons.length === 0 ? (
            <div>
              <Button look="quiet" size="small" onClick={() => put({ wantsFull: false })}>
                Leave the full assessment for later
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <div>
          <Button size="small" onClick={() => put({ wantsFull: true })}>
            Ask the full assessment now
          </Button>
        </div>
      )}
    </div>
  );
}

/** Nobody affected is named, so nobody can be assessed; the place can. */
function PlaceRisk({ draft, derived, view, put }: SectionProps) {
  const hasThreat = mentionsThreatViolenceOrDamage(draft.whatHappened);
  return (
    <div className="grid gap-4">
      <InfoStrip title="Nobody affected is named, so there is no victim assessment.">
        {hasThreat ? "The words speak of threats, violence or damage: tick below what was said." : "You can assess what it does to the place and the people around it instead."}
      </InfoStrip>
      <TriggerPicker
        name="assessment.confirmedTriggers"
        triggers={view.victimTemplate.triggers.filter(({ computed }) => !computed)}
        value={draft.assessment.confirmedTriggers}
        onChange={(confirmedTriggers) => put({ assessment: { ...draft.assessment, confirmedTriggers } })}
      />
      {draft.wantsImpact ? (
        <>
          {askedQuestions(view.placeTemplate).filter(({ key }) => key !== "N1").map((question) => (
            <QuestionField key={question.key} template={view.placeTemplate} question={question} value={draft.impact} onChange={(impact) => put({ impact })} prefix="impact." />
          ))}
          {derived.impactScored ? <JudgementFields scored={derived.impactScored} value={draft.impact} onChange={(impact) => put({ impact })} prefix="impact." /> : null}
          <div>
            <Button look="quiet" size="small" onClick={() => put({ wantsImpact: false })}>
              Leave this assessment for later
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button size="small" onClick={() => put({ wantsImpact: true })}>
            Assess the place now
          </Button>
        </div>
      )}
    </div>
  );
}
