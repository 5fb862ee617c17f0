import { caseRefusals } from "../../cases/page/labels";
import { mayReadCases } from "../../cases/page/policy";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Prisma } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { actionLines, colleaguesOf, lineColumns, type ActionRow } from "../lines/queries";
import { unsettled } from "../rules";
import { visibleActions } from "../visibility";
import { actionBoardInput, actionBoardSchema, type BoardView } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date };
type Where = Prisma.SharedActionWhereInput;

const perPage = 40;
const doneLatelyDays = 28;

/** Actions of open cases, or of any where they have ended, in each of the lists. */
export function boardWhere(actor: Actor, now: Date, view: BoardView): Where {
  const open: Where = { asbCase: { status: { not: "closed" } } };
  const ours: Where = { ownerAgencyId: actor.agencyId };
  const returned: Where = { askedByAgencyId: actor.agencyId, status: "declined" };
  const wheres: Record<BoardView, Where> = {
    offered: { ...open, ...ours, status: "offered" },
    mine: { ...open, ownerMemberId: actor.memberId, status: { in: ["offered", "accepted"] } },
    agency: { ...open, ...ours, status: { in: ["offered", "accepted"] } },
    overdue: { ...open, dueAt: { lt: now }, OR: [{ ...ours, status: { in: ["offered", "accepted"] } }, returned] },
    asked: { ...open, askedByAgencyId: actor.agencyId, status: { in: unsettled }, OR: [{ ownerAgencyId: { not: actor.agencyId } }, { status: "declined" }] },
    done: { status: { in: ["done", "cancelled"] }, endedAt: { gt: new Date(now.getTime() - doneLatelyDays * 86_400_000) }, OR: [ours, { askedByAgencyId: actor.agencyId }] },
  };
  return { AND: [visibleActions(actor, now), wheres[view]] };
}

/** The actions of the member's agency in one list at a time, by the clock, with how many are in each. */
export const listActions = query({
  name: "action.board",
  summary: "The actions of the member's agency: offered, mine, the agency's, overdue, asked of others, done lately.",
  input: actionBoardInput,
  output: actionBoardSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const reading = { tx, actor, now };
    const rows = await rowsOf(reading, input.view, input.after);
    const page = rows.slice(0, perPage);
    const last = page[page.length - 1];
    return {
      now: now.toISOString(), view: input.view, agencyName: actor.agencyShortName,
      counts: await countsOf(reading),
      lines: await actionLines(reading, page),
      colleagues: await colleaguesOf(reading),
      next: rows.length > perPage && last ? `${timeOf(last, input.view).getTime()}_${last.id}` : null,
    };
  },
  audit: (view) => ({ detail: { view: view.view, cases: [...new Set(view.lines.map((line) => line.caseId))] } }),
});

const timeOf = (row: ActionRow, view: BoardView) => (view === "done" ? row.endedAt ?? row.dueAt : row.dueAt);

async function rowsOf({ tx, actor, now }: Reading, view: BoardView, after: string | undefined): Promise<ActionRow[]> {
  const column = view === "done" ? "endedAt" : "dueAt";
  const direction = view === "done" ? "desc" : "asc";
  return tx.sharedAction.findMany({
    where: { AND: [boardWhere(actor, now, view), after ? beyond(after, column) : {}] },
    orderBy: [{ [column]: direction }, { id: direction }], take: perPage + 1, select: lineColumns,
  });
}

function beyond(cursor: string, column: "endedAt" | "dueAt"): Where {
  const [time = "", id = ""] = cursor.split("_");
  const at = new Date(Number(time));
  const next = column === "endedAt" ? "lt" : "gt";
  return { OR: [{ [column]: { [next]: at } }, { [column]: at, id: { [next]: id } }] };
}

async function countsOf({ tx, actor, now }: Reading) {
  const count = (view: BoardView) => tx.sharedAction.count({ where: boardWhere(actor, now, view) });
  return { offered: await count("offered"), mine: await count("mine"), agency: await count("agency"), overdue: await count("overdue"), asked: await count("asked") };
}
