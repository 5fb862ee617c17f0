import { workRefusals } from "../cases/page/labels";
import { longDay, type Day } from "@/lib/format/dates";
import { listWords } from "@/lib/format/text";
import { monthsAhead, type StartAnswer } from "./rules";
import type { InterventionStatus, InterventionSubject } from "./schema";

export const interventionStatusLabels: Record<InterventionStatus, string> = {
  considered: "Considered",
  applied: "Applied for",
  served: "Served",
  agreed: "Agreed",
  in_force: "In force",
  breached: "Broken",
  varied: "Varied",
  appealed: "Under appeal",
  completed: "Completed",
  discharged: "Discharged",
  expired: "Expired",
};

/** What everyone reads of that question: that it was asked. */
export const consideredWords = "Whether they are a victim elsewhere was considered first.";

export const subjectLabels: Record<InterventionSubject, string> = {
  person: "a person",
  family: "a family",
  place: "a place",
};

type Refused = Extract<StartAnswer, { ok: false }>;

function whyNot({ reason, type }: Refused, startsOn: Day): string {
  const label = type ? `“${type.label}”` : "This";
  switch (reason) {
    case "unknown-type":
      return "Select a type of intervention from the list.";
    case "undated":
      return `${label} cannot be chosen yet: an administrator must first enter the day the law starts.`;
    case "not-yet":
      return `${label} could not begin before ${longDay(type?.availableFrom ?? startsOn)}.`;
    case "ended":
      return `${label} could not begin after ${longDay(type?.availableTo ?? startsOn)}, so it cannot start on ${longDay(startsOn)}.`;
    case "too-young":
      return `${label} is for people aged ${type?.minAge ?? 0} or over.`;
    case "wrong-subject":
      return `${label} is for ${subjectLabels[type?.subject ?? "person"]}.`;
    case "too-far-ahead":
      return `The start must be within ${monthsAhead} months.`;
  }
}

/** Why an intervention may not begin, and what may be chosen instead. */
export function startRefusalWords(refused: Refused, startsOn: Day): string {
  const why = whyNot(refused, startsOn);
  if (refused.alternatives.length === 0) return why;
  return `${why} Choose ${listWords(refused.alternatives.map(({ label }) => `“${label}”`), "or")} instead, or correct the date.`;
}

/** Words for each refusal of an intervention; those of its dates are made by `startRefusalWords`. */
export const interventionRefusals: Record<string, string> = {
  "other-side-family": "Your agency works with one side, so it records families of that side only.",
  ...workRefusals,
  "wrong-move": "It cannot go there from where it stands.",
  "not-in-force": "Only something in force can be broken.",
  "in-the-future": "The day must be today or earlier.",
};
