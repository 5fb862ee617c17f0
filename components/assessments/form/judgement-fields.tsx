"use client";

import type { ScoredAssessment } from "@/lib/assessments/rules";
import { ragLabels } from "@/lib/clocks/labels";
import { ragRank } from "@/lib/clocks/rules";
import { rags } from "@/lib/clocks/schema";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { TextArea } from "@/components/ui/form/text-area";
import { WarningStrip } from "@/components/ui/signal/notice";
import type { AssessmentValue } from "./value";

type JudgementProps = { scored: ScoredAssessment; value: AssessmentValue; onChange: (next: AssessmentValue) => void; prefix: string };

/** The assessor's own judgement: asked for on the border of a higher colour, offered otherwise. It only ever raises. */
export function JudgementFields(props: JudgementProps) {
  const { scored, value } = props;
  if (scored.borderlineTo) {
    return (
      <div className="grid gap-3">
        <WarningStrip title={`Near ${ragLabels[scored.borderlineTo].toLowerCase()}.`} role="status">
          The score is within two points of {ragLabels[scored.borderlineTo].toLowerCase()}, so your judgement counts. Which colour is it, and why?
        </WarningStrip>
        <Fields {...props} />
      </div>
    );
  }
  if (scored.rag === "red") return null;
  return (
    <Disclosure summary="Raise it by your own judgement" open={value.judgement.rag !== "" || value.judgement.reason !== "" || undefined}>
      <Fields {...props} />
    </Disclosure>
  );
}

function Fields({ scored, value, onChange, prefix }: JudgementProps) {
  const offered = rags.filter((rag) => ragRank(rag) > ragRank(scored.rag) || (scored.borderline && rag === scored.rag));
  return (
    <div className="grid gap-3">
      <RadioPills
        name={`${prefix}judgement.rag`}
        label="Your judgement"
        choices={[...offered].reverse().map((rag) => ({ value: rag, label: rag === scored.rag ? `Leave it ${ragLabels[rag].toLowerCase()}` : `Make it ${ragLabels[rag].toLowerCase()}` }))}
        value={value.judgement.rag || null}
        onChange={(rag) => onChange({ ...value, judgement: { ...value.judgement, rag } })}
      />
      <TextArea
        name={`${prefix}judgement.reason`}
        label="Why"
        hint="What you saw or heard that the score does not show."
        limit={1000}
        rows={2}
        value={value.judgement.reason}
        onChange={(reason) => onChange({ ...value, judgement: { ...value.judgement, reason } })}
      />
    </div>
  );
}
