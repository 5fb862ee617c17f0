import { describe, expect, it } from "vitest";
import { nsirHeadings } from "../schema";
import { mentionsThreatViolenceOrDamage, suggestHeadings, suggestQualifier } from "./rules";

const told: [string, string][] = [
  ["vehicle_abandoned", "There is an abandoned blue car outside the garages, flat tyres, no tax"],
  ["vehicle_nuisance", "Two lads on mopeds racing up and down, revving"],
  ["rowdy_behaviour", "A large group of teenagers hanging around the shops, throwing stones"],
  ["nuisance_neighbours", "My neighbour upstairs keeps shouting at me through the wall"],
  ["littering_drugs", "Needles and rubbish all over the play area again"],
  ["animal_problems", "Next door's dog barks all night, dog mess everywhere"],
  ["trespass", "Boys climbing over into the school and onto private land"],
  ["nuisance_communications", "She keeps sending abusive texts, and posts on Facebook"],
  ["street_drinking", "Eight men drinking in the park by the bench, cans of lager"],
  ["prostitution_related", "Kerb crawling on our road every weekend"],
  ["noise", "Loud music and thumping bass till 3 in the morning"],
  ["begging_vagrancy", "Man begging by the cash machine, sleeping bag in the doorway"],
  ["fireworks", "Kids letting off fireworks at people"],
];

describe("a suggested heading", () => {
  it.each(told)("is %s for “%s”", (heading, words) => {
    expect(suggestHeadings(words)[0]?.heading).toBe(heading);
  });

  it("can be any of the thirteen", () => {
    expect([...new Set(told.map(([heading]) => heading))].sort()).toEqual([...nsirHeadings].sort());
  });

  it("shows the words that led to it, and what else it might be", () => {
    const [first, ...others] = suggestHeadings("Shouting through the wall, loud music, then he keyed my car");
    expect([first, ...others].map((one) => one?.heading)).toEqual(["noise", "nuisance_neighbours"]);
    expect(first?.because).toEqual(["loud music", "shouting"]);
  });

  it("is none when no word points anywhere, and finds words whole", () => {
    expect(suggestHeadings("It has started again")).toEqual([]);
    expect(suggestHeadings("")).toEqual([]);
    expect(suggestHeadings("The catalogue of the bassoonist")).toEqual([]);
  });

  it("is quick for the longest report", () => {
    const began = performance.now();
    suggestHeadings("a car ".repeat(667));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

it("suggests personal, nuisance or environmental", () => {
  expect(suggestQualifier("He shouted at me", "noise")).toBe("personal");
  expect(suggestQualifier("Rubbish by the bins", "littering_drugs")).toBe("environmental");
  expect(suggestQualifier("Drinking in the park", "street_drinking")).toBe("nuisance");
});

describe("threats, violence and damage", () => {
  it.each(["he keyed my car again", "said he’d be back", "She threatened us", "they put a brick through the window", "punched him"])(
    "are found in “%s”",
    (words) => {
      expect(mentionsThreatViolenceOrDamage(words)).toBe(true);
    },
  );

  it.each(["Loud music all night", "The skill of it", "begging"])("are not found in “%s”", (words) => {
    expect(mentionsThreatViolenceOrDamage(words)).toBe(false);
  });
});
