import type { InvolvementRole, Side } from "../schema";

/** The side a role stands on; a household member's is asked for, a professional belongs to neither. */
export function sideOfRole(role: InvolvementRole, asked?: Side): Side {
  if (role === "household_member") return asked ?? "victim";
  if (role === "alleged_perpetrator" || role === "perpetrator") return "perpetrator";
  return role === "professional" ? "both" : "victim";
}

const labelWords: Record<InvolvementRole, string> = {
  victim: "Victim",
  complainant: "Complainant",
  witness: "Witness",
  household_member: "Household member",
  alleged_perpetrator: "Person",
  perpetrator: "Person",
  professional: "Professional",
};

/** How the other side's workers will know somebody: "Victim B", the first letter not taken yet; after Z, "Victim 27". */
export function labelFor(role: InvolvementRole, taken: readonly string[]): string {
  const word = labelWords[role];
  for (let number = 1; ; number += 1) {
    const label = `${word} ${number <= 26 ? String.fromCharCode(64 + number) : number}`;
    if (!taken.includes(label)) return label;
  }
}
