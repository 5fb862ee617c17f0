import type { RiskOutcome } from "@/lib/assessments/alerts/schema";
import { ragLabels } from "@/lib/clocks/labels";
import { nearDayAndTime } from "@/lib/format/dates";
import type { Said } from "../shell/said";
import type { NextStep } from "../ui/layout/said-next";

/** What a save about risk did and what happens next, those to ring first. */
export function riskSaid(title: string, outcome: RiskOutcome, now = new Date()): Said {
  const { from, rag, reason, calls, started, nextReviewAt } = outcome;
  const moved = rag && rag !== from ? (from ? `${ragLabels[from]} is now ${ragLabels[rag].toLowerCase()}` : `The case is ${ragLabels[rag].toLowerCase()}`) : rag ? `The case stays ${ragLabels[rag].toLowerCase()}` : "";
  const steps: NextStep[] = [
    ...(moved ? [{ what: `${moved}: ${reason}` }] : []),
    ...calls.map((call) => ({
      when: `By ${nearDayAndTime(call.dueAt, now)}`,
      what: `Ring ${call.name} on ${call.phone}`,
      who: call.isOnCase ? call.agencyName : `${call.agencyName}, not on this case yet: ask the lead agency to share it`,
    })),
    ...started.map((what) => ({ what })),
    ...(nextReviewAt ? [{ when: nearDayAndTime(nextReviewAt, now), what: "Risk is reviewed" }] : []),
  ];
  return { title, steps };
}
