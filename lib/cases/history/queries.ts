import { z } from "zod";
import { dayAndTime } from "../../format/dates";
import { id } from "../../format/fields";
import { query } from "../../platform/query";
import { ragLabels } from "../../clocks/labels";
import { entriesOf, type Reading } from "../log/entries/queries";
import { caseRefusals } from "../page/labels";
import { mayReadCases } from "../page/policy";
import { caseHeader } from "../page/queries";
import { levelWords } from "../sharing/labels";
import { reaches, standingOn } from "../visibility";
import { answersForCase } from "./rules";
import { historyViewSchema, type HistoryLine, type HistoryView } from "./schema";

/** How a case came to be as it is: colours with their reasons, who had reach and who led, and its states; each only as far as the reader may see. Hidden cases are not found. */
export const getCaseHistory = query({
  name: "case.history",
  summary: "The colours, shares and states a case has had.",
  input: z.strictObject({ caseId: id("Open the case again") }),
  output: historyViewSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }): Promise<HistoryView> => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const reading = { tx, actor, now, standing };
    return { header: await caseHeader(tx, actor, now, standing), colours: await coloursOf(reading), reach: await reachOf(reading), states: await statesOf(reading), seesWhoLooked: answersForCase(actor, standing) };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

async function namesOf({ tx }: Reading, ids: (string | null)[]): Promise<(id: string | null) => string> {
  const members = await tx.member.findMany({ where: { id: { in: ids.filter((each): each is string => each !== null) } }, select: { id: true, name: true, agency: { select: { shortName: true } } } });
  const names = new Map(members.map((member) => [member.id, `${member.name}, ${member.agency.shortName}`]));
  return (memberId) => names.get(memberId ?? "") ?? "";
}

async function coloursOf(reading: Reading): Promise<HistoryView["colours"]> {
  if (reading.standing.side === "perpetrator") return [];
  const rows = await reading.tx.ragChange.findMany({ where: { caseId: reading.standing.caseId }, orderBy: { seq: "desc" } });
  const nameOf = await namesOf(reading, rows.map((row) => row.byId));
  return rows.map((row) => ({ id: row.id, rag: row.rag, ...moment(row.at, reading.now), what: ragLabels[row.rag], why: row.reason, who: nameOf(row.byId) }));
}

async function reachOf(reading: Reading): Promise<HistoryLine[]> {
  const grants = await reading.tx.grant.findMany({
    // On the perpetrator's side an agency reads its own: who leads and who works the case by now could tell where somebody went.
    where: { caseId: reading.standing.caseId, ...(reading.standing.side === "perpetrator" ? { agencyId: reading.actor.agencyId } : {}) }, include: { agency: { select: { shortName: true } } }, orderBy: [{ grantedAt: "desc" }, { id: "asc" }] });
  const nameOf = await namesOf(reading, grants.flatMap((grant) => [grant.grantedById, grant.revokedById]));
  // A purpose is its author's words and may speak of the other side: both-sided agencies alone read it.
  const why = (words: string) => (reading.standing.side === "both" ? words : "");
  const given = grants.map((grant) => ({
    id: `${grant.id}-given`, ...moment(grant.grantedAt, reading.now), who: nameOf(grant.grantedById), why: why(grant.purpose),
    what: grant.level === "lead" ? `${grant.agency.shortName} leads` : `${grant.agency.shortName}: ${levelWords[grant.level].short}`,
  }));
  const ended = grants.flatMap((grant) => (grant.revokedAt
    ? [{ id: `${grant.id}-ended`, ...moment(grant.revokedAt, reading.now), who: nameOf(grant.revokedById), why: why(grant.revokeReason ?? ""), what: `${grant.agency.shortName}: ${levelWords[grant.level].short}, ended` }]
    : []));
  return [...given, ...ended].sort((a, b) => b.at.localeCompare(a.at));
}

async function statesOf(reading: Reading): Promise<HistoryLine[]> {
  if (!reaches(reading.standing.level, "contribute")) return [];
  const entries = await reading.tx.entry.findMany({
    where: { AND: [entriesOf(reading), { kind: "state" }] }, select: { id: true, body: true, authorId: true, recordedAt: true }, orderBy: [{ recordedAt: "desc" }, { seq: "desc" }],
  });
  const nameOf = await namesOf(reading, entries.map((entry) => entry.authorId));
  return entries.map((entry) => ({ id: entry.id, ...moment(entry.recordedAt, reading.now), what: entry.body, why: "", who: nameOf(entry.authorId) }));
}

function moment(at: Date, now: Date) {
  return { at: at.toISOString(), atWords: dayAndTime(at, now) };
}
