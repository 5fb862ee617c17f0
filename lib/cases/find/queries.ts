import { z } from "zod";
import { displayName } from "../../format/names";
import { caseReference, parseCaseReference } from "../../format/references";
import { listWords } from "../../format/text";
import { sideWithinReach } from "../../agencies/visibility";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Prisma } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { placesNamed } from "../../places/search/queries";
import { searchableWords } from "../../places/search/rules";
import { ringWords } from "../duty/labels";
import { whoToRingNow } from "../duty/queries";
import { involvementRoleLabels } from "../labels";
import { caseStatusLabels } from "../page/labels";
import { casesByPlace, visibleOnReports } from "../../reports/visibility";
import { mayBreakGlass } from "../glass/policy";
import { visibleCases } from "../visibility";
import { findRefusals } from "./labels";
import { mayAskAccess, mayFind } from "./policy";
import { findInput, foundLineSchema, foundSchema, recentSchema, type Found, type FoundCase, type FoundPerson, type Pointer } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date };
type PointerRow = { reference: string; leadAgencyId: string; caseId: string | null };

const caseColumns = {
  id: true, reference: true, title: true, status: true, rag: true, behaviourRag: true, fromAgency: { select: { shortName: true } },
  grants: { where: { revokedAt: null }, select: { agencyId: true, level: true, side: true, agency: { select: { shortName: true } } } },
} as const;

type CaseRowOf = { id: string; reference: string; title: string; status: keyof typeof caseStatusLabels; rag: FoundCase["rag"]; behaviourRag: FoundCase["rag"]; fromAgency: { shortName: string } | null; grants: { agencyId: string; level: string; side: string; agency: { shortName: string } }[] };

/** A case as it is found: the perpetrator's side sees the behaviour's colour. */
export function foundCase(actor: Actor, row: CaseRowOf): FoundCase {
  const own = row.grants.find(({ agencyId }) => agencyId === actor.agencyId);
  const isOtherSide = own ? own.side === "perpetrator" : false;
  return {
    caseId: row.id, reference: row.reference, title: row.title, statusWords: caseStatusLabels[row.status], isClosed: row.status === "closed", rag: isOtherSide ? row.behaviourRag : row.rag,
    leadName: (isOtherSide && row.fromAgency ? row.fromAgency : row.grants.find(({ level }) => level === "lead")?.agency)?.shortName ?? "",
  };
}

/** Cases the actor may open, as they are found: open before closed, then the newest first. */
export async function foundCases({ tx, actor, now }: Reading, where: Prisma.CaseWhereInput, take: number): Promise<FoundCase[]> {
  const rows = await tx.case.findMany({ where: { AND: [visibleCases(actor, now), where] }, select: caseColumns, orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { openedAt: "desc" }, { id: "asc" }], take });
  return rows.map((row) => foundCase(actor, row));
}

/** What stands for cases that the actor may not open: reference, lead agency, and whom to ring now. */
export async function pointersFrom({ tx, actor, now }: Reading, rows: PointerRow[]): Promise<Pointer[]> {
  const hidden = rows.filter(({ caseId }) => !caseId);
  const leads = await whoToRingNow(tx, now, [...new Set(hidden.map(({ leadAgencyId }) => leadAgencyId))]);
  return hidden.map(({ reference, leadAgencyId }) => {
    const lead = leads.find(({ agencyId }) => agencyId === leadAgencyId);
    return { reference, leadName: lead?.agencyName ?? "", ring: ringWords(lead), mayAsk: mayAskAccess(actor).allowed };
  });
}

async function byReference(reading: Reading, term: string): Promise<Pick<Found, "cases" | "pointers">> {
  const parsed = parseCaseReference(term);
  if (!parsed) return { cases: [], pointers: [] };
  const reference = caseReference(parsed);
  const cases = await foundCases(reading, { reference }, 1);
  if (cases.length > 0) return { cases, pointers: [] };
  const rows = await reading.tx.$queryRaw<PointerRow[]>`SELECT reference, "leadAgencyId", "caseId" FROM pointer_by_reference(${reference})`;
  return { cases, pointers: await pointersFrom(reading, rows) };
}

const involvedColumns = {
  role: true, endsAt: true, caseId: true, reportId: true, asbCase: { select: { reference: true } },
  person: { select: { id: true, kind: true, givenName: true, familyName: true, fullName: true } },
} as const;
type Involved = Prisma.InvolvementGetPayload<{ select: typeof involvedColumns }>;

/** Those of some people whom the actor may see, with each role they are seen in, and where to read on: the newest case, else the report. */
export async function foundPeople({ tx, actor, now }: Reading, personIds: string[]): Promise<FoundPerson[]> {
  // Each half of the rule in a statement of its own: as one, the planner thinks longer than it reads.
  const rows: Involved[] = [];
  for (const seen of personIds.length === 0 ? [] : [sideWithinReach(actor, now, "summary") as Prisma.InvolvementWhereInput, visibleOnReports(actor, now)]) {
    rows.push(...(await tx.involvement.findMany({ where: { AND: [{ personId: { in: personIds } }, seen] }, select: involvedColumns, orderBy: [{ startsAt: "desc" }, { id: "asc" }] })));
  }
  rows.sort((one, other) => one.person.familyName.localeCompare(other.person.familyName) || one.person.fullName.localeCompare(other.person.fullName));
  const people = [...new Map(rows.map(({ person }) => [person.id, person])).values()];
  return people.map((person) => {
    const roles = rows.filter((row) => row.person.id === person.id && !row.endsAt).slice(0, 6);
    const where = roles.find(({ caseId }) => caseId) ?? roles[0] ?? rows.find((row) => row.person.id === person.id)!;
    return {
      personId: person.id, name: displayName(person), href: where.caseId ? `/cases/${where.caseId}/people` : `/reports/${where.reportId}`,
      roles: listWords(roles.map(({ role, asbCase }) => `${involvementRoleLabels[role].toLowerCase()} ${asbCase ? `in ${asbCase.reference}` : "in a report"}`)),
    };
  });
}

async function peopleNamed(reading: Reading, term: string, most: number): Promise<FoundPerson[]> {
  const words = searchableWords(term);
  if (words.length < 2) return [];
  const ids = await reading.tx.$queryRaw<{ id: string }[]>`SELECT id FROM find_people(${words}, ${most}::int)`;
  return foundPeople(reading, ids.map(({ id }) => id));
}

async function placesFound(reading: Reading, term: string, most: number): Promise<Found["places"]> {
  const { tx, actor, now } = reading;
  const places = await placesNamed(tx, term, undefined, most);
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await tx.$queryRaw<(PointerRow & { placeId: string })[]>`SELECT "placeId", reference, "leadAgencyId", "caseId" FROM pointers_at_places(${ids}::uuid[])`;
  const open = await tx.case.groupBy({ by: ["placeId"], where: { AND: [casesByPlace(actor, now), { placeId: { in: ids }, status: { not: "closed" } }] }, _count: true });
  const pointers = await pointersFrom(reading, rows);
  return places.map((place) => {
    const references = rows.filter(({ placeId }) => placeId === place.id).map(({ reference }) => reference);
    return { ...place, openCases: open.find(({ placeId }) => placeId === place.id)?._count ?? 0, pointers: pointers.filter(({ reference }) => references.includes(reference)) };
  });
}

async function lookUp(reading: Reading, term: string, most: number): Promise<Found> {
  const found = await byReference(reading, term);
  const isReference = parseCaseReference(term) !== null;
  return {
    term, ...found,
    people: isReference ? [] : await peopleNamed(reading, term, most),
    places: isReference ? [] : await placesFound(reading, term, most),
    mayBreakGlass: mayBreakGlass(reading.actor).allowed,
  };
}

const idsOf = ({ cases, people }: Found) => ({ detail: { caseIds: cases.map(({ caseId }) => caseId), personIds: people.map(({ personId }) => personId) } });

/** The case, people and places that some words name, as far as the member may see them; the rest of the cases as pointers. */
export const find = query({
  name: "find.all",
  summary: "Cases by reference, people by name and places by address, within what the member may see.",
  input: findInput,
  output: foundSchema,
  allow: mayFind,
  words: findRefusals,
  run: ({ tx, actor, now, input }) => lookUp({ tx, actor, now }, input.term, 20),
  audit: idsOf,
});

/** The same in a few lines, for the box that opens anywhere. */
export const findLines = query({
  name: "find.lines",
  summary: "What some words name, as a few lines with where each leads.",
  input: findInput,
  output: z.array(foundLineSchema),
  allow: mayFind,
  words: findRefusals,
  run: async ({ tx, actor, now, input }) => linesFrom(await lookUp({ tx, actor, now }, input.term, 5)),
  audit: (lines) => ({ detail: { found: lines.map(({ id }) => id) } }),
});

function linesFrom({ cases, pointers, people, places }: Found): z.input<typeof foundLineSchema>[] {
  return [
    ...cases.map((one) => ({ id: `case:${one.caseId}`, label: `${one.reference} ${one.title}`, note: `${one.statusWords}, led by ${one.leadName}`, href: `/cases/${one.caseId}` })),
    ...pointers.map((one) => ({ id: `pointer:${one.reference}`, label: one.reference, note: `Not shared with you. Led by ${one.leadName}: ring ${one.ring}`, href: `/find?reference=${one.reference}` })),
    ...people.map((one) => ({ id: `person:${one.personId}`, label: one.name, note: one.roles, href: one.href })),
    ...places.map((one) => ({ id: `place:${one.id}`, label: [one.line, one.town].filter(Boolean).join(", "), note: casesWords(one), href: `/places/${one.id}` })),
  ];
}

function casesWords({ openCases, pointers, ward }: Found["places"][number]): string {
  const all = openCases + pointers.length;
  return all === 0 ? ward : `${ward}, ${all === 1 ? "1 open case" : `${all} open cases`}`;
}

/** The cases a member looked at last, for the page that finds; with a reference, what it stands for. */
export const getFindStart = query({
  name: "find.start",
  summary: "The cases the member opened last, and what a reference stands for.",
  input: z.strictObject({ reference: z.string().max(40).optional() }),
  output: recentSchema.extend({ found: foundSchema.nullable() }),
  allow: mayFind,
  words: findRefusals,
  run: async ({ tx, actor, now, input }) => {
    const reading = { tx, actor, now };
    const looks = await tx.caseLook.findMany({ where: { memberId: actor.memberId }, select: { caseId: true }, orderBy: { lookedAt: "desc" }, take: 8 });
    const order = looks.map(({ caseId }) => caseId);
    const cases = await foundCases(reading, { id: { in: order } }, 8);
    return { cases: cases.sort((a, b) => order.indexOf(a.caseId) - order.indexOf(b.caseId)), found: input.reference ? await lookUp(reading, input.reference, 5) : null };
  },
  audit: (view) => ({ detail: { caseIds: view.cases.map(({ caseId }) => caseId) } }),
});
