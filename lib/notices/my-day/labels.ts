import { counted } from "../../format/due";

const draftWords: Record<string, { words: string; href: (subject: string) => string }> = {
  report: { words: "New report, not sent", href: () => "/reports/new" },
  "case-entry": { words: "Entry for a case log, not added", href: (caseId) => `/cases/${caseId}` },
  assessment: { words: "Risk assessment, not finished", href: (subject) => `/cases/${subject.split(":")[0] ?? subject}/risk/new` },
};

/** A draft in words, and where it goes on. */
export function draftLine(kind: string, subject: string): { words: string; href: string } {
  const known = draftWords[kind];
  const caseId = /^[0-9a-f-]{36}/.exec(subject)?.[0];
  if (known) return { words: known.words, href: known.href(subject) };
  return { words: "Something typed and not saved", href: caseId ? `/cases/${caseId}` : "/my-day" };
}

const entryWords: Record<string, [string, string]> = {
  contact: ["contact", "contacts"],
  note: ["note", "notes"],
  decision: ["decision", "decisions"],
  action: ["step of an action", "steps of actions"],
  risk: ["risk entry", "risk entries"],
  rag: ["change of colour", "changes of colour"],
  shared: ["share", "shares"],
};

/** What came into a log, as "2 notes, 1 contact and 3 more". */
export function changeWords(counts: readonly { kind: string; count: number }[]): string {
  const order = Object.keys(entryWords);
  const known = counts.filter(({ kind }) => entryWords[kind]).sort((a, b) => b.count - a.count || order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, 2);
  const rest = counts.reduce((sum, { count }) => sum + count, 0) - known.reduce((sum, { count }) => sum + count, 0);
  const words = known.map(({ kind, count }) => counted(count, ...entryWords[kind]!));
  if (words.length === 0) return counted(rest, "entry", "entries");
  return rest > 0 ? `${words.join(", ")} and ${rest} more` : words.join(" and ");
}
