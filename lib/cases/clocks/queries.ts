import { z } from "zod";
import { addDays, londonDay, nearDayAndTime, shortDay } from "../../format/dates";
import { dueWords } from "../../format/due";
import { id } from "../../format/fields";
import { listWords } from "../../format/text";
import { ladders, type RunningClock, stepDueAt } from "../../clocks/escalation/rules";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { clockLabels, ragLabels, standardWords, waitsFor } from "../../clocks/labels";
import { longestPauseDays, pauseProblem, precisionOf } from "../../clocks/running/rules";
import type { Rag } from "../../clocks/schema";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { query } from "../../platform/query";
import { Forbidden } from "../../platform/errors";
import { mayReadCases } from "../page/policy";
import { caseHeader } from "../page/queries";
import { caseHeaderSchema } from "../page/schema";
import { standingOn, type CaseStanding } from "../visibility";
import { clockRefusals, rungWords, stoppedWords } from "./labels";
import { mayPauseClock, maySeeClocks, maySuperviseCase } from "./policy";
import { clocksViewSchema, type ClocksView, type RunningClockView } from "./schema";
import { visibleClocks } from "./visibility";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

const mostPast = 30;

/** The clocks of a case: what each waits for, since when, until when, who was told that it ran out and who is next. Refused at summary and on the perpetrator's side. */
export const getClocks = query({
  name: "case.clocks",
  summary: "The clocks of a case, those that run and those that stopped.",
  input: z.strictObject({ caseId: id("Open the case again") }),
  output: z.object({ header: caseHeaderSchema, clocks: clocksViewSchema }),
  allow: mayReadCases,
  words: clockRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const may = maySeeClocks(actor, standing);
    if (!may.allowed) throw new Forbidden(may.reason);
    return { header: await caseHeader(tx, actor, now, standing), clocks: await clocksOf({ tx, actor, now, standing }) };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

const columns = {
  id: true, name: true, subjectId: true, rag: true, amount: true, unit: true, startedAt: true, dueAt: true, tellAt: true, pausedAt: true, pausedUntil: true, pauseReason: true, pausedById: true, stoppedAt: true, stopped: true, version: true,
  steps: { select: { step: true, at: true, told: true }, orderBy: { step: "asc" } },
} as const;

async function clocksOf(reading: Reading): Promise<ClocksView> {
  const { tx, actor, now, standing } = reading;
  const mine = { AND: [{ caseId: standing.caseId }, visibleClocks(actor, now)] };
  const running = await tx.clock.findMany({ where: { ...mine, stoppedAt: null }, select: columns, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
  const past = await tx.clock.findMany({ where: { ...mine, NOT: { stoppedAt: null } }, select: columns, orderBy: [{ stoppedAt: "desc" }, { id: "asc" }], take: mostPast });
  const about = await subjectsOf(tx, [...running, ...past]);
  const names = await namesOf(tx, running);
  const supervising = maySuperviseCase(actor, standing);
  const pausing = mayPauseClock(actor, standing);
  const today = londonDay(now);
  return {
    running: running.map((row) => runningView(row, { standing, now, about: about.get(row.subjectId ?? "") ?? "", names, mayPause: pausing.allowed })),
    past: past.map((row) => ({
      clockId: row.id, label: labelOf(row.name), about: about.get(row.subjectId ?? "") ?? "", wasLate: row.stoppedAt! > row.dueAt,
      words: `${stoppedWords[row.stopped ?? ""] ?? ""} ${nearDayAndTime(row.stoppedAt!, now)}, was due ${nearDayAndTime(row.dueAt, now)}`,
    })),
    maySupervise: supervising.allowed, superviseRefusal: supervising.allowed ? "" : clockRefusals[supervising.reason] ?? "",
    today, lastPauseDay: addDays(today, longestPauseDays),
  };
}

type Row = { id: string; name: string; subjectId: string | null; rag: Rag | null; amount: number | null; unit: string | null; startedAt: Date; dueAt: Date; pausedUntil: Date | null; pauseReason: string; pausedById: string | null; version: number; steps: { step: number; at: Date; told: string[] }[] };
type About = { standing: CaseStanding; now: Date; about: string; names: Map<string, string>; mayPause: boolean };

const labelOf = (name: string) => clockLabels[name as RunningClock] ?? name;
function runningView(row: Row, { standing, now, about, names, mayPause }: About): RunningClockView {
  const name = row.name as RunningClock;
  const pausedUntil = row.pausedUntil ? londonDay(row.pausedUntil) : null;
  const isPaused = pausedUntil !== null && pausedUntil > londonDay(now);
  const problem = pauseProblem({ name, dueAt: row.dueAt, pausedUntil: null }, addDays(londonDay(now), 1), { rag: standing.rag, now });
  return {
    clockId: row.id, version: row.version, name, label: labelOf(name), about, waitsFor: waitsFor[name], startedWords: nearDayAndTime(row.startedAt, now),
    due: { at: row.dueAt.toISOString(), ...dueWords(row.dueAt, now, { precision: precisionOf(name) }) },
    isLate: row.dueAt < now, standardWords: standardOf(row), nextWords: nextOf(row, standing.rag === "red", now),
    told: row.steps.map(({ step, at, told }) => ({ step, words: `${listWords(told.flatMap((who) => names.get(who) ?? [])) || "Nobody who had not been told before"}, ${nearDayAndTime(at, now)}` })),
    pause: isPaused ? { untilWords: shortDay(pausedUntil, now), reason: row.pauseReason, byName: names.get(row.pausedById ?? "") ?? "" } : null,
    mayPause: mayPause && (isPaused || problem === null), pauseRefusal: mayPause && problem && problem !== "never-pauses" ? clockRefusals[problem] ?? "" : "",
  };
}

function standardOf({ amount, unit, rag }: Pick<Row, "amount" | "unit" | "rag">): string {
  if (amount === null || !rag) return "";
  const words = unit === "hours" ? standardWords({ hours: amount }) : unit === "days" ? standardWords({ days: amount }) : standardWords({ workingDays: amount });
  return `${words}, the standard for ${ragLabels[rag].toLowerCase()}`;
}

/** Who is told next, and when, by the ladder of the case's colour now. */
function nextOf(row: Pick<Row, "name" | "startedAt" | "dueAt" | "steps">, isRed: boolean, now: Date): string {
  const steps = ladders[row.name as RunningClock][isRed ? "red" : "other"];
  const next = steps.findIndex((_step, index) => !row.steps.some((done) => done.step === index + 1));
  const found = steps[next];
  return found ? `${listWords(found.whom.map((rung) => rungWords[rung]))}, ${nearDayAndTime(stepDueAt(found, row, isBankHoliday), now)}` : "";
}

async function subjectsOf(tx: Tx, rows: readonly { subjectId: string | null }[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => row.subjectId ?? []);
  if (ids.length === 0) return new Map();
  const actions = await tx.sharedAction.findMany({ where: { id: { in: ids } }, select: { id: true, what: true } });
  const referrals = await tx.referral.findMany({ where: { id: { in: ids } }, select: { id: true, toName: true } });
  return new Map([...actions.map(({ id: key, what }): [string, string] => [key, what]), ...referrals.map(({ id: key, toName }): [string, string] => [key, toName])]);
}

async function namesOf(tx: Tx, rows: readonly { pausedById: string | null; steps: { told: string[] }[] }[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => [...(row.pausedById ? [row.pausedById] : []), ...row.steps.flatMap(({ told }) => told)]);
  const members = ids.length === 0 ? [] : await tx.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(members.map(({ id: key, name }) => [key, name]));
}
