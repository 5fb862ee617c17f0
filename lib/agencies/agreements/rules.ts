import { type Day, daysBetween, longDay } from "../../format/dates";
import { counted } from "../../format/due";
import type { AgreementState } from "./schema";

/** Days before the last one at which an agreement's end is warned of, nearest first. */
export const warnDays = [7, 30, 60] as const;

/** Which warning of the end stands on a day: 60, 30 or 7 days; null while it is further off, or over. It ends at 24:00 on its last day. */
export function endWarning(today: Day, endsOn: Day): (typeof warnDays)[number] | null {
  const left = daysBetween(today, endsOn);
  return left < 0 ? null : (warnDays.find((days) => left <= days) ?? null);
}

type Dated = { startsOn: Day; endsOn: Day; isActive: boolean; isWithdrawn: boolean };

/** How an agreement or a signature stands on a day, in words, with the warning of its end. */
export function stateOn(today: Day, { startsOn, endsOn, isActive, isWithdrawn }: Dated): AgreementState {
  if (isWithdrawn) return { code: "withdrawn", words: "Withdrawn", tone: "plain", warning: "" };
  if (today > endsOn) return { code: "ended", words: "Ended", tone: "plain", warning: `Ended at midnight after ${longDay(endsOn)}: nothing is shared under it` };
  if (!isActive) return { code: "proposed", words: "Proposed", tone: "soon", warning: "" };
  if (today < startsOn) return { code: "to-come", words: "Begins later", tone: "plain", warning: "" };
  const warned = endWarning(today, endsOn);
  if (warned === null) return { code: "live", words: "Live", tone: "act", warning: "" };
  const left = daysBetween(today, endsOn);
  const when = left === 0 ? "Ends tonight at midnight" : `Ends in ${counted(left, "day")}, at midnight after ${longDay(endsOn)}`;
  return { code: "live", words: "Live", tone: "act", warning: `${when}. Access stops by itself` };
}
