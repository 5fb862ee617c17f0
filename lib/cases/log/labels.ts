import { workRefusals } from "../page/labels";
import { capitalised } from "../../format/text";
import type { KnownBy } from "./schema";

/** What kind of entry it is, as a tag on the log. */
export const entryKindLabels: Record<string, string> = {
  note: "Note",
  contact: "Contact",
  decision: "Decision",
  information: "For partners",
  evidence: "Evidence",
  state: "Status",
  rag: "Colour",
  assessment: "Assessment",
  shared: "Shared",
  access_asked: "Access asked",
  handover: "Hand-over",
  risk: "Risk",
  report_linked: "Report",
  action: "Action",
  referral: "Referral",
  intervention: "Intervention",
  need: "Need",
  system: "Hereward",
  warning: "Staff safety",
  duty_call: "Rung",
  supervision: "Review",
  people: "People",
  address: "New address",
  break_glass: "Emergency",
};

/** The words for any kind, also for one that is younger than this page. */
export function kindWords(kind: string): string {
  return entryKindLabels[kind] ?? capitalised(kind.replaceAll(/[-_]/g, " "));
}

/** The kinds a member writes by hand, as the composer names them. */
export const composerLabels = { note: "Note", contact: "Contact", decision: "Decision", information: "For partners", evidence: "Evidence" } as const;

/** How it is known, as a tag on an entry. */
export const knownByLabels: Record<KnownBy, string> = { reported: "Reported", observed: "Observed", confirmed: "Confirmed by a professional" };

export const logRefusals: Record<string, string> = {
  "tells-of-the-move": "This case came from another district, and your agency is not known to those who work with the person said to be responsible. Your name would tell them where somebody went. Keep it from that side, or ask the agency that led the case before to tell them.",
  "reads-no-cases": "Your role does not read cases.",
  ...workRefusals,
  "other-agency-wrote-it": "Only the agency that wrote it may correct it. Add a note that says what is different.",
  "written-by-the-system": "Hereward wrote this line itself. Add a note that says what is different.",
  "not-a-reader": "One of the agencies you named does not work this case. Share the case with it first.",
  "one-side-only": "Your agency works with one side, so what it writes stays on that side.",
  "kept-from-that-side": "A contact is never shown to the other side's workers. Take those agencies out.",
  "not-sealed": "Everyone who works the case reads this entry already.",
  "not-the-keeper": "Only the agency that wrote it, or a health agency it is for, lets somebody else read it.",
  "reads-it-already": "They can read it already.",
  "not-on-the-case": "Choose somebody of an agency that works this case, on a side that may read it.",
  "ended-in-the-past": "The last day must be today or later.",
  "from-the-future": "It cannot have happened later than now.",
  "not-for-this-side": "Calls to make are for agencies that work with the victim or with both sides.",
};
