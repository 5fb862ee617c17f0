import type { GrantLevel, Side } from "../../platform/generated/enums";

/** Each level of reach: in a word or two, and what it means. */
export const levelWords: Record<GrantLevel, { short: string; means: string }> = {
  pointer: { short: "knows it exists", means: "Sees the reference, the lead agency and the number to ring." },
  summary: { short: "summary", means: "Sees colour, status, parties and next review, and answers what it is asked." },
  contribute: { short: "works on it", means: "Reads the log and the risk assessments, and adds to them." },
  lead: { short: "leads", means: "Runs the case: shares it, hands it over and closes it." },
};

/** Each side, as said of an agency. */
export const sideWords: Record<Side, string> = {
  both: "Both sides",
  victim: "Victim's side",
  perpetrator: "Perpetrator's side",
};
