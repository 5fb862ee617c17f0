import * as closeCase from "./cases/[caseId]/close/route";
import * as hold from "./cases/[caseId]/hold/route";
import * as caseInterventions from "./cases/[caseId]/interventions/route";
import * as caseReferrals from "./cases/[caseId]/referrals/route";
import * as drafts from "./drafts/route";
import * as breach from "./interventions/[interventionId]/breach/route";
import * as moveIntervention from "./interventions/[interventionId]/move/route";
import * as decisions from "./meetings/decisions/route";
import * as answerReferral from "./referrals/[referralId]/answer/route";
import * as stillHere from "./session/still-here/route";

/** Every route that is made by route(), by its address. A test holds this list and the folders together. */
export const routes: Record<string, Record<string, unknown>> = {
  "/api/cases/[caseId]/close": closeCase,
  "/api/cases/[caseId]/hold": hold,
  "/api/cases/[caseId]/interventions": caseInterventions,
  "/api/cases/[caseId]/referrals": caseReferrals,
  "/api/drafts": drafts,
  "/api/interventions/[interventionId]/breach": breach,
  "/api/interventions/[interventionId]/move": moveIntervention,
  "/api/meetings/decisions": decisions,
  "/api/referrals/[referralId]/answer": answerReferral,
  "/api/session/still-here": stillHere,
};
