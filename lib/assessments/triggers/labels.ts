import { ragLabels } from "@/lib/clocks/labels";
import { longDayAndTime } from "@/lib/format/dates";
import type { TriggerDefinition } from "../schema";
import { leastTriggerDays, type TriggerEnd, type TriggerEndRefusal } from "./rules";

/** Each trigger in a few words, for a tag or a reason. */
export const triggerLabels: Record<string, string> = {
  T1: "Suicide or self-harm",
  T2: "Threat to life, weapon, arson threat or serious violence",
  T3: "Child or adult at risk",
  T4: "Hate, and it has happened before",
  T5: "Hate with threats, violence or damage",
  T6: "Three or more reports in three months",
  T7: "Rated High in the last 12 months",
};

/** A trigger in a few words; its own text where the short ones do not know it. */
export function triggerLabel(trigger: Pick<TriggerDefinition, "key" | "text">): string {
  return triggerLabels[trigger.key] ?? trigger.text;
}

const sameDay: Record<string, string[]> = {
  T1: [
    "Mental health and adult social care are asked to act today.",
    "The police are told, and somebody must have been told in person within 4 hours.",
    "Contact with the victim is due today.",
  ],
  T2: [
    "The police are told at once. If anyone is in danger now, ring 999 first.",
    "Somebody must have been told in person within 4 hours.",
    "Fire and rescue are proposed, in case fire was threatened.",
  ],
  T3: [
    "Children's or adult social care are asked for a safeguarding decision today.",
    "Somebody must have been told in person within 4 hours.",
  ],
  T4: ["The hate pathway starts: the police and victim support are proposed."],
  T5: [
    "The hate pathway starts, and the police are asked to record a crime.",
    "First contact with the victim is due within 24 hours.",
  ],
  T6: ["The victim or address counts as a repeat, and the right to an ASB case review may apply."],
  T7: ["A supervisor is asked to look at the case."],
};

const endings: Record<TriggerDefinition["ends"], string> = {
  manager: `Only a manager of the lead agency can end this, after a new assessment and not before ${leastTriggerDays} days.`,
  hate_pathway: "This holds until the hate pathway is closed.",
  computed: "This holds for as long as it is so.",
};

/** What confirming a trigger will do, said before it does it. */
export function whatWillHappen(trigger: TriggerDefinition): { title: string; lines: string[] } {
  const least = trigger.min_rag === "red" ? "" : "at least ";
  return {
    title: `${triggerLabel(trigger)}: the case becomes ${least}${ragLabels[trigger.min_rag].toLowerCase()}`,
    lines: [...(sameDay[trigger.key] ?? [`This starts: ${trigger.action}.`]), endings[trigger.ends]],
  };
}

const refusals: Record<Exclude<TriggerEndRefusal, "too-soon">, string> = {
  "not-manager-of-lead": "Only a manager of the lead agency can end this. Ask one, or write in the log why you think it should end.",
  "needs-assessment": "Assess the risk again first: there has been no assessment since this was recorded.",
  "hate-pathway-open": "The hate pathway is still open. Close it first.",
  computed: "This ends by itself when it is no longer so. Nobody can end it by hand.",
};

/** Why a trigger may not end, and what can be done; empty when it may. */
export function triggerEndWords(end: TriggerEnd): string {
  if (end.may) return "";
  if (end.reason !== "too-soon") return refusals[end.reason];
  const from = end.from ? longDayAndTime(end.from) : "";
  return `This stays for at least ${leastTriggerDays} days: it can be ended from ${from}.`;
}
