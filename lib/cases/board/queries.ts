import { dueWords } from "../../format/due";
import type { Actor } from "../../platform/actor";
import { Prisma, type Tx } from "../../platform/db";
import { query } from "../../platform/query";
import type { CaseStatus, Rag } from "../../platform/generated/enums";
import { caseRefusals, caseStatusLabels } from "../page/labels";
import { mayReadCases } from "../page/policy";
import { lateOn } from "../clocks/late/queries";
import { visibleEntries } from "../visibility";
import { cursorFrom, cursorWords } from "./rules";
import { boardInput, boardSchema, caseListSchema, listCasesInput, type CaseFilters, type CaseRow, type RagCounts } from "./schema";
import { reachedCases } from "./visibility";

type Reading = { tx: Tx; actor: Actor; now: Date };

const pageLength = 25;
const columnLength = 20;

/** The cases within reach, red first and in each colour the worst clock first; by what the reader's side may see of both. */
export const listCases = query({
  name: "case.list",
  summary: "Cases within reach, red first, the clock that runs out first on top.",
  input: listCasesInput,
  output: caseListSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input: { after, ...filters } }) => {
    const reading = { tx, actor, now };
    const chosen = Prisma.sql`${reachedCases(actor, now)} AND ${fitting(actor, filters)}`;
    const from = after ? cursorFrom(after) : null;
    const found = await tx.$queryRaw<Found[]>`
      WITH reached AS (${chosen})
      SELECT ${columns} FROM reached r ${joins(actor)}
      WHERE ${ofColour(filters.rag)} AND ${from ? Prisma.sql`(r.rank, coalesce(r.due, 'infinity'), r.id) > (${from.rank}, ${from.due ?? Prisma.sql`'infinity'`}::timestamptz, ${from.id}::uuid)` : Prisma.sql`true`}
      ORDER BY r.rank, coalesce(r.due, 'infinity'), r.id LIMIT ${pageLength + 1}`;
    const last = found.length > pageLength ? found[pageLength - 1] : undefined;
    return {
      filters, isContinued: after !== undefined, areas: await areasOf(reading),
      counts: await countsOf(reading, chosen),
      rows: await rowsFrom(reading, found.slice(0, pageLength)),
      after: last ? cursorWords(last) : null,
    };
  },
  audit: (view) => ({ detail: { caseIds: view.rows.map(({ caseId }) => caseId) } }),
});

/** The open cases of one district within reach, a column for each colour, in each the worst clock first. Without a district, the first of the reader's panels or agreements. */
export const getBoard = query({
  name: "case.board",
  summary: "A district's open cases by colour, the clock that runs out first on top.",
  input: boardInput,
  output: boardSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const reading = { tx, actor, now };
    const areas = await areasOf(reading);
    const area = areas.find(({ code }) => code === input.area) ?? areas.find(({ id }) => actor.panelAreaIds.includes(id)) ?? areas[0] ?? null;
    const chosen = Prisma.sql`${reachedCases(actor, now)} AND ${fitting(actor, { area: area?.code ?? "---" })}`;
    const found = await tx.$queryRaw<Found[]>`
      WITH reached AS (${chosen}), placed AS (SELECT r.*, row_number() OVER (PARTITION BY r.rank ORDER BY coalesce(r.due, 'infinity'), r.id) AS place FROM reached r)
      SELECT ${columns} FROM placed r ${joins(actor)} WHERE r.place <= ${columnLength} ORDER BY r.rank, r.place`;
    const rows = await rowsFrom(reading, found);
    const column = (rag: Rag | null) => rows.filter((row) => row.rag === rag);
    return { area, areas, counts: await countsOf(reading, chosen), columns: { red: column("red"), amber: column("amber"), green: column("green"), none: column(null) } };
  },
  audit: (view) => ({ detail: { caseIds: Object.values(view.columns).flat().map(({ caseId }) => caseId) } }),
});

type Found = {
  id: string; reference: string; title: string; colour: Rag | null; ragReason: string; status: CaseStatus; isHate: boolean; openedById: string; side: string; rank: number;
  due: Date | null; nextContactAt: Date | null; areaName: string; leadName: string | null; officerName: string | null; lookedAt: Date | null;
};

const columns = Prisma.sql`r.id, r.reference, r.title, r.colour, r."ragReason", r.status, r."isHate", r."openedById", r.side, r.rank, r.due, r."nextContactAt",
  area.name AS "areaName", lead."shortName" AS "leadName", officer.name AS "officerName", look."lookedAt"`;

const joins = (actor: Actor) => Prisma.sql`
  JOIN "Area" area ON area.id = r."shownAreaId"
  LEFT JOIN "Grant" led ON led."caseId" = r.id AND led.level = 'lead' AND led."revokedAt" IS NULL
  LEFT JOIN "Agency" lead ON lead.id = CASE WHEN r."isKeptFromMove" THEN r."fromAgencyId" ELSE led."agencyId" END
  LEFT JOIN "Member" officer ON officer.id = CASE WHEN r."isKeptFromMove" THEN r."fromOfficerId" ELSE r."namedOfficerId" END
  LEFT JOIN "CaseLook" look ON look."caseId" = r.id AND look."memberId" = ${actor.memberId}::uuid`;

function fitting(actor: Actor, filters: CaseFilters): Prisma.Sql {
  const whose = {
    mine: Prisma.sql`(c."namedOfficerId" = ${actor.memberId}::uuid OR EXISTS (SELECT FROM "CaseMember" m WHERE m."caseId" = c.id AND m."memberId" = ${actor.memberId}::uuid AND m."endsAt" IS NULL))`,
    agency: Prisma.sql`EXISTS (SELECT FROM "CaseMember" m WHERE m."caseId" = c.id AND m."agencyId" = ${actor.agencyId}::uuid AND m."endsAt" IS NULL)`,
    led: Prisma.sql`EXISTS (SELECT FROM "Grant" l WHERE l."caseId" = c.id AND l."agencyId" = ${actor.agencyId}::uuid AND l.level = 'lead' AND l."revokedAt" IS NULL)`,
  };
  const all = [
    filters.status ? Prisma.sql`c.status = ${filters.status}::"CaseStatus"` : Prisma.sql`c.status <> 'closed'`,
    ...(filters.area ? [Prisma.sql`seen.area = (SELECT id FROM "Area" WHERE code = ${filters.area})`] : []),
    ...(filters.whose ? [whose[filters.whose]] : []),
    // That a case is hate tells of its victim.
    ...(filters.hate ? [Prisma.sql`c."isHate" AND seen.side <> 'perpetrator'`] : []),
  ];
  return Prisma.join(all, " AND ");
}

function ofColour(rag: CaseFilters["rag"]): Prisma.Sql {
  if (!rag) return Prisma.sql`true`;
  return rag === "none" ? Prisma.sql`r.colour IS NULL` : Prisma.sql`r.colour = ${rag}::"Rag"`;
}

async function countsOf({ tx }: Reading, chosen: Prisma.Sql): Promise<RagCounts> {
  const counts = await tx.$queryRaw<{ colour: Rag | null; n: number }[]>`WITH reached AS (${chosen}) SELECT colour, count(*)::int AS n FROM reached GROUP BY colour`;
  const of = (colour: Rag | null) => counts.find((row) => row.colour === colour)?.n ?? 0;
  return { red: of("red"), amber: of("amber"), green: of("green"), none: of(null) };
}

async function areasOf({ tx, actor }: Reading) {
  return tx.area.findMany({ where: { id: { in: actor.areaIds } }, select: { id: true, code: true, name: true }, orderBy: { name: "asc" } });
}

async function rowsFrom(reading: Reading, found: Found[]): Promise<CaseRow[]> {
  const fresh = await newEntries(reading, found);
  const late = await lateOn(reading, found.map(({ id }) => id));
  return found.map((row) => ({
    caseId: row.id, reference: row.reference, title: row.title, rag: row.colour, statusWords: caseStatusLabels[row.status],
    ragReason: row.side !== "perpetrator" ? row.ragReason : row.colour ? "for the behaviour alone" : "",
    areaName: row.areaName, leadName: row.leadName ?? "", officerName: row.officerName ?? "", isHate: row.isHate && row.side !== "perpetrator",
    next: nextOf(row, reading.now),
    late: late.get(row.id) ?? [],
    fresh: freshWords(row, reading.actor, fresh.get(row.id)),
  }));
}

function freshWords({ lookedAt, openedById }: Found, actor: Actor, count = 0): string {
  if (lookedAt) return count > 0 ? `${count} new` : "";
  return openedById === actor.memberId ? "" : "Not opened yet";
}

function nextOf({ due, side, nextContactAt }: Found, now: Date): CaseRow["next"] {
  if (!due) return null;
  const isContact = side !== "perpetrator" && nextContactAt?.getTime() === due.getTime();
  const precision = isContact ? "minute" as const : "day" as const;
  return { what: isContact ? "Contact" : "Review", at: due.toISOString(), ...dueWords(due, now, { precision }) };
}

/** How many entries others wrote, that the reader may read, since they last looked at each case. */
async function newEntries({ tx, actor, now }: Reading, found: Found[]): Promise<Map<string, number>> {
  const looked = found.flatMap(({ id, lookedAt }) => (lookedAt ? [{ caseId: id, recordedAt: { gt: lookedAt } }] : []));
  const counts = await tx.entry.groupBy({
    by: ["caseId"],
    where: { AND: [visibleEntries(actor, now), { OR: looked }, { OR: [{ authorId: null }, { authorId: { not: actor.memberId } }] }] },
    _count: true,
  });
  return new Map(counts.map((row) => [row.caseId, row._count]));
}
