import type { ChangedForm } from "@/lib/assessments/asking/schema";
import { WarningStrip } from "@/components/ui/signal/notice";

/** A form that changed while its answers waited: which of them are to be asked again, with what was said. */
export function FormChanged({ changed }: { changed: ChangedForm }) {
  return (
    <WarningStrip role="status" title={`This form changed ${changed.sinceWords}, after you began.`}>
      {changed.again.length === 0 ? <p>All your answers still stand.</p> : (
        <>
          <p>What still means the same is kept. Ask these again; this is what was said:</p>
          <ul className="grid list-disc gap-1 ps-5 pt-1">
            {changed.again.map(({ question, answer }) => (
              <li key={question}>
                {question} <strong>{answer}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </WarningStrip>
  );
}
