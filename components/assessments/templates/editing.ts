import type { Question, Template, TriggerDefinition } from "@/lib/assessments/schema";

const letters: Record<Question["section"], string> = { history: "H", vulnerability: "V", support: "S", impact: "I", behaviour: "B", community: "C", response: "R", needs: "N" };

/** The form with one item of a list changed. */
export function replaced<Item>(list: readonly Item[], at: number, next: Item): Item[] {
  return list.map((item, index) => (index === at ? next : item));
}

/** The list with one item a place further up or down; as it is where there is no further. */
export function moved<Item>(list: readonly Item[], at: number, by: -1 | 1): Item[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}

/** The most points that a form can give. */
export function highestScore({ questions }: Pick<Template, "questions">): number {
  return questions.reduce((sum, question) => sum + (question.scored === false ? 0 : Math.max(0, ...question.options.map(([, , points]) => points))), 0);
}

/** The bands without a gap: each begins after the one before, and the last ends at the highest score. */
export function withBands(template: Template): Template {
  let from = 0;
  const bands = template.bands.map((band, at) => {
    const next = { ...band, min: from, max: at === template.bands.length - 1 ? highestScore(template) : band.max };
    from = next.max + 1;
    return next;
  });
  return { ...template, bands };
}

/** A new question with a key that no version has had: a key means one question for ever. */
export function newQuestion(section: Question["section"], used: readonly string[]): Question {
  const letter = letters[section];
  const last = Math.max(0, ...used.filter((key) => key.startsWith(letter)).map((key) => Number(key.slice(1))));
  return { key: `${letter}${last + 1}`, section, text: "", type: "one", options: [["no", "No", 0], ["yes", "Yes", 1]] };
}

/** A code that no answer of the question has. */
export function newCode(question: Question): string {
  for (let n = question.options.length + 1; ; n += 1) if (!question.options.some(([code]) => code === `answer_${n}`)) return `answer_${n}`;
}

/** A trigger that an assessor ticks and a manager ends, with a key that no other has. */
export function newTrigger(triggers: readonly TriggerDefinition[]): TriggerDefinition {
  const last = Math.max(0, ...triggers.map(({ key }) => Number(key.slice(1))));
  return { key: `T${last + 1}`, text: "", min_rag: "red", action: "", ends: "manager" };
}

/** A question that takes one answer or several, with what that needs. */
export function answeredBy(question: Question, type: Question["type"], isCounted: boolean): Question {
  const { score: _score, scored: _scored, ...rest } = question;
  return { ...rest, type, ...(isCounted ? {} : { scored: false as const }), ...(isCounted && type === "many" ? { score: "max" as const } : {}) };
}
