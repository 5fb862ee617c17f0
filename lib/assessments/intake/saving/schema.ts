import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { id, optionalDay } from "@/lib/format/fields";
import { givenAnswersSchema } from "@/lib/reports/schema";

const codes = z.array(z.string().max(40)).max(40).default([]);

/** As much of a report as decides who would be told and what would be due. */
export const onSavingInput = z.strictObject({
  placeId: id("Choose a place").optional(),
  areaCode: z.string().regex(/^[A-Z]{3}$/, "Select the district").optional(),
  /** The colour so far; null before anything was asked. */
  rag: ragSchema.nullable(),
  answers: givenAnswersSchema.default({}),
  factors: codes,
  triggers: codes,
  bornOn: optionalDay(),
  leads: z.enum(["own", "area"]).optional(),
});

const person = z.object({ name: z.string(), agencyName: z.string(), phone: z.string() });

/** What saving would do: who would lead, who would be told and who cannot be, what would be due, whom to ring. */
export const onSavingSchema = z.object({
  leader: person.extend({ isOwn: z.boolean() }).nullable(),
  triage: person.extend({ when: z.string() }).nullable(),
  firstContact: z.string(),
  assessment: z.string(),
  partners: z.array(z.object({ agencyId: z.string(), name: z.string(), why: z.string() })),
  notPossible: z.array(z.object({ name: z.string(), why: z.string() })),
  instead: z.string(),
  /** Whom to ring at each agency at this moment, were it red. */
  ring: z.array(person.extend({ agencyId: z.string() })),
  isOutOfHours: z.boolean(),
});
export type OnSavingView = z.infer<typeof onSavingSchema>;
