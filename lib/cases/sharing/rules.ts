import type { GrantLevel, Side } from "../../platform/generated/enums";

// A power to tell public authorities and registered providers; a voluntary or private body is neither (Crime and Disorder Act 1998, s115).
const outsideSection115 = ["voluntary", "mediation", "victim_service"];

/** Whether section 115 of the Crime and Disorder Act 1998 lets a case be told to this kind of agency. */
export function isUnderSection115(agencyKind: string): boolean {
  return !outsideSection115.includes(agencyKind);
}

export type Seeing = { sees: string[]; doesNotSee: string[] };

const sealed = "What an agency has sealed for some readers only";

const whole: Record<"summary" | "contribute", Seeing> = {
  summary: {
    sees: ["Colour and its reason, status, category and place", "Who is involved, by name and role", "Next contact and review, orders in force, staff safety warnings", "The actions and referrals it is asked to answer"],
    doesNotSee: ["The log, reports and assessments", "Home addresses, telephone numbers and dates of birth", sealed],
  },
  contribute: {
    sees: ["The whole log, every report, assessment and action", "Names, addresses and safe contact of everyone involved", "It may add notes, contacts, assessments and actions"],
    doesNotSee: [sealed],
  },
};

const ofVictim: Record<"summary" | "contribute", Seeing> = {
  summary: {
    sees: ["Colour and its reason, status, category and place", "The victim and those with them, by name", "Next contact and review, and what it is asked to answer"],
    doesNotSee: ["The log, reports and assessments", "Who is said to be responsible, other than as “Person A”", sealed],
  },
  contribute: {
    sees: ["The log, reports and assessments, as far as they belong to the victim", "The victim's name, address and safe contact", "It may add notes, contacts and actions"],
    doesNotSee: ["Who is said to be responsible, other than as “Person A”", "What is written for the perpetrator's side", sealed],
  },
};

const ofPerpetrator: Record<"summary" | "contribute", Seeing> = {
  summary: {
    sees: ["The colour of the behaviour alone, status and category", "The person said to be responsible, by name", "Staff safety warnings, and what it is asked to answer"],
    doesNotSee: ["Who the victim is, other than as “Victim A”", "The colour that stands for the victim's risk, and why", "The log, reports and assessments", sealed],
  },
  contribute: {
    sees: ["What is written for both sides or for the perpetrator's side", "The person said to be responsible: name, address, needs, orders", "The colour of the behaviour alone, and staff safety warnings"],
    doesNotSee: ["Who the victim is, other than as “Victim A”", "The victim's address, contacts, diary, reports and assessments", sealed],
  },
};

/** What an agency at a level and on a side sees of a case, and what it does not, in words for whoever decides on it. */
export function whatTheySee(level: GrantLevel, side: Side): Seeing {
  if (level === "pointer") return { sees: ["The reference, the lead agency and the number to ring"], doesNotSee: ["Everything else"] };
  const reached = level === "summary" ? "summary" : "contribute";
  const seeing = side === "both" ? whole[reached] : side === "victim" ? ofVictim[reached] : ofPerpetrator[reached];
  return level === "lead" ? { ...seeing, sees: [...seeing.sees, "It shares the case, hands it over and closes it"] } : seeing;
}

/** How an agreement stands on a day: warned of 60 days before it ends, as the partnership's agreements ask. */
export function agreementState(isLive: boolean, daysLeft: number): "live" | "ending" | "ended" {
  if (!isLive) return "ended";
  return daysLeft <= 60 ? "ending" : "live";
}
