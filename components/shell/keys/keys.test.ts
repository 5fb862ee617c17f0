import { describe, expect, it } from "vitest";
import { isCommandKey, isPaletteKey, isTyping, nextRow } from "./keys";

const press = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, target: { tagName: "BODY" }, ...more });
const input = (type: string) => ({ tagName: "INPUT", type });

describe("isTyping", () => {
  it("knows where letters make text", () => {
    for (const target of [input("text"), input("search"), input("tel"), { tagName: "INPUT" }, { tagName: "TEXTAREA" }, { tagName: "SELECT" }, { tagName: "DIV", isContentEditable: true }]) {
      expect(isTyping(target)).toBe(true);
    }
  });

  it("lets commands through on buttons, chips and rows", () => {
    for (const target of [input("radio"), input("checkbox"), { tagName: "BUTTON" }, { tagName: "LI", closest: () => null }, null]) {
      expect(isTyping(target)).toBe(false);
    }
  });

  it("leaves letters to a menu or a dialog that is open", () => {
    expect(isTyping({ tagName: "DIV", closest: (selector: string) => (selector.includes('[role="menu"]') ? {} : null) })).toBe(true);
  });
});

describe("isCommandKey", () => {
  it("takes a plain key on the page", () => {
    expect(isCommandKey(press("n"))).toBe(true);
    expect(isCommandKey(press("?", { shiftKey: true }))).toBe(true);
  });

  it("never takes a key from a field, the browser, or a held finger", () => {
    expect(isCommandKey(press("n", { target: { tagName: "TEXTAREA" } }))).toBe(false);
    expect(isCommandKey(press("n", { ctrlKey: true }))).toBe(false);
    expect(isCommandKey(press("n", { metaKey: true }))).toBe(false);
    expect(isCommandKey(press("n", { altKey: true }))).toBe(false);
    expect(isCommandKey(press("n", { repeat: true }))).toBe(false);
    expect(isCommandKey(press("n", { isComposing: true }))).toBe(false);
    expect(isCommandKey(press("n", { defaultPrevented: true }))).toBe(false);
    expect(isCommandKey(press("Enter"))).toBe(false);
  });
});

describe("isPaletteKey", () => {
  it("works while typing, and only for its own keys", () => {
    expect(isPaletteKey(press("k", { ctrlKey: true, target: { tagName: "TEXTAREA" } }))).toBe(true);
    expect(isPaletteKey(press("K", { metaKey: true }))).toBe(true);
    expect(isPaletteKey(press("k"))).toBe(false);
    expect(isPaletteKey(press("k", { ctrlKey: true, shiftKey: true }))).toBe(false);
  });
});

describe("nextRow", () => {
  it("begins at either end and stops there", () => {
    expect(nextRow(3, -1, 1)).toBe(0);
    expect(nextRow(3, -1, -1)).toBe(2);
    expect(nextRow(3, 2, 1)).toBe(2);
    expect(nextRow(3, 0, -1)).toBe(0);
    expect(nextRow(0, -1, 1)).toBe(-1);
  });
});
