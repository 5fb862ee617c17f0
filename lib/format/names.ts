import type { Day } from "./dates";

/** What it takes to name somebody: a person, a body, or a group nobody can name yet. */
export type Named = {
  kind: "individual" | "organisation" | "group";
  givenName: string;
  familyName: string;
  fullName: string;
};

export const nameNotKnown = "Name not known";

/** How old someone is on a day, in whole years; someone born on 29 February ages on 1 March in other years. Null before birth. */
export function ageOn(bornOn: Day, on: Day): number | null {
  if (on < bornOn) return null;
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Whether someone is under 18 on a day; false when the date of birth is not known. */
export function isUnder18(bornOn: Day | null, on: Day): boolean {
  const age = bornOn === null ? null : ageOn(bornOn, on);
  return age !== null && age < 18;
}

/** An age as people read it: "44", "15, under 18", or nothing when it is not known. */
export function ageWords(bornOn: Day | null, on: Day): string {
  const age = bornOn === null ? null : ageOn(bornOn, on);
  if (age === null) return "";
  return age < 18 ? `${age}, under 18` : String(age);
}

/** The whole name made from its parts, as it is stored and searched: "Tyler Reed". Empty when nothing is known. */
export function joinedName(parts: { givenName: string; familyName: string }): string {
  return [parts.givenName, parts.familyName].map((part) => part.trim()).filter(Boolean).join(" ");
}

/** The name to show. */
export function displayName(named: Named): string {
  return named.fullName.trim() || joinedName(named) || nameNotKnown;
}
