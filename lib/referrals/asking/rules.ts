type Level = "pointer" | "summary" | "contribute" | "lead";
type Side = "both" | "victim" | "perpetrator";
type Reach = { level: Level | null; side: Side | null };

/** Whether what is given is what was asked for, or less: a lower level, or one side of two. */
export function isWithinAsked(given: { level: Level; side: Side }, asked: Reach): boolean {
  const isLower = asked.level === "contribute" || given.level === asked.level;
  return isLower && (asked.side === "both" || given.side === asked.side);
}
