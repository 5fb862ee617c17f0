import { expect, it } from "vitest";
import { searchableWords } from "./rules";

it.each([
  ["12 Eel Drove, March", "12 eel drove march"],
  ["PE159ZZ", "pe15 9zz"],
  ["flat 2, pe13  8zz", "flat 2 pe13 8zz"],
  ["O'Brien & sons | !", "o brien sons"],
  ["  ", ""],
])("%j is looked up as %j", (typed, words) => {
  expect(searchableWords(typed)).toBe(words);
});
