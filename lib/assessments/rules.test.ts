import { describe, expect, it } from "vitest";
import file from "@/prisma/seed/data/risk-templates.json";
import { fullAssessmentWords, ragAndScoreWords, unknownWords } from "./labels";
import { bandOf, behaviourRag, fullAssessmentReasons, ragAfterTriggers, scoreAssessment } from "./rules";
import { type Answers, answersSchema, askedQuestions, type Template, templatesFileSchema } from "./schema";

const { templates, examples } = templatesFileSchema.parse(file);
const template = (key: string): Template => {
  const found = templates.find((one) => one.key === key);
  if (!found) throw new Error(`No template ${key}`);
  return found;
};
const vra = template("VRA");
const pci = template("PCI");

/** Answers where every scored question that is not named has the answer worth nothing, as the file says of its examples. */
function filled(form: Template, answers: Answers): Answers {
  const nothing = askedQuestions(form).filter((question) => question.scored !== false).flatMap((question) => {
    const zero = question.options.find(([, , points]) => points === 0)?.[0];
    return zero ? [[question.key, question.type === "many" ? [zero] : zero] as const] : [];
  });
  return { ...Object.fromEntries(nothing), ...answers };
}

describe("the examples of the template file", () => {
  it.each(examples.map((example) => [example.name, example] as const))("%s", (_name, example) => {
    const form = template(example.template);
    const answers = answersSchema(form).parse(filled(form, example.answers));
    const scored = scoreAssessment(form, answers);
    expect({
      score: scored.score, rag: scored.rag, flags: scored.flags, triggers: scored.computedTriggers, borderline: scored.borderline,
    }).toEqual({
      score: example.score, rag: example.rag, flags: example.flags ?? [], triggers: example.triggers ?? [],
      borderline: example.borderline ?? false,
    });
    expect(scored).toMatchObject({ unanswered: [], unknownCount: 0, incomplete: false });
  });

  it("are all there", () => {
    expect(examples.length).toBeGreaterThanOrEqual(7);
  });
});

describe("a score", () => {
  const abdul = filled(vra, { H1: "weekly", H2: "yes", H4: "known", V1: ["me"], V2: "unsure", I1: "moderate" });

  it("shows its working", () => {
    const { breakdown, score, bandLabel } = scoreAssessment(vra, { ...abdul, V1: ["me", "household"] });
    expect(breakdown.find(({ key }) => key === "V1")).toEqual({ key: "V1", points: 3, label: "Me personally; My family or household" });
    expect(breakdown.find(({ key }) => key === "H1")).toEqual({ key: "H1", points: 3, label: "Most weeks" });
    expect(breakdown.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(bandLabel).toBe("Standard");
  });

  it("counts an unknown answer as nothing, shows it as unknown, and is incomplete past three", () => {
    const three = scoreAssessment(vra, { ...abdul, H5: "dont_know", S1: "declined", V1: "dont_know" });
    expect(three).toMatchObject({ score: 10, unknownCount: 3, incomplete: false });
    expect(three.breakdown.find(({ key }) => key === "S1")).toEqual({ key: "S1", points: 0, label: "Rather not say" });
    expect(scoreAssessment(vra, { ...abdul, H5: "dont_know", S1: "declined", V1: "dont_know", I2: "dont_know" }))
      .toMatchObject({ unknownCount: 4, incomplete: true });
  });

  it("can be seen while answers are still coming", () => {
    const soFar = scoreAssessment(vra, { H1: "daily", V1: [] });
    expect(soFar.score).toBe(5);
    expect(soFar.unanswered).toEqual(["H2", "H3", "H4", "H5", "V1", "V2", "V3", "S1", "I1", "I2", "I3", "I4"]);
  });

  it("never counts what is kept for support alone", () => {
    const needs = { ...filled(pci, { B1: "env" }), N1: ["alcohol_misuse", "mental_health"] };
    expect(scoreAssessment(pci, needs).score).toBe(scoreAssessment(pci, filled(pci, { B1: "env" })).score);
    const heavy = structuredClone(pci);
    for (const option of heavy.questions.find(({ key }) => key === "N1")?.options ?? []) option[2] = 5;
    expect(scoreAssessment(heavy, needs).score).toBe(1);
  });

  it("refuses an answer or a trigger that the template does not have", () => {
    expect(() => scoreAssessment(vra, { H1: "sometimes" })).toThrow(RangeError);
    expect(() => scoreAssessment(vra, abdul, { confirmedTriggers: ["T9"] })).toThrow(RangeError);
    expect(() => bandOf(vra, 45)).toThrow(RangeError);
  });

  it("is borderline within two points below a higher band, unless a trigger has passed it", () => {
    const at = (I4: string, I1: string, context = {}) => scoreAssessment(vra, { ...abdul, H2: "no", I1, I4 }, context);
    expect([at("none", "moderate").score, at("none", "moderate").borderlineTo]).toEqual([11, null]);
    expect([at("routine", "moderate").score, at("routine", "moderate").borderlineTo]).toEqual([12, null]);
    expect([at("routine", "lot").score, at("routine", "lot").borderlineTo]).toEqual([13, "amber"]);
    expect(at("routine", "lot", { reportsInThreeMonths: 3 })).toMatchObject({ rag: "amber", borderline: false, raisedBy: "T6" });
    expect(at("routine", "extreme")).toMatchObject({ score: 15, band: "amber", borderline: false });
  });
});

describe("triggers", () => {
  const calm = filled(vra, {});

  it("set the floor and never lower it", () => {
    expect(scoreAssessment(vra, calm, { confirmedTriggers: ["T1"] })).toMatchObject({ band: "green", rag: "red", raisedBy: "T1" });
    expect(ragAfterTriggers("amber", ["T4"], vra.triggers)).toEqual({ rag: "amber", raisedBy: null });
    expect(ragAfterTriggers("red", ["T6"], vra.triggers)).toEqual({ rag: "red", raisedBy: null });
    expect(ragAfterTriggers("green", ["T5", "T2", "T4"], vra.triggers)).toEqual({ rag: "red", raisedBy: "T2" });
  });

  it("are computed from the answers and from what came before", () => {
    const computed = (answers: Answers, context = {}) => scoreAssessment(vra, { ...calm, ...answers }, context).computedTriggers;
    expect(computed({ V2: "yes" })).toEqual([]);
    expect(computed({ V2: "yes", H1: "monthly" })).toEqual(["T4"]);
    expect(computed({ V2: "yes", H2: "yes" })).toEqual(["T4"]);
    expect(computed({ V2: "yes", H1: "dont_know" })).toEqual([]);
    expect(computed({ V2: "unsure", H1: "daily", H2: "yes" })).toEqual([]);
    expect(computed({}, { reportsInThreeMonths: 2 })).toEqual([]);
    expect(computed({}, { reportsInThreeMonths: 3, wasRatedHighInLastYear: true })).toEqual(["T6", "T7"]);
  });

  it("are suggested where an assessor must decide", () => {
    const suggested = (answers: Answers, context = {}) => scoreAssessment(vra, { ...calm, ...answers }, context).suggestedTriggers;
    expect(suggested({ V2: "yes" })).toEqual([]);
    expect(suggested({ V2: "yes" }, { hasThreatViolenceOrDamage: true })).toEqual(["T5"]);
    expect(suggested({ V2: "yes", H5: "current" })).toEqual(["T5"]);
    expect(suggested({ V2: "unsure" }, { hasThreatViolenceOrDamage: true })).toEqual([]);
    expect(suggested({ V2: "yes" }, { hasThreatViolenceOrDamage: true, confirmedTriggers: ["T5"] })).toEqual([]);
  });
});

describe("behaviour and community impact", () => {
  const answers = filled(pci, { B1: "threat", B2: "weekly", B3: "same", C1: "few", C2: "avoid", R1: "informal_failed", R2: "refusing" });

  it("computes its victim question and does not ask it", () => {
    expect(askedQuestions(pci).map(({ key }) => key)).not.toContain("C3");
    expect(scoreAssessment(pci, answers)).toMatchObject({ score: 16, rag: "amber" });
    const withVictim = scoreAssessment(pci, answers, { isVictimRatedHigh: true });
    expect(withVictim).toMatchObject({ score: 19, rag: "red" });
    expect(withVictim.breakdown.find(({ key }) => key === "C3")).toEqual({ key: "C3", points: 3, label: "Yes" });
    expect(scoreAssessment(pci, { ...answers, C3: "yes" }).score).toBe(16);
  });

  it("has a colour for the perpetrator's side that does not tell of a victim", () => {
    expect(behaviourRag(pci, answers)).toBe("amber");
    expect(behaviourRag(pci, { ...answers, C3: "yes" })).toBe("amber");
  });
});

describe("screening", () => {
  const calm = { H1: "first", H3: "no", V2: "no", V3: "no", I1: "none" };
  const reasons = (answers: Answers, triggers: string[] = []) => fullAssessmentReasons(vra, { ...calm, ...answers }, triggers);

  it("leads to the full assessment by a trigger, by hate, by an extreme effect, or by three high answers", () => {
    expect(reasons({}, ["T6"])).toEqual(["trigger"]);
    expect(reasons({ V2: "yes" })).toEqual(["hate"]);
    expect(reasons({ V2: "unsure" })).toEqual(["hate_query"]);
    expect(reasons({ I1: "extreme" })).toEqual(["extreme"]);
    expect(reasons({ H1: "weekly", H3: "yes", V3: "yes" })).toEqual(["three_high"]);
    expect(reasons({ H1: "weekly", I1: "lot", V2: "unsure" })).toEqual(["hate_query", "three_high"]);
    expect(fullAssessmentWords(["hate", "three_high"])).toBe("Ask the full assessment now: it may be hate and three or more answers are high.");
  });

  it("is enough otherwise", () => {
    expect(fullAssessmentReasons(vra, calm, [])).toEqual([]);
    expect(fullAssessmentReasons(vra, { ...calm, H1: "daily", I1: "lot" }, [])).toEqual([]);
    expect(fullAssessmentReasons(vra, { H1: "monthly", H3: "dont_know", V2: "declined", V3: "dont_know", I1: "dont_know" }, [])).toEqual([]);
    expect(fullAssessmentReasons(pci, {}, ["T1"])).toEqual([]);
    expect(fullAssessmentWords([])).toBe("");
  });
});

it("says a colour with its score", () => {
  expect(ragAndScoreWords({ rag: "amber", score: 24, borderlineTo: "red" })).toBe("Amber 24, near red");
  expect(ragAndScoreWords({ rag: "red", score: 33, borderlineTo: null })).toBe("Red 33");
  expect([unknownWords(0, false), unknownWords(1, false), unknownWords(4, true)])
    .toEqual(["", "1 answer not known", "4 answers not known: ask again within 2 working days"]);
});
