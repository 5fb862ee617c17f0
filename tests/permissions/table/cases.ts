import { getBoard, listCases } from "../../../lib/cases/board/queries";
import { closeCase, decideClosure, recordVictimView, reopenCase, withdrawClosure } from "../../../lib/assessments/closing/commands";
import { closureRefusals } from "../../../lib/assessments/closing/labels";
import { getClosing } from "../../../lib/assessments/closing/queries";
import { pauseClock, resumeClock, superviseCase } from "../../../lib/cases/clocks/commands";
import { clockRefusals } from "../../../lib/cases/clocks/labels";
import { maySeeClocks } from "../../../lib/cases/clocks/policy";
import { getClocks } from "../../../lib/cases/clocks/queries";
import { tickDutyCall } from "../../../lib/cases/duty/commands";
import { find, findLines, getFindStart } from "../../../lib/cases/find/queries";
import { getCaseHistory } from "../../../lib/cases/history/queries";
import { addInvolvement, changeRole, endInvolvement } from "../../../lib/cases/involvements/commands";
import { recordMove } from "../../../lib/cases/involvements/moving/commands";
import { getCasePeople } from "../../../lib/cases/involvements/queries";
import { addEntry, correctEntry } from "../../../lib/cases/log/commands";
import { followCase, getCaseLog, listenToCase } from "../../../lib/cases/log/queries";
import { caseRefusals } from "../../../lib/cases/page/labels";
import { getCase } from "../../../lib/cases/page/log-tab/queries";
import { mayAssessCase, maySeeClosing } from "../../../lib/cases/page/policy";
import { getPlace } from "../../../lib/cases/places/queries";
import { changeLevel, endShare, shareCase } from "../../../lib/cases/sharing/commands";
import { sharingRefusals } from "../../../lib/cases/sharing/labels";
import { mayAskForMore, maySeeSharing, mayShareCase } from "../../../lib/cases/sharing/policy";
import { logContact } from "../../../lib/contacts/commands";
import { placeHold } from "../../../lib/governance/commands";
import { agencyAdministrator, analyst, callTaker, governanceOfficer, manager, panelChair, practitioner } from "./members";
import { part } from "./rows";
import { aNew, caseLedBy, lineBy, livingOn, somebodyOn } from "./subjects";

const led = caseLedBy("fenland-dc");
const shared = led.sharedWith("fen-homes", "contribute");
const summarised = led.sharedWith("fen-homes", "summary");
const withProbation = led.sharedWith("probation", "contribute");
const withVictimService = led.sharedWith("victim-service", "contribute");

const reading = [getClocks, getCase, getCaseLog, listenToCase, followCase, listCases, getBoard, getCaseHistory, getCasePeople, getClosing];
const looking = [find, findLines, getFindStart, getPlace];
const seeWhoHasIt = part("case.sharing (who has it)", "Who else has a case, at what level and why.", maySeeSharing, sharingRefusals);
const seeHowItEnds = part("case.closing (how it ends)", "What closing a case needs and what its victims say of it.", maySeeClosing, closureRefusals);
const seeClocks = part("case.clocks (the clocks)", "What a case waits for, and who was told that it is late.", maySeeClocks, clockRefusals);
const offerToAssess = part("case.get (the offer to assess)", "Whether the case's page offers to assess the risk.", mayAssessCase, caseRefusals);
const askForMore = part("case.sharing, asking for more", "Asking the lead for more than the summary one has", mayAskForMore, sharingRefusals);
const offerToShare = part("case.get (the offer to share)", "Whether the case's page offers to share it.", mayShareCase, caseRefusals);

export const sentencesOfCases = [
  practitioner("fen-homes").may(reading),
  panelChair("FEN").may(reading),
  callTaker("police-contact").mayNot(reading, "reads-no-cases"),
  agencyAdministrator("fen-homes").mayNot(reading, "reads-no-cases"),
  analyst("pcc-office").mayNot(reading, "reads-no-cases"),
  governanceOfficer("county-governance").mayNot(reading, "reads-no-cases"),

  practitioner("fen-homes").may(looking),
  callTaker("police-contact").may(looking),
  panelChair("FEN").may(looking),
  agencyAdministrator("fen-homes").mayNot(looking, "finds-nothing"),
  analyst("pcc-office").mayNot(looking, "finds-nothing"),

  practitioner("fenland-dc").on(led).may(closeCase),
  practitioner("fen-homes").on(shared).mayNot(closeCase, "not-lead-agency"),
  manager("fen-homes").on(shared.red()).mayNot(closeCase, "not-lead-agency"),
  panelChair("FEN").on(led.red()).mayNot([closeCase, withdrawClosure, decideClosure], "not-lead-agency"),
  practitioner("fenland-dc").on(led.closed()).mayNot(closeCase, "already-closed"),
  manager("fenland-dc").on(led).may(decideClosure),
  practitioner("fenland-dc").on(led).mayNot(decideClosure, "not-manager-of-lead"),
  manager("fen-homes").on(shared).mayNot([decideClosure, withdrawClosure], "not-lead-agency"),
  practitioner("fenland-dc").on(led).may([withdrawClosure, recordVictimView]),
  practitioner("fen-homes").on(shared).may(recordVictimView),
  practitioner("fen-homes").on(summarised).mayNot(recordVictimView, "summary-only"),
  practitioner("probation").on(withProbation).mayNot(recordVictimView, "perpetrator-side"),
  practitioner("fen-homes").on(shared.closed()).mayNot(recordVictimView, "already-closed"),
  practitioner("fenland-dc").on(led.closed()).may(reopenCase),
  practitioner("fenland-dc").on(led).mayNot(reopenCase, "not-closed"),
  practitioner("fen-homes").on(shared.closed()).mayNot(reopenCase, "not-lead-agency"),
  practitioner("fen-homes").on(shared).may([seeHowItEnds, seeClocks]),
  practitioner("fen-homes").on(summarised).mayNot(seeClocks, "summary-only"),
  practitioner("probation").on(withProbation).mayNot(seeClocks, "perpetrator-side"),
  manager("fenland-dc").on(led).may([pauseClock, resumeClock, superviseCase]),
  manager("fenland-dc").on(led.ofOfficer("member of fenland-dc")).mayNot(superviseCase, "own-case"),
  practitioner("fenland-dc").on(led).mayNot(resumeClock, "not-a-supervisor"),
  manager("fenland-dc").on(led.closed()).mayNot([pauseClock, superviseCase], "case-closed"),
  practitioner("fenland-dc").on(led).mayNot([pauseClock, superviseCase], "not-a-supervisor"),
  manager("fen-homes").on(shared).mayNot([pauseClock, superviseCase], "not-lead-agency"),
  manager("fen-homes").on(summarised).mayNot(pauseClock, "summary-only"),
  manager("probation").on(withProbation).mayNot(pauseClock, "perpetrator-side"),
  practitioner("fen-homes").on(summarised).mayNot(seeHowItEnds, "summary-only"),
  practitioner("probation").on(withProbation).mayNot(seeHowItEnds, "perpetrator-side"),

  practitioner("fenland-dc").on(led).may([addEntry, logContact]),
  practitioner("fen-homes").on(shared).may([addEntry, logContact]),
  practitioner("fen-homes").on(shared.closed()).may([addEntry, logContact]),
  practitioner("probation").on(withProbation).may([addEntry, logContact]),
  panelChair("FEN").on(led.red()).may([addEntry, logContact]),
  practitioner("fen-homes").on(summarised).mayNot([addEntry, logContact], "summary-only"),

  practitioner("fen-homes").on(lineBy("fen-homes", "note", shared)).may(correctEntry),
  practitioner("fen-homes").on(lineBy("fen-homes", "contact", shared)).may(correctEntry),
  manager("fenland-dc").on(lineBy("fen-homes", "note", shared)).mayNot(correctEntry, "other-agency-wrote-it"),
  practitioner("fen-homes").on(lineBy("fen-homes", "rag", shared)).mayNot(correctEntry, "written-by-the-system"),
  practitioner("fen-homes").on(lineBy("fen-homes", "note", summarised)).mayNot(correctEntry, "summary-only"),

  practitioner("fen-homes").on(shared).may(tickDutyCall),
  practitioner("victim-service").on(withVictimService).may(tickDutyCall),
  practitioner("probation").on(withProbation).mayNot(tickDutyCall, "not-for-this-side"),
  practitioner("fen-homes").on(summarised).mayNot(tickDutyCall, "summary-only"),

  practitioner("fen-homes").on(aNew("witness", shared)).may(addInvolvement),
  practitioner("victim-service").on(aNew("witness", withVictimService)).may(addInvolvement),
  practitioner("probation").on(aNew("alleged_perpetrator", withProbation)).may(addInvolvement),
  practitioner("probation").on(aNew("professional", withProbation)).may(addInvolvement),
  practitioner("probation").on(aNew("victim", withProbation)).mayNot(addInvolvement, "other-side"),
  practitioner("victim-service").on(aNew("household_member", withVictimService, "perpetrator")).mayNot(addInvolvement, "other-side"),
  practitioner("fen-homes").on(aNew("witness", summarised)).mayNot(addInvolvement, "summary-only"),
  practitioner("fen-homes").on(aNew("witness", shared.closed())).mayNot(addInvolvement, "case-closed"),

  practitioner("fen-homes").on(somebodyOn(shared)).may([endInvolvement, changeRole]),
  practitioner("fen-homes").on(somebodyOn(summarised)).mayNot([endInvolvement, changeRole], "summary-only"),
  practitioner("fenland-dc").on(somebodyOn(led.closed())).mayNot([endInvolvement, changeRole], "case-closed"),

  practitioner("fen-homes").on(livingOn("victim", shared)).may(recordMove),
  practitioner("victim-service").on(livingOn("victim", withVictimService)).may(recordMove),
  practitioner("probation").on(livingOn("alleged_perpetrator", withProbation)).may(recordMove),
  practitioner("fen-homes").on(livingOn("professional", shared)).mayNot(recordMove, "no-home-kept"),
  practitioner("fen-homes").on(livingOn("complainant", shared, "organisation")).mayNot(recordMove, "no-home-kept"),
  practitioner("fen-homes").on(livingOn("victim", summarised)).mayNot(recordMove, "summary-only"),
  practitioner("fenland-dc").on(livingOn("victim", led.closed())).mayNot(recordMove, "case-closed"),

  practitioner("fenland-dc").on(led).may([shareCase, changeLevel, endShare, offerToShare]),
  manager("fen-homes").on(shared).mayNot([shareCase, changeLevel, endShare, offerToShare], "not-lead-agency"),
  panelChair("FEN").on(led.red()).mayNot([shareCase, changeLevel, endShare, offerToShare], "not-lead-agency"),
  practitioner("fenland-dc").on(led.closed()).mayNot([shareCase, changeLevel, offerToShare], "case-closed"),
  practitioner("fenland-dc").on(led.closed()).may(endShare),

  practitioner("fen-homes").on(shared).may(offerToAssess),
  practitioner("probation").on(withProbation).mayNot(offerToAssess, "perpetrator-side"),
  practitioner("fen-homes").on(summarised).mayNot(offerToAssess, "summary-only"),
  practitioner("fen-homes").on(shared.closed()).mayNot(offerToAssess, "case-closed"),

  practitioner("fen-homes").on(shared).may(seeWhoHasIt),
  practitioner("fen-homes").on(summarised).may(seeWhoHasIt),
  practitioner("victim-service").on(withVictimService).may(seeWhoHasIt),
  practitioner("probation").on(withProbation).mayNot(seeWhoHasIt, "not-for-your-side"),

  practitioner("fen-homes").on(summarised).may(askForMore),
  practitioner("fen-homes").on(shared).mayNot(askForMore, "already-works-on-it"),
  practitioner("fen-homes").on(summarised.closed()).mayNot(askForMore, "case-closed"),

  practitioner("fenland-dc").on(led).may(placeHold),
  practitioner("fenland-dc").on(led.closed()).may(placeHold),
  manager("fen-homes").on(shared).mayNot(placeHold, "not-lead-agency"),
];
