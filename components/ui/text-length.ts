/** How long a text is to the server, which stores each line break as one character however it was typed. */
export function countCharacters(text: string): number {
  return text.replace(/\r\n?/g, "\n").length;
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
