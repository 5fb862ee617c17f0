import { addMonths, londonDay, longDay, shortDay, startOfLondonDay } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import { query } from "../../platform/query";
import { placeKindLabels } from "../../places/labels";
import { casesByPlace } from "../../reports/visibility";
import { reachedCases } from "../board/visibility";
import { findRefusals } from "../find/labels";
import { mayFind } from "../find/policy";
import { foundCases, foundPeople, pointersFrom } from "../find/queries";
import { visiblePlaces } from "../find/visibility";
import { mayBreakGlass } from "../glass/policy";
import { visibleCases, visibleReports } from "../visibility";
import { beyondReach, byMonth, worstFirst } from "./rules";
import { placePageInput, placePageSchema, type PlacePage } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date; placeId: string };

/** One place: warnings, reports, cases, orders and people, each as far as the member may see; what they may not open as numbers and pointers. */
export const getPlace = query({
  name: "place.get",
  summary: "A place with its reports over time, cases, orders in force and the people linked to it.",
  input: placePageInput,
  output: placePageSchema,
  allow: mayFind,
  words: findRefusals,
  run: async ({ tx, actor, now, input: { placeId } }) => {
    const reading = { tx, actor, now, placeId };
    const homes = await homesAt(reading);
    const place = await tx.place.findFirst({
      where: { AND: [{ id: placeId }, homes.length > 0 ? {} : visiblePlaces(actor, now)] },
      select: { line: true, town: true, postcode: true, wardName: true, kind: true, area: { select: { name: true } } },
    });
    if (!place) throw new NotFound();
    const pointers = await tx.$queryRaw<{ reference: string; leadAgencyId: string; caseId: string | null }[]>`SELECT reference, "leadAgencyId", "caseId" FROM pointers_at_place(${placeId}::uuid)`;
    return {
      placeId, line: place.line, town: place.town, postcode: place.postcode, ward: place.wardName, areaName: place.area.name,
      kindWords: (placeKindLabels as Record<string, string>)[place.kind] ?? "", now: now.toISOString(),
      warnings: await warningsAt(reading),
      ...(await reportsAt(reading)),
      cases: worstFirst(await foundCases(reading, { AND: [casesByPlace(actor, now), { placeId }] }, 30)),
      pointers: await pointersFrom(reading, pointers),
      mayBreakGlass: mayBreakGlass(actor).allowed,
      orders: await ordersAt(reading),
      people: await peopleAt(reading, homes),
    };
  },
  audit: (view) => ({ detail: { placeId: view.placeId, caseIds: view.cases.map(({ caseId }) => caseId), personIds: view.people.map(({ personId }) => personId) } }),
});

async function warningsAt({ tx, actor, now, placeId }: Reading): Promise<PlacePage["warnings"]> {
  const rows = await tx.warning.findMany({ where: { placeId, endedAt: null, asbCase: visibleCases(actor, now) }, select: { id: true, words: true, reviewOn: true }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] });
  return rows.map(({ id, words, reviewOn }) => ({ id, words, review: `Review ${shortDay(reviewOn, now)}.` }));
}

async function reportsAt({ tx, actor, now, placeId }: Reading): Promise<Pick<PlacePage, "total" | "readable" | "others" | "months" | "reports">> {
  const since = startOfLondonDay(addMonths(londonDay(now), -12));
  const totals = await tx.$queryRaw<{ agencyId: string; reports: number }[]>`SELECT "agencyId", reports FROM reports_at_place(${placeId}::uuid, ${since})`;
  const rows = await tx.report.findMany({
    where: { AND: [visibleReports(actor, now), { placeId }] },
    select: { id: true, reference: true, heading: true, receivedAt: true, agencyId: true, sameEventAsId: true, audience: true, caseId: true, asbCase: { select: { id: true, reference: true, isRestricted: true } } },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }], take: 2_000,
  });
  const recent = rows.filter(({ receivedAt, sameEventAsId }) => receivedAt >= since && !sameEventAsId);
  // As the totals count: neither sealed reports nor those of restricted cases.
  const counted = recent.filter(({ audience, asbCase }) => audience.length === 0 && !asbCase?.isRestricted);
  const beyond = beyondReach(totals, counted);
  const agencies = await tx.agency.findMany({ where: { id: { in: [...beyond, ...rows].map(({ agencyId }) => agencyId) } }, select: { id: true, name: true, shortName: true } });
  const headings = await tx.code.findMany({ where: { list: "nsir_heading" }, select: { code: true, label: true } });
  const agencyName = (wanted: string) => agencies.find(({ id }) => id === wanted)?.shortName ?? "";
  return {
    total: recent.length + beyond.reduce((sum, { reports }) => sum + reports, 0), readable: recent.length,
    others: beyond.map(({ agencyId, reports }) => ({ agencyName: agencyName(agencyId), count: reports })),
    months: byMonth(recent.map(({ receivedAt }) => receivedAt), now),
    reports: rows.slice(0, 20).map((report) => ({
      reportId: report.id, reference: report.reference, headingWords: headings.find(({ code }) => code === report.heading)?.label ?? report.heading,
      whenWords: shortDay(report.receivedAt, now), agencyName: agencyName(report.agencyId),
      asbCase: report.asbCase ? { caseId: report.asbCase.id, reference: report.asbCase.reference } : null,
    })),
  };
}

async function ordersAt({ tx, actor, now, placeId }: Reading): Promise<PlacePage["orders"]> {
  const today = new Date(londonDay(now));
  const rows = await tx.intervention.findMany({
    where: { AND: [{ status: "in_force", endedOn: null, asbCase: visibleCases(actor, now) }, { OR: [{ endsOn: null }, { endsOn: { gte: today } }] }, { OR: [{ placeId }, { asbCase: { AND: [casesByPlace(actor, now), { placeId }] } }] }] },
    select: { id: true, endsOn: true, placeId: true, type: { select: { label: true } }, asbCase: { select: { id: true, reference: true } } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }], take: 30,
  });
  return rows.map((row) => ({
    id: row.id, words: row.type.label, untilWords: row.endsOn ? longDay(row.endsOn) : "", isOfPlace: row.placeId === placeId,
    asbCase: { caseId: row.asbCase.id, reference: row.asbCase.reference },
  }));
}

type Home = { personId: string; caseId: string | null; startsOn: Date | null; endsOn: Date | null; isConfidential: boolean };

/** Who lives or lived at a place, as far as the actor may read it: each is seen through the case or report where it was learned, on its side. */
async function homesAt({ tx, actor, now, placeId }: Reading): Promise<Home[]> {
  const homes = await tx.residence.findMany({ where: { placeId }, select: { personId: true, caseId: true, reportId: true, side: true, startsOn: true, endsOn: true, isConfidential: true }, orderBy: [{ recordedAt: "desc" }, { id: "asc" }], take: 100 });
  if (homes.length === 0) return [];
  const reports = await tx.report.findMany({ where: { AND: [visibleReports(actor, now), { id: { in: homes.flatMap(({ reportId }) => reportId ?? []) } }] }, select: { id: true, caseId: true, agencyId: true, takenById: true } });
  const caseIds = [...homes, ...reports].flatMap(({ caseId }) => caseId ?? []);
  const cases = await tx.$queryRaw<{ id: string; side: string }[]>`SELECT id, side FROM (${reachedCases(actor, now, "contribute")} AND c.id = ANY (${caseIds}::uuid[])) reached`;
  return homes.filter((home) => {
    const report = reports.find(({ id }) => id === home.reportId);
    if (home.reportId && !report) return false;
    // Whoever took a report, or triages it, reads it whole.
    if (report && (!report.caseId || (actor.readsCases && report.agencyId === actor.agencyId) || report.takenById === actor.memberId)) return true;
    const side = cases.find(({ id }) => id === (report ?? home).caseId)?.side;
    return side === "both" || (side !== undefined && (home.side === "both" || home.side === side));
  });
}

async function peopleAt(reading: Reading, homes: Home[]): Promise<PlacePage["people"]> {
  // An address that is kept confidential is shown on its person's own page alone.
  const open = homes.filter(({ isConfidential }) => !isConfidential);
  const people = await foundPeople(reading, open.map(({ personId }) => personId));
  return people.map((person) => {
    // What a case keeps of a home is newer than what a report said of it when it came.
    const theirs = open.filter(({ personId }) => personId === person.personId);
    const home = theirs.find(({ caseId }) => caseId !== null) ?? theirs[0]!;
    return { ...person, lives: home.endsOn ? `lived here until ${longDay(home.endsOn)}` : "lives here" };
  });
}
