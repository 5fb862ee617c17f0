import { z } from "zod";

const rag = z.enum(["red", "amber", "green"]);
export const ragFilters = ["red", "amber", "green", "none"] as const;
export const statusFilters = ["intake", "open", "monitoring", "closure_proposed", "closed"] as const;
export const whoseFilters = ["mine", "agency", "led"] as const;

const areaCode = z.string().regex(/^[A-Z]{3}$/);

/** Which cases to list: codes alone, since they stand in an address. Without a status, all that are not closed. */
export const caseFilters = z.strictObject({
  area: areaCode.optional(),
  rag: z.enum(ragFilters).optional(),
  status: z.enum(statusFilters).optional(),
  whose: z.enum(whoseFilters).optional(),
  hate: z.literal("1").optional(),
});
export type CaseFilters = z.infer<typeof caseFilters>;

export const listCasesInput = caseFilters.extend({
  /** Where the last page ended. */
  after: z.string().regex(/^[0-3]\.(\d{1,15}|x)\.[0-9a-f-]{36}$/).optional(),
});

export const boardInput = z.strictObject({ area: areaCode.optional() });

const caseRowSchema = z.object({
  caseId: z.string(),
  reference: z.string(),
  title: z.string(),
  /** For the perpetrator's side the behaviour's alone; null while nobody has assessed it. */
  rag: rag.nullable(),
  ragReason: z.string(),
  statusWords: z.string(),
  areaName: z.string(),
  leadName: z.string(),
  officerName: z.string(),
  isHate: z.boolean(),
  /** What is due first. */
  next: z.object({ what: z.string(), at: z.string(), words: z.string(), tone: z.enum(["late", "soon", "today", "later"]) }).nullable(),
  /** What else ran out, and what for: "Nobody told in person". Contact and review stand above. */
  late: z.array(z.string()),
  /** "3 new", "Not opened yet", or empty. */
  fresh: z.string(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

const countsSchema = z.object({ red: z.number(), amber: z.number(), green: z.number(), none: z.number() });
export type RagCounts = z.infer<typeof countsSchema>;

const areaChoice = z.object({ code: z.string(), name: z.string() });

export const caseListSchema = z.object({
  filters: caseFilters,
  areas: z.array(areaChoice),
  counts: countsSchema,
  rows: z.array(caseRowSchema),
  /** For the next page; null on the last. */
  after: z.string().nullable(),
  isContinued: z.boolean(),
});
export type CaseList = z.infer<typeof caseListSchema>;

export const boardSchema = z.object({
  area: areaChoice.nullable(),
  areas: z.array(areaChoice),
  counts: countsSchema,
  columns: z.object({ red: z.array(caseRowSchema), amber: z.array(caseRowSchema), green: z.array(caseRowSchema), none: z.array(caseRowSchema) }),
});
export type Board = z.infer<typeof boardSchema>;
