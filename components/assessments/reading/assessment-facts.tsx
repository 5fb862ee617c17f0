import { ragLabels } from "@/lib/clocks/labels";
import type { AssessmentView } from "@/lib/assessments/reading/schema";
import { RagTag } from "../../ui/signal/rag-tag";
import { Tag } from "../../ui/signal/tag";

/** What an assessment came to and why, before its answers. */
export function AssessmentFacts({ assessment }: { assessment: AssessmentView }) {
  const { score, mostPoints, band, bandLabel, rag, borderlineTo, raisedWords, triggers, flagWords, factorWords, judgement, unknownWords } = assessment;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <RagTag rag={rag} score={score} near={judgement || !borderlineTo || borderlineTo === "green" ? undefined : borderlineTo} />
        <span className="text-note text-ink-soft">
          {score} of {mostPoints}, {bandLabel}
          {rag === band ? "" : ` (${ragLabels[band].toLowerCase()} by score)`}
        </span>
        {raisedWords ? <strong>{raisedWords}</strong> : null}
      </p>
      {judgement ? (
        <p>
          <strong>Judged {ragLabels[judgement.rag].toLowerCase()}:</strong> {judgement.reason}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-1.5 empty:hidden">
        {unknownWords ? <Tag tone="soon">{unknownWords}</Tag> : null}
        {triggers.map(({ key, label }) => <Tag key={key} tone="warning">{label}</Tag>)}
        {flagWords.map((flag) => <Tag key={flag} tone="soon">{flag}</Tag>)}
        {factorWords.map((factor) => <Tag key={factor}>{factor}</Tag>)}
      </p>
    </div>
  );
}
