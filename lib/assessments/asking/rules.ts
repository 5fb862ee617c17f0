import type { Answers, Template } from "../schema";

/** Answers that were given to one version of a form and do not stand in another as they were meant: in words, to be asked again. */
export type AskAgain = { question: string; answer: string };

type Begun = { answers?: Answers | undefined };

function labelsOf(template: Template, key: string, given: string | string[]): string[] {
  const question = template.questions.find((candidate) => candidate.key === key);
  const offered = [...(question?.options ?? []), ...template.unknown_answers];
  return [given].flat().map((code) => offered.find(([name]) => name === code)?.[1] ?? code);
}

/** The answers that mean the same in the version that is asked now, and those to ask again: the question or the words of the answer have changed. */
export function carriedOver(before: Template, after: Template, { answers = {} }: Begun): { answers: Answers; again: AskAgain[] } {
  const kept: Answers = {};
  const again: AskAgain[] = [];
  for (const [key, given] of Object.entries(answers)) {
    const [was, is] = [before, after].map((template) => template.questions.find((question) => question.key === key));
    const said = labelsOf(before, key, given);
    const isSame = was !== undefined && is !== undefined && was.text === is.text && was.type === is.type && said.join("\n") === labelsOf(after, key, given).join("\n");
    if (isSame) kept[key] = given;
    else if (said.length > 0) again.push({ question: was?.text ?? key, answer: said.join("; ") });
  }
  return { answers: kept, again };
}
