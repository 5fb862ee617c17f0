export type NavItem = {
  /** Stable name: "my-day", "reports", "new-report", "cases", "actions", "people", "meetings", "overview", "audit", "admin". */
  key: string;
  label: string;
  href: string;
  badge?: number;
};

/** The letter after g. A key that is not here has no shortcut. */
export const goLetters: Record<string, string> = {
  d: "my-day",
  r: "reports",
  c: "cases",
  a: "actions",
  p: "people",
  m: "meetings",
  o: "overview",
  t: "audit",
  s: "settings",
  u: "admin",
};

/** The item whose address is the longest beginning of this path, so a case's own page still lights up Cases. */
export function currentKey(items: readonly NavItem[], path: string): string | undefined {
  const within = items.filter((item) => path === item.href || path.startsWith(`${item.href}/`));
  return within.sort((a, b) => b.href.length - a.href.length)[0]?.key;
}

/** What fits the bar at the foot of a phone; everything else goes under More. */
export function phoneItems(items: readonly NavItem[]): { bar: NavItem[]; more: NavItem[] } {
  const inBar = ["my-day", "reports", "new-report", "actions"];
  const bar = inBar.flatMap((key) => items.filter((item) => item.key === key));
  return { bar, more: items.filter((item) => !inBar.includes(item.key)) };
}
