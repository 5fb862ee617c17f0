import { dayAndTime, happenedWords, logTime, nearDayAndTime } from "../../../format/dates";
import { displayName } from "../../../format/names";
import type { Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import type { Prisma } from "../../../platform/generated/client";
import { otherSideOf } from "../../protecting/queries";
import type { NamedPerson } from "../../protecting/schema";
import { addressedTo, ofSide, type CaseStanding } from "../../visibility";
import { kindWords, knownByLabels } from "../labels";
import { mayAdmitReader, mayCorrectEntry } from "../policy";
import { audienceWords } from "../rules";
import type { EntryView, KnownBy } from "../schema";
import { contactTypeWords, contactWithLabels, impactLabels } from "./labels";

export type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

/** Entries of one case that the actor may read; their standing must be contribute or more. */
export function entriesOf({ actor, now, standing }: Omit<Reading, "tx">): Prisma.EntryWhereInput {
  return { AND: [{ caseId: standing.caseId, ...ofSide(standing) }, addressedTo(actor, now)] };
}

export const entryColumns = {
  id: true, seq: true, txId: true, kind: true, body: true, data: true, authorId: true, authorAgencyId: true, side: true, audience: true,
  membersOnly: true, correctsId: true, happenedAt: true, recordedAt: true,
  contact: { select: { involvementId: true, type: true, withRole: true, safeHonoured: true, impact: true, promise: true, nextContactAt: true } },
} satisfies Prisma.EntrySelect;

export type EntryRow = Prisma.EntryGetPayload<{ select: typeof entryColumns }>;

type ReaderRow = { id: string; version: number; entryId: string; memberId: string; agencyId: string; endsAt: Date | null };
type Around = { corrections: EntryRow[]; readers: ReaderRow[]; members: Map<string, string>; agencies: Map<string, string>; people: Map<string, NamedPerson> };

/** Entries as they are shown, each with its corrections; a fixed number of reads whatever their number. */
export async function entryViews(reading: Reading, rows: EntryRow[]): Promise<EntryView[]> {
  if (rows.length === 0) return [];
  const around = await whatTheyName(reading, rows);
  return rows.map((row) => viewOf(reading, around, row));
}

async function whatTheyName(reading: Reading, rows: EntryRow[]): Promise<Around> {
  const { tx, standing } = reading;
  const corrections = await tx.entry.findMany({
    where: { AND: [entriesOf(reading), { correctsId: { in: rows.map((row) => row.id) } }] },
    select: entryColumns, orderBy: { seq: "desc" },
  });
  const all = [...rows, ...corrections];
  const readers = await readersByName(reading, rows);
  const members = await tx.member.findMany({ where: { id: { in: known([...all.map((row) => row.authorId), ...readers.map(({ memberId }) => memberId)]) } }, select: { id: true, name: true } });
  const agencies = await tx.agency.findMany({ where: { id: { in: known(all.flatMap((row) => [row.authorAgencyId, ...row.audience]).concat(readers.map(({ agencyId }) => agencyId))) } }, select: { id: true, shortName: true } });
  const people = await tx.involvement.findMany({
    where: { caseId: standing.caseId, id: { in: known(rows.map((row) => row.contact?.involvementId ?? null)) }, ...ofSide(standing) },
    select: { id: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
  });
  const involved = known(rows.map((row) => row.contact?.involvementId ?? null));
  const others = involved.every((id) => people.some((one) => one.id === id)) ? [] : await otherSideOf(tx, standing);
  return {
    corrections, readers,
    members: new Map(members.map((member) => [member.id, member.name])),
    agencies: new Map(agencies.map((agency) => [agency.id, agency.shortName])),
    people: new Map<string, NamedPerson>([...people.map(({ id, person }) => [id, { kind: "known", name: displayName(person) }] as const), ...others.map((other) => [other.id, other] as const)]),
  };
}

// Those who read a sealed entry by name, besides those whom it is for.
async function readersByName({ tx, now }: Reading, rows: EntryRow[]): Promise<ReaderRow[]> {
  const sealed = rows.filter(({ audience }) => audience.length > 0).map(({ id }) => id);
  if (sealed.length === 0) return [];
  return tx.entryReader.findMany({
    where: { entryId: { in: sealed }, endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { id: true, version: true, entryId: true, memberId: true, agencyId: true, endsAt: true }, orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

function readerView({ members, agencies }: Around, { id, version, memberId, agencyId, endsAt }: ReaderRow, now: Date): EntryView["readers"][number] {
  return { readerId: id, version, words: `${members.get(memberId) ?? ""} (${agencies.get(agencyId) ?? ""})${endsAt ? `, until ${nearDayAndTime(endsAt, now)}` : ""}` };
}

function known(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((each): each is string => each !== null))];
}

function viewOf({ actor, now, standing }: Reading, around: Around, row: EntryRow): EntryView {
  const own = around.corrections.filter((correction) => correction.correctsId === row.id);
  const standingRow = own[0] ?? row;
  const authorName = around.members.get(row.authorId ?? "") ?? "Hereward";
  const agencyName = around.agencies.get(row.authorAgencyId ?? "") ?? "";
  const minutesApart = Math.abs(row.recordedAt.getTime() - row.happenedAt.getTime()) / 60_000;
  const isSealed = row.membersOnly || row.audience.length > 0;
  const audienceNames = row.audience.map((agencyId) => around.agencies.get(agencyId) ?? "");
  return {
    id: row.id, recordedAt: row.recordedAt.toISOString(), seq: row.seq.toString(), atWords: logTime(row.recordedAt, now),
    happenedWords: minutesApart > 10 ? `Happened ${happenedWords(row.happenedAt, null, now)}` : "",
    kind: row.kind, kindWords: kindWords(row.kind),
    author: { id: row.authorId ?? "", name: authorName, agencyId: row.authorAgencyId ?? "", agencyName },
    body: standingRow.body, reason: wordOf(row.data, "reason"), reference: wordOf(row.data, "reference"),
    audienceWords: isSealed ? "" : audienceWords(row, audienceNames), sealedWords: isSealed ? `Only ${decapitalised(audienceWords(row, audienceNames))}` : "",
    knownWords: knownByLabels[wordOf(row.data, "knownBy") as KnownBy] ?? "",
    readers: around.readers.filter(({ entryId }) => entryId === row.id).map((reader) => readerView(around, reader, now)),
    contact: contactOf(around, row, authorName, now),
    corrections: earlierWordings(around, row, own, now),
    correctedWords: own[0] ? `Corrected ${nearDayAndTime(own[0].recordedAt, now)}` : "",
    readId: standingRow.id,
    may: { correct: mayCorrectEntry(actor, { standing, kind: row.kind, authorAgencyId: row.authorAgencyId }).allowed, admit: mayAdmitReader(actor, { standing, audience: row.audience, authorAgencyId: row.authorAgencyId }).allowed },
  };
}

// Each earlier wording with who replaced it, when and why: what stands now is the last correction's.
function earlierWordings(around: Around, row: EntryRow, own: EntryRow[], now: Date): EntryView["corrections"] {
  return own.map((correction, index) => ({
    id: correction.id,
    at: dayAndTime(correction.recordedAt, now),
    by: `${around.members.get(correction.authorId ?? "") ?? ""} corrected this`,
    text: (own[index + 1] ?? row).body,
    reason: wordOf(correction.data, "reason"),
  }));
}

function contactOf(around: Around, row: EntryRow, authorName: string, now: Date): EntryView["contact"] {
  const contact = row.contact;
  if (!contact) return null;
  const type = contactTypeWords[contact.type] ?? { label: contact.type, by: contact.type, at: "by" };
  const withWords = contactWithLabels[contact.withRole] ?? contact.withRole;
  return {
    person: around.people.get(contact.involvementId ?? "") ?? (wordOf(row.data, "withName") ? { kind: "known", name: wordOf(row.data, "withName") } : null),
    typeWords: `${type.by} ${directed(type.at, wordOf(row.data, "direction"))} ${authorName}`,
    withWords,
    impactWords: impactLabels[contact.impact] ?? "",
    promise: contact.promise,
    nextContactWords: contact.nextContactAt ? `Next contact ${nearDayAndTime(contact.nextContactAt, now)}` : "",
    safeWords: contact.safeHonoured === false ? "Their safe contact wishes were not kept" : "",
  };
}

function directed(at: string, direction: string): string {
  if (at !== "with") return at;
  return direction === "in" ? "to" : direction === "out" ? "from" : "with";
}

function wordOf(data: Prisma.JsonValue, name: string): string {
  const found = data && typeof data === "object" && !Array.isArray(data) ? data[name] : undefined;
  return typeof found === "string" ? found : "";
}

function decapitalised(words: string): string {
  return words.startsWith("Named") ? words.charAt(0).toLowerCase() + words.slice(1).replace(/ only$/, "") : words;
}
