import type { Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";
import { mayWorkCase } from "../cases/page/policy";
import type { CaseStanding } from "../cases/visibility";

/** Referring a person on: whoever works the case, on either side, while it is open. */
export function mayRecordReferral(actor: Pick<Actor, "agencyId">, standing: Pick<CaseStanding, "level" | "isByGlass" | "side" | "status">): Decision {
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  return standing.status === "closed" ? refuse("case-closed") : allow;
}

export type ReferralParties = { raisedByAgencyId: string; toAgencyId: string | null; leadAgencyId: string; outcomeAt: Date | null };

/** Recording an answer: the agency that asked, the service itself where it is on the system, or the lead. */
export function mayAnswerReferral(actor: Pick<Actor, "agencyId">, referral: ReferralParties): Decision {
  return [referral.raisedByAgencyId, referral.toAgencyId, referral.leadAgencyId].includes(actor.agencyId) ? allow : refuse("not-yours");
}
