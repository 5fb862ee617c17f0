import { mayAssessRisk } from "../risk/policy";
import { refuse, type Decision } from "../../platform/decision";

type Standing = Parameters<typeof mayAssessRisk>[1] & { isTrained: boolean };

/** Whether a member may answer whether a case is hate: who may assess its risk, and is trained for it by their agency. */
export function mayAnswerHateQuery(actor: Parameters<typeof mayAssessRisk>[0], standing: Standing): Decision {
  const assesses = mayAssessRisk(actor, standing);
  return !assesses.allowed || standing.isTrained ? assesses : refuse("not-trained");
}
