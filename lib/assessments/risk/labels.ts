import { workRefusals } from "../../cases/page/labels";
import { ragLabels } from "@/lib/clocks/labels";
import type { Rag } from "@/lib/clocks/schema";
import { ragAndScoreWords, unknownWords } from "../labels";
import type { ScoredAssessment } from "../rules";
import type { Judgement, Template } from "../schema";
import { triggerLabel } from "../triggers/labels";
import type { AssessmentPurpose } from "./schema";

/** Why an assessment is made, as a person would say it. */
export const purposeLabels: Record<AssessmentPurpose, string> = {
  initial: "First assessment",
  review: "Review that is due",
  after_incident: "Something new has happened",
  before_meeting: "Before the problem-solving group",
  closure: "Before the case is closed",
  correction: "To put an earlier assessment right",
};

/** Why risk may not be worked on, and what can be done instead. */
export const riskRefusals: Record<string, string> = {
  "reads-no-cases": "Your role does not read cases. Ask your agency's administrator if that is wrong.",
  ...workRefusals,
  "perpetrator-side": "Agencies that work with the person said to be responsible do not see or make risk assessments. Write what you know in the log, or record a trigger.",
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "not-manager-of-lead": "Only a manager of the lead agency may do this. Ask one, or write your view in the log.",
  "judgement-needed": "The score is within two points of a higher colour. Say which colour you judge it to be, and why.",
  "judgement-lower": "Your judgement may raise the colour, not lower it. A manager of the lead agency may lower it afterwards.",
  "not-a-victim": "A victim assessment is about somebody who is a victim on this case. Add them as a victim first.",
  "not-said-to-be-responsible": "A behaviour assessment is about somebody said to be responsible, or a place.",
  "no-subject": "Choose whom or what the assessment is about.",
  "not-raised": "Select a colour higher than the case has now.",
  "no-such-trigger": "Select what was said or seen from the list.",
  "judgement-ended": "This judgement has ended already.",
  "form-changed": "A new version of this form came into force more than a day ago. Open the page again: your answers are kept, and it says what to ask again.",
  "needs-assessment": "Assess the risk again first: there has been no assessment since this judgement.",
};

/** What the log says of a completed assessment. Names nobody. */
export function assessmentEntryWords(
  template: Pick<Template, "title" | "triggers">, scored: ScoredAssessment, rag: Rag, triggers: readonly string[], judgement: Judgement | null,
): string {
  const lines = [`${template.title} completed: ${ragAndScoreWords({ rag, score: scored.score, borderlineTo: judgement ? null : scored.borderlineTo })}.`];
  if (triggers.length > 0) lines.push(`${triggers.length === 1 ? "Trigger" : "Triggers"}: ${triggers.map((key) => triggerLabel(template.triggers.find((trigger) => trigger.key === key) ?? { key, text: key })).join("; ")}.`);
  if (judgement) lines.push(`Judged ${ragLabels[judgement.rag].toLowerCase()}: ${judgement.reason}`);
  const unknown = unknownWords(scored.unknownCount, scored.incomplete);
  if (unknown) lines.push(`${unknown}.`);
  return lines.join("\n");
}
