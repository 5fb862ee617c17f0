import { z } from "zod";
import { foundCaseSchema, pointerSchema } from "../find/schema";

export const placePageSchema = z.object({
  placeId: z.string(),
  line: z.string(),
  town: z.string(),
  postcode: z.string(),
  ward: z.string(),
  areaName: z.string(),
  kindWords: z.string(),
  warnings: z.array(z.object({ id: z.string(), words: z.string(), review: z.string() })),
  /** Reports of the last twelve months: those the reader may open, and how many others agencies took. */
  total: z.number(),
  readable: z.number(),
  others: z.array(z.object({ agencyName: z.string(), count: z.number() })),
  months: z.array(z.object({ label: z.string(), count: z.number() })),
  reports: z.array(z.object({
    reportId: z.string(), reference: z.string(), headingWords: z.string(), whenWords: z.string(), agencyName: z.string(),
    asbCase: z.object({ caseId: z.string(), reference: z.string() }).nullable(),
  })),
  cases: z.array(foundCaseSchema),
  pointers: z.array(pointerSchema),
  /** Whether the reader is offered to open one of them in an emergency. */
  mayBreakGlass: z.boolean(),
  orders: z.array(z.object({ id: z.string(), words: z.string(), untilWords: z.string(), isOfPlace: z.boolean(), asbCase: z.object({ caseId: z.string(), reference: z.string() }) })),
  people: z.array(z.object({ personId: z.string(), name: z.string(), roles: z.string(), href: z.string(), lives: z.string() })),
  now: z.string(),
});
export type PlacePage = z.infer<typeof placePageSchema>;

export const placePageInput = z.strictObject({ placeId: z.uuid() });
