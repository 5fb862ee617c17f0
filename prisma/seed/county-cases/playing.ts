import { workdayAfter, type County } from "../casework/county";
import type { CaseHand } from "../casework/hand";
import type { Plan } from "./plan";

/** A case while it is played: its plan, its hand, and what it has said already. */
export type Playing = { county: County; plan: Plan; hand: CaseHand; openedAt: Date; endsAt: Date; used: Set<string> };
/** Something that happens on the case at a moment. */
export type Step = { at: Date; do: () => Promise<void> };

/** A moment between two, in office hours on a working day. */
export function between({ plan: { chance } }: Pick<Playing, "plan">, from: Date, to: Date): Date {
  const days = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
  return workdayAfter(from, chance.between(Math.min(1, days), days), chance.time(9, 16));
}
