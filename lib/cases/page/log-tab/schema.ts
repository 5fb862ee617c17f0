import { z } from "zod";
import { id } from "../../../format/fields";
import { caseLogInput, logPageSchema, readersSchema } from "../../log/schema";
import { asideSchema } from "../aside/schema";
import { caseHeaderSchema } from "../schema";

export const getCaseInput = z.strictObject({ caseId: id("Open the case again"), kind: caseLogInput.shape.kind, agencyId: caseLogInput.shape.agencyId });

export const caseViewSchema = z.object({
  header: caseHeaderSchema,
  /** Null for agencies that see a summary: their reach holds no log. */
  log: z.object({
    page: logPageSchema,
    filter: z.object({ kind: z.string(), agencyId: z.string() }),
    /** When the member looked before; null the first time. */
    lookedAt: z.string().nullable(),
    lookedWords: z.string(),
    writer: z.object({ memberId: z.string(), agencyId: z.string(), side: z.enum(["both", "victim", "perpetrator"]), isHealth: z.boolean() }),
    readers: readersSchema,
    /** What the member typed here before and did not add. */
    draft: z.object({ data: z.record(z.string(), z.unknown()), savedAt: z.string() }).nullable(),
    agencies: z.array(z.object({ agencyId: z.string(), name: z.string() })),
  }).nullable(),
  aside: asideSchema,
});
export type CaseView = z.infer<typeof caseViewSchema>;
export type CaseLogView = NonNullable<CaseView["log"]>;
