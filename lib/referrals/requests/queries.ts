import { z } from "zod";
import { londonDay, nearDayAndTime } from "../../format/dates";
import { dueWords } from "../../format/due";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Referral } from "../../platform/generated/client";
import { query } from "../../platform/query";
import { livePosts } from "../../agencies/queries";
import { ringWords } from "../../cases/duty/labels";
import { whoToRingNow } from "../../cases/duty/queries";
import { mayReadCases } from "../../cases/page/policy";
import { isUnderSection115 } from "../../cases/sharing/rules";
import { sideWords } from "../../cases/sharing/labels";
import { visibleCases } from "../../cases/visibility";
import { mayAskAccess } from "../../cases/find/policy";
import { requestRefusals, requestStatuses } from "./labels";
import type { RequestKind } from "./rules";
import { askFormSchema, requestsSchema, type RequestView } from "./schema";
import { requestsToAnswer, visibleRequests } from "./visibility";

type Reading = { tx: Tx; actor: Actor; now: Date };

/** What waits for the member's answer, what their agency asked of others, and what was lately answered: of each the reference and what was said, and nothing else of the case. */
export const listRequests = query({
  name: "request.list",
  summary: "Requests for access and offers of the lead: to answer, asked by one's own agency, and lately answered.",
  input: z.strictObject({ caseId: z.uuid().optional() }),
  output: requestsSchema,
  allow: mayReadCases,
  words: requestRefusals,
  run: async ({ tx, actor, now, input }) => {
    const reading = { tx, actor, now };
    const about = input.caseId ? { caseId: input.caseId } : {};
    const seen = { AND: [visibleRequests(actor, now), about] };
    const waiting = await tx.referral.findMany({ where: { ...seen, outcomeAt: null }, orderBy: [{ respondBy: "asc" }, { id: "asc" }], take: 200 });
    const ended = await tx.referral.findMany({ where: { ...seen, outcomeAt: { not: null } }, orderBy: [{ outcomeAt: "desc" }, { id: "asc" }], take: 30 });
    const mine = await tx.referral.findMany({ where: { AND: [requestsToAnswer(actor, now), about] }, select: { id: true } });
    const views = await viewsOf(reading, [...waiting, ...ended], new Set(mine.map(({ id }) => id)));
    const open = views.filter(({ isOpen }) => isOpen);
    return {
      toAnswer: open.filter(({ may }) => may.answer), asked: open.filter(({ may, isOurs }) => isOurs && !may.answer),
      ended: views.filter(({ isOpen }) => !isOpen),
      gateways: await gatewaysOf(reading), colleagues: await colleaguesOf(reading),
    };
  },
  audit: (view) => ({ detail: { requestIds: [...view.toAnswer, ...view.asked, ...view.ended].map(({ requestId }) => requestId) } }),
});

/** Who of the member's agency would work a case, for the form that asks for one. */
export const getAskForm = query({
  name: "request.askForm",
  summary: "Who of the member's agency would work a case that it asks for.",
  input: z.strictObject({}),
  output: askFormSchema,
  allow: mayAskAccess,
  words: requestRefusals,
  run: async ({ tx, actor, now }) => ({ colleagues: await colleaguesOf({ tx, actor, now }), memberId: actor.memberId, side: actor.side }),
  audit: "none",
});

/** The laws by which a case may be told, that stand today. */
export async function gatewaysOf({ tx, now }: Reading) {
  const today = new Date(londonDay(now));
  return tx.code.findMany({
    where: { list: "legal_gateway", AND: [{ OR: [{ validFrom: null }, { validFrom: { lte: today } }] }, { OR: [{ validTo: null }, { validTo: { gte: today } }] }] },
    select: { code: true, label: true }, orderBy: { position: "asc" },
  });
}

async function colleaguesOf({ tx, actor, now }: Reading) {
  const rows = await tx.member.findMany({
    where: { AND: [livePosts(now), { agencyId: actor.agencyId, roles: { hasSome: ["practitioner", "coordinator", "manager"] } }] },
    select: { id: true, name: true, title: true }, orderBy: { name: "asc" }, take: 300,
  });
  return rows.map(({ id, name, title }) => ({ memberId: id, name, title }));
}

async function viewsOf(reading: Reading, rows: Referral[], mine: ReadonlySet<string>): Promise<RequestView[]> {
  const { tx, actor, now } = reading;
  const agencyIds = [...new Set(rows.flatMap((row) => [row.raisedByAgencyId, row.toAgencyId ?? ""]))].filter(Boolean);
  const agencies = new Map((await tx.agency.findMany({ where: { id: { in: agencyIds } }, select: { id: true, name: true, kind: true } })).map((one) => [one.id, one]));
  const memberIds = rows.flatMap((row) => [row.raisedById, row.forMemberId ?? "", row.answeredById ?? ""]).filter(Boolean);
  const members = new Map((await tx.member.findMany({ where: { id: { in: memberIds } }, select: { id: true, name: true } })).map((one) => [one.id, one.name]));
  const opened = new Set((await tx.case.findMany({ where: { AND: [{ id: { in: rows.map((row) => row.caseId) } }, visibleCases(actor, now)] }, select: { id: true } })).map(({ id }) => id));
  const areas = new Map((await tx.area.findMany({ select: { id: true, name: true } })).map((one) => [one.id, one.name]));
  const bases = new Map((await gatewaysOf(reading)).map((one) => [one.code, one.label]));
  const leads = await leadsShown(reading, rows);
  const rings = await whoToRingNow(tx, now, [...new Set([...leads.values(), ...agencyIds])]);
  return rows.map((row): RequestView => {
    const isAccess = row.kind === "access_request";
    const isOurs = row.raisedByAgencyId === actor.agencyId;
    const toId = isAccess ? leads.get(row.reference) ?? "" : row.toAgencyId ?? "";
    const other = rings.find(({ agencyId }) => agencyId === (isOurs ? toId : row.raisedByAgencyId));
    return {
      requestId: row.id, version: row.version, kind: row.kind as RequestKind, reference: row.reference, caseId: opened.has(row.caseId) ? row.caseId : "", isOurs,
      fromName: agencies.get(row.raisedByAgencyId)?.name ?? "", toName: isOurs ? other?.agencyName ?? "" : agencies.get(row.toAgencyId ?? "")?.name ?? "",
      wantedWords: isAccess ? wanted(row) : `To take over the lead in ${areas.get(row.toAreaId ?? "") ?? ""}`, wantedLevel: row.wantedLevel, wantedSide: row.wantedSide,
      agencyKindIsUnder115: isUnderSection115(agencies.get(row.raisedByAgencyId)?.kind ?? ""),
      purpose: row.purpose, reason: row.question, basisWords: bases.get(row.legalBasis) ?? "",
      askedWords: [`${members.get(row.raisedById) ?? ""} asked ${nearDayAndTime(row.sentAt, now)}`, row.forMemberId && row.forMemberId !== row.raisedById ? `for ${members.get(row.forMemberId) ?? ""}` : ""].filter(Boolean).join(" "),
      statusWords: requestStatuses[row.status] ?? row.status, isOpen: row.outcomeAt === null, answer: row.outcome ?? "",
      answeredWords: row.outcomeAt ? nearDayAndTime(row.outcomeAt, now) : "",
      answerBy: row.respondBy && !row.outcomeAt ? { at: row.respondBy.toISOString(), ...dueWords(row.respondBy, now) } : null,
      ring: ringWords(other), may: { answer: mine.has(row.id), withdraw: isOurs && row.outcomeAt === null },
    };
  });
}

function wanted({ wantedLevel, wantedSide }: Referral): string {
  const words = wantedLevel === "contribute" ? "To work on it" : "To see a summary";
  return wantedSide ? `${words}, ${sideWords[wantedSide].toLowerCase()}` : words;
}

/** The lead of each case as its asker may know it now: by the pointer, which is gone where the case is restricted. */
async function leadsShown({ tx }: Reading, rows: Referral[]): Promise<Map<string, string>> {
  const references = [...new Set(rows.filter(({ kind }) => kind === "access_request").map(({ reference }) => reference))];
  if (references.length === 0) return new Map();
  const found = await tx.$queryRaw<{ reference: string; leadAgencyId: string }[]>`
    SELECT p.reference, p."leadAgencyId" FROM unnest(${references}::text[]) AS wanted (reference) CROSS JOIN LATERAL pointer_by_reference(wanted.reference) p`;
  return new Map(found.map((one) => [one.reference, one.leadAgencyId]));
}

