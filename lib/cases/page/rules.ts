import { shortDay } from "../../format/dates";
import { counted, spanWords } from "../../format/due";
import { ageOn } from "../../format/names";

type Rag = "red" | "amber" | "green";
const ragWords: Record<Rag, string> = { red: "red", amber: "amber", green: "green" };

/** A history of colours read aloud: "amber until Mon 16 Nov, red since". */
export function ragHistoryWords(history: readonly { at: string; rag: Rag }[], now: Date): string {
  return history.map(({ rag }, index) => {
    const next = history[index + 1];
    return next ? `${ragWords[rag]} until ${shortDay(next.at, now)}` : `${ragWords[rag]} since`;
  }).join(", ");
}

const roleWords = {
  victim: "victim",
  complainant: "complainant",
  witness: "witness",
  household_member: "household member",
  alleged_perpetrator: "person alleged",
  perpetrator: "person responsible",
  professional: "professional",
} as const;

/** A role as it stands after a name: "Ms K, victim". */
export function involvementRoleWords(role: keyof typeof roleWords): string {
  return roleWords[role];
}

/** An age as a band, for screens where a date of birth has no business: "under 18", "35 to 44", "75 or over". */
export function ageBandWords(bornOn: string | null, on: string): string {
  const age = bornOn === null ? null : ageOn(bornOn, on);
  if (age === null) return "";
  if (age < 18) return "under 18";
  if (age < 25) return "18 to 24";
  if (age >= 75) return "75 or over";
  const from = Math.floor((age - 5) / 10) * 10 + 5;
  return `${from} to ${from + 9}`;
}

/** How long something took: "same contact", "22 min", "3 h", "1 day". */
export function tookWords(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 1) return "same save";
  if (minutes < 24 * 60) return spanWords(minutes < 120 ? minutes : Math.round(minutes / 60) * 60);
  return counted(Math.floor(minutes / (24 * 60)), "day");
}
