import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { templateSchema } from "../schema";
import { assessmentViewSchema } from "../reading/schema";

/** Somebody or somewhere that can be assessed. */
export const askableSchema = z.object({
  subject: z.string(),
  templateKey: z.enum(["VRA", "PCI"]),
  name: z.string(),
  note: z.string(),
  latest: z.object({ rag: ragSchema, score: z.number(), atWords: z.string() }).nullable(),
});

/** A form that came into force while another version of it was being answered: what is to be asked again, with what was said. */
export const changedFormSchema = z.object({
  title: z.string(),
  sinceWords: z.string(),
  again: z.array(z.object({ question: z.string(), answer: z.string() })),
});
export type ChangedForm = z.infer<typeof changedFormSchema>;

/** What the assessment page needs: whom it could be about, and, once that is chosen, the form. */
export const askingSchema = z.object({
  caseId: z.string(),
  reference: z.string(),
  title: z.string(),
  status: z.string(),
  subjects: z.array(askableSchema),
  form: z.object({
    subject: z.string(),
    name: z.string(),
    /** The version that is asked, which the answers are sent with. */
    templateId: z.string(),
    template: templateSchema,
    changed: changedFormSchema.nullable(),
    lastAssessmentId: z.string().nullable(),
    involvementId: z.string().nullable(),
    placeId: z.string().nullable(),
    previous: z.object({ atWords: z.string(), answers: z.record(z.string(), z.string()) }).nullable(),
    context: z.object({ reportsInThreeMonths: z.number().optional(), wasRatedHighInLastYear: z.boolean().optional(), isVictimRatedHigh: z.boolean().optional() }),
    isFirst: z.boolean(),
    draft: z.object({ data: z.record(z.string(), z.unknown()), savedAt: z.string() }).nullable(),
  }).nullable(),
});
export type AskingView = z.infer<typeof askingSchema>;

/** One completed assessment on its own page. */
export const assessmentPageSchema = z.object({
  caseId: z.string(),
  reference: z.string(),
  title: z.string(),
  assessment: assessmentViewSchema,
  subject: z.string(),
  supersededById: z.string().nullable(),
  supersedesId: z.string().nullable(),
  mayAssess: z.boolean(),
});
export type AssessmentPageView = z.infer<typeof assessmentPageSchema>;
