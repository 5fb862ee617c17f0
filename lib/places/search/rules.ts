const postcode = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/gi;

/** Words as a place is searched for: a postcode in its two halves, spaces single, lower case. */
export function searchableWords(typed: string): string {
  return typed.replace(postcode, "$1 $2").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
}
