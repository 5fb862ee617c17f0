import { z } from "zod";

export const caseloadInput = z.strictObject({
  area: z.string().regex(/^[A-Z]{3}$/, "Select a district").optional(),
  /** A London day; today when left out. */
  on: z.iso.date("Enter a day").optional(),
});

export const figureSchema = z.object({ section: z.string(), code: z.string(), label: z.string(), count: z.number().int() });
export type Figure = z.output<typeof figureSchema>;

export const caseloadView = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  on: z.string(),
  today: z.string(),
  victims: z.array(figureSchema),
  middle: z.array(figureSchema),
  unattributed: z.array(figureSchema),
  perpetrators: z.array(figureSchema),
});
export type CaseloadView = z.output<typeof caseloadView>;

export const behindFigureInput = z.strictObject({
  area: z.string().regex(/^[A-Z]{3}$/),
  on: z.iso.date(),
  section: z.enum(["cases", "orders", "needs_victim", "needs_perpetrator", "needs_case", "people"]),
  code: z.string().regex(/^[a-z_]{1,60}$/),
});

export const recordSchema = z.object({ caseId: z.string(), reference: z.string(), title: z.string(), words: z.string(), since: z.string() });

export const behindFigureView = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  on: z.string(),
  section: z.string(),
  code: z.string(),
  label: z.string(),
  /** What the area's figure is. */
  count: z.number().int(),
  /** The records behind it that the member may open. */
  records: z.array(recordSchema),
  /** How many of the figure the member may not open. */
  hidden: z.number().int(),
});
export type BehindFigureView = z.output<typeof behindFigureView>;
