import { daysToAnswer, daysToContact } from "../../assessments/hate/schema";

/** A task that a trigger or a question of hate raises at once: for every agency of a kind on the case, for the named officer, or for somebody of the lead agency who is trained in hate. */
export type TriggerTask = {
  for: "named-officer" | "trained-in-hate" | "police" | "health" | "adult_social_care" | "childrens_social_care";
  what: string;
  /** Within four hours that pass, day and night; by the end of the day; or within working days. */
  due: "four-hours" | "same-day" | { workingDays: number };
};

const victimContact: TriggerTask = { for: "named-officer", what: "Make contact with the victim today", due: "same-day" };
const policeTold: TriggerTask = { for: "police", what: "Confirm that somebody on duty has been told, and what they will do", due: "four-hours" };

/** What is asked of somebody trained where nobody was sure whether it is hate. */
export const hateQuestion: TriggerTask = { for: "trained-in-hate", what: "Find out whether this is hate: ask the victim, and anyone else who may think so, and answer it under Risk and needs", due: { workingDays: daysToAnswer } };

// Names and numbers stay out of the words: they are on the case, under its own rule.
const tasks: Record<string, TriggerTask[]> = {
  T1: [
    { for: "health", what: "Decide today what mental health support is needed, and say what was done", due: "same-day" },
    { for: "adult_social_care", what: "Decide today whether there is a care or safeguarding need, and say what was done", due: "same-day" },
    policeTold,
    victimContact,
  ],
  T2: [policeTold, victimContact],
  T3: [
    { for: "childrens_social_care", what: "Make a safeguarding decision today, and say what was decided", due: "same-day" },
    { for: "adult_social_care", what: "Make a safeguarding decision today, and say what was decided", due: "same-day" },
    policeTold,
    victimContact,
  ],
  T4: [{ for: "police", what: "Record the hate incident, and give its number", due: "same-day" }],
  T5: [{ for: "police", what: "Record a hate crime, and give its number", due: "same-day" }],
};

/** What follows once a trained member has said that it is hate. */
export const hateTasks: readonly TriggerTask[] = [
  ...tasks.T4!,
  { for: "named-officer", what: "Offer the support of a service for victims of hate, and refer where it is wanted", due: { workingDays: daysToContact } },
];

/** What a trigger asks to be done at once; nothing for those that only set a colour. */
export function tasksOf(triggerKey: string): readonly TriggerTask[] {
  return tasks[triggerKey] ?? [];
}
