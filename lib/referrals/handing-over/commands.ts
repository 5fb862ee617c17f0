import { z } from "zod";
import { sentence } from "../../format/text";
import { liveAgreements } from "../../agencies/agreements/queries";
import { writeEntry } from "../../cases/log/commands";
import { checkBasis, standingToShare } from "../../cases/sharing/commands";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { dueAt } from "../../clocks/rules";
import type { Actor } from "../../platform/actor";
import { command } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { tellOfRequest } from "../asking/commands";
import { requestRefusals } from "../requests/labels";
import { answerWithin } from "../requests/rules";
import { visibleRequests } from "../requests/visibility";
import { mayAnswerOffer, mayOfferLead } from "./policy";
import { acceptLeadInput, declineLeadInput, offerLeadInput, withdrawLeadInput } from "./schema";

type Asked = { tx: Tx; actor: Actor; now: Date; input: { offerId: string } };

/**
 * Offers the lead of a case to another agency, in this district or another, with a purpose and a law. Until it is accepted
 * nothing changes: the sender leads, and the receiver reads the offer and what its grant shows. Refused while another offer
 * waits, to oneself, and without the receiver's live agreement for the district.
 */
export const offerLead = command({
  name: "lead.offer",
  summary: "Offers the lead of a case to another agency, in this district or another.",
  input: offerLeadInput,
  output: z.object({ offerId: z.string(), respondBy: z.string() }),
  load: standingToShare,
  allow: mayOfferLead,
  words: requestRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const { caseId, agencyId, areaId, purpose, legalBasis, note } = input;
    if (agencyId === actor.agencyId) throw new Refused("own-agency");
    const receiver = await tx.agency.findFirst({ where: { id: agencyId, kind: { notIn: ["oversight", "governance"] } }, select: { name: true, side: true } });
    if (!receiver || receiver.side !== "both") throw new Refused("leads-no-cases");
    await checkBasis(doing, legalBasis, [agencyId]);
    if (!(await liveAgreements(tx, now, areaId, [agencyId])).has(agencyId)) throw new Refused("no-live-agreement");
    if ((await tx.referral.count({ where: { caseId, kind: "lead_transfer", outcomeAt: null } })) > 0) throw new Refused("offer-waits");
    const respondBy = dueAt(answerWithin, now, isBankHoliday);
    const { id: offerId } = await tx.referral.create({
      data: {
        caseId, kind: "lead_transfer", toAgencyId: agencyId, toName: receiver.name, toAreaId: areaId, question: note, purpose, legalBasis, reference: standing.reference,
        sentAt: now, respondBy, raisedById: actor.memberId, raisedByAgencyId: actor.agencyId, side: "victim",
      },
      select: { id: true },
    });
    await writeEntry(doing, { caseId, kind: "handover", body: `${receiver.name} was asked to take over the lead. ${sentence(purpose)}`, data: { offerId } });
    await tellOfRequest(tx, offerId, "lead-offered");
    return { result: { offerId, respondBy: respondBy.toISOString() }, audit: { caseId, detail: { offerId, agencyIds: [agencyId] } } };
  },
});

async function offerSeen({ tx, actor, now, input }: Asked) {
  const found = await tx.referral.findFirst({ where: { AND: [{ id: input.offerId, kind: "lead_transfer" }, visibleRequests(actor, now)] } });
  if (!found) throw new NotFound();
  return found;
}

/**
 * Takes over the lead of a case that was offered, and names its officer. In one transaction the sender's lead ends, the
 * receiver's begins, and the sender stays to contribute; where the offer is for another district the case goes there.
 * Refused when it was answered, withdrawn or closed meanwhile.
 */
export const acceptLead = command({
  name: "lead.accept",
  summary: "Takes over the lead of a case that was offered, and names its officer.",
  input: acceptLeadInput,
  output: z.object({ caseId: z.string(), reference: z.string() }),
  load: offerSeen,
  allow: mayAnswerOffer,
  words: requestRefusals,
  run: async ({ tx, actor, now, input: { offerId, version, officerId }, subject: offer }) => {
    const [done] = await tx.$queryRaw<{ said: string; caseId: string; isMove: boolean }[]>`SELECT said, "caseId", "isMove" FROM accept_lead(${offerId}::uuid, ${version}::int, ${officerId}::uuid)`;
    if (!done) throw new NotFound();
    if (done.said !== "accepted") throw new Refused(done.said);
    const officer = await tx.member.findUniqueOrThrow({ where: { id: officerId }, select: { name: true } });
    // Where it went is not for the perpetrator's side, nor that it went anywhere.
    await writeEntry({ tx, actor, now }, { caseId: done.caseId, kind: "handover", body: `${actor.agencyName} has taken over the lead. ${officer.name} is the named officer.`, data: { offerId, namedOfficer: officerId }, side: "victim" });
    await tellOfRequest(tx, offerId, "lead-answered");
    return { result: { caseId: done.caseId, reference: offer.reference }, audit: { caseId: done.caseId, detail: { offerId } } };
  },
});

/** Declines a lead that was offered, with a reason that the sender reads. The sender stays the lead. */
export const declineLead = command({
  name: "lead.decline",
  summary: "Declines the lead of a case that was offered, with a reason.",
  input: declineLeadInput,
  output: z.object({ offerId: z.string() }),
  load: offerSeen,
  allow: mayAnswerOffer,
  words: requestRefusals,
  run: async ({ tx, actor, now, input: { offerId, version, reason }, subject: offer }) => {
    if (offer.outcomeAt) throw new Refused("already-answered");
    await updateAtVersion(tx.referral, offerId, version, { status: "declined", outcome: reason, outcomeAt: now, answeredById: actor.memberId });
    await tellOfRequest(tx, offerId, "lead-answered");
    return { result: { offerId }, audit: { caseId: offer.caseId, detail: { offerId } } };
  },
});

/** Takes back an offer of the lead before it is answered. */
export const withdrawLead = command({
  name: "lead.withdraw",
  summary: "Takes back an offer of the lead that is not answered yet.",
  input: withdrawLeadInput,
  output: z.object({ offerId: z.string() }),
  load: async ({ tx, actor, now, input }) => {
    const offer = await offerSeen({ tx, actor, now, input });
    if (offer.raisedByAgencyId !== actor.agencyId) throw new NotFound();
    return standingToShare({ tx, actor, now, input: { caseId: offer.caseId } });
  },
  allow: mayOfferLead,
  words: requestRefusals,
  run: async ({ tx, actor, now, input: { offerId, version }, subject: { caseId } }) => {
    const offer = await tx.referral.findUniqueOrThrow({ where: { id: offerId }, select: { outcomeAt: true, toName: true } });
    if (offer.outcomeAt) throw new Refused("already-answered");
    await updateAtVersion(tx.referral, offerId, version, { status: "withdrawn", outcome: "", outcomeAt: now, answeredById: actor.memberId });
    await writeEntry({ tx, actor, now }, { caseId, kind: "handover", body: `The lead is no longer offered to ${offer.toName}.`, data: { offerId } });
    await tellOfRequest(tx, offerId, "lead-withdrawn");
    return { result: { offerId }, audit: { caseId, detail: { offerId } } };
  },
});
