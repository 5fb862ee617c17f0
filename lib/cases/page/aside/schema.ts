import { z } from "zod";
import { restrictedPersonSchema } from "../../protecting/schema";
import { clockSchema } from "../schema";

const rag = z.enum(["red", "amber", "green"]);

/** How one person wants to be reached: wishes first, number last. */
const beforeYouRingSchema = z.object({
  id: z.string(),
  name: z.string(),
  wishes: z.array(z.string()),
  number: z.string(),
  methodWords: z.string(),
  keptBy: z.array(z.string()),
});

const openActionSchema = z.object({
  id: z.string(),
  what: z.string(),
  who: z.string(),
  isOffered: z.boolean(),
  due: clockSchema,
});

export const partySchema = z.object({
  kind: z.literal("known"),
  involvementId: z.string(),
  name: z.string(),
  ageWords: z.string(),
  isUnder18: z.boolean(),
  role: z.string(),
  roleWords: z.string(),
  side: z.enum(["both", "victim", "perpetrator"]),
  rag: rag.nullable(),
  score: z.number().nullable(),
});

const dutyCallSchema = z.object({ id: z.string(), name: z.string(), agencyName: z.string(), phone: z.string(), reason: z.string(), due: clockSchema, version: z.number() });
export type DutyCallView = z.infer<typeof dutyCallSchema>;

export const asideSchema = z.object({
  beforeYouRing: z.array(beforeYouRingSchema),
  dutyCalls: z.array(dutyCallSchema),
  openActions: z.array(openActionSchema),
  people: z.array(partySchema),
  otherSide: z.array(restrictedPersonSchema),
  /** First report to first assessment, share and visit. */
  figures: z.array(z.object({ what: z.string(), took: z.string() })),
});
export type AsideView = z.infer<typeof asideSchema>;
export type PartyView = z.infer<typeof partySchema>;
export type BeforeYouRing = z.infer<typeof beforeYouRingSchema>;
export type OpenActionView = z.infer<typeof openActionSchema>;
