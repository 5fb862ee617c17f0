/** A task that a trigger raises at once: for every agency of a kind on the case, or for the named officer. */
export type TriggerTask = {
  for: "named-officer" | "police" | "health" | "adult_social_care" | "childrens_social_care";
  what: string;
  /** Within four hours that pass, day and night, or by the end of the day. */
  due: "four-hours" | "same-day";
};

const victimContact: TriggerTask = { for: "named-officer", what: "Make contact with the victim today", due: "same-day" };
const policeTold: TriggerTask = { for: "police", what: "Confirm that somebody on duty has been told, and what they will do", due: "four-hours" };

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

/** What a trigger asks to be done at once; nothing for those that only set a colour. */
export function tasksOf(triggerKey: string): readonly TriggerTask[] {
  return tasks[triggerKey] ?? [];
}
