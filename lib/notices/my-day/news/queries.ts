import { nearDayAndTime } from "../../../format/dates";
import { agencyNames } from "../../../agencies/queries";
import { visibleEntries } from "../../../cases/visibility";
import type { Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import { casesAtAGlance } from "../../../shared-actions/glance/queries";
import { changeWords } from "../labels";
import type { Changed, NewRed } from "../schema";
import { withVictims } from "../visibility";

type Reading = { tx: Tx; actor: Actor; now: Date };

const redForDays = 14;
const mostReds = 6;
const mostLooks = 40;
const mostChanged = 8;

/** Cases that turned red in the last fortnight and that the member has not looked at since. */
export async function newReds({ tx, actor, now }: Reading): Promise<NewRed[]> {
  const rows = await tx.case.findMany({
    where: { AND: [withVictims(actor, now), { rag: "red", ragSince: { gt: new Date(now.getTime() - redForDays * 86_400_000) } }] },
    select: { id: true, reference: true, title: true, ragReason: true, ragSince: true },
    orderBy: [{ ragSince: "desc" }, { id: "asc" }], take: mostLooks,
  });
  const looks = rows.length === 0 ? [] : await tx.caseLook.findMany({ where: { memberId: actor.memberId, caseId: { in: rows.map((row) => row.id) } } });
  const lookedAt = new Map(looks.map((look) => [look.caseId, look.lookedAt]));
  return rows
    .filter((row) => row.ragSince && !(lookedAt.get(row.id) && lookedAt.get(row.id)! >= row.ragSince))
    .slice(0, mostReds)
    .map((row) => ({ caseId: row.id, reference: row.reference, title: row.title, rag: "red" as const, reason: row.ragReason, sinceWords: row.ragSince ? nearDayAndTime(row.ragSince, now) : "" }));
}

/** Cases the member has looked at, with what others wrote since that the member may read: counted by the predicate that shows it. */
export async function changedSinceLooked(reading: Reading): Promise<Changed[]> {
  const { tx, actor, now } = reading;
  const looks = await tx.caseLook.findMany({ where: { memberId: actor.memberId }, orderBy: { lookedAt: "desc" }, take: mostLooks });
  if (looks.length === 0) return [];
  const since = {
    AND: [visibleEntries(actor, now), { OR: looks.map(({ caseId, lookedAt }) => ({ caseId, recordedAt: { gt: lookedAt } })) }, { OR: [{ authorId: null }, { authorId: { not: actor.memberId } }] }],
  };
  const counts = await tx.entry.groupBy({ by: ["caseId", "kind"], where: since, _count: { _all: true }, _max: { recordedAt: true } });
  const byCase = new Map<string, { kind: string; count: number; last: number }[]>();
  for (const row of counts) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), { kind: row.kind, count: row._count._all, last: row._max.recordedAt?.getTime() ?? 0 }]);
  const newest = [...byCase].map(([caseId, kinds]) => ({ caseId, kinds, last: Math.max(...kinds.map((kind) => kind.last)) })).sort((a, b) => b.last - a.last).slice(0, mostChanged);
  if (newest.length === 0) return [];
  const lines = await tx.entry.findMany({
    where: { AND: [since, { OR: newest.map(({ caseId, last }) => ({ caseId, recordedAt: new Date(last) })) }] },
    select: { caseId: true, body: true, authorAgencyId: true }, orderBy: { seq: "desc" },
  });
  const glances = await casesAtAGlance(reading, newest.map(({ caseId }) => caseId));
  const names = await agencyNames(tx, lines.flatMap((line) => line.authorAgencyId ?? []));
  return newest.flatMap(({ caseId, kinds }): Changed[] => {
    const glance = glances.get(caseId);
    const look = looks.find((one) => one.caseId === caseId);
    const line = lines.find((one) => one.caseId === caseId);
    if (!glance || !look) return [];
    return [{
      caseId, reference: glance.reference, title: glance.title, rag: glance.rag, entries: kinds.reduce((sum, kind) => sum + kind.count, 0), words: changeWords(kinds),
      lastLine: firstWords(line?.body ?? ""), lastBy: names.get(line?.authorAgencyId ?? "") ?? "", lookedWords: nearDayAndTime(look.lookedAt, now),
    }];
  });
}

function firstWords(body: string): string {
  const line = body.split("\n")[0] ?? "";
  return line.length > 120 ? `${line.slice(0, 117).trimEnd()}…` : line;
}
