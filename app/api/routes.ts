import * as agencyMembers from "./agencies/[agencyId]/members/route";
import * as agencies from "./agencies/route";
import * as askForAccess from "./cases/[caseId]/ask-for-access/route";
import * as changeShare from "./cases/[caseId]/change-share/route";
import * as closeCase from "./cases/[caseId]/close/route";
import * as endShare from "./cases/[caseId]/end-share/route";
import * as hold from "./cases/[caseId]/hold/route";
import * as caseInterventions from "./cases/[caseId]/interventions/route";
import * as caseReferrals from "./cases/[caseId]/referrals/route";
import * as shareCase from "./cases/[caseId]/share/route";
import * as drafts from "./drafts/route";
import * as findResults from "./find/results/route";
import * as find from "./find/route";
import * as breach from "./interventions/[interventionId]/breach/route";
import * as moveIntervention from "./interventions/[interventionId]/move/route";
import * as decisions from "./meetings/decisions/route";
import * as searchPlaces from "./places/search/route";
import * as answerReferral from "./referrals/[referralId]/answer/route";
import * as adviseOnly from "./reports/[reportId]/advise/route";
import * as linkReport from "./reports/[reportId]/link/route";
import * as openCaseFromReport from "./reports/[reportId]/open-case/route";
import * as sameEvent from "./reports/[reportId]/same-event/route";
import * as report from "./reports/[reportId]/route";
import * as callMade from "./reports/calls/[callId]/route";
import * as knownCaller from "./reports/known-caller/route";
import * as knownHere from "./reports/known-here/route";
import * as onSaving from "./reports/on-saving/route";
import * as reports from "./reports/route";
import * as signOutEverywhere from "./session/sign-out-everywhere/route";
import * as stillHere from "./session/still-here/route";

/** Every route that is made by route(), by its address. A test holds this list and the folders together. */
export const routes: Record<string, Record<string, unknown>> = {
  "/api/agencies": agencies,
  "/api/agencies/[agencyId]/members": agencyMembers,
  "/api/cases/[caseId]/ask-for-access": askForAccess,
  "/api/cases/[caseId]/change-share": changeShare,
  "/api/cases/[caseId]/close": closeCase,
  "/api/cases/[caseId]/end-share": endShare,
  "/api/cases/[caseId]/hold": hold,
  "/api/cases/[caseId]/interventions": caseInterventions,
  "/api/cases/[caseId]/referrals": caseReferrals,
  "/api/cases/[caseId]/share": shareCase,
  "/api/drafts": drafts,
  "/api/find": find,
  "/api/find/results": findResults,
  "/api/interventions/[interventionId]/breach": breach,
  "/api/interventions/[interventionId]/move": moveIntervention,
  "/api/meetings/decisions": decisions,
  "/api/places/search": searchPlaces,
  "/api/referrals/[referralId]/answer": answerReferral,
  "/api/reports": reports,
  "/api/reports/[reportId]": report,
  "/api/reports/[reportId]/advise": adviseOnly,
  "/api/reports/[reportId]/link": linkReport,
  "/api/reports/[reportId]/open-case": openCaseFromReport,
  "/api/reports/[reportId]/same-event": sameEvent,
  "/api/reports/calls/[callId]": callMade,
  "/api/reports/known-caller": knownCaller,
  "/api/reports/known-here": knownHere,
  "/api/reports/on-saving": onSaving,
  "/api/session/sign-out-everywhere": signOutEverywhere,
  "/api/session/still-here": stillHere,
};
