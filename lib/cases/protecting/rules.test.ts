import { describe, expect, it } from "vitest";
import { protectedIn } from "./rules";

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
