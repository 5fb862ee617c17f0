import { dueByStandard, endOfWork, type IsBankHoliday, sameDay } from "../clocks/rules";
import type { Rag, TimeStandards } from "../clocks/schema";
import { type Day, endOfLondonDay, londonInstant } from "../format/dates";
import type { ActionStatus } from "./schema";

type Side = "both" | "victim" | "perpetrator";

const moves: Record<ActionStatus, readonly ActionStatus[]> = {
  // Whoever did it at once need not accept it first.
  offered: ["accepted", "done", "declined", "cancelled"],
  accepted: ["done", "declined", "cancelled"],
  // A refusal goes back to the asker, who asks again or lets it go.
  declined: ["offered", "cancelled"],
  done: [],
  cancelled: [],
};

/** Whether an action may go from one state to another. */
export function mayBecome(from: ActionStatus, to: ActionStatus): boolean {
  return moves[from].includes(to);
}

/** Whether somebody still has to do something about it: a refusal is the asker's to settle, and its clock runs on. */
export function isUnsettled(status: ActionStatus): boolean {
  return status === "offered" || status === "accepted" || status === "declined";
}

/** The states in which somebody still has to do something. */
export const unsettled: ActionStatus[] = ["offered", "accepted", "declined"];

/** Whether it is late: unsettled and past its time. */
export function isOverdue(action: { status: ActionStatus; dueAt: Date }, now: Date): boolean {
  return isUnsettled(action.status) && action.dueAt < now;
}

/** Who reads an action by side: kept from the perpetrator's side, unless that side asks or is asked. */
export function sideOfAction(asker: Side, owner: Side): Side {
  if (asker !== "perpetrator" && owner !== "perpetrator") return "victim";
  return asker === "victim" || owner === "victim" ? "both" : "perpetrator";
}

/** When an action is due: 17:00 London on the day asked for, else by the time standard of the colour (amber's before one is known). */
export function actionDueAt(given: { dueOn?: Day; rag: Rag | null; standards: TimeStandards }, now: Date, isBankHoliday: IsBankHoliday): Date {
  if (given.dueOn) {
    const endOfWorkOnDay = londonInstant(given.dueOn, endOfWork);
    // Asked in the evening for today: by the end of the day.
    return endOfWorkOnDay > now ? endOfWorkOnDay : new Date(endOfLondonDay(given.dueOn).getTime() - 60_000);
  }
  const byStandard = dueByStandard({ standards: given.standards, rag: given.rag ?? "amber", clock: "actionDefault" }, now, isBankHoliday);
  return byStandard ?? sameDay(now);
}
