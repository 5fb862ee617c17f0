/** What the perpetrator's side must not learn of the people on the other: names, homes and numbers, as they are on record. */
export type Protected = {
  names: readonly string[]; homes: readonly { line: string; postcode: string }[]; phones: readonly string[];
  /** Towns and districts in which somebody lives whose address is kept confidential. */
  districts?: readonly string[];
};

const shortest = 3;
const digitsOf = (words: string) => words.replace(/\D/g, "");
const plain = (words: string) => words.normalize("NFKC").replace(/[’‘]/g, "'").replace(/\s+/g, " ");
const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A word on its own, however its ends are written ("Kettle's", "(Kettle)"). */
function says(text: string, words: string, flags: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(plain(words))}(?![\\p{L}\\p{N}])`, `u${flags}`).test(text);
}

/**
 * What some texts say that is protected, as it is on record. Names are looked for as they are written, with a capital,
 * so that "may" is not May; a name that somebody on the perpetrator's side bears too gives nobody away.
 */
export function protectedIn(texts: readonly string[], { names, homes, phones, districts = [] }: Protected, sharedNames: readonly string[] = []): string[] {
  const text = plain(texts.join("\n"));
  const numbers = [...text.matchAll(/\+?\d[\d\s().-]{5,}\d/g)].map(([found]) => digitsOf(found));
  const isShared = (name: string) => sharedNames.some((other) => other.toLowerCase() === name.toLowerCase());
  const named = names.filter((name) => name.length >= shortest && !isShared(name) && (says(text, name, "") || says(text, name.toUpperCase(), "")));
  const placed = homes.flatMap(({ line, postcode }) => [
    ...(line && says(text, line, "i") ? [line] : []),
    ...(postcode && text.replace(/\s/g, "").toUpperCase().includes(postcode.replace(/\s/g, "").toUpperCase()) ? [postcode] : []),
  ]);
  const called = phones.filter((phone) => digitsOf(phone).length >= 6 && numbers.some((number) => number.endsWith(digitsOf(phone).replace(/^(44|0)/, ""))));
  const towns = districts.filter((words) => says(text, words, "i"));
  return [...new Set([...named, ...placed, ...towns, ...called])];
}

/** What a letter may be filled with, by the side of whoever it is for. Nothing of the other side has a name here, so no letter can ask for it. */
export const letterFields = {
  perpetrator: ["case.reference", "case.area", "agency.name", "agency.phone", "officer.name", "recipient.name", "recipient.address", "order.type", "order.startsOn", "order.endsOn", "letter.date"],
  victim: ["case.reference", "case.area", "agency.name", "agency.phone", "officer.name", "recipient.name", "recipient.address", "contact.safeWhen", "letter.date"],
} as const;
export type LetterField<For extends keyof typeof letterFields> = (typeof letterFields)[For][number];

/** The fields that a letter's text asks for and whoever it is for may not be told; empty where it may go. Fields stand in double braces. */
export function fieldsNotFor(side: keyof typeof letterFields, text: string): string[] {
  const allowed: readonly string[] = letterFields[side];
  return [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, field]) => field ?? ""))].filter((field) => !allowed.includes(field));
}

/** A letter's text with its fields filled, for one side. Throws where the text asks for what that side may not be told, or where a value gives somebody protected away. */
export function filledLetter<For extends keyof typeof letterFields>(side: For, text: string, values: Record<LetterField<For>, string>, kept: Protected): string {
  const odd = fieldsNotFor(side, text);
  if (odd.length > 0) throw new RangeError(`A letter to the ${side}'s side cannot hold ${odd.join(", ")}`);
  const whole = text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_whole, field: LetterField<For>) => values[field]);
  const found = side === "perpetrator" ? protectedIn([whole], kept) : [];
  if (found.length > 0) throw new RangeError(`The letter gives away ${found.length} protected words`);
  return whole;
}
