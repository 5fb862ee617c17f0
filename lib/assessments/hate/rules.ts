/** What an answer to "because of who you are?" says of hate, in the words of an assessment's flags. */
export function hateFlagsOf(answer: unknown): string[] {
  return answer === "yes" ? ["hate"] : answer === "unsure" ? ["hate_query"] : [];
}
