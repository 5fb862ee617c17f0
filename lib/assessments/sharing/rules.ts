import type { Rag } from "@/lib/clocks/schema";
import type { Answers } from "../schema";

/** The kinds of agency that answers may call for, in the order in which they are proposed. */
export const proposedKinds = [
  "police", "council", "health", "adult_social_care", "childrens_social_care", "fire",
  "victim_service", "youth_justice", "treatment", "probation",
] as const;
export type ProposedKind = (typeof proposedKinds)[number];

export type ProposalReason =
  | "risk" | "suicide" | "danger" | "fire_risk" | "safeguarding" | "hate" | "hate_query" | "violence"
  | "works_with" | "mind_affected" | "mental_health" | "care_needs" | "carer" | "child" | "alone" | "extreme"
  | "domestic_abuse" | "substance" | "bereavement" | "offending" | "homelessness" | "animals";

/** A kind of agency to propose, with every reason for it. */
export type Proposal = { kind: ProposedKind; reasons: ProposalReason[] };

/** What is known beside the answers: the age of the person assessed, the side they are on, the colour it came to. */
export type ProposalContext = { age?: number | null; subject?: "victim" | "perpetrator" | "place"; rag?: Rag };

type Facts = {
  is: (question: string, ...codes: string[]) => boolean;
  has: (...factors: string[]) => boolean;
  triggered: (...keys: string[]) => boolean;
  isChild: boolean;
  subject: ProposalContext["subject"];
  rag: Rag | undefined;
};

type Proposing = { reason: ProposalReason; kinds: (facts: Facts) => ProposedKind[]; when: (facts: Facts) => boolean };

const always = (...kinds: ProposedKind[]) => () => kinds;
const socialCare = ({ isChild }: Facts): ProposedKind[] => [isChild ? "childrens_social_care" : "adult_social_care"];

const proposing: Proposing[] = [
  { reason: "suicide", kinds: always("police", "health", "adult_social_care"), when: ({ triggered }) => triggered("T1") },
  { reason: "danger", kinds: always("police"), when: ({ triggered }) => triggered("T2") },
  { reason: "fire_risk", kinds: always("fire"), when: ({ triggered, is }) => triggered("T2") || is("B1", "violence") },
  { reason: "safeguarding", kinds: always("childrens_social_care", "adult_social_care"), when: ({ triggered }) => triggered("T3") },
  { reason: "hate", kinds: always("police", "victim_service"), when: ({ triggered, is }) => is("V2", "yes") || triggered("T4", "T5") },
  { reason: "hate_query", kinds: always("police", "victim_service"), when: ({ is }) => is("V2", "unsure") },
  { reason: "violence", kinds: always("police"), when: ({ is }) => is("B1", "threat", "violence") },
  { reason: "risk", kinds: always("police", "council"), when: ({ rag }) => rag === "red" || rag === "amber" },
  { reason: "works_with", kinds: always("adult_social_care"), when: ({ is }) => is("S2", "asc") },
  { reason: "works_with", kinds: always("childrens_social_care"), when: ({ is }) => is("S2", "csc") || is("N1", "childrens_social_care") },
  { reason: "works_with", kinds: always("health"), when: ({ is }) => is("S2", "mh", "health") },
  { reason: "works_with", kinds: always("treatment"), when: ({ is }) => is("S2", "da") },
  { reason: "works_with", kinds: always("victim_service"), when: ({ is }) => is("S2", "vs") },
  { reason: "mind_affected", kinds: always("health"), when: ({ is }) => is("I2", "mental", "both") },
  { reason: "mental_health", kinds: always("health"), when: ({ has, is }) => has("mental_health") || is("N1", "mental_health") },
  {
    reason: "care_needs",
    kinds: socialCare,
    when: ({ has, is }) => has("age", "disability", "long_term_illness", "learning_disability", "learning_difficulty", "neurodivergence")
      || is("N1", "learning_disability", "learning_difficulty"),
  },
  { reason: "carer", kinds: socialCare, when: ({ has }) => has("dependants") },
  { reason: "child", kinds: always("childrens_social_care"), when: ({ isChild }) => isChild },
  { reason: "child", kinds: always("youth_justice"), when: ({ isChild, subject }) => isChild && subject === "perpetrator" },
  { reason: "alone", kinds: always("victim_service"), when: ({ is, has }) => is("S1", "alone") || has("isolation", "rural_isolation") },
  { reason: "extreme", kinds: always("victim_service"), when: ({ is }) => is("I1", "extreme") },
  { reason: "bereavement", kinds: always("victim_service"), when: ({ has }) => has("bereavement") },
  { reason: "domestic_abuse", kinds: always("police"), when: ({ has, is }) => has("domestic_abuse") || is("N1", "domestic_abuse") },
  { reason: "domestic_abuse", kinds: always("victim_service"), when: ({ has }) => has("domestic_abuse") },
  { reason: "substance", kinds: always("treatment"), when: ({ has, is }) => has("substance") || is("N1", "alcohol_misuse", "drug_misuse") },
  { reason: "offending", kinds: always("probation"), when: ({ is }) => is("N1", "adult_offender") },
  { reason: "offending", kinds: always("youth_justice"), when: ({ is }) => is("N1", "young_person_offending") },
  { reason: "homelessness", kinds: always("council"), when: ({ is }) => is("N1", "homelessness") },
  { reason: "animals", kinds: always("council"), when: ({ is }) => is("N1", "animal_welfare") },
];

/**
 * The kinds of agency that answers, risk factors and triggers call for, each with its reasons. A proposal only:
 * a member confirms who is told, and an agency without a live agreement for the area cannot be.
 */
export function suggestedAgencies(
  answers: Answers,
  factors: readonly string[],
  triggers: readonly string[],
  context: ProposalContext = {},
): Proposal[] {
  const facts: Facts = {
    is: (question, ...codes) => [answers[question] ?? []].flat().some((code) => codes.includes(code)),
    has: (...wanted) => factors.some((factor) => wanted.includes(factor)),
    triggered: (...keys) => triggers.some((key) => keys.includes(key)),
    isChild: typeof context.age === "number" && context.age < 18,
    subject: context.subject,
    rag: context.rag,
  };
  const found = proposing.filter((line) => line.when(facts))
    .flatMap((line) => line.kinds(facts).map((kind) => ({ kind, reason: line.reason })));
  return proposedKinds.flatMap((kind) => {
    const reasons = [...new Set(found.filter((one) => one.kind === kind).map(({ reason }) => reason))];
    return reasons.length > 0 ? [{ kind, reasons }] : [];
  });
}
