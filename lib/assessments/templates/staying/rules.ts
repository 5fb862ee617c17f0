import type { FieldProblem } from "@/lib/format/fields";
import { ragRank } from "@/lib/clocks/rules";
import type { Rag } from "@/lib/clocks/schema";
import { listWords } from "@/lib/format/text";
import type { Template } from "../../schema";
import type { FormKey } from "../rules";

type Question = Template["questions"][number];
type Kept = { key: string; type: Question["type"]; answers: string[]; why: string };

const proposals = "which agencies are proposed turns on it";

/** Questions that the program asks for by key, with the answers that mean something to it. Their words and points may change; these may not go. */
const keptQuestions: Record<FormKey, Kept[]> = {
  VRA: [
    { key: "H1", type: "one", answers: ["first"], why: "a report asks it with when it happened, and T4 turns on it" },
    { key: "H2", type: "one", answers: ["yes"], why: "T4 turns on it" },
    { key: "H3", type: "one", answers: ["yes"], why: "every report is screened by it" },
    { key: "H5", type: "one", answers: ["current"], why: "T5 is suggested by it" },
    { key: "V2", type: "one", answers: ["yes", "unsure"], why: "the hate pathway begins with it" },
    { key: "V3", type: "one", answers: ["yes"], why: "what makes somebody more at risk is asked with it" },
    { key: "S1", type: "one", answers: ["alone"], why: proposals },
    { key: "S2", type: "many", answers: ["asc", "csc", "mh", "da", "health", "vs"], why: proposals },
    { key: "I1", type: "one", answers: ["extreme"], why: "it calls for the full assessment" },
    { key: "I2", type: "one", answers: ["mental", "both"], why: proposals },
  ],
  PCI: [
    { key: "B1", type: "one", answers: ["threat", "violence"], why: proposals },
    { key: "C3", type: "one", answers: ["no", "yes"], why: "it is found from the victims' assessments" },
    { key: "N1", type: "many", answers: ["alcohol_misuse", "drug_misuse", "mental_health", "learning_disability", "learning_difficulty", "childrens_social_care", "homelessness", "domestic_abuse", "animal_welfare", "adult_offender", "young_person_offending"], why: proposals },
  ],
};

/** Questions that screen every report, whatever else does. */
const keptScreening = ["H1", "H3", "V2", "V3", "I1"];

const keptFactors = ["age", "disability", "long_term_illness", "mental_health", "learning_disability", "learning_difficulty", "neurodivergence", "isolation", "rural_isolation", "dependants", "domestic_abuse", "substance", "bereavement"];

type KeptTrigger = { key: string; least: Rag; ends: "manager" | "hate_pathway" | "computed"; isComputed: boolean };

/** Triggers that calls, clocks and the hate pathway turn on. */
const keptTriggers: KeptTrigger[] = [
  { key: "T1", least: "red", ends: "manager", isComputed: false }, { key: "T2", least: "red", ends: "manager", isComputed: false }, { key: "T3", least: "red", ends: "manager", isComputed: false },
  { key: "T4", least: "amber", ends: "hate_pathway", isComputed: true }, { key: "T5", least: "red", ends: "hate_pathway", isComputed: false },
  { key: "T6", least: "amber", ends: "computed", isComputed: true }, { key: "T7", least: "amber", ends: "computed", isComputed: true },
];

const fault = (path: FieldProblem["path"], message: string): FieldProblem => ({ path, message });

/** Why a question may not be taken out; empty when it may. */
export function whyKept(formKey: string, questionKey: string): string {
  return keptQuestions[formKey as FormKey]?.find(({ key }) => key === questionKey)?.why ?? "";
}

/** Whether an answer means something to the program, so that its code must stay. */
export function isKeptAnswer(formKey: string, questionKey: string, code: string): boolean {
  return keptQuestions[formKey as FormKey]?.find(({ key }) => key === questionKey)?.answers.includes(code) ?? false;
}

function questionFaults(template: Template): FieldProblem[] {
  return (keptQuestions[template.key as FormKey] ?? []).flatMap(({ key, type, answers, why }) => {
    const at = template.questions.findIndex((question) => question.key === key);
    const question = template.questions[at];
    if (!question) return [fault(["questions"], `Question ${key} must stay: ${why}`)];
    const missing = answers.filter((code) => !question.options.some(([name]) => name === code));
    return [
      ...(question.type === type ? [] : [fault(["questions", at, "type"], `Question ${key} must take ${type === "one" ? "one answer" : "several answers"}: ${why}`)]),
      ...(missing.length > 0 ? [fault(["questions", at, "options"], `Question ${key} must keep the ${missing.length === 1 ? "answer" : "answers"} ${listWords(missing)}: ${why}`)] : []),
    ];
  });
}

function victimFaults(template: Template): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const screened = template.screening?.questions ?? [];
  const missing = keptScreening.filter((key) => !screened.includes(key));
  if (missing.length > 0) faults.push(fault(["screening", "questions"], `The screening must keep ${listWords(missing)}: every report is screened by them`));
  const hate = template.questions.findIndex(({ key }) => key === "V2");
  const flags = template.questions[hate]?.sets_flag_when ?? {};
  if (hate >= 0 && (flags.yes !== "hate" || flags.unsure !== "hate_query")) faults.push(fault(["questions", hate, "sets_flag_when"], "Question V2 must mark yes as hate and unsure as hate not ruled out: the hate pathway begins with it"));
  const risks = template.questions.findIndex(({ key }) => key === "V3");
  if (risks >= 0 && template.questions[risks]!.followup !== "vulnerability_factors") faults.push(fault(["questions", risks, "followup"], "Question V3 must ask what makes somebody more at risk"));
  const factors = keptFactors.filter((code) => !template.vulnerability_factors?.some(([name]) => name === code));
  if (factors.length > 0) faults.push(fault(["vulnerability_factors"], `What makes somebody more at risk must keep ${listWords(factors)}: ${proposals}`));
  return [...faults, ...triggerFaults(template)];
}

function triggerFaults({ triggers }: Template): FieldProblem[] {
  const faults = keptTriggers.flatMap(({ key, least, ends, isComputed }) => {
    const at = triggers.findIndex((trigger) => trigger.key === key);
    const trigger = triggers[at];
    if (!trigger) return [fault(["triggers"], `Trigger ${key} must stay: calls and clocks turn on it`)];
    return [
      ...(ragRank(trigger.min_rag) < ragRank(least) ? [fault(["triggers", at, "min_rag"], `Trigger ${key} must make it at least ${least}`)] : []),
      ...(trigger.ends === ends && Boolean(trigger.computed) === isComputed ? [] : [fault(["triggers", at, "ends"], `Trigger ${key} must begin and end as it does now`)]),
    ];
  });
  const added = triggers.flatMap((trigger, at) => (keptTriggers.some(({ key }) => key === trigger.key) || (trigger.ends === "manager" && !trigger.computed) ? [] : [fault(["triggers", at, "ends"], `Trigger ${trigger.key} must be ticked by hand and ended by a manager`)]));
  return [...faults, ...added];
}

/** What a form has lost that the rest of Hereward turns on: the report, the screening, the hate pathway, calls and proposals. */
export function stayingFaults(template: Template): FieldProblem[] {
  const subject = template.key === "VRA" ? "victim" : "perpetrator_or_location";
  const faults = template.subject === subject ? [] : [fault(["subject"], `The form ${template.key} is about ${template.key === "VRA" ? "a victim" : "somebody said to be responsible, or a place"}`)];
  if (template.key === "VRA") return [...faults, ...questionFaults(template), ...victimFaults(template)];
  if (template.key === "PCI") return [...faults, ...questionFaults(template), ...(template.triggers.length > 0 ? [fault(["triggers"], "This form has no triggers: they belong to the victim's")] : []), ...(template.screening ? [fault(["screening"], "This form screens nothing: a report is screened by the victim's")] : [])];
  return [fault(["key"], "Hereward asks two forms: VRA for a victim, PCI for behaviour and its effect")];
}
