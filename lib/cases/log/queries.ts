import { z } from "zod";
import type { Tx } from "../../platform/db";
import { query } from "../../platform/query";
import { liveAgreements } from "../../agencies/agreements/queries";
import { caseRefusals } from "../page/labels";
import { mayReadCases } from "../page/policy";
import { hasOneComplainant } from "../protecting/queries";
import { standingOn } from "../visibility";
import { entriesOf, entryColumns, entryViews, type EntryRow, type Reading } from "./entries/queries";
import { cursorWords, laterCursor, olderThan, parseCursor, parseOlder, type Cursor } from "./rules";
import { caseLogInput, followInput, logPageSchema, type LogPage, type ReadersView } from "./schema";

const pageSize = 50;
const feedSize = 100;

type Filter = { kind?: string; agencyId?: string };

/** One page of a log, newest first, corrections folded under what they correct, with the place in the feed from which to follow it. */
export async function logPage(reading: Reading, filter: Filter = {}, before?: string): Promise<LogPage> {
  const { tx } = reading;
  // Before the rows: what commits in between is then sent twice rather than never.
  const cursor = await settledCursor(tx);
  const older = before ? parseOlder(before) : null;
  const rows = await tx.entry.findMany({
    where: {
      AND: [
        entriesOf(reading), { correctsId: null },
        ...(filter.kind ? [{ kind: filter.kind }] : []),
        ...(filter.agencyId ? [{ authorAgencyId: filter.agencyId }] : []),
        ...(older ? [{ OR: [{ recordedAt: { lt: older.recordedAt } }, { recordedAt: older.recordedAt, seq: { lt: older.seq } }] }] : []),
      ],
    },
    select: entryColumns,
    orderBy: [{ recordedAt: "desc" }, { seq: "desc" }],
    take: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize);
  const last = shown[shown.length - 1];
  return { entries: await entryViews(reading, shown), older: rows.length > pageSize && last ? olderThan(last) : null, cursor: cursorWords(cursor) };
}

// Every transaction below this one has ended, so nothing can still appear behind it.
async function oldestRunning(tx: Tx): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ oldest: bigint }[]>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest`;
  return row?.oldest ?? 0n;
}

async function settledCursor(tx: Tx): Promise<Cursor> {
  return { txId: (await oldestRunning(tx)) - 1n, seq: 999_999_999_999_999_999n };
}

/** What came after a place in the feed. The cursor stops at the oldest running transaction; what is committed beyond it is shown at once and comes again. */
export async function newEntries(reading: Reading, after: string): Promise<LogPage> {
  const { tx } = reading;
  const from = parseCursor(after);
  const oldest = await oldestRunning(tx);
  const rows = await tx.entry.findMany({
    where: { AND: [entriesOf(reading), { OR: [{ txId: { gt: from.txId } }, { txId: from.txId, seq: { gt: from.seq } }] }] },
    select: entryColumns,
    orderBy: [{ txId: "asc" }, { seq: "asc" }],
    take: feedSize,
  });
  const settled = rows.filter((row) => row.txId < oldest).reduce((latest, row) => laterCursor(latest, row), from);
  return { entries: await entryViews(reading, await rootsOf(reading, rows)), older: null, cursor: cursorWords(settled) };
}

// A correction is shown as the entry it corrects, in its new wording.
async function rootsOf(reading: Reading, rows: EntryRow[]): Promise<EntryRow[]> {
  const corrected = rows.flatMap((row) => (row.correctsId ? [row.correctsId] : []));
  const roots = rows.filter((row) => !row.correctsId);
  const missing = corrected.filter((rootId) => !roots.some((row) => row.id === rootId));
  if (missing.length === 0) return roots;
  return [...roots, ...(await reading.tx.entry.findMany({ where: { AND: [entriesOf(reading), { id: { in: missing } }] }, select: entryColumns }))];
}

/** Who would read what is written on a case now: agencies that work it under a live agreement, its named members, and the panel of a red case. */
export async function readersOf({ tx, now, standing }: Reading): Promise<ReadersView> {
  const live = await liveAgreements(tx, now, standing.areaIds);
  const grants = await tx.grant.findMany({
    where: { caseId: standing.caseId, revokedAt: null, level: { in: ["contribute", "lead"] }, agencyId: { in: [...live.keys()] }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { agencyId: true, side: true, agency: { select: { shortName: true, kind: true } } },
    orderBy: [{ level: "desc" }, { agency: { shortName: "asc" } }],
  });
  const members = await tx.caseMember.findMany({
    where: { caseId: standing.caseId, agencyId: { in: grants.map((grant) => grant.agencyId) }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { agencyId: true, member: { select: { name: true } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  // Only red cases are on a panel's agenda; the perpetrator's side is told of the panel always, so that its name says nothing of the colour.
  const isOnPanel = standing.side === "perpetrator" || (standing.rag === "red" && standing.status !== "closed");
  const panel = isOnPanel ? await tx.panel.findFirst({ where: { areaId: standing.areaId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { name: true } }) : null;
  const agencies = grants.map(({ agencyId, side, agency }) => ({ agencyId, side, name: agency.shortName, isHealth: agency.kind === "health" }));
  // In an order that says nothing of who leads by now, or since when.
  if (standing.side === "perpetrator") for (const list of [agencies, members]) list.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const of = (agencyId: string) => agencies.find((agency) => agency.agencyId === agencyId);
  return {
    agencies,
    members: members.map(({ agencyId, member }) => ({ name: member.name, agencyName: of(agencyId)?.name ?? "", side: of(agencyId)?.side ?? "both" })),
    panelName: panel?.name ?? "",
    hasOneComplainant: standing.side === "both" && agencies.some(({ side }) => side === "perpetrator") && (await hasOneComplainant(tx, standing.caseId)),
  };
}

const nameOf = (one: { name: string } | { member: { name: string } }) => ("name" in one ? one.name : one.member.name);

/** Older entries of a log, or those of a kind or an agency, or what is new since; for agencies that work the case. Hidden cases are not found. */
export const getCaseLog = query({
  name: "case.log",
  summary: "Entries of a case's log: a page of older ones, or what is new since a place in it.",
  input: caseLogInput,
  output: logPageSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId, "contribute");
    const reading = { tx, actor, now, standing };
    return input.after ? newEntries(reading, input.after) : logPage(reading, input, input.before);
  },
  audit: (_view, input) => ({ caseId: input.caseId }),
});

/** Begins, or goes on with, following a case's log: one consultation, recorded at opening and every quarter of an hour. Hidden cases are not found. */
export const listenToCase = query({
  name: "case.listen",
  summary: "Records that a member is following a case's log as it is written.",
  input: z.strictObject({ caseId: followInput.shape.caseId }),
  output: z.object({ caseId: z.string() }),
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => ({ caseId: (await standingOn(tx, actor, now, input.caseId, "contribute")).caseId }),
  audit: (view) => ({ caseId: view.caseId }),
});

/** What was written since, for a listener whose listening is recorded by `case.listen`; asked as them each time, so access that ended ends it. */
export const followCase = query({
  name: "case.follow",
  summary: "Entries written to a case's log since a place in it, for the stream that records its own listening.",
  input: followInput,
  output: logPageSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId, "contribute");
    return newEntries({ tx, actor, now, standing }, input.after);
  },
  audit: "none",
});
