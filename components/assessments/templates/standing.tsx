import type { VersionView } from "@/lib/assessments/templates/version/schema";
import { Card } from "@/components/ui/layout/card";
import { WarningStrip } from "@/components/ui/signal/notice";

/** What a draft has that nobody may publish, each where it stands. */
export function MistakesStrip({ mistakes }: { mistakes: VersionView["mistakes"] }) {
  if (mistakes.length === 0) return null;
  return (
    <WarningStrip role="status" title={mistakes.length === 1 ? "One thing is to be put right before it can be published." : `${mistakes.length} things are to be put right before it can be published.`}>
      <ul className="grid list-disc gap-1 ps-5 pt-1">
        {mistakes.map(({ where, what }) => <li key={where + what}><strong>{where}:</strong> {what}.</li>)}
      </ul>
    </WarningStrip>
  );
}

/** What differs from the version that this one was begun from. */
export function Changes({ changes, basedOnVersion }: Pick<VersionView, "changes" | "basedOnVersion">) {
  if (basedOnVersion === 0) return null;
  return (
    <Card title={`What differs from version ${basedOnVersion}`} aside={String(changes.length)}>
      {changes.length === 0 ? <p className="text-ink-soft">Nothing yet.</p> : (
        <ul className="grid gap-3">
          {changes.map(({ what, was, is }) => (
            <li key={what} className="wrap-anywhere">
              <p className="font-semibold">{what}</p>
              <p className="text-note">{was ? <>Was <del className="text-ink-soft">{was}</del>. </> : "New. "}{is ? <>Now <ins className="no-underline">{is}</ins></> : "Taken out."}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
