import { ragLabels } from "@/lib/clocks/labels";
import { sectionLabels } from "../../labels";
import type { Template } from "../../schema";

type Question = Template["questions"][number];
/** One thing that differs between two versions, in words. Empty `was`: it is new; empty `is`: it is gone. */
export type Change = { what: string; was: string; is: string };

const points = (count: number) => `${count} ${count === 1 ? "point" : "points"}`;
const differ = (what: string, was: string, is: string): Change[] => (was === is ? [] : [{ what, was, is }]);

function optionChanges(name: string, before: Question, after: Question): Change[] {
  const was = new Map(before.options.map((option) => [option[0], option]));
  const is = new Map(after.options.map((option) => [option[0], option]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((code) => {
    const [old, now] = [was.get(code), is.get(code)];
    const words = (option: typeof old) => (option ? `“${option[1]}”, ${points(option[2])}` : "");
    return differ(`${name}, answer ${code}`, words(old), words(now));
  });
}

function questionChanges(before: Question, after: Question): Change[] {
  const name = `Question ${after.key}`;
  const how = (question: Question) => `${question.type === "one" ? "one answer" : "several answers"}${question.scored === false ? ", not counted" : ""}`;
  return [
    ...differ(`${name}, wording`, before.text, after.text),
    ...differ(`${name}, words to say aloud`, before.read_aloud ?? "", after.read_aloud ?? ""),
    ...differ(`${name}, part`, sectionLabels[before.section], sectionLabels[after.section]),
    ...differ(`${name}, how it is answered`, how(before), how(after)),
    ...optionChanges(name, before, after),
  ];
}

function byKey<Item extends { key: string }>(before: readonly Item[], after: readonly Item[], name: (item: Item) => Change["what"], words: (item: Item) => string, same: (old: Item, now: Item) => Change[]): Change[] {
  const gone = before.filter(({ key }) => !after.some((one) => one.key === key)).map((item) => ({ what: name(item), was: words(item), is: "" }));
  const kept = after.flatMap((item) => {
    const old = before.find(({ key }) => key === item.key);
    return old ? same(old, item) : [{ what: name(item), was: "", is: words(item) }];
  });
  return [...gone, ...kept];
}

const listed = (pairs: readonly (readonly [string, string])[] | undefined) => (pairs ?? []).map(([, words]) => words).join(" · ");
const screened = (template: Template) => Object.entries(template.screening?.high_when ?? {}).map(([key, codes]) => `${key}: ${codes.join(", ")}`).join(" · ");

/** What differs between two versions of a form, in words, in the order of the form. */
export function changesBetween(before: Template, after: Template): Change[] {
  const order = (template: Template) => template.questions.map(({ key }) => key).filter((key) => [before, after].every(({ questions }) => questions.some((question) => question.key === key))).join(", ");
  return [
    ...differ("Title", before.title, after.title),
    ...after.bands.flatMap((band, at) => {
      const words = (one: Template["bands"][number] | undefined) => (one ? `${one.min} to ${one.max}, “${one.label}”` : "");
      return differ(`Band ${ragLabels[band.rag].toLowerCase()}`, words(before.bands[at]), words(band));
    }),
    ...differ("Points below a higher colour that are near it", String(before.borderline_points), String(after.borderline_points)),
    ...byKey(before.questions, after.questions, ({ key }) => `Question ${key}`, ({ text }) => text, questionChanges),
    ...differ("Order of the questions", order(before), order(after)),
    ...byKey(before.triggers, after.triggers, ({ key }) => `Trigger ${key}`, ({ text }) => text, (old, now) => [
      ...differ(`Trigger ${now.key}, wording`, old.text, now.text), ...differ(`Trigger ${now.key}, colour`, ragLabels[old.min_rag], ragLabels[now.min_rag]), ...differ(`Trigger ${now.key}, what it starts`, old.action, now.action),
    ]),
    ...differ("Screening, questions", before.screening?.questions.join(", ") ?? "", after.screening?.questions.join(", ") ?? ""),
    ...differ("Screening, high answers", screened(before), screened(after)),
    ...differ("Answers that say it is not known", listed(before.unknown_answers), listed(after.unknown_answers)),
    ...differ("What makes somebody more at risk", listed(before.vulnerability_factors), listed(after.vulnerability_factors)),
  ];
}
