import { z } from "zod";
import { optionalDay } from "@/lib/format/fields";
import { line, optionalLine } from "@/lib/format/text";

/** What a person on record may be: somebody, a body, or a group nobody can name yet. */
export const personKinds = ["individual", "organisation", "group"] as const;
export const personKindSchema = z.enum(personKinds, { error: "Select a person, an organisation or a group" });
export type PersonKind = z.infer<typeof personKindSchema>;

const individualInput = z.strictObject({
  kind: z.literal("individual"),
  givenName: optionalLine({ max: 100, what: "The first name" }),
  familyName: optionalLine({ max: 100, what: "The last name" }),
  bornOn: optionalDay(),
  /** The language to speak with them, where it is not English. */
  language: optionalLine({ max: 60, what: "The language" }),
});

const organisationInput = z.strictObject({
  kind: z.literal("organisation"),
  name: line({ max: 200, ask: "Enter the name of the organisation", what: "The name" }),
});

const groupInput = z.strictObject({
  kind: z.literal("group"),
  name: line({ max: 200, ask: "Enter a few words for the group, like youths on bicycles", what: "The words for the group" }),
});

/** A person as somebody types one. A name may be half known; a group has words instead of a name. */
export const personInput = z.discriminatedUnion("kind", [individualInput, organisationInput, groupInput], {
  error: "Select a person, an organisation or a group",
}).refine((person) => person.kind !== "individual" || person.givenName !== "" || person.familyName !== "", {
  error: "Enter a first name or a last name",
  path: ["familyName"],
});
export type PersonInput = z.infer<typeof personInput>;

/** Where somebody lives, as it is kept when no place on record may say it. */
export const addressSchema = z.strictObject({ line: z.string(), town: z.string(), postcode: z.string(), district: z.string() });
export type Address = z.infer<typeof addressSchema>;
