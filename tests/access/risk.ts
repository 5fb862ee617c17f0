import type { Chance } from "./random";
import type { Row } from "./world";

const hour = 3_600_000;
const day = 24 * hour;

type Around = { caseId: string; lead: string; opener: string };
type Made = { chance: Chance; at: (offset: number) => string; word: () => string };

/** A completed assessment of somebody or of a place, of the middle colour and judged red. */
export function anAssessment({ caseId, lead, opener }: Around, { at, word }: Made, { score, daysAgo, ...about }: { score: number; daysAgo: number; involvementId: string | null; placeId?: unknown; side: string }): Row {
  return {
    caseId, templateId: "@template", templateKey: "VRA", ...about, source: "phone", answers: {}, factors: "{}", breakdown: {}, score, band: "amber", rag: "amber", behaviourRag: null, triggers: "{}", flags: "{}",
    unknownCount: 0, isIncomplete: false, isBorderline: false, judgementRag: "red", judgementReason: word(), assessedById: opener, agencyId: lead, completedAt: at(-daysAgo * day),
  };
}

/** What holds a case's colour, what a victim says of closing it, and who proposes that. */
export function colouredBy({ caseId, lead, opener }: Around, { chance, at, word }: Made, { seq, involvementId }: { seq: number; involvementId: string }): [string, Row][] {
  const by = { caseId, agencyId: lead };
  return [
    ...(chance.is(0.5) ? [["LiveTrigger", { ...by, key: "T1", involvementId, note: word(), startedAt: at(-day), recordedById: opener }] as [string, Row]] : []),
    ...(chance.is(0.4) ? [["RagOverride", { ...by, rag: "red", direction: "up", reason: word(), byId: opener, at: at(-day) }] as [string, Row]] : []),
    ["VictimView", { ...by, involvementId, view: "disagrees", words: word(), recordedById: opener, recordedAt: at(-hour) }],
    ...(chance.is(0.3) ? [["ClosureProposal", { ...by, outcome: "no_further_reports", reason: word(), because: ["disagrees"], proposedById: opener, proposedAt: at(-hour) }] as [string, Row]] : []),
    ["RagChange", { seq, caseId, rag: "red", reason: word(), cause: "victim", at: at(-day), byId: opener }],
  ];
}

/** Versions of a form that is asked nowhere: a draft, and one that waits. What is published every test database has. */
export function formVersions({ word, askedAt, askedBy }: { word: () => string; askedAt: string; askedBy: string }): Row[] {
  const bands = [["green", 0, 0], ["amber", 1, 1], ["red", 2, 2]].map(([rag, min, max]) => ({ rag, label: "Band", min, max }));
  const questions = [{ key: "H1", section: "history", text: "How often?", type: "one", options: [["first", "Once", 0], ["daily", "Daily", 2]] }];
  return ["draft", "waiting"].map((status, at) => {
    const [key, title] = [`QX${"AB"[at]}`, word()];
    const definition = { key, version: 1, subject: "victim", title, bands, questions, triggers: [], unknown_answers: [["dont_know", "Not known"]], borderline_points: 0 };
    return { key, version: 1, subject: "victim", title, definition, testCases: [], status, ...(status === "waiting" ? { approvedById: askedBy, askedAt } : {}) };
  });
}

/** A clock that ran out, of which somebody was told, and one that stopped or stands still. */
export function clocksOf({ caseId, opener }: Around, { chance, at, word }: Made, side: string): [string, Row][] {
  const id = chance.id();
  const clock = { caseId, side, startedAt: at(-3 * day), dueAt: at(-hour), tellAt: null };
  const isPast = chance.is(0.5);
  return [
    ["Clock", { ...clock, id, name: "victimContact" }],
    ["Clock", { ...clock, name: "review", ...(isPast ? { stoppedAt: at(-hour), stopped: "done" } : { pausedAt: at(-day), pausedUntil: at(3 * day).slice(0, 10), pauseReason: word(), pausedById: opener, dueBeforePause: at(-hour) }) }],
    ["ClockStep", { clockId: id, step: 1, at: at(-hour), told: `{${opener}}` }],
  ];
}
