import { z } from "zod";
import { foundPlaceSchema } from "../../places/search/schema";

export const findInput = z.strictObject({ term: z.string({ error: "Enter a name, an address or a reference" }).max(120, "Enter fewer words") });

/** A case the reader may not open: that it exists, who leads it, and the number to ring. */
export const pointerSchema = z.object({ reference: z.string(), leadName: z.string(), ring: z.string(), mayAsk: z.boolean() });
export type Pointer = z.infer<typeof pointerSchema>;

export const foundCaseSchema = z.object({
  caseId: z.string(), reference: z.string(), title: z.string(), rag: z.enum(["red", "amber", "green"]).nullable(), statusWords: z.string(), isClosed: z.boolean(), leadName: z.string(),
});
export type FoundCase = z.infer<typeof foundCaseSchema>;

export const foundPersonSchema = z.object({ personId: z.string(), name: z.string(), roles: z.string(), /** Where to read on. */ href: z.string() });
export type FoundPerson = z.infer<typeof foundPersonSchema>;

const foundAtPlaceSchema = foundPlaceSchema.extend({ openCases: z.number(), pointers: z.array(pointerSchema) });

export const foundSchema = z.object({
  term: z.string(),
  cases: z.array(foundCaseSchema),
  /** For a reference or a place that is not the reader's to open. */
  pointers: z.array(pointerSchema),
  people: z.array(foundPersonSchema),
  places: z.array(foundAtPlaceSchema),
  /** Whether the reader is offered to open a case in an emergency. */
  mayBreakGlass: z.boolean(),
});
export type Found = z.infer<typeof foundSchema>;

/** A line of the palette. */
export const foundLineSchema = z.object({ id: z.string(), label: z.string(), note: z.string(), href: z.string() });

export const recentSchema = z.object({ cases: z.array(foundCaseSchema) });
