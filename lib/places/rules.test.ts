import { describe, expect, it } from "vitest";
import { placeKindLabels, placeWords } from "./labels";
import { normalisePostcode } from "./rules";
import { placeInput, placeKinds } from "./schema";

describe("a postcode", () => {
  it.each([
    ["pe15 8aa", "PE15 8AA"], ["PE158AA", "PE15 8AA"], [" cb1  2ab ", "CB1 2AB"], ["m1 1ae", "M1 1AE"], ["ec1a 1bb", "EC1A 1BB"],
  ])("is put into its usual form: %j", (typed, postcode) => {
    expect(normalisePostcode(typed)).toBe(postcode);
  });

  it.each(["", "PE15", "PE15 8A", "PE15 8AAA", "15PE 8AA", "PE15 8CA", "PE15 AAA", "SW1A 1AA1"])("is not %j", (typed) => {
    expect(normalisePostcode(typed)).toBeNull();
  });
});

describe("a place as typed", () => {
  it("may be a park with no postcode", () => {
    expect(placeInput.parse({ kind: "open_space", line: "Wisbech Park " }))
      .toEqual({ kind: "open_space", line: "Wisbech Park", town: "", postcode: "", wardName: "" });
  });

  it("has its postcode put right", () => {
    expect(placeInput.parse({ line: "12 Peas Hill Road", town: "March", postcode: "pe158aa", areaCode: "FEN" }))
      .toMatchObject({ kind: "address", postcode: "PE15 8AA" });
  });

  it("is asked for what is missing or wrong", () => {
    const messages = (input: unknown) => placeInput.safeParse(input).error?.issues.map(({ message }) => message);
    expect(messages({ line: " ", postcode: "PE15" })).toEqual([
      "Enter the number and street, or the name of the place", "Enter a full postcode, like PE15 8AA, or leave it empty",
    ]);
    expect(messages({ line: "x", kind: "moon" })).toEqual(["Select what sort of place it is"]);
    expect(messages({ line: "x", uprn: "1" })?.[0]).toMatch(/uprn/);
  });

  it("reads in one line", () => {
    expect(placeWords({ line: "12 Peas Hill Road", town: "March", postcode: "PE15 8AA" })).toBe("12 Peas Hill Road, March PE15 8AA");
    expect(placeWords({ line: "Wisbech Park", town: "", postcode: "" })).toBe("Wisbech Park");
    expect(placeKinds.every((kind) => placeKindLabels[kind])).toBe(true);
  });
});
