import { z } from "zod";
import { ragSchema } from "@/lib/clocks/schema";
import { distinct } from "@/lib/format/fields";
import { text } from "@/lib/format/text";
import { templateFaults } from "./faults/rules";

export const answerCode = z.string().regex(/^[a-z][a-z_0-9]{0,39}$/);
export const questionKey = z.string().regex(/^[A-Z]\d{1,2}$/);
export const triggerKey = z.string().regex(/^T\d{1,2}$/);
const words = z.string().trim().min(1).max(400);

/** One answer that may be chosen: its code, its words, its points. */
const optionSchema = z.tuple([answerCode, words, z.int().min(0).max(20)]);

const questionSchema = z.strictObject({
  key: questionKey,
  section: z.enum(["history", "vulnerability", "support", "impact", "behaviour", "community", "response", "needs"]),
  text: words,
  /** What is said aloud, where it is not the question as it is written. */
  read_aloud: words.optional(),
  type: z.enum(["one", "many"]),
  options: z.array(optionSchema).min(2),
  /** False for an answer that is kept and never counted. */
  scored: z.literal(false).optional(),
  /** How several answers count as one: the highest. */
  score: z.literal("max").optional(),
  sets_flag_when: z.record(answerCode, z.enum(["hate", "hate_query"])).optional(),
  followup: z.literal("vulnerability_factors").optional(),
  /** How the answer is found; a computed question is never asked. */
  computed: words.optional(),
});

const triggerSchema = z.strictObject({
  key: triggerKey,
  text: words,
  min_rag: ragSchema,
  action: words,
  /** What ends it: a manager of the lead agency, the close of the hate pathway, or the facts it is computed from. */
  ends: z.enum(["manager", "hate_pathway", "computed"]),
  computed: z.literal(true).optional(),
  computed_as: words.optional(),
  suggested_when: words.optional(),
});

const bandSchema = z.strictObject({
  rag: ragSchema,
  label: words,
  min: z.int().min(0),
  max: z.int().min(0),
});

const screeningSchema = z.strictObject({
  questions: z.array(questionKey).min(1),
  high_when: z.record(questionKey, z.array(answerCode).min(1)),
  full_assessment_when: words,
});

const codeWithWords = z.tuple([answerCode, words]);

/** The shape of a form, which a draft has while it may still contradict itself. Unknown keys are refused. */
export const templateShape = z.strictObject({
  key: z.string().regex(/^[A-Z]{2,8}$/),
  version: z.int().min(1),
  subject: z.enum(["victim", "perpetrator_or_location"]),
  title: words,
  bands: z.array(bandSchema).length(3),
  questions: z.array(questionSchema).min(1),
  triggers: z.array(triggerSchema),
  unknown_answers: z.array(codeWithWords).min(1),
  screening: screeningSchema.optional(),
  vulnerability_factors: z.array(codeWithWords).optional(),
  borderline_points: z.int().min(0).max(10),
});

/** A published form: its questions, points, bands and triggers. Contradictions are refused. */
export const templateSchema = templateShape.superRefine((template, context) => {
  for (const { path, message } of templateFaults(template)) context.addIssue({ code: "custom", path, message });
});

export type Template = z.infer<typeof templateSchema>;
export type Question = Template["questions"][number];
export type TriggerDefinition = Template["triggers"][number];
export type Flag = "hate" | "hate_query";

/** What was answered, by question: one code, or several where several may be chosen. */
export type Answers = Record<string, string | string[]>;

/** The file of default templates, with the examples that must come out exactly. */
export const templatesFileSchema = z.strictObject({
  _note: z.string(),
  templates: z.array(templateSchema).min(1),
  case_rag_rule: z.string(),
  examples: z.array(z.strictObject({
    name: z.string(),
    template: z.string(),
    answers: z.record(questionKey, z.union([answerCode, z.array(answerCode)])),
    score: z.int(),
    rag: ragSchema,
    flags: z.array(z.enum(["hate", "hate_query"])).optional(),
    triggers: z.array(triggerKey).optional(),
    borderline: z.boolean().optional(),
  })),
});

/** Codes that mean "none of these" and so stand alone among several answers. */
export const ALONE = ["nobody", "none"];

function answerSchema(template: Template, question: Question, isFinished: boolean): z.ZodType {
  const ask = `Select an answer to “${question.text}”`;
  const unknown = template.unknown_answers.map(([name]) => name);
  const offered = question.options.map(([name]) => name);
  if (question.type === "one") return z.enum([...offered, ...unknown], { error: ask });
  const least = isFinished && question.scored !== false ? 1 : 0;
  return z.union([z.enum(unknown), z.array(z.enum(offered)).min(least, ask)], { error: ask })
    .refine((given) => typeof given === "string" || distinct(given), { error: `Select each answer to “${question.text}” once` })
    .refine(
      (given) => typeof given === "string" || given.length < 2 || !given.some((one) => ALONE.includes(one)),
      { error: `Select either “${question.options.find(([name]) => ALONE.includes(name))?.[1]}” or other answers, not both` },
    );
}

/** The questions that are asked: all but those whose answer is computed. */
export function askedQuestions(template: Template): Question[] {
  return template.questions.filter((question) => question.computed === undefined);
}

/** What a finished assessment must answer: every asked question that counts; those that do not count may be left out. */
export function answersSchema(template: Template): z.ZodType<Answers, Answers> {
  return z.strictObject(Object.fromEntries(askedQuestions(template).map((question) => {
    const answer = answerSchema(template, question, true);
    return [question.key, question.scored === false ? answer.optional() : answer];
  }))) as unknown as z.ZodType<Answers, Answers>;
}

/** What an unfinished assessment, or a screening of some questions, may answer. */
export function partialAnswersSchema(template: Template, keys?: readonly string[]): z.ZodType<Answers, Answers> {
  return z.strictObject(Object.fromEntries(askedQuestions(template)
    .filter((question) => keys === undefined || keys.includes(question.key))
    .map((question) => [question.key, answerSchema(template, question, false).optional()]),
  )) as unknown as z.ZodType<Answers, Answers>;
}

/** The triggers an assessor may tick: those of the template that are not computed. */
export function tickedTriggersSchema(template: Template): z.ZodType<string[], string[]> {
  const keys = template.triggers.filter((trigger) => !trigger.computed).map((trigger) => trigger.key);
  return z.array(z.enum(keys, { error: "Select triggers from the list" })).refine(distinct, { error: "Select each trigger once" });
}

/** What makes the person or household more at risk. */
export function factorsSchema(template: Template): z.ZodType<string[], string[]> {
  const factors = (template.vulnerability_factors ?? []).map(([name]) => name);
  return z.array(z.enum(factors, { error: "Select from the list what makes them more at risk" }))
    .refine(distinct, { error: "Select each thing once" });
}

/** An assessor's own judgement of the colour, with its reason. */
export const judgementSchema = z.strictObject({
  rag: ragSchema,
  reason: text({ max: 1000, ask: "Enter the reason for your judgement", what: "The reason" }),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** How the answers were given. */
export const assessmentSources = ["in_person", "phone", "online", "third_party", "records"] as const;
export const assessmentSourceSchema = z.enum(assessmentSources, { error: "Select how the answers were given" });
export type AssessmentSource = z.infer<typeof assessmentSourceSchema>;
