import { z } from "zod";
import { id, version } from "../../format/fields";
import { optionalLine, text } from "../../format/text";
import { personInput } from "../../people/schema";
import { confirmsNames } from "../log/schema";
import { asideSchema } from "../page/aside/schema";
import { restrictedPersonSchema } from "../protecting/schema";
import { caseHeaderSchema } from "../page/schema";
import { involvementRoleSchema, sideSchema } from "../schema";

/** Why somebody is no longer on a case. Nothing is deleted: the row keeps its reason. */
export const endReasons = ["wrong_person", "no_longer_involved", "duplicate"] as const;
export type EndReason = (typeof endReasons)[number];

/** What turns "alleged" into "responsible". */
export const findings = ["admitted", "found"] as const;
export type Finding = (typeof findings)[number];

export const addInvolvementInput = z.strictObject({
  caseId: id("Open the case again"),
  /** Somebody already on this case; left out for somebody new. */
  personId: id("Select a person of this case").optional(),
  person: personInput.optional(),
  role: involvementRoleSchema,
  /** Whose side; asked for a household member alone, the other roles have theirs. */
  side: sideSchema.optional(),
  note: optionalLine({ max: 300, what: "The note" }),
  confirmsNames,
}).refine((given) => (given.personId === undefined) !== (given.person === undefined), { error: "Select somebody on this case or enter somebody new", path: ["personId"] })
  .refine((given) => given.role !== "household_member" || given.side === "victim" || given.side === "perpetrator", { error: "Select whose household", path: ["side"] });

export const endInvolvementInput = z.strictObject({
  caseId: id("Open the case again"),
  involvementId: id("Select a person of this case"),
  version: version(),
  reason: z.enum(endReasons, { error: "Select why" }),
  note: text({ max: 500, ask: "Say what happened", what: "The note" }),
  confirmsNames,
});

export const changeRoleInput = z.strictObject({
  caseId: id("Open the case again"),
  involvementId: id("Select a person of this case"),
  version: version(),
  finding: z.enum(findings, { error: "Select admitted or found" }),
  note: text({ max: 500, ask: "Say when and by whom", what: "The note" }),
  confirmsNames,
});

const involvedSchema = z.object({
  kind: z.literal("known"),
  id: z.string(),
  version: z.number(),
  personId: z.string(),
  name: z.string(),
  role: involvementRoleSchema,
  roleWords: z.string(),
  side: sideSchema,
  sideWords: z.string(),
  label: z.string(),
  note: z.string(),
  ageWords: z.string(),
  isUnder18: z.boolean(),
  aliases: z.array(z.string()),
  /** Where they live and lived, the present home first. */
  homes: z.array(z.object({ id: z.string(), words: z.string(), whenWords: z.string(), isConfidential: z.boolean() })),
  otherRoles: z.array(z.string()),
  addedWords: z.string(),
  endedWords: z.string(),
  may: z.object({ end: z.boolean(), changeRole: z.boolean(), recordMove: z.boolean() }),
});
export type InvolvedView = z.infer<typeof involvedSchema>;

export const peopleViewSchema = z.object({
  header: caseHeaderSchema,
  /** Everyone on the case now: by name on the reader's own side, by label on the other. */
  people: z.array(z.discriminatedUnion("kind", [involvedSchema, restrictedPersonSchema])),
  former: z.array(involvedSchema),
  howToReach: asideSchema.shape.beforeYouRing,
  /** The districts in which somebody's new home may lie; empty for who may not record one. */
  districts: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type PeopleView = z.infer<typeof peopleViewSchema>;
