import { nearDayAndTime, weekdayAndDay } from "../../format/dates";
import { hasRole, type Actor } from "../../platform/actor";
import { allow, refuse } from "../../platform/decision";
import type { Tx } from "../../platform/db";
import { query } from "../../platform/query";
import { takenLately } from "../../reports/visibility";
import { boardWhere } from "../../shared-actions/board/queries";
import { actionLines, colleaguesOf, lineColumns, type ActionRow } from "../../shared-actions/lines/queries";
import type { ActionLine } from "../../shared-actions/lines/schema";
import { callsDue, contactsDue, mostRead, namedCases, referralsDue, requestsDue, reviewsDue, unassessedCases } from "./due/queries";
import { clocksDue } from "./clocks/queries";
import { draftLine } from "./labels";
import { changedSinceLooked, newReds } from "./news/queries";
import { byTheClock, mostShown } from "./rules";
import { myDayInput, myDaySchema, type ActionDue, type DayView, type DraftView, type DueItem, type OwnReport } from "./schema";
import { myActions, myAmongActions, ourActions } from "./visibility";

type Reading = { tx: Tx; actor: Actor; now: Date };

/** Everything due to the member or their agency in one list by the clock, with what is new beside it. Roles that neither read cases nor take reports are refused. */
export const getMyDay = query({
  name: "day.mine",
  summary: "What is due to the member and their agency, by the clock, and what has changed.",
  input: myDayInput,
  output: myDaySchema,
  allow: (actor) => (actor.readsCases || hasRole(actor, "reporter") ? allow : refuse("no-casework")),
  words: { "no-casework": "Your role has no casework of its own. Use the menu to reach what is yours." },
  run: async ({ tx, actor, now, input }) => {
    const reading = { tx, actor, now };
    const { due, waiting } = actor.readsCases ? await worked(reading) : { due: [], waiting: [] };
    const drafts = await draftsOf(reading);
    const mine = due.filter((item) => item.isMine);
    const shown: Record<DayView, DueItem[]> = { mine, agency: due, waiting: [], drafts: [] };
    return {
      now: now.toISOString(), dayWords: weekdayAndDay(now), view: input.view, readsCases: actor.readsCases, agencyName: actor.agencyShortName,
      counts: { mine: mine.length, agency: due.length, waiting: waiting.length, drafts: drafts.length },
      items: shown[input.view].slice(0, mostShown), isCut: shown[input.view].length > mostShown,
      waiting, drafts, ownReports: await ownReports(reading),
      newRed: actor.readsCases ? await newReds(reading) : [],
      changed: actor.readsCases ? await changedSinceLooked(reading) : [],
      colleagues: actor.readsCases ? await colleaguesOf(reading) : [],
      outOfHours: await outOfHoursOf(reading),
    };
  },
  audit: (view) => ({ detail: { view: view.view, items: view.items.length } }),
});

/** What is due, and what the agency asked of others that has not come back. */
async function worked({ tx, actor, now }: Reading): Promise<{ due: DueItem[]; waiting: ActionLine[] }> {
  const reading = { tx, actor, now, namedOn: await namedCases(tx, actor, now) };
  const contacts = await contactsDue(reading);
  const intake = await unassessedCases(reading);
  const reviews = await reviewsDue(reading);
  const calls = await callsDue(reading);
  const clocks = await clocksDue(reading);
  const referrals = await referralsDue(reading);
  const requests = await requestsDue(reading);
  const { actions, waiting } = await actionsDue(reading);
  return { due: [...contacts, ...intake, ...reviews, ...clocks, ...calls, ...requests, ...referrals, ...actions].sort(byTheClock), waiting };
}

async function actionsDue(reading: Reading): Promise<{ actions: ActionDue[]; waiting: ActionLine[] }> {
  const { tx, actor, now } = reading;
  const order = [{ dueAt: "asc" as const }, { id: "asc" as const }];
  const ours = await tx.sharedAction.findMany({ where: ourActions(actor, now), orderBy: order, take: mostRead, select: lineColumns });
  const mine = await mineAmong(reading, ours);
  const isMine = new Set(mine.map((row) => row.id));
  const asked = await tx.sharedAction.findMany({ where: boardWhere(actor, now, "asked"), orderBy: order, take: mostShown, select: lineColumns });
  // One reading for both lists; an action that came back declined stands in both.
  const due = [...mine, ...ours.filter((row) => !isMine.has(row.id))];
  const isDue = new Set(due.map((row) => row.id));
  const lines = new Map((await actionLines(reading, [...due, ...asked.filter((row) => !isDue.has(row.id))])).map((line) => [line.actionId, line]));
  return {
    actions: due.flatMap(({ id }): ActionDue[] => {
      const line = lines.get(id);
      return line ? [{ kind: "action", key: `action-${id}`, isMine: isMine.has(id), due: line.due, line }] : [];
    }),
    waiting: asked.flatMap(({ id }) => lines.get(id) ?? []),
  };
}

// A member's own are never cut off by how many their agency has.
async function mineAmong({ tx, actor, now }: Reading, ours: ActionRow[]): Promise<ActionRow[]> {
  if (ours.length === mostRead) return tx.sharedAction.findMany({ where: myActions(actor, now), orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: mostRead, select: lineColumns });
  const mine = await tx.sharedAction.findMany({ where: { AND: [{ id: { in: ours.map((row) => row.id) } }, myAmongActions(actor, now)] }, select: { id: true } });
  return ours.filter((row) => mine.some(({ id }) => id === row.id));
}

async function draftsOf({ tx, actor, now }: Reading): Promise<DraftView[]> {
  const rows = await tx.draft.findMany({ where: { memberId: actor.memberId }, select: { kind: true, subject: true, updatedAt: true }, orderBy: { updatedAt: "desc" }, take: 30 });
  return rows.map(({ kind, subject, updatedAt }) => ({ kind, subject, ...draftLine(kind, subject), detail: "", savedWords: nearDayAndTime(updatedAt, now) }));
}

async function ownReports({ tx, actor, now }: Reading): Promise<OwnReport[]> {
  if (actor.readsCases) return [];
  const rows = await tx.report.findMany({
    where: takenLately(actor, now), select: { id: true, reference: true, heading: true, status: true, receivedAt: true, place: { select: { line: true, town: true } } },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }], take: 20,
  });
  return rows.map((row) => ({ reportId: row.id, reference: row.reference, words: [row.place.line, row.place.town].filter(Boolean).join(", "), takenWords: nearDayAndTime(row.receivedAt, now) }));
}

async function outOfHoursOf({ tx, actor }: Reading) {
  const found = await tx.agency.findUnique({ where: { id: actor.agencyId }, select: { outOfHoursName: true, outOfHoursPhone: true } });
  return found?.outOfHoursPhone ? { name: found.outOfHoursName, phone: found.outOfHoursPhone } : null;
}
