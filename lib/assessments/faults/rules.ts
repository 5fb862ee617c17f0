import type { FieldProblem } from "@/lib/format/fields";

/** The triggers and questions whose facts the program knows how to find. */
export const computableTriggers = ["T4", "T6", "T7"] as const;
export const computableQuestions = ["C3"] as const;

type Choice = readonly [string, string, number];
type Asked = {
  key: string; type: "one" | "many"; options: readonly Choice[];
  scored?: false | undefined; score?: "max" | undefined; computed?: string | undefined;
  sets_flag_when?: Record<string, string> | undefined; followup?: string | undefined;
};
type Draft = {
  bands: readonly { rag: string; min: number; max: number }[];
  questions: readonly Asked[];
  triggers: readonly { key: string; computed?: true | undefined }[];
  unknown_answers: readonly (readonly [string, string])[];
  screening?: { questions: readonly string[]; high_when: Record<string, readonly string[]> } | undefined;
  vulnerability_factors?: readonly (readonly [string, string])[] | undefined;
};

const fault = (path: FieldProblem["path"], message: string): FieldProblem => ({ path, message });

const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

/** The most points a question can give. */
function most(question: Asked): number {
  return question.scored === false ? 0 : Math.max(...question.options.map(([, , points]) => points));
}

function bandFaults({ bands, questions }: Draft): FieldProblem[] {
  const faults = ["green", "amber", "red"].flatMap((rag, at) =>
    bands[at]?.rag === rag ? [] : [fault(["bands", at], `The bands go green, amber, red: expected ${rag}`)]);
  bands.forEach((band, at) => {
    const start = at === 0 ? 0 : (bands[at - 1]?.max ?? 0) + 1;
    if (band.min !== start) faults.push(fault(["bands", at, "min"], `The band must begin at ${start}`));
    if (band.max < band.min) faults.push(fault(["bands", at, "max"], "The band must end where it begins or later"));
  });
  const highest = questions.reduce((sum, question) => sum + most(question), 0);
  if (bands.at(-1)?.max !== highest) faults.push(fault(["bands", bands.length - 1, "max"], `The last band must end at ${highest}, the highest score`));
  return faults;
}

function questionFaults({ questions, unknown_answers: unknown, vulnerability_factors: factors }: Draft): FieldProblem[] {
  const faults = repeated(questions.map(({ key }) => key)).map((key) => fault(["questions"], `Question ${key} stands twice`));
  questions.forEach((question, at) => {
    const codes = question.options.map(([name]) => name);
    const here = (path: FieldProblem["path"], message: string) => faults.push(fault(["questions", at, ...path], message));
    for (const name of repeated([...codes, ...unknown.map(([other]) => other)])) here(["options"], `Answer ${name} stands twice`);
    if (question.type === "many" && question.scored !== false && question.score !== "max") {
      here(["score"], "Say how several answers count as one");
    }
    for (const name of Object.keys(question.sets_flag_when ?? {})) {
      if (!codes.includes(name)) here(["sets_flag_when"], `There is no answer ${name}`);
    }
    if (question.followup && !factors?.length) here(["followup"], "The follow-up list is missing");
    if (question.computed && !(computableQuestions as readonly string[]).includes(question.key)) {
      here(["computed"], `Nothing computes question ${question.key}`);
    }
  });
  return faults;
}

function screeningFaults({ screening, questions }: Draft): FieldProblem[] {
  if (!screening) return [];
  const find = (key: string) => questions.find((question) => question.key === key && !question.computed);
  const faults = screening.questions.filter((key) => !find(key))
    .map((key) => fault(["screening", "questions"], `There is no question ${key} to ask`));
  for (const [key, codes] of Object.entries(screening.high_when)) {
    if (!screening.questions.includes(key)) faults.push(fault(["screening", "high_when", key], `Question ${key} is not in the screening`));
    const offered = find(key)?.options.map(([name]) => name) ?? [];
    for (const name of codes) {
      if (!offered.includes(name)) faults.push(fault(["screening", "high_when", key], `There is no answer ${name}`));
    }
  }
  return faults;
}

function triggerFaults({ triggers }: Draft): FieldProblem[] {
  const faults = repeated(triggers.map(({ key }) => key)).map((key) => fault(["triggers"], `Trigger ${key} stands twice`));
  triggers.forEach((trigger, at) => {
    if (trigger.computed && !(computableTriggers as readonly string[]).includes(trigger.key)) {
      faults.push(fault(["triggers", at, "computed"], `Nothing computes trigger ${trigger.key}`));
    }
  });
  return faults;
}

type Finding = { needs: (keyof Draft)[]; find: (draft: Draft) => FieldProblem[] };

const findings: Finding[] = [
  { needs: ["bands", "questions"], find: bandFaults }, { needs: ["questions", "unknown_answers"], find: questionFaults }, { needs: ["questions"], find: screeningFaults }, { needs: ["triggers"], find: triggerFaults },
];

/** What contradicts itself in those parts of a template that are there. */
export function faultsIn(draft: Partial<Draft>): FieldProblem[] {
  return findings.filter(({ needs }) => needs.every((part) => draft[part] !== undefined)).flatMap(({ find }) => find(draft as Draft));
}

/** What contradicts itself in a template: bands with gaps, answers that stand twice, rules about what is not there. */
export function templateFaults(draft: Draft): FieldProblem[] {
  return faultsIn(draft);
}
