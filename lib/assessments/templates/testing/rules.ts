import { ragLabels } from "@/lib/clocks/labels";
import { rags, type Rag } from "@/lib/clocks/schema";
import { listWords } from "@/lib/format/text";
import { flagLabels } from "../../labels";
import { scoreAssessment } from "../../rules";
import { partialAnswersSchema, tickedTriggersSchema, type Flag, type Template } from "../../schema";
import type { TestCase, TestRun } from "./schema";

const inOrder = (keys: readonly string[]) => [...new Set(keys)].sort();
const wordsOf = (keys: readonly string[], words: (key: string) => string = (key) => key) => (keys.length === 0 ? "none" : listWords(inOrder(keys).map(words)));

/** Runs one test against a form: what it expects, beside what the form makes of the same answers. */
export function runTest(template: Template, test: TestCase): TestRun {
  const given = partialAnswersSchema(template).safeParse(test.answers);
  const ticked = tickedTriggersSchema(template).safeParse(test.confirmedTriggers);
  const trouble = [...(given.error?.issues ?? []), ...(ticked.error?.issues ?? [])]
    .map((issue) => (issue.code === "unrecognized_keys" ? `The form does not ask ${listWords(issue.keys)}` : issue.message));
  if (!given.success || !ticked.success) return { name: test.name, passes: false, trouble: `${listWords([...new Set(trouble)])}.`, lines: [] };
  const found = scoreAssessment(template, given.data, { ...test.known, confirmedTriggers: ticked.data });
  const triggers = inOrder([...ticked.data, ...found.computedTriggers]);
  const { expected } = test;
  const line = (what: string, wanted: string, came: string) => ({ what, expected: wanted, found: came, agrees: wanted === came });
  const flag = (key: string) => flagLabels[key as Flag];
  const lines = [
    line("Score", String(expected.score), String(found.score)),
    line("Colour", ragLabels[expected.rag], ragLabels[found.rag]),
    line("Triggers", wordsOf(expected.triggers), wordsOf(triggers)),
    line("Hate", wordsOf(expected.flags, flag), wordsOf(found.flags, flag)),
    line("Near a higher colour", expected.borderline ? "yes" : "no", found.borderline ? "yes" : "no"),
  ];
  return { name: test.name, passes: lines.every(({ agrees }) => agrees), trouble: "", lines };
}

/** Colours that no test of a form comes out in: each band is tried before a form may be published. */
export function coloursWithoutTest(tests: readonly TestCase[]): Rag[] {
  return rags.filter((rag) => !tests.some(({ expected }) => expected.rag === rag));
}
