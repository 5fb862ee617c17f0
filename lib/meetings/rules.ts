export type Clocked = { what: string; at: Date };

/** The clock that runs out first: what an agenda is ordered by. */
export function worstClock(clocks: (Clocked | null)[]): Clocked | null {
  return clocks.reduce<Clocked | null>((worst, next) => (next && (!worst || next.at < worst.at) ? next : worst), null);
}

/** Worst clock first; a case without any clock has nobody minding it, so it comes before all. */
export function byWorstClock(a: { worst: Clocked | null; reference: string }, b: { worst: Clocked | null; reference: string }): number {
  const difference = (a.worst?.at.getTime() ?? 0) - (b.worst?.at.getTime() ?? 0);
  return difference || a.reference.localeCompare(b.reference);
}

const kindWords: Record<string, [one: string, many: string]> = {
  note: ["note", "notes"],
  contact: ["contact", "contacts"],
  decision: ["decision", "decisions"],
  evidence: ["piece of evidence", "pieces of evidence"],
  information: ["summary from a partner", "summaries from partners"],
  report_linked: ["new report", "new reports"],
  risk: ["risk recorded", "risks recorded"],
  trigger: ["trigger recorded", "triggers recorded"],
  need: ["need recorded", "needs recorded"],
  action: ["action moved", "actions moved"],
  shared: ["agency added", "agencies added"],
  referral: ["referral", "referrals"],
  intervention: ["order or agreement", "orders or agreements"],
};

/** What changed on a case, counted by kind: "2 contacts", "1 new report". */
export function changeWords(kinds: string[]): string[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) if (kindWords[kind]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.entries(kindWords).flatMap(([kind, [one, many]]) => {
    const count = counts.get(kind);
    return count ? [`${count} ${count === 1 ? one : many}`] : [];
  });
}
