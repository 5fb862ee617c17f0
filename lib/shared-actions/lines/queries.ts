import { agencyNames, livePosts } from "../../agencies/queries";
import { shortDay } from "../../format/dates";
import { dueWords } from "../../format/due";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Prisma } from "../../platform/generated/client";
import { casesAtAGlance, type CaseGlance } from "../glance/queries";
import { actionStatusLabels } from "../labels";
import { mayAnswerAction, maySettleAction } from "../policy";
import { isOverdue, mayBecome } from "../rules";
import type { ActionLine, Colleague, DueView } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date };

export const lineColumns = {
  id: true, version: true, caseId: true, what: true, why: true, status: true, isUrgent: true, origin: true, dueAt: true, askedById: true, askedByAgencyId: true,
  ownerAgencyId: true, ownerMemberId: true, declineReason: true, outcome: true, endedAt: true,
} satisfies Prisma.SharedActionSelect;

export type ActionRow = Prisma.SharedActionGetPayload<{ select: typeof lineColumns }>;

/** Actions as lines for a list, each with what the member may do with it; four statements however many. Rows come through visibleActions. */
export async function actionLines(reading: Reading, rows: readonly ActionRow[]): Promise<ActionLine[]> {
  const { tx } = reading;
  const glances = await casesAtAGlance(reading, rows.map((row) => row.caseId));
  const agencies = await agencyNames(tx, rows.flatMap((row) => [row.ownerAgencyId, row.askedByAgencyId]));
  const members = await memberNames(tx, rows.flatMap((row) => [row.askedById, row.ownerMemberId ?? ""]));
  return rows.flatMap((row) => {
    const glance = glances.get(row.caseId);
    return glance ? [lineOf(reading, row, glance, agencies, members)] : [];
  });
}

type Names = Map<string, string>;

function lineOf({ actor, now }: Reading, row: ActionRow, glance: CaseGlance, agencies: Names, members: Names): ActionLine {
  const isOpen = glance.isOpen;
  return {
    actionId: row.id, version: row.version, caseId: row.caseId, reference: glance.reference, title: glance.title, rag: glance.rag,
    what: row.what, why: row.why, status: row.status, statusWords: actionStatusLabels[row.status], isUrgent: row.isUrgent, origin: row.origin,
    isOverdue: isOpen && isOverdue(row, now), due: dueOf(row.dueAt, now, row.isUrgent ? "minute" : "day"),
    askedByAgency: agencies.get(row.askedByAgencyId) ?? "", askedByName: members.get(row.askedById) ?? "", isAskedByUs: row.askedByAgencyId === actor.agencyId,
    ownerAgencyId: row.ownerAgencyId, ownerAgency: agencies.get(row.ownerAgencyId) ?? "", ownerName: members.get(row.ownerMemberId ?? "") ?? "",
    isOurs: row.ownerAgencyId === actor.agencyId, isMine: row.ownerMemberId === actor.memberId,
    declineReason: row.declineReason ?? "", outcome: row.outcome ?? "", endedWords: row.endedAt ? shortDay(row.endedAt, now) : "",
    may: mayOf(actor, row, glance),
  };
}

/** How a due time reads now. */
export function dueOf(at: Date, now: Date, precision: "minute" | "day"): DueView {
  return { at: at.toISOString(), ...dueWords(at, now, { precision }), precision };
}

function mayOf(actor: Actor, row: ActionRow, glance: CaseGlance): ActionLine["may"] {
  const parties = { ownerAgencyId: row.ownerAgencyId, askedByAgencyId: row.askedByAgencyId, leadAgencyId: glance.leadAgencyId };
  const answers = glance.isOpen && mayAnswerAction(actor, parties).allowed;
  const settles = maySettleAction(actor, parties).allowed;
  const isLive = row.status === "offered" || row.status === "accepted";
  return {
    accept: answers && row.status === "offered", decline: answers && mayBecome(row.status, "declined"), handOn: answers && isLive,
    complete: answers && mayBecome(row.status, "done"), cancel: settles && mayBecome(row.status, "cancelled"), askAgain: settles && glance.isOpen && row.status === "declined",
  };
}

async function memberNames(tx: Tx, memberIds: readonly string[]): Promise<Names> {
  const wanted = [...new Set(memberIds)].filter(Boolean);
  if (wanted.length === 0) return new Map();
  const rows = await tx.member.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who at the member's own agency takes on actions now, for handing on to. */
export async function colleaguesOf({ tx, actor, now }: Reading): Promise<Colleague[]> {
  const rows = await tx.member.findMany({
    where: { AND: [livePosts(now), { agencyId: actor.agencyId, roles: { hasSome: ["practitioner", "coordinator", "manager"] } }] },
    select: { id: true, name: true, title: true }, orderBy: { name: "asc" }, take: 200,
  });
  return rows.map(({ id, name, title }) => ({ memberId: id, name, title }));
}
