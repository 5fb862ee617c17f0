import { normaliseText } from "@/lib/format/text";

/** How long a text is to the server: each line break counts once however it was typed, and space at the ends not at all. */
export function countCharacters(text: string): number {
  return normaliseText(text).length;
}

/** Nothing until three quarters are used; then what is left, or how much is too many. */
export function lengthWords(text: string, limit: number): { words: string; isOver: boolean } | null {
  const used = countCharacters(text);
  if (used > limit) {
    const over = used - limit;
    return { words: `${over.toLocaleString("en-GB")} ${over === 1 ? "character" : "characters"} too many`, isOver: true };
  }
  if (used < limit * 0.75) return null;
  const left = limit - used;
  return { words: `${left.toLocaleString("en-GB")} ${left === 1 ? "character" : "characters"} left`, isOver: false };
}
