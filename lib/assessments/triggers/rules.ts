import type { Rag } from "@/lib/clocks/schema";
import type { TriggerDefinition } from "../schema";

/** A trigger that holds a case's colour up, with what its definition says of it. */
export type LiveTrigger = {
  key: string;
  minRag: Rag;
  ends: TriggerDefinition["ends"];
  startedAt: Date;
  /** The agency that recorded it, by its name on screen. */
  by: string;
};

/** A trigger that a manager ends lives at least so many days, counted as hours that pass. */
export const leastTriggerDays = 14;

/** Whether a live trigger is one of those that nothing but a manager of the lead agency ends: T1 to T3. */
export function isHeldByManager(trigger: Pick<LiveTrigger, "ends">): boolean {
  return trigger.ends === "manager";
}

/** The live trigger that a stored row stands for. Throws when the template does not know its key. */
export function liveTrigger(
  definitions: readonly TriggerDefinition[],
  row: { key: string; startedAt: Date; by: string },
): LiveTrigger {
  const definition = definitions.find(({ key }) => key === row.key);
  if (!definition) throw new RangeError(`There is no trigger ${row.key}`);
  return { ...row, minRag: definition.min_rag, ends: definition.ends };
}

/** What ending a trigger turns on besides time. */
export type TriggerEndFacts = {
  isByManagerOfLead: boolean;
  /** A risk assessment completed since the trigger was recorded. */
  isAssessedSince: boolean;
  isHatePathwayClosed: boolean;
};

export type TriggerEndRefusal = "too-soon" | "not-manager-of-lead" | "needs-assessment" | "hate-pathway-open" | "computed";

/** Whether a trigger may end now; where only time is wanting, `from` is when it may. */
export type TriggerEnd = { may: true } | { may: false; reason: TriggerEndRefusal; from: Date | null };

/**
 * Whether a live trigger may be ended. One held by a manager: only by a manager of the lead agency, never before
 * 14 days of 24 hours, and after a new assessment. A hate trigger: when the hate pathway is closed. A computed
 * one: never by hand, for it goes when its facts do.
 */
export function triggerMayEnd(trigger: Pick<LiveTrigger, "ends" | "startedAt">, now: Date, facts: TriggerEndFacts): TriggerEnd {
  const refuse = (reason: TriggerEndRefusal, from: Date | null = null): TriggerEnd => ({ may: false, reason, from });
  if (trigger.ends === "computed") return refuse("computed");
  if (trigger.ends === "hate_pathway") return facts.isHatePathwayClosed ? { may: true } : refuse("hate-pathway-open");
  const from = new Date(trigger.startedAt.getTime() + leastTriggerDays * 86_400_000);
  if (!facts.isByManagerOfLead) return refuse("not-manager-of-lead");
  if (now < from) return refuse("too-soon", from);
  return facts.isAssessedSince ? { may: true } : refuse("needs-assessment");
}
