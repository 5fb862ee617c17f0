import { nearDayAndTime } from "../../format/dates";
import { counted, spanWords } from "../../format/due";
import { agencyNames } from "../../agencies/queries";
import { visibleGlass } from "../../cases/glass/visibility";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Prisma } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { auditMenu } from "../audit/lines/queries";
import { findingWords, glassReviewRefusals } from "./labels";
import { mayListGlass, mayReviewGlass } from "./policy";
import { findings, glassListSchema, listGlassInput, type EmergencySearchLine, type GlassLine } from "./schema";

const perPage = 30;

const columns = {
  id: true, version: true, reference: true, reason: true, memberId: true, agencyId: true, leadAgencyId: true, holderAgencyId: true, startedAt: true, endsAt: true, endedAt: true,
  reviewedAt: true, finding: true, reviewNote: true, member: { select: { name: true, title: true } },
} satisfies Prisma.BreakGlassSelect;
type Row = Prisma.BreakGlassGetPayload<{ select: typeof columns }>;

/** Emergency openings in the officer's remit, newest first, with how many wait for a review. Cases stay closed to them: reference and reason are all they read. */
export const listGlass = query({
  name: "glass.list",
  summary: "Emergency openings of cases, newest first, with what their review found.",
  input: listGlassInput,
  output: glassListSchema,
  allow: mayListGlass,
  words: glassReviewRefusals,
  run: async ({ tx, actor, now, input }) => {
    const where = visibleGlass(actor, now);
    const rows = await tx.breakGlass.findMany({ where: { AND: [where, input.after ? beyond(input.after) : {}] }, orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: perPage + 1, select: columns });
    const page = rows.slice(0, perPage);
    const names = await agencyNames(tx, page.flatMap((row) => [row.agencyId, row.leadAgencyId, row.holderAgencyId ?? ""]));
    const last = page[page.length - 1];
    return {
      may: auditMenu(actor), now: now.toISOString(),
      waiting: await tx.breakGlass.count({ where: { AND: [where, { reviewedAt: null }] } }),
      searches: input.after ? [] : await latestSearches(tx, now),
      lines: page.map((row) => lineOf(row, actor, now, names)),
      next: rows.length > perPage && last ? `${last.startedAt.getTime()}_${last.id}` : null,
    };
  },
  audit: (view) => ({ detail: { references: view.lines.map(({ reference }) => reference) } }),
});

async function latestSearches(tx: Tx, now: Date): Promise<EmergencySearchLine[]> {
  const rows = await tx.emergencySearch.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: 20, select: { id: true, memberId: true, agencyId: true, reason: true, found: true, at: true, member: { select: { name: true } } } });
  const names = await agencyNames(tx, rows.map(({ agencyId }) => agencyId));
  return rows.map(({ id, memberId, agencyId, reason, found, at, member }) => ({
    id, memberId, memberName: member.name, agencyName: names.get(agencyId) ?? "", whenWords: nearDayAndTime(at, now), reason, foundWords: found === 0 ? "found nothing" : `was told of ${counted(found, "case")}`,
  }));
}

function beyond(cursor: string): Prisma.BreakGlassWhereInput {
  const [time = "", id = ""] = cursor.split("_");
  const startedAt = new Date(Number(time));
  return { OR: [{ startedAt: { lt: startedAt } }, { startedAt, id: { lt: id } }] };
}

function lineOf(row: Row, actor: Actor, now: Date, names: Map<string, string>): GlassLine {
  const ended = row.endedAt ?? row.endsAt;
  const finding = findings.find((one) => one === row.finding);
  return {
    glassId: row.id, version: row.version, reference: row.reference, reason: row.reason, memberId: row.memberId, memberName: row.member.name, memberTitle: row.member.title,
    agencyName: names.get(row.agencyId) ?? "", leadName: names.get(row.leadAgencyId) ?? "", sealedOf: row.holderAgencyId ? (names.get(row.holderAgencyId) ?? "") : "",
    startedWords: nearDayAndTime(row.startedAt, now), lengthWords: spanWords(Math.round((ended.getTime() - row.startedAt.getTime()) / 60_000)), isOpen: ended > now,
    review: finding && row.reviewedAt ? { finding, words: `${findingWords[finding]}, ${nearDayAndTime(row.reviewedAt, now)}`, note: row.reviewNote } : null,
    mayReview: !row.reviewedAt && ended <= now && mayReviewGlass(actor, row).allowed,
  };
}
