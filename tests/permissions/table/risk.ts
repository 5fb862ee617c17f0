import { getAssessment, getAssessmentForm } from "../../../lib/assessments/asking/queries";
import { answerHateQuery } from "../../../lib/assessments/hate/commands";
import { endNeed, recordNeed } from "../../../lib/assessments/needs/commands";
import { endJudgement, lowerRag, raiseRag, settleRisk } from "../../../lib/assessments/override/commands";
import { completeAssessment } from "../../../lib/assessments/risk/commands";
import { getCaseSharing } from "../../../lib/assessments/sharing/queries";
import { getRiskTab } from "../../../lib/assessments/tab/queries";
import { endTrigger, recordTrigger } from "../../../lib/assessments/triggers/commands";
import { mayAssessRisk } from "../../../lib/assessments/risk/policy";
import { analyst, callTaker, manager, panelChair, practitioner } from "./members";
import { part } from "./rows";
import { caseLedBy, questionOfHate } from "./subjects";

const led = caseLedBy("fenland-dc");
const shared = led.sharedWith("fen-homes", "contribute");
const summarised = led.sharedWith("fen-homes", "summary");
const withProbation = led.sharedWith("probation", "contribute");
const withVictimService = led.sharedWith("victim-service", "contribute");

const reading = [getRiskTab, getAssessmentForm, getAssessment, getCaseSharing];
const askToAssess = part("assessment.form (of one case)", "The questions, for a case.", mayAssessRisk, getAssessmentForm.words ?? {});
const assessing = [askToAssess, completeAssessment, raiseRag, settleRisk];
const adding = [recordTrigger, recordNeed, endNeed];
const takingDown = [lowerRag, endJudgement, endTrigger];

export const sentencesOfRisk = [
  practitioner("fen-homes").may(reading),
  panelChair("FEN").may(reading),
  callTaker("police-contact").mayNot(reading, "reads-no-cases"),
  analyst("pcc-office").mayNot(reading, "reads-no-cases"),

  practitioner("fenland-dc").on(led).may(assessing),
  practitioner("fen-homes").on(shared).may(assessing),
  practitioner("victim-service").on(withVictimService).may(assessing),
  panelChair("FEN").on(led.red()).may(assessing),
  practitioner("probation").on(withProbation).mayNot(assessing, "perpetrator-side"),
  practitioner("fen-homes").on(summarised).mayNot(assessing, "summary-only"),
  practitioner("fenland-dc").on(led.closed()).mayNot(assessing, "case-closed"),

  practitioner("fen-homes").on(questionOfHate(true, shared)).may([answerHateQuery]),
  practitioner("fen-homes").on(questionOfHate(false, shared)).mayNot([answerHateQuery], "not-trained"),
  practitioner("probation").on(questionOfHate(true, withProbation)).mayNot([answerHateQuery], "perpetrator-side"),
  practitioner("fen-homes").on(questionOfHate(true, summarised)).mayNot([answerHateQuery], "summary-only"),
  practitioner("fen-homes").on(questionOfHate(true, shared.closed())).mayNot([answerHateQuery], "case-closed"),

  practitioner("fen-homes").on(shared).may(adding),
  practitioner("probation").on(withProbation).may(adding),
  practitioner("fen-homes").on(summarised).mayNot(adding, "summary-only"),
  practitioner("fen-homes").on(shared.closed()).mayNot(adding, "case-closed"),

  manager("fenland-dc").on(led).may(takingDown),
  manager("fenland-dc").on(led.red()).may(takingDown),
  practitioner("fenland-dc").on(led).mayNot(takingDown, "not-manager-of-lead"),
  manager("fen-homes").on(shared).mayNot(takingDown, "not-manager-of-lead"),
  panelChair("FEN").on(led.red()).mayNot(takingDown, "not-manager-of-lead"),
  manager("probation").on(withProbation).mayNot(takingDown, "perpetrator-side"),
  manager("fen-homes").on(summarised).mayNot(takingDown, "summary-only"),
  manager("fenland-dc").on(led.closed()).mayNot(takingDown, "case-closed"),
];
