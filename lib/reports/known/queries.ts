import { addMonths, londonDay, shortDay, startOfLondonDay } from "../../format/dates";
import { ageWords, displayName } from "../../format/names";
import { mayOpenAgain } from "../../clocks/rules";
import { agencyNames } from "../../agencies/queries";
import { sideWithinReach, withinReach } from "../../agencies/visibility";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import { query } from "../../platform/query";
import { headingLabels, reportRefusals } from "../labels";
import { mayTakeReports } from "../policy";
import type { NsirHeading } from "../schema";
import { casesByPlace, visiblePlaces, visibleReports } from "../visibility";
import { countEvents, hiddenCounts, plainName, plainNumber } from "./rules";
import { knownCallerInput, knownCallerSchema, knownHereInput, knownHereSchema, type KnownCallerView, type KnownHereView } from "./schema";

type Asking = { tx: Tx; actor: Actor; now: Date };
type Earlier = { id: string; reference: string; receivedAt: Date; heading: string; agencyId: string; sameEventAsId: string | null };

const earlierSelect = { id: true, reference: true, receivedAt: true, heading: true, agencyId: true, sameEventAsId: true } as const;
const monthsBack = (now: Date, months: number) => startOfLondonDay(addMonths(londonDay(now), -months));

/** What is known of a place in twelve months: reports and cases the member may read, open or closed since, and counts and pointers for the rest. NotFound for a place they may not see. */
export const getKnownHere = query({
  name: "report.knownHere",
  summary: "Earlier reports and cases at a place, as far as the member may see.",
  input: knownHereInput,
  output: knownHereSchema,
  allow: mayTakeReports,
  words: reportRefusals,
  run: async ({ tx, actor, now, input }) => {
    const place = await tx.place.findFirst({ where: { AND: [{ id: input.placeId }, visiblePlaces(actor, now)] }, select: { id: true } });
    if (!place) throw new NotFound();
    return { ...(await reportsHere({ tx, actor, now }, place.id)), ...(await casesHere({ tx, actor, now }, place.id)) };
  },
  audit: (view, input) => ({ detail: { placeId: input.placeId, reportIds: view.reports.map(({ reportId }) => reportId), caseIds: view.cases.map(({ caseId }) => caseId) } }),
});

async function reportsHere({ tx, actor, now }: Asking, placeId: string): Promise<Pick<KnownHereView, "total" | "reports" | "others" | "inThreeMonths">> {
  const seen = await tx.report.findMany({
    where: { AND: [{ placeId, receivedAt: { gte: monthsBack(now, 12) }, sameEventAsId: null }, visibleReports(actor, now)] },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }], take: 50, select: earlierSelect,
  });
  const all = await countedHere(tx, placeId, monthsBack(now, 12));
  const lately = await countedHere(tx, placeId, monthsBack(now, 3));
  const hidden = hiddenCounts(all, seen);
  const names = await agencyNames(tx, [...seen, ...hidden].map(({ agencyId }) => agencyId));
  const hiddenLately = hiddenCounts(lately, seen.filter(({ receivedAt }) => receivedAt >= monthsBack(now, 3)));
  return {
    total: seen.length + hidden.reduce((sum, { count }) => sum + count, 0),
    reports: seen.map((report) => earlierView(report, names, now)),
    others: hidden.map(({ agencyId, count }) => ({ agencyName: names.get(agencyId) ?? "", count })),
    inThreeMonths: seen.filter(({ receivedAt }) => receivedAt >= monthsBack(now, 3)).length + hiddenLately.reduce((sum, { count }) => sum + count, 0),
  };
}

async function countedHere(tx: Tx, placeId: string, since: Date) {
  return tx.$queryRaw<{ agencyId: string; reports: number }[]>`SELECT "agencyId", reports FROM reports_at_place(${placeId}::uuid, ${since})`;
}

function earlierView(report: Earlier, names: ReadonlyMap<string, string>, now: Date) {
  return {
    reportId: report.id, reference: report.reference, dayWords: shortDay(report.receivedAt, now),
    headingLabel: headingLabels[report.heading as NsirHeading], agencyName: names.get(report.agencyId) ?? "",
  };
}

async function casesHere({ tx, actor, now }: Asking, placeId: string): Promise<Pick<KnownHereView, "cases" | "pointers">> {
  const lately = { placeId, OR: [{ closedAt: null }, { closedAt: { gte: monthsBack(now, 12) } }] };
  const seen = await tx.case.findMany({
    where: { AND: [lately, casesByPlace(actor, now)] },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { openedAt: "desc" }, { id: "asc" }], take: 20,
    select: {
      closedAt: true, id: true, reference: true, title: true, rag: true, namedOfficer: { select: { name: true, phone: true } },
      grants: { where: { revokedAt: null }, select: { agencyId: true, level: true, side: true, agency: { select: { shortName: true, contactName: true, contactPhone: true } } } },
    },
  });
  const joinable = await tx.case.findMany({ where: { AND: [{ id: { in: seen.map(({ id }) => id) } }, withinReach(actor, now, "contribute")] }, select: { id: true } });
  const mayJoin = new Set(joinable.map(({ id }) => id));
  const people = await tx.involvement.findMany({
    where: { AND: [{ caseId: { in: [...mayJoin] }, endsAt: null }, sideWithinReach(actor, now, "summary")] },
    orderBy: [{ label: "asc" }, { id: "asc" }], select: { caseId: true, personId: true, label: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
  });
  const cases = seen.map((asbCase) => {
    const lead = asbCase.grants.find((grant) => grant.level === "lead")?.agency;
    return {
      caseId: asbCase.id, reference: asbCase.reference, title: asbCase.title, leadName: lead?.shortName ?? "", mayJoin: mayJoin.has(asbCase.id),
      closedWords: asbCase.closedAt ? `closed ${shortDay(asbCase.closedAt, now)}` : "", mayReopen: mayOpenAgain(asbCase.closedAt, now),
      rag: asbCase.rag,
      people: people.filter(({ caseId }) => caseId === asbCase.id).map(({ personId, label, person }) => ({ personId, label, name: displayName(person) })),
      ring: { name: asbCase.namedOfficer?.name ?? lead?.contactName ?? "", phone: asbCase.namedOfficer?.phone || (lead?.contactPhone ?? "") },
    };
  });
  return { cases, pointers: await pointersHere(tx, placeId) };
}

async function pointersHere(tx: Tx, placeId: string): Promise<KnownHereView["pointers"]> {
  const rows = await tx.$queryRaw<{ reference: string; leadAgencyId: string; caseId: string | null }[]>`SELECT reference, "leadAgencyId", "caseId" FROM pointers_at_place(${placeId}::uuid)`;
  const hidden = rows.filter(({ caseId }) => !caseId);
  const agencies = await tx.agency.findMany({ where: { id: { in: hidden.map(({ leadAgencyId }) => leadAgencyId) } }, select: { id: true, shortName: true, contactName: true, contactPhone: true } });
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return hidden.map(({ reference, leadAgencyId }) => {
    const lead = byId.get(leadAgencyId);
    return { reference, leadName: lead?.shortName ?? "", ring: { name: lead?.contactName ?? "", phone: lead?.contactPhone ?? "" } };
  });
}

/** Earlier reports by somebody of the same name with the same date of birth or number, among reports the member may read. Nobody for a name alone. */
export const getKnownCaller = query({
  name: "report.knownCaller",
  summary: "Earlier reports by the same person, as far as the member may see.",
  input: knownCallerInput,
  output: knownCallerSchema,
  allow: mayTakeReports,
  words: reportRefusals,
  run: async ({ tx, actor, now, input }) => {
    const name = plainName(`${input.givenName} ${input.familyName}`);
    const number = plainNumber(input.number);
    const born = input.bornOn ? new Date(input.bornOn) : null;
    if (name === "" || (number.length < 6 && !born)) return { people: [], total: 0, inThreeMonths: 0 };
    const byNumber = number.length >= 6 ? await peopleReachedBy({ tx, actor, now }, number) : [];
    const involved = { report: visibleReports(actor, now), role: { in: ["victim", "complainant", "witness"] as ("victim" | "complainant" | "witness")[] } };
    const found = await tx.person.findMany({
      where: {
        involvements: { some: involved },
        OR: [...(born ? [{ bornOn: born }] : []), { id: { in: byNumber } }],
      },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }], take: 20,
      select: {
        id: true, kind: true, givenName: true, familyName: true, fullName: true, bornOn: true,
        involvements: { where: involved, orderBy: [{ startsAt: "asc" }, { id: "asc" }], select: { report: { select: earlierSelect } } },
      },
    });
    const same = found.filter((person) => plainName(person.fullName) === name);
    const names = await agencyNames(tx, same.flatMap((person) => person.involvements.map(({ report }) => report?.agencyId ?? "")));
    const reports = same.flatMap((person) => person.involvements.flatMap(({ report }) => report ?? []));
    return { people: same.map((person) => callerView(person, { born, names, now })), total: countEvents(reports), inThreeMonths: countEvents(reports.filter(({ receivedAt }) => receivedAt >= monthsBack(now, 3))) };
  },
  audit: (view) => ({ personId: view.people[0]?.personId ?? null, detail: { personIds: view.people.map(({ personId }) => personId) } }),
});

// A number is known only through the report in which it was learned.
async function peopleReachedBy({ tx, actor, now }: Asking, number: string): Promise<string[]> {
  const points = await tx.contactPoint.findMany({ where: { number, reportId: { not: null } }, orderBy: [{ recordedAt: "desc" }, { id: "asc" }], take: 50, select: { personId: true, reportId: true } });
  const seen = await tx.report.findMany({ where: { AND: [{ id: { in: points.flatMap(({ reportId }) => reportId ?? []) } }, visibleReports(actor, now)] }, select: { id: true } });
  return points.filter(({ reportId }) => seen.some(({ id }) => id === reportId)).map(({ personId }) => personId);
}

type Found = { id: string; kind: "individual" | "organisation" | "group"; givenName: string; familyName: string; fullName: string; bornOn: Date | null; involvements: { report: Earlier | null }[] };

function callerView(person: Found, { born, names, now }: { born: Date | null; names: ReadonlyMap<string, string>; now: Date }): KnownCallerView["people"][number] {
  const reports = person.involvements
    .flatMap(({ report }) => report ?? [])
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  const bornOn = person.bornOn ? londonDay(person.bornOn) : null;
  const isSameBirth = born !== null && person.bornOn?.getTime() === born.getTime();
  return {
    personId: person.id, name: displayName(person), ageWords: ageWords(bornOn, londonDay(now)),
    sameBy: isSameBirth ? "same name and date of birth" : "same name and number",
    reports: reports.slice(0, 10).map((report) => earlierView(report, names, now)),
    inThreeMonths: countEvents(reports.filter(({ receivedAt }) => receivedAt >= monthsBack(now, 3))),
  };
}
