import { z } from "zod";
import { changedFormSchema } from "../../asking/schema";
import { templateSchema } from "../../schema";

export const reportFormInput = z.strictObject({
  /** Which of the member's drafts to go on with. */
  draft: z.string().regex(/^[0-9a-f-]{36}$/, "Choose a draft from the list").optional(),
});

/** What the New report page needs before anything is typed. */
export const reportFormSchema = z.object({
  subject: z.string(),
  restored: z.object({ data: z.record(z.string(), z.unknown()), savedAt: z.string() }).nullable(),
  openedAt: z.string(),
  channel: z.string(),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  /** The versions that are asked, which the report is sent with. */
  victimTemplateId: z.string(),
  victimTemplate: templateSchema,
  placeTemplateId: z.string(),
  placeTemplate: templateSchema,
  /** Forms that changed while the draft waited, with what to ask again. */
  changed: z.array(changedFormSchema),
  agencyName: z.string(),
  /** Whether the member's own agency leads what they begin, and whether they may choose. */
  leadsOwn: z.boolean(),
  mayJoinCases: z.boolean(),
});
export type ReportFormView = z.infer<typeof reportFormSchema>;
