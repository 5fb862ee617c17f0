import { londonDay } from "../format/dates";
import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import { NotFound } from "../platform/errors";
import { query } from "../platform/query";
import { middleColumn, needLabels2012, overviewRefusals } from "./labels";
import { maySeeFigures } from "./policy";
import { asTable, type AreaNumber, type Labels } from "./rules";
import { behindFigureInput, behindFigureView, caseloadInput, caseloadView } from "./schema";
import { recordsBehind } from "./records/queries";

type AreaRow = { id: string; code: string; name: string };

/** The caseload overview of an area on a day (Table 1 of the 2012 needs assessment): numbers of the whole area, needs and not people. */
export const getCaseloadOverview = query({
  name: "overview.caseload",
  summary: "An area's caseload on a day: cases, orders, people and needs.",
  input: caseloadInput,
  output: caseloadView,
  allow: maySeeFigures,
  words: overviewRefusals,
  run: async ({ tx, actor, now, input }) => {
    const areas = await countableAreas(tx, actor);
    const area = areas.find((one) => one.code === (input.area ?? areas[0]?.code));
    if (!area) throw new NotFound();
    const today = londonDay(now);
    const on = input.on && input.on <= today ? input.on : today;
    const table = asTable(await areaNumbers(tx, area.id, on), await labelsFor(tx, on));
    return { area, areas: areas.map(({ code, name }) => ({ code, name })), on, today, ...table };
  },
  audit: (view) => ({ detail: { area: view.area.code, on: view.on } }),
});

/** The records behind one figure that the member may open, and how many they may not. */
export const listBehindFigure = query({
  name: "overview.behindFigure",
  summary: "The records behind one figure of the caseload overview.",
  input: behindFigureInput,
  output: behindFigureView,
  allow: maySeeFigures,
  words: overviewRefusals,
  run: async ({ tx, actor, now, input }) => {
    const area = (await countableAreas(tx, actor)).find((one) => one.code === input.area);
    if (!area) throw new NotFound();
    const count = (await areaNumbers(tx, area.id, input.on)).find((row) => row.section === input.section && row.code === input.code)?.n ?? 0;
    const { records, counted } = await recordsBehind({ tx, actor, now }, area.id, input.on, input.section, input.code);
    const label = (await labelsFor(tx, input.on)).get(input.code) ?? input.code;
    return { area, on: input.on, section: input.section, code: input.code, label, count, records, hidden: Math.max(0, count - counted) };
  },
  audit: (view) => ({ detail: { area: view.area.code, figure: `${view.section}.${view.code}`, records: view.records.length } }),
});

async function areaNumbers(tx: Tx, areaId: string, on: string): Promise<AreaNumber[]> {
  return tx.$queryRaw<AreaNumber[]>`SELECT section, code, n FROM area_caseload(${areaId}::uuid, ${on}::date)`;
}

/** Areas whose figures the member may have, in the order of their names. */
async function countableAreas(tx: Tx, actor: Actor): Promise<AreaRow[]> {
  const rows = await tx.$queryRaw<AreaRow[]>`SELECT id, code, name FROM "Area" WHERE may_count_area(id) ORDER BY name`;
  const first = actor.panelAreaIds[0] ?? actor.triageAreaIds[0];
  return [...rows].sort((a, b) => Number(b.id === first) - Number(a.id === first));
}

async function labelsFor(tx: Tx, on: string): Promise<Labels> {
  const needs = await tx.code.findMany({ where: { list: "need" }, select: { code: true, label: true } });
  const types = await tx.interventionType.findMany({ select: { code: true, label: true } });
  const then = on < "2014-10-20" ? Object.entries(needLabels2012).map(([code, label]) => ({ code, label })) : [];
  return new Map([...types, ...middleColumn, ...needs, ...then].map(({ code, label }) => [code, label]));
}
