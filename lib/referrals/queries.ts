import { z } from "zod";
import { nearDayAndTime } from "../format/dates";
import { dueWords } from "../format/due";
import { displayName } from "../format/names";
import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import { query } from "../platform/query";
import { agencyChoices } from "../agencies/queries";
import { caseRefusals } from "../cases/page/labels";
import { mayReadCases } from "../cases/page/policy";
import { caseHeader } from "../cases/page/queries";
import { ofSide, standingOn, type CaseStanding } from "../cases/visibility";
import { consentAnswers, referralRefusals, referralStatuses, sendingWays } from "./labels";
import { mayAnswerReferral, mayRecordReferral } from "./policy";
import { referralsView, type ReferralView } from "./schema";
import { visibleReferrals } from "./visibility";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

/** The referrals of a case that the member may read, and what they need to make another. */
export const listReferrals = query({
  name: "referral.list",
  summary: "The referrals of a case.",
  input: z.strictObject({ caseId: z.uuid(), to: z.uuid().optional() }),
  output: referralsView,
  allow: mayReadCases,
  words: { ...caseRefusals, ...referralRefusals },
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const reading = { tx, actor, now, standing };
    const gateways = await tx.code.findMany({ where: { list: "legal_gateway" }, select: { code: true, label: true }, orderBy: { position: "asc" } });
    const services = (await agencyChoices(tx, now, standing.areaIds)).map((one) => ({ agencyId: one.id, name: one.name, hasLiveAgreement: one.hasLiveAgreement ?? false }));
    return {
      header: await caseHeader(tx, actor, now, standing),
      referrals: await referralsOf(reading, new Map(gateways.map((one) => [one.code, one.label]))),
      people: await peopleOf(reading),
      gateways, services,
      to: services.some((one) => one.agencyId === input.to) ? input.to! : "",
      mayRecord: mayRecordReferral(actor, standing).allowed,
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

async function referralsOf({ tx, actor, now, standing }: Reading, gateways: Map<string, string>): Promise<ReferralView[]> {
  const rows = await tx.referral.findMany({ where: { AND: [{ caseId: standing.caseId }, visibleReferrals(actor, now)] }, orderBy: [{ sentAt: "desc" }, { id: "asc" }], take: 200 });
  return rows.map((row) => ({
    referralId: row.id, version: row.version, toName: row.toName, isPartnerGap: row.isPartnerGap, gapReason: row.gapReason,
    statusWords: referralStatuses[row.status] ?? row.status, isOpen: !row.outcomeAt, question: row.question, wishes: row.wishes,
    consentWords: consentAnswers[row.consent] ?? row.consent, legalBasisWords: gateways.get(row.legalBasis) ?? row.legalBasis,
    sentWords: `${sendingWays[row.sentBy] ?? row.sentBy}, ${nearDayAndTime(row.sentAt, now)}`,
    answerBy: row.respondBy && !row.outcomeAt ? { at: row.respondBy.toISOString(), ...dueWords(row.respondBy, now) } : null,
    outcome: row.outcome ?? "", mayAnswer: !row.outcomeAt && mayAnswerReferral(actor, { ...row, leadAgencyId: standing.leadAgencyId }).allowed,
  }));
}

async function peopleOf({ tx, standing }: Reading) {
  const rows = await tx.involvement.findMany({
    where: { caseId: standing.caseId, endsAt: null, ...ofSide(standing), role: { in: ["victim", "alleged_perpetrator", "perpetrator", "household_member"] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, person: { select: { fullName: true, kind: true, givenName: true, familyName: true } } },
  });
  return rows.map((row) => ({ involvementId: row.id, name: displayName(row.person) }));
}
