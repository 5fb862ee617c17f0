import * as acceptAction from "./actions/[actionId]/accept/route";
import * as askAgain from "./actions/[actionId]/ask-again/route";
import * as cancelAction from "./actions/[actionId]/cancel/route";
import * as completeAction from "./actions/[actionId]/complete/route";
import * as declineAction from "./actions/[actionId]/decline/route";
import * as handOnAction from "./actions/[actionId]/hand-on/route";
import * as acceptActions from "./actions/accept/route";
import * as agencyMembers from "./agencies/[agencyId]/members/route";
import * as askWithdrawal from "./agreements/[agreementId]/ask-withdrawal/route";
import * as decideWithdrawal from "./agreements/[agreementId]/decide-withdrawal/route";
import * as agreementEffect from "./agreements/[agreementId]/effect/route";
import * as changeAgency from "./agencies/[agencyId]/change/route";
import * as areas from "./areas/route";
import * as changeArea from "./areas/[areaId]/change/route";
import * as agencies from "./agencies/route";
import * as auditFind from "./audit/find/route";
import * as askable from "./cases/[caseId]/actions/askable/route";
import * as caseActions from "./cases/[caseId]/actions/route";
import * as assessments from "./cases/[caseId]/assessments/route";
import * as changeShare from "./cases/[caseId]/change-share/route";
import * as clocks from "./cases/[caseId]/clocks/route";
import * as pauseClock from "./cases/[caseId]/clocks/[clockId]/pause/route";
import * as resumeClock from "./cases/[caseId]/clocks/[clockId]/resume/route";
import * as closeCase from "./cases/[caseId]/close/route";
import * as closing from "./cases/[caseId]/closing/route";
import * as decideClosure from "./cases/[caseId]/closing/decision/route";
import * as victimViews from "./cases/[caseId]/closing/views/route";
import * as withdrawClosure from "./cases/[caseId]/closing/withdraw/route";
import * as reopenCase from "./cases/[caseId]/reopen/route";
import * as contacts from "./cases/[caseId]/contacts/route";
import * as superviseCase from "./cases/[caseId]/supervision/route";
import * as dutyCall from "./cases/[caseId]/duty-calls/[dutyCallId]/route";
import * as endShare from "./cases/[caseId]/end-share/route";
import * as corrections from "./cases/[caseId]/entries/[entryId]/corrections/route";
import * as entries from "./cases/[caseId]/entries/route";
import * as hold from "./cases/[caseId]/hold/route";
import * as caseInterventions from "./cases/[caseId]/interventions/route";
import * as caseLog from "./cases/[caseId]/log/route";
import * as endNeed from "./cases/[caseId]/needs/[needId]/end/route";
import * as needs from "./cases/[caseId]/needs/route";
import * as endInvolvement from "./cases/[caseId]/people/[involvementId]/end/route";
import * as recordMove from "./cases/[caseId]/people/[involvementId]/move/route";
import * as changeRole from "./cases/[caseId]/people/[involvementId]/role/route";
import * as casePeople from "./cases/[caseId]/people/route";
import * as caseReferrals from "./cases/[caseId]/referrals/route";
import * as hate from "./cases/[caseId]/risk/hate/route";
import * as endJudgement from "./cases/[caseId]/risk/judgements/[overrideId]/end/route";
import * as lowerRag from "./cases/[caseId]/risk/lower/route";
import * as raiseRag from "./cases/[caseId]/risk/raise/route";
import * as shareCase from "./cases/[caseId]/share/route";
import * as endTrigger from "./cases/[caseId]/triggers/[triggerId]/end/route";
import * as triggers from "./cases/[caseId]/triggers/route";
import * as drafts from "./drafts/route";
import * as findResults from "./find/results/route";
import * as find from "./find/route";
import * as breach from "./interventions/[interventionId]/breach/route";
import * as moveIntervention from "./interventions/[interventionId]/move/route";
import * as badges from "./me/badges/route";
import * as decisions from "./meetings/decisions/route";
import * as myDay from "./my-day/route";
import * as readNotices from "./notices/read/route";
import * as notices from "./notices/route";
import * as searchPlaces from "./places/search/route";
import * as answerReferral from "./referrals/[referralId]/answer/route";
import * as adviseOnly from "./reports/[reportId]/advise/route";
import * as linkReport from "./reports/[reportId]/link/route";
import * as openCaseFromReport from "./reports/[reportId]/open-case/route";
import * as report from "./reports/[reportId]/route";
import * as sameEvent from "./reports/[reportId]/same-event/route";
import * as callMade from "./reports/calls/[callId]/route";
import * as knownCaller from "./reports/known-caller/route";
import * as knownHere from "./reports/known-here/route";
import * as onSaving from "./reports/on-saving/route";
import * as reports from "./reports/route";
import * as posts from "./session/posts/route";
import * as switchPost from "./session/switch/route";
import * as signOutEverywhere from "./session/sign-out-everywhere/route";
import * as stillHere from "./session/still-here/route";
import * as reviewGlass from "./governance/break-glass/[glassId]/review/route";
import * as glassList from "./governance/break-glass/route";
import * as nameOfficer from "./cases/[caseId]/officer/route";
import * as restrictCase from "./cases/[caseId]/restrict/route";
import * as endExclusion from "./cases/[caseId]/exclusions/[exclusionId]/end/route";
import * as exclusions from "./cases/[caseId]/exclusions/route";
import * as endGlass from "./cases/[caseId]/end-glass/route";
import * as breakGlassOfCase from "./cases/break-glass/route";
import * as seekCase from "./cases/break-glass/seek/route";
import * as openSealed from "./cases/[caseId]/entries/[entryId]/open/route";
import * as admitReader from "./cases/[caseId]/entries/[entryId]/readers/route";
import * as dismissReader from "./cases/[caseId]/entries/[entryId]/readers/[readerId]/end/route";
import * as addMember from "./members/route";
import * as changeMember from "./members/[memberId]/change/route";
import * as confirmMember from "./members/[memberId]/confirm/route";
import * as handOnWork from "./members/[memberId]/hand-on/route";
import * as endMember from "./members/[memberId]/end/route";
import * as inviteMember from "./members/[memberId]/invite/route";
import * as resetSignIn from "./members/[memberId]/reset/route";
import * as decideInvitation from "./members/invitations/[invitationId]/decide/route";
import * as withdrawInvitation from "./members/invitations/[invitationId]/withdraw/route";
import * as decideRoles from "./members/role-requests/[requestId]/decide/route";
import * as proposeAgreement from "./agreements/route";
import * as activateAgreement from "./agreements/[agreementId]/activate/route";
import * as addSignatory from "./agreements/[agreementId]/signatories/route";
import * as decideSignatory from "./agreements/proposals/[proposalId]/decide/route";
import * as withdrawSignature from "./agreements/signatures/[signatureId]/withdraw/route";
import * as getWithdrawalEffect from "./agreements/signatures/[signatureId]/effect/route";
import * as offerLead from "./cases/[caseId]/hand-over/route";
import * as handOverForm from "./cases/[caseId]/hand-over/form/route";
import * as acceptLead from "./requests/offers/[offerId]/accept/route";
import * as declineLead from "./requests/offers/[offerId]/decline/route";
import * as withdrawLead from "./requests/offers/[offerId]/withdraw/route";
import * as requests from "./requests/route";
import * as askForm from "./requests/ask-form/route";
import * as askForAccess from "./requests/ask/route";
import * as grantAccess from "./requests/[accessRequestId]/grant/route";
import * as refuseAccess from "./requests/[accessRequestId]/refuse/route";
import * as withdrawRequest from "./requests/[accessRequestId]/withdraw/route";
import * as removePasskey from "./account/passkeys/[passkeyId]/route";
import * as endOneSession from "./account/sessions/[sessionId]/end/route";
import * as endOtherSessions from "./account/sessions/end-others/route";
import { templateRoutes } from "./templates/routes";

/** Every route that is made by route(), by its address. A test holds this list and the folders together. */
export const routes: Record<string, Record<string, unknown>> = {
  "/api/account/passkeys/[passkeyId]": removePasskey,
  "/api/account/sessions/[sessionId]/end": endOneSession,
  "/api/account/sessions/end-others": endOtherSessions,
  "/api/actions/[actionId]/accept": acceptAction,
  "/api/actions/[actionId]/ask-again": askAgain,
  "/api/actions/[actionId]/cancel": cancelAction,
  "/api/actions/[actionId]/complete": completeAction,
  "/api/actions/[actionId]/decline": declineAction,
  "/api/actions/[actionId]/hand-on": handOnAction,
  "/api/actions/accept": acceptActions,
  "/api/agencies": agencies,
  "/api/agencies/[agencyId]/change": changeAgency,
  "/api/agreements/[agreementId]/ask-withdrawal": askWithdrawal,
  "/api/agreements/[agreementId]/decide-withdrawal": decideWithdrawal,
  "/api/agreements/[agreementId]/effect": agreementEffect,
  "/api/areas": areas,
  "/api/areas/[areaId]/change": changeArea,
  "/api/agencies/[agencyId]/members": agencyMembers,
  "/api/audit/find": auditFind,
  "/api/cases/[caseId]/actions": caseActions,
  "/api/cases/[caseId]/actions/askable": askable,
  "/api/cases/[caseId]/assessments": assessments,
  "/api/cases/[caseId]/change-share": changeShare,
  "/api/cases/[caseId]/clocks": clocks,
  "/api/cases/[caseId]/clocks/[clockId]/pause": pauseClock,
  "/api/cases/[caseId]/clocks/[clockId]/resume": resumeClock,
  "/api/cases/[caseId]/supervision": superviseCase,
  "/api/cases/[caseId]/close": closeCase,
  "/api/cases/[caseId]/closing": closing,
  "/api/cases/[caseId]/closing/decision": decideClosure,
  "/api/cases/[caseId]/closing/views": victimViews,
  "/api/cases/[caseId]/closing/withdraw": withdrawClosure,
  "/api/cases/[caseId]/reopen": reopenCase,
  "/api/cases/[caseId]/contacts": contacts,
  "/api/cases/[caseId]/duty-calls/[dutyCallId]": dutyCall,
  "/api/cases/[caseId]/end-share": endShare,
  "/api/cases/[caseId]/entries": entries,
  "/api/cases/[caseId]/entries/[entryId]/corrections": corrections,
  "/api/cases/[caseId]/hand-over": offerLead,
  "/api/cases/[caseId]/hand-over/form": handOverForm,
  "/api/cases/[caseId]/hold": hold,
  "/api/cases/[caseId]/interventions": caseInterventions,
  "/api/cases/[caseId]/log": caseLog,
  "/api/cases/[caseId]/needs": needs,
  "/api/cases/[caseId]/needs/[needId]/end": endNeed,
  "/api/cases/[caseId]/people": casePeople,
  "/api/cases/[caseId]/people/[involvementId]/end": endInvolvement,
  "/api/cases/[caseId]/people/[involvementId]/move": recordMove,
  "/api/cases/[caseId]/people/[involvementId]/role": changeRole,
  "/api/cases/[caseId]/referrals": caseReferrals,
  "/api/cases/[caseId]/risk/hate": hate,
  "/api/cases/[caseId]/risk/judgements/[overrideId]/end": endJudgement,
  "/api/cases/[caseId]/risk/lower": lowerRag,
  "/api/cases/[caseId]/risk/raise": raiseRag,
  "/api/cases/[caseId]/share": shareCase,
  "/api/cases/[caseId]/triggers": triggers,
  "/api/cases/[caseId]/triggers/[triggerId]/end": endTrigger,
  "/api/drafts": drafts,
  "/api/find": find,
  "/api/find/results": findResults,
  "/api/interventions/[interventionId]/breach": breach,
  "/api/interventions/[interventionId]/move": moveIntervention,
  "/api/me/badges": badges,
  "/api/meetings/decisions": decisions,
  "/api/my-day": myDay,
  "/api/notices": notices,
  "/api/notices/read": readNotices,
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
  "/api/requests": requests,
  "/api/requests/[accessRequestId]/grant": grantAccess,
  "/api/requests/[accessRequestId]/refuse": refuseAccess,
  "/api/requests/[accessRequestId]/withdraw": withdrawRequest,
  "/api/requests/ask": askForAccess,
  "/api/requests/offers/[offerId]/accept": acceptLead,
  "/api/requests/offers/[offerId]/decline": declineLead,
  "/api/requests/offers/[offerId]/withdraw": withdrawLead,
  "/api/requests/ask-form": askForm,
  "/api/session/posts": posts,
  "/api/session/switch": switchPost,
  "/api/session/sign-out-everywhere": signOutEverywhere,
  "/api/session/still-here": stillHere,
  ...templateRoutes,
  "/api/governance/break-glass/[glassId]/review": reviewGlass,
  "/api/governance/break-glass": glassList,
  "/api/cases/[caseId]/officer": nameOfficer,
  "/api/cases/[caseId]/restrict": restrictCase,
  "/api/cases/[caseId]/exclusions/[exclusionId]/end": endExclusion,
  "/api/cases/[caseId]/exclusions": exclusions,
  "/api/cases/[caseId]/end-glass": endGlass,
  "/api/cases/break-glass": breakGlassOfCase,
  "/api/cases/break-glass/seek": seekCase,
  "/api/cases/[caseId]/entries/[entryId]/open": openSealed,
  "/api/cases/[caseId]/entries/[entryId]/readers": admitReader,
  "/api/cases/[caseId]/entries/[entryId]/readers/[readerId]/end": dismissReader,
  "/api/members": addMember,
  "/api/members/[memberId]/change": changeMember,
  "/api/members/[memberId]/confirm": confirmMember,
  "/api/members/[memberId]/hand-on": handOnWork,
  "/api/members/[memberId]/end": endMember,
  "/api/members/[memberId]/invite": inviteMember,
  "/api/members/[memberId]/reset": resetSignIn,
  "/api/members/invitations/[invitationId]/decide": decideInvitation,
  "/api/members/invitations/[invitationId]/withdraw": withdrawInvitation,
  "/api/members/role-requests/[requestId]/decide": decideRoles,
  "/api/agreements": proposeAgreement,
  "/api/agreements/[agreementId]/activate": activateAgreement,
  "/api/agreements/[agreementId]/signatories": addSignatory,
  "/api/agreements/proposals/[proposalId]/decide": decideSignatory,
  "/api/agreements/signatures/[signatureId]/withdraw": withdrawSignature,
  "/api/agreements/signatures/[signatureId]/effect": getWithdrawalEffect,
};
