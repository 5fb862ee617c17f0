import { dueWords } from "../format/due";
import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import { NotFound } from "../platform/errors";
import { query } from "../platform/query";
import { visibleCases, visibleEntries } from "../cases/visibility";
import { visibleActions } from "../shared-actions/visibility";
import { meetingRefusals } from "./labels";
import { maySeeAgenda } from "./policy";
import { byWorstClock, changeWords, worstClock, type Clocked } from "./rules";
import { agendaInput, agendaView, type AgendaItem } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date };

const panelSelect = { id: true, name: true, areaId: true, chairId: true, coordinatorId: true, chair: { select: { name: true } }, coordinator: { select: { name: true } } } as const;

/** A panel's standing agenda: every open red case of its area, worst clock first, with what changed since the member last looked. */
export const getAgenda = query({
  name: "panel.agenda",
  summary: "A panel's standing agenda: the open red cases of its area.",
  input: agendaInput,
  output: agendaView,
  allow: maySeeAgenda,
  words: meetingRefusals,
  run: async ({ tx, actor, now, input }) => {
    const panels = await tx.panel.findMany({
      where: { OR: [{ chairId: actor.memberId }, { coordinatorId: actor.memberId }], startsAt: { lte: now }, AND: { OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
      select: panelSelect, orderBy: { name: "asc" },
    });
    const panel = input.panel ? panels.find((one) => one.id === input.panel) : panels[0];
    if (!panel) throw new NotFound();
    return {
      panels: panels.map(({ id, name }) => ({ panelId: id, name })),
      panel: { panelId: panel.id, name: panel.name, chairName: panel.chair?.name ?? "", coordinatorName: panel.coordinator?.name ?? "" },
      now: now.toISOString(),
      items: await agendaItems({ tx, actor, now }, panel.areaId),
    };
  },
  audit: (view) => ({ detail: { panel: view.panel?.panelId, cases: view.items.length } }),
});

async function agendaItems(reading: Reading, areaId: string): Promise<AgendaItem[]> {
  const { tx, actor, now } = reading;
  const cases = await tx.case.findMany({
    where: { AND: [visibleCases(actor, now, "contribute"), { areaId, rag: "red", status: { not: "closed" } }] },
    select: {
      id: true, reference: true, title: true, ragReason: true, ragSince: true, nextContactAt: true, nextReviewAt: true,
      namedOfficer: { select: { name: true } },
      grants: { where: { revokedAt: null, level: { not: "pointer" } }, select: { level: true, agencyId: true, agency: { select: { shortName: true } } }, orderBy: { level: "desc" } },
    },
    take: 200,
  });
  const ids = cases.map((one) => one.id);
  const actions = await openActionsOf(reading, ids);
  const news = await newsOf(reading, ids);
  const decisions = await lastDecisionsOf(reading, ids);
  return cases
    .map((one) => ({ one, reference: one.reference, worst: worstClock([contactClock(one.nextContactAt), reviewClock(one.nextReviewAt), actions.get(one.id)?.first ?? null]) }))
    .sort(byWorstClock)
    .map(({ one, worst }) => ({
      caseId: one.id, reference: one.reference, title: one.title, ragReason: one.ragReason, redSince: one.ragSince?.toISOString() ?? "",
      leadName: one.grants[0]?.agency.shortName ?? "", officerName: one.namedOfficer?.name ?? "",
      worst: worst ? { what: worst.what, clock: { at: worst.at.toISOString(), ...dueWords(worst.at, now) } } : null,
      openActions: actions.get(one.id)?.open ?? 0, overdueActions: actions.get(one.id)?.overdue ?? 0,
      newEntries: news.get(one.id)?.length ?? 0, changes: changeWords(news.get(one.id) ?? []),
      lastDecision: decisions.get(one.id) ?? null,
      agencies: one.grants.map(({ agencyId, agency }) => ({ agencyId, name: agency.shortName })),
    }));
}

const contactClock = (at: Date | null): Clocked | null => (at ? { what: "Contact with the victim", at } : null);
const reviewClock = (at: Date | null): Clocked | null => (at ? { what: "Risk review", at } : null);

async function openActionsOf({ tx, actor, now }: Reading, ids: string[]) {
  const rows = await tx.sharedAction.findMany({
    where: { AND: [visibleActions(actor, now), { caseId: { in: ids }, status: { in: ["offered", "accepted"] } }] },
    select: { caseId: true, dueAt: true }, orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  const byCase = new Map<string, { open: number; overdue: number; first: Clocked | null }>();
  for (const { caseId, dueAt } of rows) {
    const sum = byCase.get(caseId) ?? { open: 0, overdue: 0, first: { what: "Action", at: dueAt } };
    byCase.set(caseId, { ...sum, open: sum.open + 1, overdue: sum.overdue + (dueAt < now ? 1 : 0) });
  }
  return byCase;
}

const newsDays = 28;

async function newsOf({ tx, actor, now }: Reading, ids: string[]): Promise<Map<string, string[]>> {
  const looks = await tx.caseLook.findMany({ where: { memberId: actor.memberId, caseId: { in: ids } } });
  const lookedAt = new Map(looks.map((look) => [look.caseId, look.lookedAt]));
  const floor = new Date(now.getTime() - newsDays * 24 * 3_600_000);
  const rows = await tx.entry.findMany({
    where: { AND: [visibleEntries(actor, now), { caseId: { in: ids }, recordedAt: { gt: floor }, OR: [{ authorId: null }, { authorId: { not: actor.memberId } }] }] },
    select: { caseId: true, kind: true, recordedAt: true }, take: 5000,
  });
  const byCase = new Map<string, string[]>();
  for (const { caseId, kind, recordedAt } of rows) {
    if (recordedAt > (lookedAt.get(caseId) ?? floor)) byCase.set(caseId, [...(byCase.get(caseId) ?? []), kind]);
  }
  return byCase;
}

async function lastDecisionsOf({ tx, actor, now }: Reading, ids: string[]) {
  const rows = await tx.entry.findMany({
    where: { AND: [visibleEntries(actor, now), { caseId: { in: ids }, kind: "decision" }] },
    select: { caseId: true, body: true, recordedAt: true }, orderBy: [{ caseId: "asc" }, { recordedAt: "desc" }, { id: "asc" }], distinct: ["caseId"],
  });
  return new Map(rows.map((row) => [row.caseId, { words: row.body, at: row.recordedAt.toISOString() }]));
}
