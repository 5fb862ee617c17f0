import type { KnownHereView } from "@/lib/reports/known/schema";
import { counted } from "@/lib/format/due";
import { listWords } from "@/lib/format/text";

/** On a phone, where the panel stands below the form: what is known here in a line, at once. */
export function KnownHereLine({ here }: { here: KnownHereView }) {
  const references = [...here.cases.filter(({ closedWords }) => !closedWords), ...here.pointers].map(({ reference }) => reference);
  if (here.total === 0 && references.length === 0) return null;
  const reports = here.total > 0 ? `${counted(here.total, "report")} here in 12 months` : "";
  const cases = references.length > 0 ? `${listWords(references)} open` : "";
  return (
    <p className="bg-act-soft px-card py-2.5 font-bold lg:hidden">
      <a href="#known-here" className="text-link underline">{[reports, cases].filter(Boolean).join(" · ")}</a>
    </p>
  );
}
