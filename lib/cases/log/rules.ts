import { listWords } from "../../format/text";
import type { AudienceInput, ReadersView, ReaderView } from "./schema";

export type Side = "both" | "victim" | "perpetrator";

/** The side of an entry where its author says nothing: kept from the perpetrator's side, unless it is theirs. */
export function usualSide(writer: Side): Side {
  return writer === "perpetrator" ? "perpetrator" : "victim";
}

/** Whether an agency's side reads an entry of a side. */
export function sideReads(reader: Side, entry: Side): boolean {
  return reader === "both" || entry === "both" || reader === entry;
}

export type Sealing = { side: Side; audience: string[]; membersOnly: boolean; notice: string; noticeEndsOn: string | null };
export type SealingProblem = "not-a-reader" | "one-side-only" | "kept-from-that-side";

type Writing = { agencyId: string; side: Side; readers: readonly Pick<ReaderView, "agencyId" | "side">[]; fixedSide?: Side };

/** Turns what an author chose into who may read an entry, or says which choice cannot stand. A fixed side belongs to a contact with one side's person. */
export function sealingFor(choice: AudienceInput, writing: Writing): Sealing | SealingProblem {
  const usual = writing.fixedSide ?? usualSide(writing.side);
  const named = choice.to === "agencies" ? writing.readers.filter((reader) => choice.agencyIds.includes(reader.agencyId)) : [];
  const unknown = choice.agencyIds.filter((agencyId) => agencyId !== writing.agencyId && !named.some((reader) => reader.agencyId === agencyId));
  if (choice.to === "agencies" && unknown.length > 0) return "not-a-reader";
  const crosses = choice.to !== "agencies" ? choice.withOtherSide : named.some((reader) => !sideReads(reader.side, usual));
  if (crosses && writing.fixedSide && writing.fixedSide !== "both") return "kept-from-that-side";
  if (crosses && writing.side !== "both") return "one-side-only";
  const audience = choice.to === "agencies" ? [...new Set([writing.agencyId, ...named.map((reader) => reader.agencyId)])] : [];
  return { side: crosses ? "both" : usual, audience, membersOnly: choice.to === "members", notice: choice.to === "agencies" ? choice.notice : "", noticeEndsOn: choice.to === "agencies" ? choice.noticeEndsOn : null };
}

/** Who will read it and who will not, in words, before it is written. */
export function readersInWords(choice: AudienceInput, readers: ReadersView, writer: { agencyId: string; side: Side; fixedSide?: Side }): { reads: string; not: string } {
  const usual = writer.fixedSide ?? usualSide(writer.side);
  const canCross = !writer.fixedSide || writer.fixedSide === "both";
  const side: Side = choice.withOtherSide && canCross && choice.to !== "agencies" ? "both" : usual;
  if (choice.to === "members") return { reads: listWords(readers.members.filter((member) => sideReads(member.side, side)).map((member) => `${member.name} (${member.agencyName})`)) || "Nobody but you", not: "" };
  if (choice.to === "agencies") {
    const named = readers.agencies.filter((reader) => choice.agencyIds.includes(reader.agencyId) || reader.agencyId === writer.agencyId);
    return { reads: listWords(named.map((reader) => reader.name)), not: listWords(readers.agencies.filter((reader) => !named.includes(reader)).map((reader) => reader.name)) };
  }
  const reading = readers.agencies.filter((reader) => sideReads(reader.side, side));
  const names = [...reading.map((reader) => reader.name), ...(readers.panelName ? [`the chair and coordinator of ${readers.panelName}`] : [])];
  return { reads: listWords(names), not: listWords(readers.agencies.filter((reader) => !reading.includes(reader)).map((reader) => reader.name)) };
}

/** Who reads an entry that stands, in a few words. */
export function audienceWords(entry: { audience: readonly string[]; membersOnly: boolean; side: Side }, agencyNames: readonly string[]): string {
  if (entry.membersOnly) return "Named members only";
  if (entry.audience.length > 0) return agencyNames.length > 3 ? `${agencyNames.length} named agencies` : listWords(agencyNames);
  return { both: "All partners, both sides", victim: "All partners", perpetrator: "Not the victim's side" }[entry.side];
}

export type Cursor = { txId: bigint; seq: bigint };

/** Reads a place in the feed: transaction, then number within it. */
export function parseCursor(words: string): Cursor {
  const [txId = "0", seq = "0"] = words.split(".");
  return { txId: BigInt(txId), seq: BigInt(seq) };
}

export function cursorWords({ txId, seq }: Cursor): string {
  return `${txId}.${seq}`;
}

/** The later of two places in the feed. */
export function laterCursor(a: Cursor, b: Cursor): Cursor {
  return a.txId > b.txId || (a.txId === b.txId && a.seq > b.seq) ? a : b;
}

/** Where the next older page begins: recorded when, and its number. */
export function olderThan(row: { recordedAt: Date; seq: bigint }): string {
  return `${row.recordedAt.toISOString()}_${row.seq}`;
}

export function parseOlder(words: string): { recordedAt: Date; seq: bigint } {
  const [at = "", seq = "0"] = words.split("_");
  return { recordedAt: new Date(at), seq: BigInt(seq) };
}
