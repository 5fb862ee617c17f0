import { describe, expect, it } from "vitest";
import { countCharacters, lengthWords } from "./text-length";

describe("countCharacters", () => {
  it("counts a line break once, however it was typed", () => {
    expect(countCharacters("a\r\nb")).toBe(3);
    expect(countCharacters("a\nb")).toBe(3);
    expect(countCharacters("a\rb")).toBe(3);
    expect(countCharacters("a\r\n\r\nb")).toBe(4);
  });

  it("leaves out what the server will take off the ends", () => {
    expect(countCharacters("  a b \r\n")).toBe(3);
  });
});

describe("lengthWords", () => {
  it("says nothing until three quarters are used", () => {
    expect(lengthWords("a".repeat(74), 100)).toBeNull();
    expect(lengthWords("a".repeat(75), 100)).toEqual({ words: "25 characters left", isOver: false });
  });

  it("lets the last character in and counts the first too many", () => {
    expect(lengthWords("a".repeat(100), 100)).toEqual({ words: "0 characters left", isOver: false });
    expect(lengthWords("a".repeat(101), 100)).toEqual({ words: "1 character too many", isOver: true });
  });

  it("does not charge twice for line breaks at the limit", () => {
    expect(lengthWords("a\r\n".repeat(50) + "a", 101)).toEqual({ words: "0 characters left", isOver: false });
  });
});
