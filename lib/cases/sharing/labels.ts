import type { GrantLevel, Side } from "../../platform/generated/enums";

/** Each level of reach, as it stands after an agency's name, and as the title of a choice. */
export const levelWords: Record<GrantLevel, { short: string; title: string }> = {
  pointer: { short: "knows it exists", title: "Knows it exists" },
  summary: { short: "sees a summary", title: "Sees a summary" },
  contribute: { short: "works on it", title: "Works on it" },
  lead: { short: "leads", title: "Leads" },
};

/** Each side, as said of an agency. */
export const sideWords: Record<Side, string> = {
  both: "Both sides",
  victim: "Victim's side only",
  perpetrator: "Perpetrator's side only",
};

/** Why sharing was not done, and what can be done instead. */
export const sharingRefusals: Record<string, string> = {
  "not-lead-agency": "Only the lead agency shares a case. Ask its named officer, or write in the log whom you would bring in and why.",
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "not-for-your-side": "Who else works on the case is not shown to agencies that work with the person said to be responsible. Ask the lead agency.",
  "no-live-agreement": "At least one agency has no live information sharing agreement for this district, so nothing was shared. Refer with consent instead, or ask county information governance.",
  "already-shared": "One of these agencies has the case already. Nothing was shared. Open the page again to see who has what.",
  "section-115-does-not-cover": "Section 115 lets you tell public authorities and registered landlords, not this agency. Share with it on its own, by another law such as consent to a referral.",
  "own-lead": "The lead's own reach cannot be ended here. Hand over the lead instead.",
  "nothing-changed": "They see that already. Change how much they see, or which side.",
  "already-works-on-it": "Your agency works on this case already.",
};
