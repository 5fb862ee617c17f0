import { addDays, londonDay, nearDayAndTime, startOfLondonDay } from "../../format/dates";
import { dueWords } from "../../format/due";
import { agencyNames } from "../../agencies/queries";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { timeStandardsOf } from "../../clocks/queries";
import type { Rag, TimeStandards } from "../../clocks/schema";
import { placeWords } from "../../places/labels";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Prisma } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { z } from "zod";
import { headingLabels, reportRefusals, reportStatusLabels, triggerWords } from "../labels";
import { mayReadReports } from "../policy";
import { isWaitingForTriage } from "../rules";
import type { NsirHeading } from "../schema";
import { takenLately, takersHours, visibleReports } from "../visibility";
import { mayBeSameEvent, openingOf, triageDueAt, type Happening } from "./rules";
import { inboxSchema, type ListedReport, type WaitingReport } from "./schema";

type Asking = { tx: Tx; actor: Actor; now: Date };

/** How far back the list of an agency's reports goes. */
const recentDays = 28;

const listedSelect = {
  id: true, reference: true, version: true, receivedAt: true, agencyId: true, areaId: true, placeId: true, heading: true, whatHappened: true, status: true, triggers: true,
  inDangerNow: true, screening: true, sameEventAsId: true, happenedFrom: true, happenedTo: true, place: { select: { line: true, town: true, postcode: true, wardName: true, searchText: true } },
} satisfies Prisma.ReportSelect;
type Row = Prisma.ReportGetPayload<{ select: typeof listedSelect }>;
type Went = ReadonlyMap<string, NonNullable<ListedReport["went"]>>;

/** The reports page: what waits for the member to decide, the clock that runs out first; their agency's reports of 28 days, or a call taker's own of 24 hours; and their drafts. */
export const getInbox = query({
  name: "report.inbox",
  summary: "Reports that wait for triage by clock, recent reports, and the member's own drafts.",
  input: z.strictObject({}),
  output: inboxSchema,
  allow: mayReadReports,
  words: reportRefusals,
  run: async ({ tx, actor, now }) => {
    const asking = { tx, actor, now };
    const waiting = actor.triageAreaIds.length > 0 ? await waitingRows(asking) : null;
    const recent = await recentRows(asking);
    const near = waiting ? await nearRows(asking, waiting) : [];
    const shown = [...(waiting ?? []), ...recent, ...near];
    const names = await agencyNames(tx, shown.map(({ agencyId }) => agencyId));
    const went = await whereTheyWent(tx, shown.map(({ id }) => id));
    const standards = new Map<string, TimeStandards>();
    for (const areaId of new Set((waiting ?? []).map((row) => row.areaId))) standards.set(areaId, await timeStandardsOf(tx, areaId, now));
    const view = (row: Row) => listedView(row, { names, went, now });
    return {
      waiting: waiting && waiting.map((row) => waitingView(row, { view, near, due: triageDueAt({ receivedAt: row.receivedAt, urgency: urgencyOf(row) }, standards.get(row.areaId)!, isBankHoliday), now })).sort(soonest),
      recent: recent.map(view),
      recentTitle: actor.readsCases ? `${actor.agencyShortName}, the last ${recentDays} days` : `Yours, the last ${takersHours} hours`,
      drafts: await drafts(asking),
    };
  },
  audit: (view) => ({ detail: { reportIds: [...(view.waiting ?? []), ...view.recent].map(({ reportId }) => reportId) } }),
});

const soonest = (one: WaitingReport, other: WaitingReport) => one.due.at.localeCompare(other.due.at) || one.reference.localeCompare(other.reference);

async function waitingRows({ tx, actor, now }: Asking): Promise<Row[]> {
  return tx.report.findMany({
    where: { AND: [{ areaId: { in: actor.triageAreaIds }, caseId: null, status: { in: ["received", "screened"] } }, visibleReports(actor, now)] },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }], take: 200, select: listedSelect,
  });
}

async function recentRows({ tx, actor, now }: Asking): Promise<Row[]> {
  const since = startOfLondonDay(addDays(londonDay(now), -recentDays));
  const own: Prisma.ReportWhereInput = actor.readsCases ? { agencyId: actor.agencyId, receivedAt: { gte: since } } : takenLately(actor, now);
  return tx.report.findMany({ where: { AND: [own, visibleReports(actor, now)] }, orderBy: [{ receivedAt: "desc" }, { id: "asc" }], take: 50, select: listedSelect });
}

// What may be the same event as something that waits: the reports at its place from about its time, whoever took them.
async function nearRows({ tx, actor, now }: Asking, waiting: readonly Row[]): Promise<Row[]> {
  if (waiting.length === 0) return [];
  const first = new Date(Math.min(...waiting.map(({ happenedFrom }) => happenedFrom.getTime())) - 86_400_000);
  const places = [...new Set(waiting.map(({ placeId }) => placeId))];
  const words = [...new Set(waiting.map(({ place }) => place.searchText))].filter(Boolean);
  return tx.report.findMany({
    where: { AND: [{ receivedAt: { gte: first }, OR: [{ placeId: { in: places } }, { place: { searchText: { in: words } } }] }, visibleReports(actor, now)] },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }], take: 300, select: listedSelect,
  });
}

const urgencyOf = (row: Row): Rag => (row.screening as { startsAs?: Rag }).startsAs ?? (row.triggers.length > 0 || row.inDangerNow ? "red" : "green");
const happening = (row: Row): Happening => ({ id: row.id, sameEventAsId: row.sameEventAsId, placeId: row.placeId, placeWords: row.place.searchText, happenedFrom: row.happenedFrom, happenedTo: row.happenedTo });

function listedView(row: Row, { names, went, now }: { names: ReadonlyMap<string, string>; went: Went; now: Date }): ListedReport {
  return {
    reportId: row.id, reference: row.reference, version: row.version, receivedWords: nearDayAndTime(row.receivedAt, now), agencyName: names.get(row.agencyId) ?? "",
    placeWords: placeWords(row.place), wardName: row.place.wardName, headingLabel: headingLabels[row.heading as NsirHeading] ?? row.heading, opening: openingOf(row.whatHappened),
    statusWords: reportStatusLabels[row.status], triggers: row.triggers.map((key) => triggerWords[key] ?? key), isInDanger: row.inDangerNow, went: went.get(row.id) ?? null,
  };
}

type Waiting = { view: (row: Row) => ListedReport; near: readonly Row[]; due: Date; now: Date };

function waitingView(row: Row, { view, near, due, now }: Waiting): WaitingReport {
  // Of two that wait, the later follows the earlier: the pair is shown once.
  const comesBefore = (other: Row) => !isWaitingForTriage(other.status) || other.receivedAt < row.receivedAt;
  const sameEvents = near.filter((other) => other.sameEventAsId === null && comesBefore(other) && mayBeSameEvent(happening(row), happening(other))).slice(0, 3);
  return { ...view(row), urgency: urgencyOf(row), due: { at: due.toISOString(), ...dueWords(due, now) }, sameEvents: sameEvents.map(view) };
}

/** Where reports went, as pointers, for whoever took them or works for the agency that did; and as links where the case is within reach. */
export async function whereTheyWent(tx: Tx, reportIds: readonly string[]): Promise<Went> {
  if (reportIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ reportId: string; reference: string; leadAgencyId: string; caseId: string | null }[]>`SELECT "reportId", reference, "leadAgencyId", "caseId" FROM where_reports_went(${[...new Set(reportIds)]}::uuid[])`;
  const names = await agencyNames(tx, rows.map(({ leadAgencyId }) => leadAgencyId));
  return new Map(rows.map(({ reportId, leadAgencyId, ...went }) => [reportId, { ...went, leadName: names.get(leadAgencyId) ?? "" }]));
}

async function drafts({ tx, actor, now }: Asking) {
  const rows = await tx.draft.findMany({ where: { memberId: actor.memberId, kind: "report" }, orderBy: { updatedAt: "desc" }, take: 20, select: { subject: true, updatedAt: true, data: true } });
  return rows.map(({ subject, updatedAt, data }) => ({ subject, savedWords: nearDayAndTime(updatedAt, now), words: draftWords(data) }));
}

function draftWords(data: unknown): string {
  const { whatHappened, placeText } = (data ?? {}) as Record<string, unknown>;
  const place = typeof placeText === "string" ? placeText : "";
  const words = typeof whatHappened === "string" ? whatHappened : "";
  return openingOf([place, words].filter(Boolean).join(": "), 100) || "Nothing typed yet";
}
