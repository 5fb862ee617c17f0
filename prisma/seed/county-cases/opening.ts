import type { Answers } from "../../../lib/assessments/schema";
import type { Rag } from "../../../lib/clocks/schema";
import { answersFor, screeningOf } from "../casework/answers";
import type { Chance } from "../casework/chance";
import type { County } from "../casework/county";
import type { CaseHand } from "../casework/hand";
import { opensCase, type Told } from "../casework/reports";
import { dramaNumber } from "./people";
import type { Plan } from "./plan";
import { effects } from "./problems";
import { filled } from "./sentences";
import { agenciesOf } from "./staff";

const howOften: Record<string, string> = { first: "This is the first time", occasional: "Now and then", monthly: "Most months", weekly: "Most weeks", most_days: "Most days", daily: "Every day" };
const judgements = [
  "Calm when spoken to and has somebody at hand. To be asked again at the first visit.", "Two points under, and the last question was answered with a shrug. Stays where it is until the visit.",
  "They make less of it than they might, but the neighbour sits with them in the evenings.", "The score is near the line; what stands behind it does not seem to be.",
];

/** What is wrong, in the words of whoever took it down. */
export function reportWords({ chance, problem, rag }: Plan): string {
  const parts = [chance.pick(problem.what), chance.pick(problem.more), chance.happens(0.5) ? chance.pick(problem.more) : "", problem.where === "home" ? chance.pick(effects[rag]) : ""];
  return [...new Set(parts.map((part) => filled(chance, part)))].filter(Boolean).join(" ");
}

function factorsOf(chance: Chance, age: number | null, answers: Answers): string[] {
  if (answers.V3 !== "yes") return [];
  const likely = [...(age !== null && age >= 70 ? ["age"] : []), ...(answers.S1 === "alone" ? ["isolation"] : []), ...(answers.I2 === "mental" || answers.I2 === "both" ? ["mental_health"] : [])];
  const drawn = chance.pick(["long_term_illness", "disability", "dependants", "bereavement", "learning_difficulty", "language", "rural_isolation", "mental_health"]);
  return [...new Set([...likely.filter(() => chance.happens(0.7)), drawn])];
}

/** Who is told in the same save: by colour, by what the answers call for, and by who is said to be behind it. */
function sharedWith({ chance, area, rag, isTenancy, lead, victims, responsible, problem, hate }: Plan, factors: readonly string[]): string[] {
  const { council, police, landlord, adults, children } = agenciesOf[area]!;
  const isYoung = (people: Plan["victims"]) => people.some(({ age }) => age !== null && age < 18);
  const told = new Set<string>();
  if (rag !== "green" || hate === "yes" || chance.happens(0.35)) told.add(council).add(police);
  if (isTenancy && (rag !== "green" || chance.happens(0.5))) told.add(landlord);
  if (rag === "red" && problem.where === "home") {
    told.add(factors.some((factor) => ["age", "disability", "long_term_illness", "learning_difficulty"].includes(factor)) ? adults : "victim-service");
    if (factors.includes("mental_health")) told.add("mental-health-trust");
  }
  if (hate === "yes" || (rag === "amber" && chance.happens(0.12))) told.add("victim-service");
  if (isYoung(victims) && children) told.add(children);
  if (isYoung(responsible) && rag !== "green") told.add("county-youth-justice");
  if (isYoung(responsible) && children && chance.happens(0.25)) told.add(children);
  if (rag === "amber" && ["age", "disability", "long_term_illness"].some((factor) => factors.includes(factor)) && chance.happens(0.5)) told.add(adults);
  if (problem.heading === "street_drinking" && chance.happens(0.7)) told.add("treatment");
  told.delete(lead);
  return [...told];
}

function channelOf({ chance, taker, lead }: Plan): Told["channel"] {
  if (taker === "Callum Reid" || lead.startsWith("police")) return chance.weighted([["phone_101", 80], ["visit", 20]] as const);
  if (lead.endsWith("homes") || lead === "ouse-valley") return chance.weighted([["phone_landlord", 70], ["visit", 20], ["email", 10]] as const);
  return chance.weighted([["phone_council", 55], ["online", 20], ["email", 10], ["in_person", 8], ["member_councillor", 4], ["letter", 3]] as const);
}

const qualifierOf = ({ problem: { qualifier, where }, rag }: Plan) => (where === "home" && rag === "red" ? "personal" : qualifier);

/** Opens a planned case at a moment: the report, its assessment and who is told, in one save. */
export async function openPlanned(county: County, plan: Plan, at: Date): Promise<CaseHand> {
  const { chance, problem, place } = plan;
  const told: Told = {
    at, placeId: place.id, hoursBefore: chance.between(1, 40), channel: channelOf(plan), whatHappened: reportWords(plan), nsirHeading: problem.heading, nsirQualifier: qualifierOf(plan),
    affected: plan.victims.map(({ form }) => ({ ...form, livesHere: true })), responsible: plan.responsible.map(({ form }) => ({ ...form, note: chance.pick(["Named by the caller", "Known to the caller by sight", "Said by two households", "Not seen, but they are sure"]) })),
    caller: plan.caller ? { who: "someone_else", ...plan.caller.form, relation: plan.victims.length > 0 ? "Parent" : chance.pick(["Lives opposite", "Keeps the shop there", "Walks a dog there", "Parish councillor", "School caretaker"]) } : { who: "affected", index: 0 },
    ...(problem.where === "home" ? { safeContact: { method: chance.happens(0.75) ? "phone" as const : "text" as const, number: dramaNumber(chance), when: chance.pick(["Mornings", "After six", "Any time", "Weekdays before three", "Not on Sundays"]), leaveMessage: chance.happens(0.4) } } : {}),
    ...(chance.happens(0.4) ? { immediateSteps: chance.pick(["Gave the reference and the number for out of hours.", "Said who will ring and by when.", "Agreed that nobody calls at the house unannounced.", "Asked them not to keep a diary for now."]) } : {}),
  };
  return opensCase(county, plan.taker, { ...told, ...assessed(plan) });
}

function assessed(plan: Plan): Partial<Told> {
  const { chance, rag, problem, hate, victims, responsible } = plan;
  if (problem.where === "open") {
    const { answers, isBorderline } = answersFor(chance, "PCI", rag);
    return { impact: { answers, ...judgementIf(chance, isBorderline, rag) }, shareWith: sharedWith(plan, []) };
  }
  const isKnown = responsible.some(({ age }) => age !== null);
  const { answers, isBorderline } = answersFor(chance, "VRA", rag, { H4: isKnown ? "known" : chance.pick(["no", "sight"]), ...(hate === "no" ? {} : { V2: hate, ...(hate === "yes" ? { H1: chance.pick(["weekly", "most_days"]) } : {}) }) });
  const factors = factorsOf(chance, victims[0]!.age, answers);
  return {
    howOften: howOften[String(answers.H1)] ?? "", screeningAnswers: screeningOf(answers), vulnerabilityFactors: factors,
    assessment: { affectedIndex: 0, source: "phone", answers: { ...answers, H6: [chance.pick(["police", "council", "landlord", "nobody", "gp"])], S2: [chance.pick(["none", "none", "none", "health", "mh", "asc"])] }, factors, ...judgementIf(chance, isBorderline, rag) },
    shareWith: sharedWith(plan, factors),
  };
}

export function judgementIf(chance: Chance, isBorderline: boolean, rag: Rag) {
  return isBorderline ? { judgement: { rag, reason: chance.pick(judgements) } } : {};
}
