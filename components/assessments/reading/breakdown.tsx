import { bySection } from "@/lib/assessments/reading/rules";
import type { AssessmentView } from "@/lib/assessments/reading/schema";
import { Tag } from "../../ui/signal/tag";

/** Each question and answer in the words that were shown, with its points; what is not known is called so. */
export function Breakdown({ assessment, level }: { assessment: AssessmentView; level: 3 | 4 }) {
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <div className="grid gap-4">
      {bySection(assessment.lines).map(({ section, heading, points, lines }) => (
        <section key={section}>
          <Heading className="flex justify-between gap-3 border-b border-line pb-1 font-bold">
            <span>{heading}</span>
            {lines.some(({ counts }) => counts) ? <span className="tabular-nums">{points}</span> : null}
          </Heading>
          <dl className="divide-y divide-line">
            {lines.map((line) => (
              <div key={line.key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-1.5 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_2rem]">
                <dt className="col-span-2 text-ink-soft md:col-span-1">{line.question || line.key}</dt>
                <dd className="font-semibold">{line.isUnknown ? <Tag tone="soon">Not known: {line.label.toLowerCase()}</Tag> : line.label}</dd>
                <dd className="text-end font-semibold tabular-nums">{line.counts ? line.points : <span className="text-ink-soft" title="Not counted">–</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
