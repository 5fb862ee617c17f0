import { z } from "zod";
import { londonDay, longDay, nearDayAndTime } from "../../format/dates";
import { clockLabels } from "../../clocks/labels";
import type { RunningClock } from "../../clocks/escalation/rules";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { restartClocks } from "../../clocks/running/commands";
import { dueAfterPause, pauseProblem } from "../../clocks/running/rules";
import { hasRole } from "../../platform/actor";
import { command } from "../../platform/command";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { writeEntry, type Doing } from "../log/commands";
import { standingOn, type CaseStanding } from "../visibility";
import { clockRefusals } from "./labels";
import { mayPauseClock, maySuperviseCase } from "./policy";
import { pauseClockInput, resumeClockInput, superviseInput } from "./schema";
import { visibleClocks } from "./visibility";

const moved = z.object({ clockId: z.string(), dueAt: z.string() });

const columns = { id: true, name: true, dueAt: true, pausedAt: true, pausedUntil: true, dueBeforePause: true, stoppedAt: true, version: true } as const;

async function runningClock({ tx, actor, now }: Doing, caseId: string, clockId: string) {
  const clock = await tx.clock.findFirst({ where: { AND: [{ id: clockId, caseId }, visibleClocks(actor, now)] }, select: columns });
  if (!clock) throw new NotFound();
  if (clock.stoppedAt) throw new Refused("clock-stopped");
  return { ...clock, name: clock.name as RunningClock, pausedUntil: clock.pausedUntil ? londonDay(clock.pausedUntil) : null };
}

/** Lets a clock stand still until a day, with the reason: it is due as many working days later. Refused for a red case, for what runs day and night, for what is late, and for more than 28 days; to all but a coordinator or manager of the lead agency. */
export const pauseClock = command({
  name: "clock.pause",
  summary: "Lets a clock of a case stand still until a day, with the reason.",
  input: pauseClockInput,
  output: moved,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayPauseClock,
  words: clockRefusals,
  run: async ({ tx, actor, now, input: { caseId, clockId, version, until, reason }, subject: standing }) => {
    const doing = { tx, actor, now };
    const clock = await runningClock(doing, caseId, clockId);
    const problem = pauseProblem(clock, until, { rag: standing.rag, now });
    if (problem) throw new Refused(problem);
    const dueAt = dueAfterPause(clock.dueAt, londonDay(now), until, isBankHoliday);
    await updateAtVersion(tx.clock, clockId, version, { dueAt, tellAt: dueAt, pausedAt: now, pausedUntil: new Date(until), pauseReason: reason, pausedById: actor.memberId, dueBeforePause: clock.dueAt });
    await moveDate(doing, standing, clock.name, dueAt);
    const words = `${clockLabels[clock.name]} waits until ${longDay(until)}, and is due ${nearDayAndTime(dueAt, now)}: ${reason}`;
    await writeEntry(doing, { caseId, kind: "state", body: words, data: { clock: clock.name, pausedUntil: until } });
    return { result: { clockId, dueAt: dueAt.toISOString() }, audit: { caseId, detail: { clock: clock.name } } };
  },
});

/** Ends a pause before its last day: the clock is due as many working days later as it stood still. Refused to whoever may not pause it. */
export const resumeClock = command({
  name: "clock.resume",
  summary: "Lets a clock that stands still run again.",
  input: resumeClockInput,
  output: moved,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayPauseClock,
  words: clockRefusals,
  run: async ({ tx, actor, now, input: { caseId, clockId, version }, subject: standing }) => {
    const doing = { tx, actor, now };
    const clock = await runningClock(doing, caseId, clockId);
    const today = londonDay(now);
    if (!clock.pausedAt || !clock.dueBeforePause || !clock.pausedUntil || clock.pausedUntil <= today) throw new Refused("not-paused");
    const dueAt = dueAfterPause(clock.dueBeforePause, londonDay(clock.pausedAt), today, isBankHoliday);
    await updateAtVersion(tx.clock, clockId, version, { dueAt, tellAt: dueAt, pausedAt: null, pausedUntil: null, pauseReason: "", pausedById: null, dueBeforePause: null });
    await moveDate(doing, standing, clock.name, dueAt);
    await writeEntry(doing, { caseId, kind: "state", body: `${clockLabels[clock.name]} waits no longer, and is due ${nearDayAndTime(dueAt, now)}.`, data: { clock: clock.name } });
    return { result: { clockId, dueAt: dueAt.toISOString() }, audit: { caseId, detail: { clock: clock.name } } };
  },
});

// The dates that a case itself holds are those of these clocks.
async function moveDate({ tx }: Doing, { caseId }: CaseStanding, clock: RunningClock, dueAt: Date): Promise<void> {
  const date = clock === "review" ? { nextReviewAt: dueAt } : clock === "firstContact" || clock === "victimContact" ? { nextContactAt: dueAt } : null;
  if (date) await tx.case.updateMany({ where: { id: caseId }, data: { ...date, version: { increment: 1 } } });
}

/** Records that a supervisor reviewed a case; a manager's counts for both reviews. The next is due by the standard of its colour. Refused while it is not assessed, to its named officer, and to all but a coordinator or manager of the lead agency. */
export const superviseCase = command({
  name: "case.supervise",
  summary: "Records a supervisor's review of a case.",
  input: superviseInput,
  output: z.object({ caseId: z.string(), nextAt: z.string().nullable() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: maySuperviseCase,
  words: clockRefusals,
  run: async ({ tx, actor, now, input: { caseId, note }, subject: { areaId, rag } }) => {
    if (rag === null) throw new Refused("not-assessed");
    const isManager = hasRole(actor, "manager");
    await writeEntry({ tx, actor, now }, { caseId, kind: "supervision", body: note, data: { by: isManager ? "manager" : "supervisor" } });
    const names = isManager ? ["supervisorReview", "managerReview"] as const : ["supervisorReview"] as const;
    const nextAt = await restartClocks(tx, now, { caseId, areaId, rag, names });
    return { result: { caseId, nextAt: nextAt?.toISOString() ?? null }, audit: { caseId } };
  },
});
