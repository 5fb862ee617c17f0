import { addMonths, londonDay, londonInstant } from "../../../lib/format/dates";
import type { NsirHeading } from "../../../lib/reports/schema";
import { wholeAnswers } from "../casework/answers";
import { workdayAfter, type County } from "../casework/county";
import type { CaseHand } from "../casework/hand";
import { opensCase, someone } from "../casework/reports";
import type { Story } from "../driver";
import type { PilotCase, PilotOrder, PilotPerson } from "../pilot-caseload";

const jo = "Jo Ellwood";
const holdReason = "The pilot's caseload, kept as the source of the 2012 needs assessment's Table 1.";

/** One case of the 2012 pilot, from its report to its closing, on its true dates. */
export async function* pilotCase(county: County, pilot: PilotCase): Story {
  const openedAt = new Date(pilot.openedAt);
  yield openedAt;
  const hand = await opened(county, pilot, openedAt);
  yield* assessedTheRest(hand, pilot, openedAt);
  yield workdayAfter(openedAt, 2, "11:30");
  await recordNeeds(hand, pilot);
  yield* orders(hand, pilot);
  yield* closed(hand, pilot);
}

const name = ({ givenName, familyName }: PilotPerson) => `${givenName} ${familyName}`;
const asPerson = ({ givenName, familyName, bornOn }: PilotPerson) => someone(givenName, familyName, bornOn);

// Medium, two or more points below High: enough to work on, nobody in danger tonight.
const atFirst = wholeAnswers("VRA", { H1: "weekly", H2: "yes", H3: "yes", H4: "known", V1: ["household"], V3: "yes", S1: "few", I1: "lot", I2: "mental", I4: "routine" });
const atLast = wholeAnswers("VRA", { H1: "first", H4: "known", V1: ["household"], S1: "few", I1: "little" });

function opened(county: County, pilot: PilotCase, at: Date): Promise<CaseHand> {
  return opensCase(county, jo, {
    at, placeId: county.place("FEN", pilot.place).id, channel: "phone_landlord", whatHappened: pilot.words, howOften: "Most weeks",
    nsirHeading: pilot.heading as NsirHeading, nsirQualifier: "personal", hoursBefore: 14,
    affected: pilot.victims.map((victim) => ({ ...asPerson(victim), livesHere: !pilot.place.startsWith("Horsefair") })),
    responsible: pilot.perpetrators.map((perpetrator) => ({ ...asPerson(perpetrator), note: "Named by those who reported" })),
    assessment: { affectedIndex: 0, source: "phone", answers: atFirst, factors: ["mental_health"] },
    shareWith: ["police-fenland", "fen-homes"],
  });
}

async function* assessedTheRest(hand: CaseHand, pilot: PilotCase, openedAt: Date): Story {
  yield workdayAfter(openedAt, 1, "14:15");
  for (const victim of pilot.victims.slice(1)) {
    await hand.assess(jo, await hand.party(name(victim)), { purpose: "initial", source: "in_person", answers: atFirst, factors: [] });
  }
  const next = workdayAfter(openedAt, 14, "10:00");
  await hand.contact(jo, await hand.party(name(pilot.victims[0]!)), { type: "visit", impact: "same", next, safeHonoured: true, body: "Visited at home with the neighbourhood officer. They want it to stop, and to be told what is done. Agreed to ring every fortnight." });
}

async function recordNeeds(hand: CaseHand, pilot: PilotCase): Promise<void> {
  for (const person of [...pilot.victims, ...pilot.perpetrators]) {
    const party = person.needs.length > 0 ? await hand.party(name(person)) : null;
    for (const code of person.needs) await hand.need(jo, code, party, "confirmed");
  }
  for (const code of pilot.caseNeeds) await hand.need(jo, code, null, "observed");
}

/** Each order on the day it began; a family once, however many of it are on the case. */
async function* orders(hand: CaseHand, pilot: PilotCase): Story {
  const onPeople = pilot.perpetrators.flatMap((person) => (person.orders ?? []).map((order) => ({ person, order })));
  const families = [...new Set(pilot.perpetrators.flatMap(({ family }) => family ?? []))];
  const familyStart = addMonths(londonDay(new Date(pilot.openedAt)), 2);
  const steps = [
    ...onPeople.map(({ person, order }) => ({ on: order.startsOn, record: () => recordOrder(hand, person, order) })),
    ...families.map((family) => ({ on: familyStart, record: () => hand.order(jo, "family_intervention_project", { family, startsOn: familyStart, endsOn: "2013-03-28", terms: "A key worker visits twice a week; school, rent and evenings are worked on with the whole family." }) })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  for (const { on, record } of steps) {
    yield londonInstant(on, "15:10");
    await record();
  }
}

async function recordOrder(hand: CaseHand, person: PilotPerson, { type, startsOn, endsOn }: PilotOrder): Promise<string> {
  return hand.order(jo, type, { party: await hand.party(name(person)), startsOn, endsOn, terms: terms[type] ?? "" });
}

const terms: Record<string, string> = {
  asbo: "Not to go within 50 metres of the address, nor to speak to those who live there; not to drink in public in the town.",
  drinking_banning_order: "Not to enter licensed premises in the town centre, nor to drink in public there.",
  acceptable_behaviour_contract: "To be home by nine; not to gather outside the house; not to call names or throw anything.",
  good_neighbour_agreement: "Music off by eleven; dogs on a lead in the yard; to ring the officer before speaking to the neighbour.",
};

async function* closed(hand: CaseHand, pilot: PilotCase): Story {
  const closedAt = new Date(pilot.closedAt);
  yield new Date(closedAt.getTime() - 86_400_000);
  for (const victim of pilot.victims) {
    await hand.assess(jo, await hand.party(name(victim)), { purpose: "closure", answers: atLast, factors: [] });
  }
  yield closedAt;
  await hand.close(jo, "behaviour_reduced", "Nothing new for three months; those affected are content to close. Orders in force stay on watch.");
  await hand.hold(jo, holdReason);
}

