import { describe, expect, it } from "vitest";
import { fieldsNotFor, filledLetter, letterFields, protectedIn, type LetterField } from "./rules";

const karen = { names: ["Karen", "Kettle", "Karen Kettle", "Kaz"], homes: [{ line: "12 Eel Drove", postcode: "PE13 2AB" }], phones: ["07700 900142"] };

describe("what must not reach the perpetrator's side", () => {
  it.each([
    ["Spoke to Karen's son.", ["Karen"]],
    ["(Kettle) was in.", ["Kettle"]],
    ["KAREN KETTLE rang", ["Karen", "Kettle", "Karen Kettle"]],
    ["Kaz says it goes on.", ["Kaz"]],
    ["Visit 12 eel  drove tonight", ["12 Eel Drove"]],
    ["Lives in pe132ab", ["PE13 2AB"]],
    ["Ring 07700900142", ["07700 900142"]],
    ["Ring +44 7700 900 142 after four", ["07700 900142"]],
  ])("%s", (text, found) => expect(protectedIn([text], karen)).toEqual(found));

  it.each(["The kettle was thrown.", "Karenina", "112 Eel Drove", "12 Eel Drovers", "Ring 07700 900143", "Nothing here.", ""])("is not in: %s", (text) => expect(protectedIn([text], karen)).toEqual([]));

  it("gives nobody away by a name that the other side bears too, or one too short to tell", () => {
    expect(protectedIn(["Jason Kettle was served."], karen, ["Jason", "kettle"])).toEqual([]);
    expect(protectedIn(["Al was there."], { ...karen, names: ["Al"] })).toEqual([]);
  });

  it("looks through every text it is given", () => expect(protectedIn(["Nothing", "At 12 Eel Drove"], karen)).toEqual(["12 Eel Drove"]));
});

describe("a letter", () => {
  const values = { "case.reference": "FEN-2026-00001", "case.area": "Fenland", "agency.name": "Fen Homes", "agency.phone": "01632 960000", "officer.name": "Priya Shah", "recipient.name": "Jason Drove", "recipient.address": "14 Eel Drove", "order.type": "Warning", "order.startsOn": "1 June", "order.endsOn": "1 July", "letter.date": "22 May" };
  const kept = { names: ["Karen", "Kettle"], homes: [{ line: "12 Eel Drove", postcode: "" }], phones: ["07700 900111"] };

  it("to the perpetrator's side has no field for anybody on the other", () => {
    expect(fieldsNotFor("perpetrator", "Dear {{recipient.name}}, {{victim.name}} of {{ victim.address }} says {{case.summary}} {{}}")).toEqual(["victim.name", "victim.address", "case.summary", ""]);
    expect(Object.values(letterFields.perpetrator).filter((field) => /victim|complainant|witness|contact|report|place|title/.test(field))).toEqual([]);
    // @ts-expect-error There is no such field to give a value for.
    const field: LetterField<"perpetrator"> = "victim.name";
    expect(letterFields.perpetrator as readonly string[]).not.toContain(field);
  });

  it("is filled where it may go, and is not made where it asks for more or a value gives somebody away", () => {
    expect(filledLetter("perpetrator", "Dear {{recipient.name}}, ring {{ agency.phone }}.", values, kept)).toBe("Dear Jason Drove, ring 01632 960000.");
    expect(() => filledLetter("perpetrator", "{{victim.name}}", values, kept)).toThrow("victim.name");
    expect(() => filledLetter("perpetrator", "About {{order.type}}", { ...values, "order.type": "keeping away from Karen" }, kept)).toThrow("gives away");
    expect(() => filledLetter("perpetrator", "About the noise at 12 Eel Drove", values, kept)).toThrow("gives away");
  });
});
