import type { Rung } from "@/lib/clocks/escalation/rules";
import { caseRefusals } from "../page/labels";

/** Why a clock does not stand still, or a review is not recorded. */
export const clockRefusals: Record<string, string> = {
  ...caseRefusals,
  "not-a-supervisor": "A coordinator or manager of the lead agency does this.",
  "own-case": "You are the named officer. Somebody else reviews your case.",
  "not-assessed": "Assess the case first.",
  "red-never-waits": "A red case never waits.",
  "never-pauses": "This clock never stands still.",
  "late-already": "It is late already. A pause would hide that.",
  "paused-already": "It stands still already.",
  "not-paused": "It does not stand still.",
  "pause-in-the-past": "The last day must be later than today.",
  "pause-too-long": "A clock stands still for at most 28 days at a time.",
  "clock-stopped": "What it waited for has been done meanwhile.",
};

/** Who is told, from the rung. */
export const rungWords: Record<Rung, string> = {
  officer: "whoever has it",
  supervisor: "their supervisor",
  manager: "the managers",
  agencies: "the managers of every agency on the case, and the panel",
};

export const stoppedWords: Record<string, string> = { done: "done", moved: "moved", closed: "ended with the case" };
