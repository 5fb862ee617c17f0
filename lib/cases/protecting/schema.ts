import { z } from "zod";

/**
 * Somebody on the side that is not the reader's: a label that stays theirs for as long as they are on the case, a role and
 * the district. There is no field for a name, an address, a number, a day of birth or a diary, so none can be filled.
 */
export const restrictedPersonSchema = z.strictObject({ kind: z.literal("restricted"), id: z.string(), label: z.string(), roleWords: z.string(), area: z.string() });
export type RestrictedPerson = z.infer<typeof restrictedPersonSchema>;

/** Somebody as they are named in a line: by name on one's own side, by label on the other. */
export const namedPersonSchema = z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("known"), name: z.string() }), restrictedPersonSchema]);
export type NamedPerson = z.infer<typeof namedPersonSchema>;
