import { z } from "zod";
import { sentence } from "../../format/text";
import { livePosts } from "../../agencies/queries";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { shareAsAsked, standingToShare } from "../../cases/sharing/commands";
import { sharedResultSchema } from "../../cases/sharing/schema";
import { checkNames } from "../../cases/protecting/queries";
import type { CaseStanding } from "../../cases/visibility";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { dueAt } from "../../clocks/rules";
import { caseReference, parseCaseReference } from "../../format/references";
import type { Actor } from "../../platform/actor";
import { command, nothing } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { requestRefusals } from "../requests/labels";
import { answerWithin } from "../requests/rules";
import { visibleRequests } from "../requests/visibility";
import { mayAskAccess } from "../../cases/find/policy";
import { mayAnswerAccess, mayWithdrawRequest } from "./policy";
import { isWithinAsked } from "./rules";
import { askAccessInput, grantAccessInput, refuseAccessInput, withdrawRequestInput } from "./schema";

/** Tells those whom a request concerns, in the caller's transaction. */
export async function tellOfRequest(tx: Tx, referralId: string, told: string): Promise<void> {
  await tx.$queryRaw`SELECT tell_of_request(${referralId}::uuid, ${told})`;
}

/**
 * Asks the lead of a case for reach: level, side, purpose, why, and who would work it. Answered within a working day, else
 * it goes to the managers. A case that the asker may not know of is not found, whether or not it exists; refused while a
 * request waits, within 7 days of a refusal, and past ten in a day.
 */
export const askForAccess = command({
  name: "request.askAccess",
  summary: "Asks the agency that leads a case to let one's own agency see it or work on it.",
  input: askAccessInput,
  output: z.object({ requestId: z.string(), respondBy: z.string() }),
  load: nothing,
  allow: mayAskAccess,
  words: requestRefusals,
  run: async ({ tx, actor, now, input }) => {
    const parsed = parseCaseReference(input.reference);
    if (!parsed) throw new NotFound();
    const respondBy = dueAt(answerWithin, now, isBankHoliday);
    const reason = sentence(input.reason);
    const [asked] = await tx.$queryRaw<{ said: string; requestId: string | null; caseId: string | null }[]>`
      SELECT said, "requestId", "caseId" FROM ask_for_access(${caseReference(parsed)}, ${input.level}::"GrantLevel", ${input.side}::"Side", ${input.purpose}, ${reason}, ${input.memberId}::uuid, ${respondBy})`;
    // First whether the case may be known: what else is wrong with the request would tell that it is there.
    if (!asked) throw new NotFound();
    if (asked.said !== "asked" || !asked.requestId || !asked.caseId) throw new Refused(asked.said);
    if (!(await worksCases({ tx, now }, input.memberId, actor.agencyId))) throw new Refused("not-ours");
    return { result: { requestId: asked.requestId, respondBy: respondBy.toISOString() }, audit: { caseId: asked.caseId, detail: { requestId: asked.requestId } } };
  },
});

async function worksCases({ tx, now }: Pick<Doing, "tx" | "now">, memberId: string, agencyId: string): Promise<boolean> {
  return (await tx.member.count({ where: { AND: [livePosts(now), { id: memberId, agencyId, roles: { hasSome: ["practitioner", "coordinator", "manager"] } }] } })) > 0;
}

type Asked = { tx: Tx; actor: Actor; now: Date; input: { accessRequestId: string } };

async function requestToAnswer({ tx, actor, now, input }: Asked) {
  const found = await tx.referral.findFirst({ where: { AND: [{ id: input.accessRequestId, kind: "access_request" }, visibleRequests(actor, now)] } });
  if (!found) throw new NotFound();
  // Whoever asked reads the request and not the case: to them it is no request that they could answer.
  const standing: CaseStanding = await standingToShare({ tx, actor, now, input: { caseId: found.caseId } });
  // Another may have answered while this one waited.
  const { outcomeAt } = await tx.referral.findUniqueOrThrow({ where: { id: found.id }, select: { outcomeAt: true } });
  return { ...found, outcomeAt, standing };
}

/** Gives an agency what it asked for, or less, by the same rules as sharing: a purpose, a law, a live agreement. Whoever it was for is named on the case. Refused for more than was asked. */
export const grantAccess = command({
  name: "request.grantAccess",
  summary: "Gives an agency the reach it asked for, or less.",
  input: grantAccessInput,
  output: sharedResultSchema,
  load: requestToAnswer,
  allow: mayAnswerAccess,
  words: requestRefusals,
  run: async ({ tx, actor, now, input, subject: { standing, ...asked } }) => {
    const doing = { tx, actor, now };
    if (asked.outcomeAt) throw new Refused("already-answered");
    const { accessRequestId: requestId, version, level, side, confirmsNames, ...given } = input;
    if (!isWithinAsked({ level, side }, { level: asked.wantedLevel, side: asked.wantedSide })) throw new Refused("more-than-asked");
    const confirmed = await checkNames(doing, standing, { side: "both", texts: [given.purpose], confirmed: confirmsNames });
    await updateAtVersion(tx.referral, requestId, version, { status: "accepted", outcome: "", outcomeAt: now, answeredById: actor.memberId });
    const { agencies, events } = await shareAsAsked(doing, standing, { ...given, agencies: [{ agencyId: asked.raisedByAgencyId, level, side }] });
    await nameWorker(doing, asked.caseId, asked.forMemberId, asked.raisedByAgencyId);
    await tellOfRequest(tx, requestId, "access-answered");
    return { result: { agencies }, events, audit: { caseId: asked.caseId, detail: { ...confirmed, requestId, agencyIds: [asked.raisedByAgencyId] } } };
  },
});

async function nameWorker({ tx, now }: Doing, caseId: string, memberId: string | null, agencyId: string): Promise<void> {
  if (!memberId || !(await worksCases({ tx, now }, memberId, agencyId))) return;
  if ((await tx.caseMember.count({ where: { caseId, memberId, endsAt: null } })) > 0) return;
  await tx.caseMember.create({ data: { caseId, memberId, agencyId, startsAt: now }, select: { id: true } });
}

/** Refuses an agency what it asked for, in words that it reads. Nothing else of the case is told. */
export const refuseAccess = command({
  name: "request.refuseAccess",
  summary: "Refuses an agency the reach it asked for, with a reason that it reads.",
  input: refuseAccessInput,
  output: z.object({ requestId: z.string() }),
  load: requestToAnswer,
  allow: mayAnswerAccess,
  words: requestRefusals,
  run: async ({ tx, actor, now, input: { accessRequestId: requestId, version, reason, confirmsNames }, subject: asked }) => {
    if (asked.outcomeAt) throw new Refused("already-answered");
    const confirmed = await checkNames({ tx, actor, now }, asked.standing, { side: "both", texts: [reason], confirmed: confirmsNames });
    await updateAtVersion(tx.referral, requestId, version, { status: "declined", outcome: reason, outcomeAt: now, answeredById: actor.memberId });
    const asker = await tx.agency.findUniqueOrThrow({ where: { id: asked.raisedByAgencyId }, select: { name: true } });
    await writeEntry({ tx, actor, now }, {
      caseId: asked.caseId, kind: "access_asked", body: `${asker.name} was refused reach into this case. ${sentence(reason)}`, data: { ...confirmed, requestId }, audience: [actor.agencyId],
    });
    await tellOfRequest(tx, requestId, "access-answered");
    return { result: { requestId }, audit: { caseId: asked.caseId, detail: { requestId } } };
  },
});

/** Takes back a request for access before it is answered. */
export const withdrawRequest = command({
  name: "request.withdraw",
  summary: "Withdraws a request for access that is not answered yet.",
  input: withdrawRequestInput,
  output: z.object({ requestId: z.string() }),
  load: async ({ tx, actor, now, input }) => {
    const found = await tx.referral.findFirst({ where: { AND: [{ id: input.accessRequestId, kind: "access_request" }, visibleRequests(actor, now)] } });
    if (!found) throw new NotFound();
    return found;
  },
  allow: mayWithdrawRequest,
  words: requestRefusals,
  run: async ({ tx, actor, now, input: { accessRequestId: requestId, version }, subject: request }) => {
    if (request.outcomeAt) throw new Refused("already-answered");
    await updateAtVersion(tx.referral, requestId, version, { status: "withdrawn", outcome: "", outcomeAt: now, answeredById: actor.memberId });
    return { result: { requestId }, audit: { caseId: request.caseId, detail: { requestId } } };
  },
});
