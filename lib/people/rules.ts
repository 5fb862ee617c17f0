import { addMonths, type Day } from "@/lib/format/dates";
import type { FieldProblem } from "@/lib/format/fields";
import { joinedName, type Named } from "@/lib/format/names";
import type { PersonInput } from "./schema";

/** Nobody on record is older than this, in years: a date before it is a slip of the hand. */
export const greatestAge = 120;

/** The name of a person as it is stored, made from what was typed. */
export function namedAs(person: PersonInput): Named {
  if (person.kind !== "individual") return { kind: person.kind, givenName: "", familyName: "", fullName: person.name };
  const { kind, givenName, familyName } = person;
  return { kind, givenName, familyName, fullName: joinedName(person) };
}

/** What is wrong with a person as typed for a report received on a day: a date of birth after it, or beyond belief. */
export function personProblems(person: PersonInput, reportedOn: Day, path: FieldProblem["path"] = []): FieldProblem[] {
  if (person.kind !== "individual" || person.bornOn === null) return [];
  const at = [...path, "bornOn"];
  if (person.bornOn > reportedOn) return [{ path: at, message: "The date of birth must be before the report" }];
  if (person.bornOn < addMonths(reportedOn, -12 * greatestAge)) {
    return [{ path: at, message: `The date of birth must be in the last ${greatestAge} years` }];
  }
  return [];
}
