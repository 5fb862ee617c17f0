import { z } from "zod";
import { command } from "../platform/command";
import type { Tx } from "../platform/db";
import { NotFound, Refused } from "../platform/errors";
import { updateAtVersion } from "../platform/versions";
import { liveAgreements } from "../agencies/agreements/queries";
import { writeEntry } from "../cases/log/commands";
import { checkNames } from "../cases/protecting/queries";
import type { Side } from "../cases/schema";
import { standingOn } from "../cases/visibility";
import { isBankHoliday } from "../clocks/holidays/rules";
import { timeStandardsOf } from "../clocks/queries";
import { dueAt } from "../clocks/rules";
import { referralRefusals, referralStatuses } from "./labels";
import { mayAnswerReferral, mayRecordReferral } from "./policy";
import { answerReferralInput, recordReferralInput } from "./schema";
import { visibleReferrals } from "./visibility";

/** Bases that stand without the person's consent. */
const withoutConsent = ["vital_interests", "care_act_s42_45", "children_act"];

/** Records a referral to a service, on the system or off it, with a clock on the answer. Counted as a partner gap where the service cannot be given the case itself. */
export const recordReferral = command({
  name: "referral.record",
  summary: "Records a referral to a service and starts the clock on its answer.",
  input: recordReferralInput,
  output: z.object({ referralId: z.string(), respondBy: z.string(), isPartnerGap: z.boolean() }),
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId, "summary"),
  allow: mayRecordReferral,
  words: referralRefusals,
  run: async ({ tx, actor, input, subject: standing, now }) => {
    if (input.consent === "refused" && !withoutConsent.includes(input.legalBasis)) throw new Refused("consent-refused");
    if (input.involvementId && !(await tx.involvement.findFirst({ where: { id: input.involvementId, caseId: standing.caseId }, select: { id: true } }))) throw new NotFound();
    const gap = await gapOf(tx, now, standing.areaIds, input.toAgencyId);
    // On the perpetrator's side the case's colour is not known, nor may a time for answering tell of it.
    const isOtherSide = standing.side === "perpetrator";
    const side = isOtherSide ? "perpetrator" as const : "victim" as const;
    const doing = { tx, actor, now };
    const confirmed = await checkNames(doing, standing, { side: await readBy(tx, standing.caseId, side, input.toAgencyId ?? null), texts: [input.toName, input.question, input.wishes], confirmed: input.confirmsNames });
    const standard = (await timeStandardsOf(tx, standing.areaId, now))[isOtherSide ? "amber" : standing.rag ?? "amber"].referralAnswer;
    const respondBy = dueAt(standard ?? { workingDays: 3 }, now, isBankHoliday);
    const { caseId, confirmsNames: _said, ...kept } = input;
    const { id } = await tx.referral.create({
      data: {
        ...kept, caseId, kind: gap ? "external" : "service", isPartnerGap: Boolean(gap), gapReason: gap, sentAt: now, respondBy,
        raisedById: actor.memberId, raisedByAgencyId: actor.agencyId, side,
      },
      select: { id: true },
    });
    await writeEntry({ tx, actor, now }, { caseId, kind: "referral", body: `Referred to ${input.toName}: ${input.question}`, data: { ...confirmed, referralId: id, isPartnerGap: Boolean(gap) }, side });
    return { result: { referralId: id, respondBy: respondBy.toISOString(), isPartnerGap: Boolean(gap) }, audit: { caseId, detail: { referralId: id } } };
  },
});

/** The agency that is asked reads the question and the answer, whichever side it works with. */
async function readBy(tx: Tx, caseId: string, side: Side, toAgencyId: string | null): Promise<Side> {
  if (side !== "victim" || !toAgencyId) return side;
  const asked = await tx.grant.findFirst({ where: { caseId, agencyId: toAgencyId, revokedAt: null }, select: { side: true } });
  return asked?.side === "perpetrator" ? "both" : side;
}

async function gapOf(tx: Parameters<typeof liveAgreements>[0], now: Date, areaIds: string[], toAgencyId?: string): Promise<string> {
  if (!toAgencyId) return "not on the system";
  return (await liveAgreements(tx, now, areaIds, [toAgencyId])).has(toAgencyId) ? "" : "no live agreement";
}

/** Records what a service answered, as a summary. Refused once it has an outcome. */
export const answerReferral = command({
  name: "referral.answer",
  summary: "Records a service's answer to a referral.",
  input: answerReferralInput,
  output: z.object({ referralId: z.string() }),
  load: async ({ tx, actor, input, now }) => {
    const referral = await tx.referral.findFirst({ where: { AND: [{ id: input.referralId }, visibleReferrals(actor, now)] } });
    if (!referral) throw new NotFound();
    const standing = await standingOn(tx, actor, now, referral.caseId);
    return { ...referral, leadAgencyId: standing.leadAgencyId, standing };
  },
  allow: mayAnswerReferral,
  words: referralRefusals,
  run: async ({ tx, actor, input, subject: referral, now }) => {
    if (referral.outcomeAt) throw new Refused("already-answered");
    // "They have it" and "they need to know more" leave the question open.
    const isEnd = !["received", "more_information"].includes(input.status);
    const side = await readBy(tx, referral.caseId, referral.side, referral.toAgencyId);
    const confirmed = await checkNames({ tx, actor, now }, referral.standing, { side, texts: [input.outcome], confirmed: input.confirmsNames });
    await updateAtVersion(tx.referral, referral.id, input.version, { status: input.status, outcome: input.outcome, ...(isEnd ? { outcomeAt: now } : {}) });
    await writeEntry({ tx, actor, now }, {
      caseId: referral.caseId, kind: "referral", body: `${referral.toName}: ${referralStatuses[input.status]}. ${input.outcome}`, data: { ...confirmed, referralId: referral.id, status: input.status }, side: referral.side,
    });
    return { result: { referralId: referral.id }, audit: { caseId: referral.caseId, detail: { referralId: referral.id } } };
  },
});
