import { hoursAfter, type County } from "../casework/county";
import { Chance } from "../casework/chance";
import { Pace } from "../casework/pace";
import { opensCase, takesReport } from "../casework/reports";
import type { Named, Story } from "../driver";
import { dramaNumber, madePerson } from "./people";
import { problems } from "./problems";
import { filled } from "./sentences";
import { agenciesOf, areaWeights, workers } from "./staff";

const atHome = problems.filter(({ where }) => where === "home");

/** What came in lately and has not found its place: reports for the coordinators to sort, and cases that nobody has assessed. */
export function waitingStories(county: County): Named[] {
  const taken = new Set<string>();
  return areaWeights.flatMap(([area], at): Named[] => [
    ...Array.from({ length: area === "PET" ? 4 : 2 }, (_, n) => ({ name: `waiting ${area} ${n}`, area, story: waits(county, area, new Chance(`waiting ${area} ${n}`), taken, n) })),
    ...Array.from({ length: 1 + (at % 2) }, (_, n) => ({ name: `intake ${area} ${n}`, area, story: unassessed(county, area, new Chance(`intake ${area} ${n}`), taken, n) })),
  ]);
}

function told(county: County, area: string, chance: Chance, taken: Set<string>, at: Date) {
  const problem = chance.pick(atHome);
  return {
    at, hoursBefore: chance.between(1, 9), placeId: chance.pick(county.addresses(area)).id, nsirHeading: problem.heading, nsirQualifier: problem.qualifier,
    whatHappened: `${filled(chance, chance.pick(problem.what))} ${filled(chance, chance.pick(problem.more))}`,
    affected: [{ ...madePerson(chance, county, taken, [22, 81]).form, livesHere: true }],
    safeContact: { method: "phone" as const, number: dramaNumber(chance), when: "Any time" },
  };
}

// Those of the last day are the call taker's own to see; the older ones have waited a little long.
async function* waits(county: County, area: string, chance: Chance, taken: Set<string>, n: number): Story {
  const pace = new Pace(county);
  const at = n === 0 ? pace.hoursAgo(chance.between(2, 14)) : pace.workday(chance.between(1, 3), chance.time(10, 16));
  yield at;
  const H1 = chance.pick(["first", "occasional", "monthly", "weekly"]);
  const by = n === 0 ? "Callum Reid" : chance.pick([workers[agenciesOf[area]!.landlord]![0]!, "Callum Reid"]);
  await takesReport(county, by, {
    ...told(county, area, chance, taken, at), channel: by === "Callum Reid" ? "phone_101" : "phone_landlord", outcome: { kind: "triage" },
    screeningAnswers: { H1, H3: chance.pick(["no", "yes"]), V2: "no", V3: chance.pick(["no", "no", "yes"]), I1: chance.pick(["little", "moderate", "lot"]) },
  });
}

async function* unassessed(county: County, area: string, chance: Chance, taken: Set<string>, n: number): Story {
  const pace = new Pace(county);
  const at = n === 0 ? pace.workday(1, chance.time(10, 16)) : pace.workday(chance.between(4, 6), "15:35");
  yield at;
  const { council, landlord } = agenciesOf[area]!;
  const by = workers[chance.pick([council, landlord])]![0]!;
  const hand = await opensCase(county, by, {
    ...told(county, area, chance, taken, at), channel: "email", screeningAnswers: { H1: "weekly", H3: "yes", V2: "no", V3: "dont_know", I1: "lot" },
  });
  if (n === 0) return;
  yield pace.on(hoursAfter(at, 20));
  await hand.note(by, "Wrote back to ask for a number. No answer yet, so the questions could not be asked.");
}
