import { recordIntervention, moveIntervention, recordBreach } from "../../../lib/interventions/commands";
import { listInterventions } from "../../../lib/interventions/queries";
import { decideOnCase } from "../../../lib/meetings/commands";
import { getAgenda } from "../../../lib/meetings/queries";
import { getMyDay } from "../../../lib/notices/my-day/queries";
import { getCaseloadOverview, listBehindFigure } from "../../../lib/overview/queries";
import { answerReferral, recordReferral } from "../../../lib/referrals/commands";
import { listReferrals } from "../../../lib/referrals/queries";
import { acceptAction, acceptManyActions, completeAction, declineAction, handOnAction } from "../../../lib/shared-actions/answering/commands";
import { listActions } from "../../../lib/shared-actions/board/queries";
import { getCasePlan, listAskable } from "../../../lib/shared-actions/plan/queries";
import { raiseAction } from "../../../lib/shared-actions/raising/commands";
import { askAgain, cancelAction } from "../../../lib/shared-actions/settling/commands";
import { agencyAdministrator, analyst, callTaker, coordinator, governanceOfficer, manager, panelChair, panelCoordinator, practitioner } from "./members";
import { aReferralBy, anActionFor, anInterventionOn, beforeTheGroupOf, caseLedBy, together } from "./subjects";

const led = caseLedBy("fenland-dc");
const shared = led.sharedWith("fen-homes", "contribute");
const summarised = led.sharedWith("fen-homes", "summary");
const byPolice = caseLedBy("police-fenland");

const reading = [listActions, getCasePlan, listAskable, listInterventions, listReferrals];
const answering = [acceptAction, handOnAction, declineAction, completeAction];
const settling = [cancelAction, askAgain];
const figures = [getCaseloadOverview, listBehindFigure];

export const sentencesOfSharedWork = [
  practitioner("fen-homes").may(reading),
  panelChair("FEN").may(reading),
  callTaker("police-contact").mayNot(reading, "reads-no-cases"),
  governanceOfficer("county-governance").mayNot(reading, "reads-no-cases"),

  practitioner("fen-homes").on(shared).may(raiseAction),
  practitioner("probation").on(led.sharedWith("probation", "contribute")).may(raiseAction),
  panelChair("FEN").on(led.red()).may(raiseAction),
  panelChair("FEN").on(byPolice).mayNot(raiseAction, "role-does-not-act"),
  practitioner("fen-homes").on(summarised).mayNot(raiseAction, "summary-only"),
  practitioner("fen-homes").on(shared.closed()).mayNot(raiseAction, "case-closed"),

  practitioner("fen-homes").on(anActionFor("fen-homes")).may(answering),
  manager("fen-homes").on(anActionFor("fen-homes")).may(answering),
  manager("fenland-dc").on(anActionFor("fen-homes")).mayNot(answering, "other-agency-asked"),
  agencyAdministrator("fen-homes").on(anActionFor("fen-homes")).mayNot(answering, "role-does-not-act"),
  practitioner("fen-homes").on(together(anActionFor("fen-homes"), anActionFor("fen-homes").by("police-fenland"))).may(acceptManyActions),
  practitioner("fen-homes").on(together(anActionFor("fen-homes"), anActionFor("police-fenland"))).mayNot(acceptManyActions, "other-agency-asked"),

  practitioner("fenland-dc").on(anActionFor("fen-homes")).may(settling),
  practitioner("police-fenland").on(anActionFor("fen-homes").onCaseLedBy("police-fenland")).may(settling),
  panelChair("FEN").on(anActionFor("fen-homes").by("police-fenland")).may(settling),
  practitioner("fen-homes").on(anActionFor("fen-homes")).mayNot(settling, "not-asker"),
  agencyAdministrator("fenland-dc").on(anActionFor("fen-homes")).mayNot(settling, "role-does-not-act"),

  practitioner("fen-homes").on(shared).may(recordIntervention),
  practitioner("fen-homes").on(shared.closed()).may(recordIntervention),
  practitioner("fen-homes").on(summarised).mayNot(recordIntervention, "summary-only"),
  practitioner("fen-homes").on(anInterventionOn(shared)).may([moveIntervention, recordBreach]),
  practitioner("fen-homes").on(anInterventionOn(summarised)).mayNot([moveIntervention, recordBreach], "summary-only"),

  practitioner("fen-homes").on(shared).may(recordReferral),
  practitioner("probation").on(led.sharedWith("probation", "contribute")).may(recordReferral),
  practitioner("fen-homes").on(summarised).mayNot(recordReferral, "summary-only"),
  practitioner("fen-homes").on(shared.closed()).mayNot(recordReferral, "case-closed"),
  practitioner("fen-homes").on(aReferralBy("fen-homes", null, "fenland-dc")).may(answerReferral),
  practitioner("fenland-dc").on(aReferralBy("fen-homes", null, "fenland-dc")).may(answerReferral),
  practitioner("mediation").on(aReferralBy("fen-homes", "mediation", "fenland-dc")).may(answerReferral),
  practitioner("police-fenland").on(aReferralBy("fen-homes", "mediation", "fenland-dc")).mayNot(answerReferral, "not-yours"),

  panelChair("FEN").may(getAgenda),
  panelCoordinator("FEN").may(getAgenda),
  manager("police-fenland").mayNot(getAgenda, "not-on-a-panel"),
  panelChair("FEN").on(beforeTheGroupOf("FEN", led.red())).may(decideOnCase),
  panelCoordinator("FEN").on(beforeTheGroupOf("FEN", led.red())).may(decideOnCase),
  manager("fenland-dc").on(beforeTheGroupOf("FEN", led.red())).mayNot(decideOnCase, "not-this-panel"),
  panelChair("PET", "police-north").on(beforeTheGroupOf("FEN", led.red())).mayNot(decideOnCase, "not-this-panel"),
  panelCoordinator("FEN").on(beforeTheGroupOf("FEN", led)).mayNot(decideOnCase, "not-on-agenda"),
  panelCoordinator("FEN").on(beforeTheGroupOf("FEN", led.red().closed())).mayNot(decideOnCase, "not-on-agenda"),
  panelChair("FEN").on(beforeTheGroupOf("FEN", led.red().in("CAM"))).mayNot(decideOnCase, "not-on-agenda"),

  coordinator("fenland-dc").may(figures),
  manager("police-fenland").may(figures),
  analyst("pcc-office").may(figures),
  panelChair("FEN").may(figures),
  practitioner("fen-homes").mayNot(figures, "no-area-figures"),
  callTaker("police-contact").mayNot(figures, "no-area-figures"),

  practitioner("fen-homes").may(getMyDay),
  callTaker("police-contact").may(getMyDay),
  analyst("pcc-office").mayNot(getMyDay, "no-casework"),
  governanceOfficer("county-governance").mayNot(getMyDay, "no-casework"),
];
