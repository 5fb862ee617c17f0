import { happenedWords, londonDay, nearDayAndTime } from "../../format/dates";
import { dueWords } from "../../format/due";
import { ageWords, displayName } from "../../format/names";
import { agencyNames } from "../../agencies/queries";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { timeStandardsOf } from "../../clocks/queries";
import type { Rag } from "../../clocks/schema";
import { placeWords } from "../../places/labels";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import type { Prisma } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { knownElsewhere } from "../elsewhere/queries";
import { whereTheyWent } from "../inbox/queries";
import { mayBeSameEvent, triageDueAt, type Happening } from "../inbox/rules";
import { numberWords } from "../known/rules";
import { channelLabels, contactMethodLabels, headingLabels, qualifierLabels, reportRefusals, reportRoleLabels, reportStatusLabels, safeNowLabels, triggerWords } from "../labels";
import { mayReadReports, maySortReport } from "../policy";
import { isWaitingForTriage } from "../rules";
import type { ContactMethod, NsirHeading, NsirQualifier, ReportChannel, SafeNow } from "../schema";
import { sidesOfReport, visibleOnReports, visibleReports } from "../visibility";
import { getReportInput, reportPageSchema, type ReportPageView } from "./schema";

type Asking = { tx: Tx; actor: Actor; now: Date };

const pageSelect = {
  id: true, reference: true, version: true, agencyId: true, takenById: true, receivedAt: true, channel: true, areaId: true, placeId: true, whatHappened: true, happenedFrom: true,
  happenedTo: true, howOften: true, heading: true, qualifier: true, originalHeading: true, originalQualifier: true, isAnonymous: true, inDangerNow: true, screening: true, triggers: true,
  immediateSteps: true, adviceGiven: true, externalReference: true, status: true, sameEventAsId: true, caseId: true,
  place: { select: { line: true, town: true, postcode: true, wardName: true, searchText: true } },
} satisfies Prisma.ReportSelect;
type Row = Prisma.ReportGetPayload<{ select: typeof pageSelect }>;
const partSelect = { personId: true, role: true, side: true, note: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true, bornOn: true } } } satisfies Prisma.InvolvementSelect;
type Part = Prisma.InvolvementGetPayload<{ select: typeof partSelect }>;
type Kept = { safeNow?: SafeNow; said?: { about: string; answer: string }[]; startsAs?: Rag };

/** One report as it was received: its words, people, screening, and where it went. NotFound when it is not within the member's sight. */
export const getReport = query({
  name: "report.get",
  summary: "One report as it was received, its people, its screening and where it went.",
  input: getReportInput,
  output: reportPageSchema,
  allow: mayReadReports,
  words: reportRefusals,
  run: async ({ tx, actor, now, input }) => {
    const asking = { tx, actor, now };
    const row = await tx.report.findFirst({ where: { AND: [{ id: input.reportId }, visibleReports(actor, now)] }, select: pageSelect });
    if (!row) throw new NotFound();
    const taker = await tx.member.findUnique({ where: { id: row.takenById }, select: { name: true } });
    const parts = await tx.involvement.findMany({ where: { AND: [{ reportId: row.id, endsAt: null }, visibleOnReports(actor, now)] }, orderBy: [{ role: "asc" }, { label: "asc" }, { id: "asc" }], select: partSelect });
    const others = await near(asking, row);
    const names = await agencyNames(tx, [row.agencyId, ...others.map(({ agencyId }) => agencyId)]);
    const went = await whereTheyWent(tx, [row.id, ...others.map(({ id }) => id)]);
    const brief = (other: Near) => ({ reportId: other.id, reference: other.reference, agencyName: names.get(other.agencyId) ?? "", receivedWords: nearDayAndTime(other.receivedAt, now) });
    const sameEventAs = others.find(({ id }) => id === row.sameEventAsId);
    const mayBeSame = others.filter((other) => other.sameEventAsId === null && mayBeSameEvent(happening(row), happening(other)));
    return {
      ...wordsOf(row, now), takenBy: taker?.name ?? "", agencyName: names.get(row.agencyId) ?? "",
      people: peopleOf(parts, now), elsewhere: await elsewhereOf(asking, parts), safeContacts: await contactsOf(asking, row, parts),
      due: await dueOf(asking, row), went: went.get(row.id) ?? null,
      sameEventAs: sameEventAs ? { reportId: sameEventAs.id, reference: sameEventAs.reference } : null,
      sameEvents: others.filter(({ sameEventAsId }) => sameEventAsId === row.id).map(brief),
      mayBeSame: mayBeSame.map((other) => ({ ...brief(other), headingLabel: headingLabels[other.heading as NsirHeading] ?? other.heading, whatHappened: other.whatHappened, went: went.get(other.id) ?? null })),
      may: { sort: maySortReport(actor, row).allowed && (isWaitingForTriage(row.status) || row.status === "advice_only"), lead: actor.readsCases && actor.side === "both" },
    };
  },
  audit: (view) => ({ personId: view.people[0]?.personId ?? null, caseId: view.went?.caseId ?? null, detail: { reportId: view.reportId, personIds: view.people.map(({ personId }) => personId) } }),
});

const nearSelect = { id: true, reference: true, agencyId: true, receivedAt: true, heading: true, whatHappened: true, happenedFrom: true, happenedTo: true, sameEventAsId: true, placeId: true, place: { select: { searchText: true } } } satisfies Prisma.ReportSelect;
type Near = Prisma.ReportGetPayload<{ select: typeof nearSelect }>;

async function near({ tx, actor, now }: Asking, row: Row): Promise<Near[]> {
  const about = { gte: new Date(row.happenedFrom.getTime() - 2 * 86_400_000), lte: new Date((row.happenedTo ?? row.happenedFrom).getTime() + 2 * 86_400_000) };
  const linked = [{ sameEventAsId: row.id }, ...(row.sameEventAsId ? [{ id: row.sameEventAsId }] : [])];
  return tx.report.findMany({
    where: { AND: [{ id: { not: row.id } }, { OR: [{ placeId: row.placeId, happenedFrom: about }, { place: { searchText: row.place.searchText }, happenedFrom: about }, ...linked] }, visibleReports(actor, now)] },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }], take: 20, select: nearSelect,
  });
}

const happening = (row: Pick<Row, "id" | "sameEventAsId" | "placeId" | "happenedFrom" | "happenedTo"> & { place: { searchText: string } }): Happening => ({
  id: row.id, sameEventAsId: row.sameEventAsId, placeId: row.placeId, placeWords: row.place.searchText, happenedFrom: row.happenedFrom, happenedTo: row.happenedTo,
});

type Words = Omit<ReportPageView, "takenBy" | "agencyName" | "people" | "elsewhere" | "safeContacts" | "due" | "went" | "sameEventAs" | "sameEvents" | "mayBeSame" | "may">;

function wordsOf(row: Row, now: Date): Words {
  const kept = row.screening as Kept;
  const heading = (code: string) => headingLabels[code as NsirHeading] ?? code;
  const qualifier = (code: string) => (qualifierLabels[code as NsirQualifier] ?? code).split(":")[0]!;
  const isAsFirst = row.heading === row.originalHeading && row.qualifier === row.originalQualifier;
  return {
    reportId: row.id, reference: row.reference, version: row.version, receivedWords: nearDayAndTime(row.receivedAt, now), channelLabel: channelLabels[row.channel as ReportChannel] ?? row.channel,
    placeId: row.placeId, placeWords: placeWords(row.place), wardName: row.place.wardName, areaId: row.areaId, whatHappened: row.whatHappened,
    happenedWords: happenedWords(row.happenedFrom, row.happenedTo, now), howOften: row.howOften, safeNowWords: kept.safeNow ? safeNowLabels[kept.safeNow] : "", isAnonymous: row.isAnonymous,
    headingLabel: heading(row.heading), qualifierLabel: qualifier(row.qualifier), originalWords: isAsFirst ? "" : `${heading(row.originalHeading)}, ${qualifier(row.originalQualifier).toLowerCase()}`,
    triggers: row.triggers.map((key) => triggerWords[key] ?? key), urgency: kept.startsAs ?? "green", screening: kept.said ?? [],
    immediateSteps: row.immediateSteps, adviceGiven: row.adviceGiven, externalReference: row.externalReference, status: row.status, statusWords: reportStatusLabels[row.status],
  };
}

function peopleOf(parts: readonly Part[], now: Date): ReportPageView["people"] {
  return parts.map(({ personId, role, side, note, person }) => ({
    personId, name: displayName(person), ageWords: ageWords(person.bornOn ? londonDay(person.bornOn) : null, londonDay(now)), role: reportRoleLabels[role], side, note,
  }));
}

function elsewhereOf({ tx, now }: Asking, parts: readonly Part[]): Promise<ReportPageView["elsewhere"]> {
  return knownElsewhere(tx, now, parts.filter(({ role }) => role === "alleged_perpetrator" || role === "perpetrator").map(({ personId, person }) => ({ personId, name: displayName(person) })));
}

async function contactsOf({ tx, actor, now }: Asking, row: Row, parts: readonly Part[]): Promise<ReportPageView["safeContacts"]> {
  const points = await tx.contactPoint.findMany({ where: { reportId: row.id, side: { in: await sidesOfReport(tx, actor, now, row) } }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }], select: { personId: true, method: true, number: true, safeWhen: true, doNot: true, leaveMessage: true, safeWords: true, interpreter: true } });
  return points.map(({ personId, method, ...point }) => {
    const person = parts.find((one) => one.personId === personId)?.person;
    return { ...point, number: numberWords(point.number), name: person ? displayName(person) : "", methodLabel: contactMethodLabels[method as ContactMethod] ?? method };
  });
}

async function dueOf({ tx, now }: Asking, row: Row): Promise<ReportPageView["due"]> {
  if (!isWaitingForTriage(row.status)) return null;
  const due = triageDueAt({ receivedAt: row.receivedAt, urgency: (row.screening as Kept).startsAs ?? "green" }, await timeStandardsOf(tx, row.areaId, now), isBankHoliday);
  return { at: due.toISOString(), ...dueWords(due, now) };
}
