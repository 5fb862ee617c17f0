import { reportRefusals } from "@/lib/reports/labels";

/** Why a report cannot be saved so, and what can be done instead. */
export const intakeRefusals: Record<string, string> = {
  ...reportRefusals,
  "area-not-covered": "Your agency has no live agreement for the district this happened in, so it cannot take the report. Put the caller through to 101 or to that council.",
  "still-open": "That case is open. Put the report on it.",
  "case-closed": "That case was closed more than 28 days ago. Begin a new case that goes on from it.",
  "other-side": "Agencies that work with the person said to be responsible do not put reports on a case. Leave it for triage, and the area's coordinator will.",
  "looks-like-duplicate": "You saved a report with the same words at the same place a moment ago. Is this the same again?",
  "no-intake-agency": "This district has named nobody to take in reports, so nobody would lead the case. Leave it for triage, or ask your administrator.",
  "no-live-agreement": "One of the agencies has no live agreement for this district, so nothing was shared and nothing was saved. Take it out and save again.",
  "trigger-needs-case": "A trigger is ticked, so partners must be told now. Begin a case or join one: it is shared in the same save.",
  "not-lead-agency": "Only the agency that leads the case can share it. Take the agencies out, and ask the lead to share it.",
  "case-out-of-reach": "That report is on a case you do not work. Leave this one for triage, and the area's coordinator will put them together.",
  "not-screened": "Screen the report first: no answer has been given to the screening questions.",
  "already-settled": "This report already has its place. Open the case it belongs to, and write there.",
  "already-rung": "This call was ticked off already.",
  "judgement-needed": "The score is within two points of a higher colour. Say which colour you judge it to be, and why.",
  "judgement-lower": "Your judgement may raise the colour, not lower it. A manager of the lead agency may lower it afterwards.",
  "not-a-victim": "A victim assessment is about somebody who is a victim. Enter them as a victim first.",
  "same-report": "A report cannot be the same event as itself.",
};
