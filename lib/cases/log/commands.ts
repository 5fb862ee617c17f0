import { randomUUID } from "node:crypto";
import { z } from "zod";
import { londonDay } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import { command } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { Conflict, NotFound, Refused } from "../../platform/errors";
import type { Side } from "../../platform/generated/enums";
import { entryWritten } from "../events";
import { checkNames } from "../protecting/queries";
import { standingOn, type CaseStanding } from "../visibility";
import { entriesOf, entryColumns, entryViews } from "./entries/queries";
import { logRefusals } from "./labels";
import { mayAddEntry, mayCorrectEntry } from "./policy";
import { readersOf } from "./queries";
import { readersInWords, sealingFor, type Sealing } from "./rules";
import { addEntryInput, correctEntryInput, type AudienceInput } from "./schema";

export type Doing = { tx: Tx; actor: Actor; now: Date };

export type NewEntry = {
  caseId: string;
  kind: string;
  body?: string;
  data?: Record<string, unknown>;
  /** Who may read it by side. Unless said otherwise it is kept from the perpetrator's side, where a name can do harm. */
  side?: Side;
  /** Agencies that may read it, the author's own among them; empty for everyone at contribute. */
  audience?: string[];
  membersOnly?: boolean;
  notice?: string;
  /** The last day of that line. */
  noticeEndsOn?: string | null;
  correctsId?: string | null;
  happenedAt?: Date;
};

/** Adds one entry to a case's only history, in the caller's transaction, as the acting member. Returns its id. */
export async function writeEntry({ tx, actor, now }: Doing, entry: NewEntry): Promise<string> {
  const id = randomUUID();
  const { data = {}, noticeEndsOn, ...rest } = await keepingTheMove(tx, entry);
  // createMany, because a partner at summary may add a line to a log that it may not read back.
  await tx.entry.createMany({ data: [{ ...rest, id, data: data as object, noticeEndsOn: noticeEndsOn ? new Date(noticeEndsOn) : null, authorId: actor.memberId, authorAgencyId: actor.agencyId, happenedAt: entry.happenedAt ?? now }] });
  return id;
}

/** Lines that Hereward writes beside an act: each says what happened to the case, and never what a member chose to say to a side. */
const ownLines = ["state", "shared", "rag", "intervention", "address"];

async function keepingTheMove(tx: Tx, entry: NewEntry): Promise<NewEntry> {
  if (!entry.side || entry.side === "victim" || !(await isHiddenFromOtherSide(tx, entry.caseId))) return entry;
  if (ownLines.includes(entry.kind)) return { ...entry, side: "victim" };
  throw new Refused("tells-of-the-move", logRefusals["tells-of-the-move"]);
}

async function isHiddenFromOtherSide(tx: Tx, caseId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ hidden: boolean }[]>`SELECT hidden_from_other_side(${caseId}::uuid) AS hidden`;
  return found?.hidden ?? false;
}

/** Refused with "tells-of-the-move" where the perpetrator's side would read the name of an agency that took a case up in another district: it would tell where somebody went. */
export async function mustKeepTheMove(tx: Tx, caseId: string, side: Side): Promise<void> {
  if (side !== "victim" && (await isHiddenFromOtherSide(tx, caseId))) throw new Refused("tells-of-the-move", logRefusals["tells-of-the-move"]);
}

const added = z.object({ entryId: z.string(), reads: z.string() });

/** Adds a note, decision, information for partners or evidence to a case's log. Refused at summary, for readers who do not work the case, and for a one-sided author reaching the other side. */
export const addEntry = command({
  name: "entry.add",
  summary: "Adds a note, a decision, information for partners or evidence to a case's log.",
  input: addEntryInput,
  output: added,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId, "summary"),
  allow: mayAddEntry,
  words: logRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    if (input.happenedAt && input.happenedAt > now) throw new Refused("from-the-future");
    if (input.audience.noticeEndsOn && input.audience.noticeEndsOn < londonDay(now)) throw new Refused("ended-in-the-past");
    const sealing = await sealedFor(doing, standing, input.audience);
    const confirmed = await checkNames(doing, standing, { side: sealing.sealing.side, texts: [input.body, input.reason, input.reference, sealing.sealing.notice], confirmed: input.confirmsNames });
    const data = { ...confirmed, ...(input.knownBy ? { knownBy: input.knownBy } : {}), ...(input.reason ? { reason: input.reason } : {}), ...(input.reference ? { reference: input.reference } : {}) };
    const entryId = await writeEntry(doing, { caseId: standing.caseId, kind: input.kind, body: input.body, data, happenedAt: input.happenedAt, ...sealing.sealing });
    return {
      result: { entryId, reads: sealing.reads },
      events: [entryWritten({ caseId: standing.caseId, entryId, kind: input.kind })],
      audit: { caseId: standing.caseId, detail: confirmed },
    };
  },
});

/** Puts right an entry of the author's own agency by a new entry that points at it. Refused for other agencies' and Hereward's own lines; Conflict when it was corrected meanwhile. */
export const correctEntry = command({
  name: "entry.correct",
  summary: "Corrects an entry by a new one that points at it; the first wording stays.",
  input: correctEntryInput,
  output: z.object({ entryId: z.string() }),
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId, "contribute");
    const entry = await tx.entry.findFirst({ where: { AND: [entriesOf({ actor, now, standing }), { id: input.entryId, correctsId: null }] } });
    if (!entry) throw new NotFound();
    return { ...entry, standing };
  },
  allow: mayCorrectEntry,
  words: logRefusals,
  run: async ({ tx, actor, now, input, subject: entry }) => {
    // Two who correct the same wording at once: the second waits here, then sees the first one's.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`entry:${entry.id}`}, 0))::text`;
    const [view] = await entryViews({ tx, actor, now, standing: entry.standing }, [await tx.entry.findUniqueOrThrow({ where: { id: entry.id }, select: entryColumns })]);
    if (view?.readId !== input.readId) throw new Conflict(view);
    const { caseId, kind, side, audience, membersOnly, happenedAt } = entry;
    const confirmed = await checkNames({ tx, actor, now }, entry.standing, { side, texts: [input.body, input.reason], confirmed: input.confirmsNames });
    const entryId = await writeEntry({ tx, actor, now }, { caseId, kind, side, audience, membersOnly, happenedAt, body: input.body, data: { ...confirmed, reason: input.reason }, correctsId: entry.id });
    return { result: { entryId }, events: [entryWritten({ caseId, entryId, kind })], audit: { caseId, detail: confirmed } };
  },
});

/** Who may read what an author chose, or the rule that stands in its way; with the readers in words. */
export async function sealedFor(doing: Doing, standing: CaseStanding, choice: AudienceInput, fixedSide?: Side): Promise<{ sealing: Sealing; reads: string }> {
  const readers = await readersOf({ ...doing, standing });
  const writer = { agencyId: doing.actor.agencyId, side: standing.side, fixedSide };
  const sealing = sealingFor(choice, { ...writer, readers: readers.agencies });
  if (typeof sealing === "string") throw new Refused(sealing);
  return { sealing, reads: readersInWords(choice, readers, writer).reads };
}
