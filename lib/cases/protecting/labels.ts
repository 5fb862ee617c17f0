import { listWords } from "../../format/text";

/** Asked before something goes where it may do harm; what is found is the writer's own to read. */
export function protectedWords(found: readonly string[]): string {
  return `Those who work with the person said to be responsible can read this, and it gives ${listWords(found.map((words) => `“${words}”`))}. Take it out, or say that it must go all the same.`;
}
