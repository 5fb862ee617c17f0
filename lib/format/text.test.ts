import { describe, expect, it } from "vitest";
import { z } from "zod";
import { day, id, instant, time, version } from "./fields";
import { capitalised, line, listWords, normaliseLine, normaliseText, optionalLine, optionalText, sentence, sentences, text } from "./text";

const messageOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

describe("text as it is stored", () => {
  it("has one kind of line end and no space at the ends", () => {
    expect(normaliseText("  one \r\ntwo\rthree\t\n\n four  ")).toBe("one\ntwo\nthree\n\n four");
    expect(normaliseLine(" 12  Peas\tHill\r\nRoad ")).toBe("12 Peas Hill Road");
  });

  it("has nothing unseen in it that breaks storage, sorting or the direction of writing", () => {
    expect(normaliseText("a\u0000b\u202Ec\u200Bd\uFEFF")).toBe("abcd");
    expect(normaliseText("\ud800x")).toBe("\ufffdx");
    expect(normaliseText("Zoe\u0308")).toBe("Zo\u00eb");
  });

  it("keeps what is merely hostile, for the screen to show as words", () => {
    expect(normaliseText("<script>alert('x')</script>'; --")).toBe("<script>alert('x')</script>'; --");
  });
});

describe("sayings in a row", () => {
  it("end once each, and none is said twice", () => {
    expect(sentences(["After six", "No voicemail"])).toBe("After six. No voicemail.");
    expect(sentences(["Do not ring after 15:00. No voicemail.", "No voicemail"])).toBe("Do not ring after 15:00. No voicemail.");
    expect(sentences(["Is he home?", " ", "Is he home?"])).toBe("Is he home?");
  });
});

describe("fields of text", () => {
  const wanted = text({ max: 10, ask: "Enter what happened", what: "What happened" });

  it("ask for what is missing", () => {
    expect([undefined, "", " \r\n ", 7, "\u0000"].map((value) => messageOf(wanted, value)))
      .toEqual(Array.from({ length: 5 }, () => "Enter what happened"));
  });

  it("measure what will be stored", () => {
    expect(wanted.parse("  1234567890 \r\n")).toBe("1234567890");
    expect(messageOf(wanted, "12345678901")).toBe("What happened must be 10 characters or fewer");
    expect(messageOf(text({ max: 4000, ask: "-", what: "It" }), "x".repeat(4001))).toBe("It must be 4,000 characters or fewer");
  });

  it("are empty when they may be left out", () => {
    const form = z.strictObject({ more: optionalText({ max: 5, what: "More" }), name: optionalLine({ max: 5, what: "Name" }) });
    expect(form.parse({})).toEqual({ more: "", name: "" });
    expect(form.parse({ more: " ", name: " a\nb " })).toEqual({ more: "", name: "a b" });
    expect(messageOf(form, { more: "123456" })).toBe("More must be 5 characters or fewer");
    expect(messageOf(form, { other: 1 })).toMatch(/other/);
  });

  it("keep one line one line", () => {
    expect(line({ max: 20, ask: "Enter a name", what: "Name" }).parse("A\r\nB")).toBe("A B");
  });
});

describe("other fields", () => {
  it("take only what is real", () => {
    expect(messageOf(id("Choose a case"), "1; drop table")).toBe("Choose a case");
    expect(id("Choose a case").parse("0b9a3a2e-6f4c-4c59-9d65-2f4f9d1a7c11")).toBeTruthy();
    for (const count of [0, 1.5, 2 ** 31]) expect(messageOf(version(), count), String(count)).toMatch(/Open the page again/);
    expect(messageOf(day("Enter a day"), "2026-02-30")).toBe("Enter a real date, like 18 11 2026");
    expect(messageOf(day("Enter a day"), null)).toBe("Enter a day");
    expect(messageOf(time("Enter a time"), "24:00")).toBe("Enter a real time, like 17:00");
    expect(messageOf(instant("Enter when"), "2026-02-30T10:00:00Z")).toBe("Enter when");
    expect(messageOf(instant("Enter when"), "2026-02-20T10:00")).toBe("Enter when");
    for (const words of ["0001-01-01T00:00:00Z", "1849-12-31T23:59:00Z", "2151-01-01T00:00:00Z"]) expect(messageOf(instant("Enter when"), words), words).toBe("Enter when");
    expect(instant("Enter when").parse("2026-07-01T10:00:00+01:00")).toEqual(new Date("2026-07-01T09:00:00Z"));
  });
});

it("puts words in a row", () => {
  expect(listWords([])).toBe("");
  expect(listWords(["Police"])).toBe("Police");
  expect(listWords(["Police", "Fen Homes"])).toBe("Police and Fen Homes");
  expect(listWords(["Police", "Fenland DC", "Fen Homes"], "or")).toBe("Police, Fenland DC or Fen Homes");
  expect(capitalised("police will")).toBe("Police will");
});

it.each([["Not theirs", "Not theirs."], ["Why?", "Why?"], ["Done.", "Done."]])("ends %j as a sentence", (words, ended) => {
  expect(sentence(words)).toBe(ended);
});
