/** The forms that Hereward asks, in the order of the register. */
export const formKeys = ["VRA", "PCI"] as const;
export type FormKey = (typeof formKeys)[number];

/** Where a version of a form stands: written, agreed to, asked, or no longer. */
export type TemplateState = "draft" | "waiting" | "planned" | "in_force" | "retired" | "called_off";

export type Dated = { status: string; effectiveFrom: Date | null; retiredAt: Date | null };

/** Where a version stands at a moment. One that was called off before it began was never in force. */
export function stateAt({ status, effectiveFrom, retiredAt }: Dated, now: Date): TemplateState {
  if (status === "draft" || status === "waiting") return status;
  if (!effectiveFrom) return "draft";
  if (retiredAt && retiredAt <= effectiveFrom) return "called_off";
  if (effectiveFrom > now) return "planned";
  return retiredAt && retiredAt <= now ? "retired" : "in_force";
}

/** Hours after a version's end in which what was begun with it may still be finished with it. */
export const hoursToFinish = 24;

/** Whether a form that was begun with a version may be finished with it: it is in force, or was until a day ago. */
export function mayFinish(dated: Dated, now: Date): boolean {
  const state = stateAt(dated, now);
  if (state === "in_force") return true;
  return state === "retired" && now.getTime() - dated.retiredAt!.getTime() <= hoursToFinish * 3_600_000;
}
