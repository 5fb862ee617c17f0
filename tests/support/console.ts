import { afterEach, expect } from "vitest";

const unexpected: unknown[][] = [];

// A test that means to provoke one replaces it with vi.spyOn(console, "error").mockImplementation(…).
const original = console.error.bind(console);
console.error = (...words: unknown[]) => {
  unexpected.push(words);
  original(...words);
};

afterEach(() => {
  const seen = unexpected.splice(0);
  expect(seen, "nothing was written to console.error").toEqual([]);
});
