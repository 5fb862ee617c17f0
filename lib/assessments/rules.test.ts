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

describe("ten thousand generated assessments", () => {
  // The printed form, typed in again by hand, so that neither the file nor the rules are trusted.
  const VRA_POINTS: Record<string, Record<string, number>> = {
    H1: { first: 0, occasional: 1, monthly: 2, weekly: 3, most_days: 4, daily: 5 },
    H2: { no: 0, unsure: 1, yes: 2 },
    H3: { no: 0, yes: 2 },
    H4: { no: 0, sight: 1, known: 2 },
    H5: { none: 0, reputation: 2, past: 4, current: 6 },
    V1: { nobody: 0, community: 1, household: 2, me: 3 },
    V2: { no: 0, unsure: 1, yes: 3 },
    V3: { no: 0, yes: 3 },
    S1: { network: 0, few: 1, alone: 3 },
    I1: { none: 0, little: 1, moderate: 2, lot: 3, extreme: 5 },
    I2: { none: 0, physical: 2, mental: 2, both: 4 },
    I3: { none: 0, community: 1, household: 2, both: 3 },
    I4: { none: 0, routine: 1, move: 3 },
  };
  const PCI_POINTS: Record<string, Record<string, number>> = {
    B1: { env: 1, nuisance: 2, abuse: 3, threat: 5, violence: 7 },
    B2: { once: 0, monthly: 1, weekly: 2, daily: 4 },
    B3: { improving: 0, same: 1, worse: 3 },
    C1: { one: 0, few: 1, several: 2, many: 4 },
    C2: { none: 0, avoid: 2, leave: 4 },
    R1: { none: 0, working: 0, informal_failed: 2, formal_breach: 4 },
    R2: { engaging: 0, patchy: 1, refusing: 3 },
  };
  const UNKNOWN = ["dont_know", "declined"];
  const FLOOR: Record<string, number> = { T1: 2, T2: 2, T3: 2, T4: 1, T5: 2, T6: 1, T7: 1 };
  const COLOURS = ["green", "amber", "red"];

  let state = 0x5eed;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const chosen = (all: readonly string[]) => all.filter(() => random() < 0.3);

  function generate(points: Record<string, Record<string, number>>, unknowns: readonly string[]): Answers {
    return Object.fromEntries(Object.entries(points).map(([key, options]) => {
      if (random() < 0.12) return [key, pick(unknowns)];
      if (key !== "V1") return [key, pick(Object.keys(options))];
      const some = chosen(["community", "household", "me"]);
      return [key, some.length > 0 ? some : ["nobody"]];
    }));
  }

  const sumOf = (points: Record<string, Record<string, number>>, answers: Answers) => {
    let sum = 0;
    for (const [key, options] of Object.entries(points)) {
      const given = answers[key];
      sum += Array.isArray(given) ? Math.max(...given.map((code) => options[code] ?? 0)) : (options[given ?? ""] ?? 0);
    }
    return sum;
  };
  const unknownsIn = (answers: Answers) => Object.values(answers).filter((given) => UNKNOWN.includes(String(given))).length;

  const finished = { VRA: answersSchema(vra), PCI: answersSchema(pci) };

  it("of victims agree with a computation made separately", () => {
    const seen = new Set<string>();
    for (let turn = 0; turn < 10_000; turn += 1) {
      const answers = generate(VRA_POINTS, UNKNOWN);
      if (random() < 0.5) answers.S2 = random() < 0.2 ? "declined" : ["mh"];
      const ticked = chosen(["T1", "T2", "T3", "T5"]).filter(() => random() < 0.3);
      const context = {
        confirmedTriggers: ticked, reportsInThreeMonths: Math.floor(random() * 5), wasRatedHighInLastYear: random() < 0.1,
      };
      const score = sumOf(VRA_POINTS, answers);
      const band = score < 15 ? 0 : score < 25 ? 1 : 2;
      const computed: string[] = [];
      const isRepeated = answers.H2 === "yes" || ["occasional", "monthly", "weekly", "most_days", "daily"].includes(String(answers.H1));
      if (answers.V2 === "yes" && isRepeated) computed.push("T4");
      if (context.reportsInThreeMonths > 2) computed.push("T6");
      if (context.wasRatedHighInLastYear) computed.push("T7");
      const rag = [...ticked, ...computed].reduce((worst, key) => Math.max(worst, FLOOR[key] ?? 0), band);
      const nearly = [13, 14].includes(score) ? 1 : [23, 24].includes(score) ? 2 : 0;

      const result = scoreAssessment(vra, finished.VRA.parse(answers), context);
      expect(result, JSON.stringify(answers)).toMatchObject({
        score, band: COLOURS[band], rag: COLOURS[rag], computedTriggers: computed, unknownCount: unknownsIn(answers),
        incomplete: unknownsIn(answers) >= 4, borderline: nearly > rag, unanswered: [],
        flags: answers.V2 === "yes" ? ["hate"] : answers.V2 === "unsure" ? ["hate_query"] : [],
      });
      seen.add(`${result.band}>${result.rag}${result.borderline ? "~" : ""}${result.incomplete ? "?" : ""}`);
    }
    for (const outcome of ["green>green", "green>amber", "green>red", "amber>amber", "amber>red", "red>red", "green>green~", "amber>amber~", "green>green?"]) {
      expect(seen, outcome).toContain(outcome);
    }
  });

  it("of behaviour agree with a computation made separately", () => {
    for (let turn = 0; turn < 10_000; turn += 1) {
      const answers = generate(PCI_POINTS, ["dont_know"]);
      const isVictimRatedHigh = random() < 0.5;
      const plain = sumOf(PCI_POINTS, answers);
      const score = plain + (isVictimRatedHigh ? 3 : 0);
      const colour = (points: number) => (points < 11 ? "green" : points < 19 ? "amber" : "red");
      const result = scoreAssessment(pci, finished.PCI.parse(answers), { isVictimRatedHigh });
      expect(result, JSON.stringify(answers)).toMatchObject({ score, rag: colour(score), unknownCount: unknownsIn(answers) });
      expect(behaviourRag(pci, answers)).toBe(colour(plain));
    }
  });
});
