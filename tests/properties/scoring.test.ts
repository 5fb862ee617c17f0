import { describe, expect, it } from "vitest";
import data from "@/prisma/seed/data/risk-templates.json";
import { behaviourRag, scoreAssessment } from "@/lib/assessments/rules";
import { type Answers, templatesFileSchema } from "@/lib/assessments/schema";
import { Chance } from "../access/random";

/** The points of the county's first templates, written out from the guidance and not read from the file. */
const victimPoints: Record<string, Record<string, number>> = {
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
const behaviourPoints: Record<string, Record<string, number>> = {
  B1: { env: 1, nuisance: 2, abuse: 3, threat: 5, violence: 7 },
  B2: { once: 0, monthly: 1, weekly: 2, daily: 4 },
  B3: { improving: 0, same: 1, worse: 3 },
  C1: { one: 0, few: 1, several: 2, many: 4 },
  C2: { none: 0, avoid: 2, leave: 4 },
  R1: { none: 0, working: 0, informal_failed: 2, formal_breach: 4 },
  R2: { engaging: 0, patchy: 1, refusing: 3 },
};
const unscored = { victim: { H6: ["police", "council", "gp"], S2: ["asc", "mh"] }, behaviour: { N1: ["alcohol_misuse", "mental_health"] } };
const rounds = 100_000;
const { templates } = templatesFileSchema.parse(data);
const victim = templates.find(({ key }) => key === "VRA")!;
const behaviour = templates.find(({ key }) => key === "PCI")!;

const pointsOf = (points: Record<string, Record<string, number>>, answers: Answers) =>
  Object.entries(points).reduce((sum, [key, worth]) => sum + Math.max(0, ...[answers[key] ?? []].flat().map((code) => worth[code] ?? 0)), 0);
const colour = (score: number, amber: number, red: number) => (score >= red ? 2 : score >= amber ? 1 : 0);
const inWords = ["green", "amber", "red"] as const;

function answersFrom(chance: Chance, points: Record<string, Record<string, number>>, others: Record<string, string[]>, unknowns: string[]): Answers {
  const answers: Answers = {};
  for (const [key, worth] of Object.entries(points)) {
    if (chance.is(0.05)) continue;
    const codes = Object.keys(worth);
    if (chance.is(0.12)) answers[key] = chance.one(unknowns);
    else if (key === "V1") answers[key] = chance.is(0.2) ? ["nobody"] : [chance.one(codes.slice(1)), ...chance.some(codes.slice(1), 3)].filter((code, at, all) => all.indexOf(code) === at);
    else answers[key] = chance.one(codes);
  }
  for (const [key, codes] of Object.entries(others)) if (chance.is(0.7)) answers[key] = chance.is(0.1) ? unknowns[0]! : chance.some(codes, 3);
  return answers;
}

describe("the victim's score", () => {
  it("comes out as the guidance says for 100,000 sets of answers, with its triggers and its colour", () => {
    const chance = new Chance(20111);
    const seen = { colours: new Set<string>(), raised: 0, borderline: 0, incomplete: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const answers = answersFrom(chance, victimPoints, unscored.victim, ["dont_know", "declined"]);
      const ticked = chance.is(0.15) ? chance.some(["T1", "T2", "T3", "T5"], 3) : [];
      const reports = chance.below(5);
      const wasHigh = chance.is(0.1);
      const score = pointsOf(victimPoints, answers);
      const before = answers.H1 !== undefined && !["first", "dont_know", "declined"].includes(answers.H1 as string);
      const computed = [answers.V2 === "yes" && (answers.H2 === "yes" || before) ? "T4" : "", reports >= 3 ? "T6" : "", wasHigh ? "T7" : ""].filter(Boolean);
      const band = colour(score, 15, 25);
      const rag = Math.max(band, ...computed.map(() => 1), ...ticked.map(() => 2));
      const unknown = Object.values(answers).filter((answer) => ["dont_know", "declined"].includes(answer as string)).length;
      const nearly = [15, 25].find((least) => score < least && least - score <= 2);
      const next = nearly === undefined ? null : nearly === 25 ? 2 : 1;
      const suggests = answers.V2 === "yes" && answers.H5 === "current" && !ticked.includes("T5");

      const scored = scoreAssessment(victim, answers, { confirmedTriggers: ticked, reportsInThreeMonths: reports, wasRatedHighInLastYear: wasHigh });
      const { score: got, band: gotBand, rag: gotRag, unknownCount, incomplete, borderlineTo, computedTriggers, suggestedTriggers, flags } = scored;
      const expected = {
        score, band: inWords[band], rag: inWords[rag], unknownCount: unknown, incomplete: unknown > 3, borderlineTo: next !== null && next > rag ? inWords[next] : null,
        computedTriggers: computed, suggestedTriggers: suggests ? ["T5"] : [], flags: answers.V2 === "yes" ? ["hate"] : answers.V2 === "unsure" ? ["hate_query"] : [],
      };
      const found = { score: got, band: gotBand, rag: gotRag, unknownCount, incomplete, borderlineTo, computedTriggers, suggestedTriggers, flags };
      if (JSON.stringify(found) !== JSON.stringify(expected)) expect({ round, answers, ticked, reports, wasHigh, ...found }).toEqual({ round, answers, ticked, reports, wasHigh, ...expected });
      if (scored.breakdown.reduce((sum, { points }) => sum + points, 0) !== score) expect.fail(`The breakdown of ${JSON.stringify(answers)} does not add up`);
      seen.colours.add(gotRag); seen.raised += rag > band ? 1 : 0; seen.borderline += borderlineTo ? 1 : 0; seen.incomplete += incomplete ? 1 : 0;
    }
    // The answers were of every kind that matters.
    expect([...seen.colours].sort()).toEqual(["amber", "green", "red"]);
    expect(Math.min(seen.raised, seen.borderline, seen.incomplete)).toBeGreaterThan(1_000);
  });
});

describe("the score of behaviour", () => {
  it("comes out as the guidance says for 100,000 sets of answers, and needs never add to it", () => {
    const chance = new Chance(20112);
    for (let round = 0; round < rounds; round += 1) {
      const answers = answersFrom(chance, behaviourPoints, unscored.behaviour, ["dont_know"]);
      const isVictimRatedHigh = chance.is(0.4);
      const score = pointsOf(behaviourPoints, answers) + (isVictimRatedHigh ? 3 : 0);
      const band = colour(score, 11, 19);
      const nearly = [11, 19].find((least) => score < least && least - score <= 2);
      const found = scoreAssessment(behaviour, answers, { isVictimRatedHigh });
      const alone = colour(score - (isVictimRatedHigh ? 3 : 0), 11, 19);
      if (behaviourRag(behaviour, answers) !== inWords[alone]) expect({ answers, alone: behaviourRag(behaviour, answers) }).toEqual({ answers, alone: inWords[alone] });
      const expected = { score, rag: inWords[band], borderlineTo: nearly === undefined ? null : nearly === 19 ? "red" : "amber" };
      if (found.score !== score || found.rag !== expected.rag || found.borderlineTo !== expected.borderlineTo) {
        expect({ answers, isVictimRatedHigh, score: found.score, rag: found.rag, borderlineTo: found.borderlineTo }).toEqual({ answers, isVictimRatedHigh, ...expected });
      }
    }
  });
});
