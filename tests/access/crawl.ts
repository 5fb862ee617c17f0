import { Canaries } from "./canaries";
import { answer, type Question } from "./doors";

export type Crawled = { asked: number; triples: number; seen: number; forbidden: string[]; wrong: string[]; failures: string[] };

/** Asks every question as every one of these members, and looks in each answer for words that are not for them. */
export async function crawl(canaries: Canaries, questions: Question[], members: string[], { stopAtFirst = false } = {}): Promise<Crawled> {
  const result: Crawled = { asked: 0, triples: 0, seen: 0, forbidden: [], wrong: [], failures: [] };
  for (const member of members) {
    for (const question of questions) {
      if (stopAtFirst && (result.forbidden.length > 0 || result.wrong.length > 0)) return result;
      const { door, about } = question;
      const given = await answer(question, member);
      result.asked += 1;
      if (given.startsWith("!")) result.failures.push(`${door.name}: ${given.slice(1, 200)}`);
      const input = JSON.stringify(question.input);
      for (const word of canaries.in(given)) {
        if (input.includes(word)) continue;
        result.seen += 1;
        if (!canaries.isFor(member, word, door.name)) result.forbidden.push(`${door.name} showed ${member} ${canaries.where(word)} for ${input}`);
      }
      if (!about) continue;
      result.triples += 1;
      // Found, or forbidden with a reason: either way the record is there for them.
      if (!given.startsWith("NotFound") !== canaries.truth.reads(member, about.table).has(about.id) && !given.startsWith("Forbidden: ")) result.wrong.push(`${door.name} for ${member} of ${about.table} ${about.id}: ${given.slice(0, 60)}`);
    }
  }
  return result;
}
