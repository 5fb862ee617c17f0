import { tickCallOfReport } from "../../../lib/assessments/intake/calls/commands";
import { takeReport } from "../../../lib/assessments/intake/commands";
import { getReportForm } from "../../../lib/assessments/intake/form/queries";
import { getOnSaving } from "../../../lib/assessments/intake/saving/queries";
import { adviseOnly, linkToCase, openCaseFromReport, sameEvent } from "../../../lib/assessments/intake/triage/commands";
import { getInbox } from "../../../lib/reports/inbox/queries";
import { getKnownCaller, getKnownHere } from "../../../lib/reports/known/queries";
import { getReport } from "../../../lib/reports/page/queries";
import { agencyAdministrator, analyst, callTaker, coordinator, practitioner, withoutAgreement } from "./members";
import { aNewReportIn, aReportTakenBy, caseLedBy } from "./subjects";

const led = caseLedBy("fenland-dc");
const shared = led.sharedWith("fen-homes", "contribute");
const withProbation = led.sharedWith("probation", "contribute");

const taking = [getReportForm, getOnSaving, getKnownHere, getKnownCaller, tickCallOfReport];
const reading = [getReport, getInbox];
const ofContactCentre = aReportTakenBy("police-contact");
const ofProbation = aReportTakenBy("probation");

export const sentencesOfReports = [
  callTaker("police-contact").may([...taking, ...reading]),
  practitioner("fen-homes").may([...taking, ...reading]),
  analyst("pcc-office").mayNot([...taking, ...reading], "takes-no-reports"),
  agencyAdministrator("fen-homes").mayNot([...taking, ...reading], "takes-no-reports"),
  practitioner("fen-hope").mayNot([...taking, ...reading], "no-agreement"),
  withoutAgreement("fen-homes").mayNot([...taking, ...reading], "no-agreement"),

  callTaker("police-contact").on(aNewReportIn("PET")).may(takeReport),
  practitioner("fen-homes").on(aNewReportIn("FEN")).may(takeReport),
  practitioner("fen-homes").on(aNewReportIn("FEN", shared)).may(takeReport),
  practitioner("fen-homes").on(aNewReportIn("FEN", shared.closed())).mayNot(takeReport, "case-closed"),
  practitioner("fen-homes").on(aNewReportIn("FEN", shared.closedLately())).may(takeReport),
  practitioner("fen-homes").on(aNewReportIn("PET")).mayNot(takeReport, "area-not-covered"),
  practitioner("probation").on(aNewReportIn("FEN", withProbation)).mayNot(takeReport, "other-side"),
  practitioner("fen-hope").on(aNewReportIn("FEN")).mayNot(takeReport, "no-agreement"),
  analyst("pcc-office").on(aNewReportIn("FEN")).mayNot(takeReport, "takes-no-reports"),

  coordinator("fenland-dc").on(ofContactCentre).may([adviseOnly, openCaseFromReport]),
  practitioner("fen-homes").on(aReportTakenBy("fen-homes")).may([adviseOnly, openCaseFromReport]),
  coordinator("peterborough-city").on(ofContactCentre).mayNot([adviseOnly, openCaseFromReport], "not-yours-to-sort"),
  practitioner("fenland-dc").on(ofContactCentre).mayNot([adviseOnly, openCaseFromReport], "not-yours-to-sort"),
  callTaker("police-contact").on(ofContactCentre).mayNot([adviseOnly, openCaseFromReport], "reads-no-cases"),

  coordinator("fenland-dc").on(ofContactCentre.joining(led)).may([linkToCase, sameEvent]),
  coordinator("fenland-dc").on(ofContactCentre.onItsOwn()).may(sameEvent),
  practitioner("fen-homes").on(ofContactCentre.joining(shared)).mayNot([linkToCase, sameEvent], "not-yours-to-sort"),
  practitioner("fen-homes").on(ofContactCentre.onItsOwn()).mayNot(sameEvent, "not-yours-to-sort"),
  coordinator("fenland-dc").on(ofContactCentre.joining(led.closed())).mayNot([linkToCase, sameEvent], "case-closed"),
  coordinator("fenland-dc").on(ofContactCentre.joining(led.closedLately())).may([linkToCase, sameEvent]),
  practitioner("probation").on(ofProbation.joining(withProbation)).mayNot([linkToCase, sameEvent], "other-side"),
];
