import { shortDay } from "../../format/dates";

type Rag = "red" | "amber" | "green";
const levels = ["pointer", "summary", "contribute", "lead"] as const;
const ragWords: Record<Rag, string> = { red: "red", amber: "amber", green: "green" };

/** Whether one level of reach is at least another. */
export function hasReach(level: (typeof levels)[number], wanted: (typeof levels)[number]): boolean {
  return levels.indexOf(level) >= levels.indexOf(wanted);
}

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
