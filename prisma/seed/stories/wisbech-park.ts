import { accepts, asks, asksInstead, declines, finishes } from "../casework/actions";
import { exampleAnswers } from "../casework/answers";
import type { County } from "../casework/county";
import type { CaseHand, Party } from "../casework/hand";
import { Pace } from "../casework/pace";
import { opensCase, somePeople, someone, takesReport, someBody } from "../casework/reports";
import type { Story } from "../driver";

type Scene = { hand: CaseHand; county: County; pace: Pace; placeId: string; darius: Party };

/** A place, not a person: drinking in the park by day, red by what it does to everyone, with nobody named as its victim. */
export async function* wisbechPark(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(60, "14:20");
  yield at;
  const placeId = county.place("FEN", "Wisbech Park").id;
  const hand = await begun(county, at, placeId);
  const scene = { hand, county, pace, placeId, darius: await hand.party("Darius Balnis") };
  yield* help(scene);
  yield* moreReports(scene);
  yield* orders(scene);
  yield* lately(scene);
}

function begun(county: County, at: Date, placeId: string): Promise<CaseHand> {
  return opensCase(county, "Jo Ellwood", {
    at, placeId, hoursBefore: 3, channel: "visit", nsirHeading: "street_drinking", nsirQualifier: "nuisance", howOften: "Every day from eleven",
    whatHappened: "Eight to twelve adults drinking by the bandstand from late morning. Shouting, urinating against the café wall, two fights this week. The playgroup has stopped coming through. Most are over thirty and sleep in the old maltings.",
    caller: { who: "someone_else", ...someBody("Park café"), relation: "Keeps the café by the bandstand" },
    responsible: [
      { ...someone("Darius", "Balnis", "1979-12-11", "Lithuanian"), note: "Known to officers by name" },
      { ...someone("Roy", "Thackray-Dent", "1968-02-23"), note: "Known to officers by name" },
      { ...somePeople("Others by the bandstand, eight or ten, names not known") },
    ],
    impact: { answers: { ...exampleAnswers("Street drinking in a Wisbech park"), R1: "informal_failed", C2: "leave", N1: ["alcohol_misuse", "homelessness"] } },
    shareWith: ["police-fenland"],
    immediateSteps: "Spoke to the two known by name, through a friend who interpreted. Left water.",
  });
}

async function* help({ hand, county, pace, darius }: Scene): Story {
  yield pace.minutesLater(60);
  await hand.rings("Jo Ellwood", (name) => `${name}: told that the park is red by the effect on the area, nobody in danger tonight.`);
  yield pace.workday(58, "10:00");
  await hand.share("Jo Ellwood", [{ agency: "treatment", side: "perpetrator" }, { agency: "probation", side: "perpetrator" }], "To offer help before orders", "cda_s115");
  await hand.rings("Jo Ellwood", (name) => `${name}: asked for help first, orders second.`);
  const outreach = await asks(hand, "Jo Ellwood", "treatment", { what: "Go to the bandstand with an interpreter, twice a week, and offer a place", dueOn: county.dayIn(-44) });
  yield pace.workday(56, "11:30");
  await accepts(hand, "Paul Denver", outreach);
  yield pace.workday(50, "12:15");
  await hand.contact("Paul Denver", darius, { type: "met", body: "With the Lithuanian interpreter on the bench. Came for the harvest, lost the room with the job, will not go to the shelter without his friend. Took the card." });
  await hand.need("Paul Denver", "alcohol_misuse", darius, "confirmed");
  await hand.need("Paul Denver", "language", darius, "observed", "Lithuanian; reads it, little English");
  await hand.need("Jo Ellwood", "homelessness", null, "observed", "Five or six sleep in the maltings");
  yield pace.workday(44, "16:00");
  await finishes(hand, "Paul Denver", outreach, "Eight visits. Three on the list for a place, one has one. The rest will not come while it is dry.");
}

type Seen = { days: number; by: string; channel: "visit" | "phone_101" | "phone_landlord"; words: string; goes?: "triage" };

const fight: Seen = { days: 41, by: "Dan Okafor", channel: "visit", words: "Two men fighting over a bottle by the slide at two in the afternoon, children watching. Both taken home; one had no home." };
const runner: Seen = { days: 31, by: "Kate Bramble", channel: "phone_101", words: "A runner was followed round the lake and shouted at by a group of five. She will go elsewhere now." };
// Fen Homes is not on the case: what it is told waits for the coordinator.
const tenants: Seen = { days: 2, by: "Priya Shah", channel: "phone_landlord", words: "Tenants facing the park say that the shouting goes on until two, and that somebody sleeps in their bin store.", goes: "triage" };
const fire: Seen = { days: 5, by: "Dan Okafor", channel: "visit", words: "Bandstand: eleven people, a fire in a bin, glass on the playground. Dispersed by half past nine." };

async function* moreReports({ hand, county, pace, placeId }: Scene): Story {
  yield* reported({ hand, county, pace, placeId }, fight, "16:50");
  yield* reported({ hand, county, pace, placeId }, runner, "18:05");
  yield pace.workday(30, "13:40");
  const patrol = await asks(hand, "Jo Ellwood", "police-fenland", { what: "Patrol Horsefair and the bandstand from 20:00 to 22:00, Thursday to Saturday", dueOn: county.dayIn(-20) });
  yield pace.workday(29, "09:10");
  await declines(hand, "Sgt Ruth Hale", patrol, "No resource for three evenings. One, yes: ask for the Friday.");
  yield pace.workday(28, "15:05");
  await asksInstead(hand, "Jo Ellwood", patrol, "police-fenland");
  yield pace.workday(27, "09:30");
  await accepts(hand, "Dan Okafor", patrol);
  yield pace.workday(19, "10:10");
  await finishes(hand, "Dan Okafor", patrol, "Two Fridays walked. The group goes to Horsefair when we are in the park: needs both on one night, or an order.");
}

async function* reported({ hand, county, pace, placeId }: Omit<Scene, "darius">, { days, by, channel, words, goes }: Seen, time: string): Story {
  const at = pace.workday(days, time);
  yield at;
  await takesReport(county, by, {
    at, placeId, channel, whatHappened: words, nsirHeading: "street_drinking", nsirQualifier: "nuisance", caller: { who: "anonymous" },
    outcome: goes ? { kind: goes } : { kind: "join_case", caseId: hand.caseId },
  });
  if (!goes) await hand.rings(by, (name) => `${name} told at the end of the shift.`);
}

async function* orders({ hand, county, pace, placeId, darius }: Scene): Story {
  yield pace.workday(16, "14:45");
  const order = await hand.order("Dan Okafor", "criminal_behaviour_order", { party: darius, startsOn: pace.dayBefore(0), endsOn: county.dayIn(735), terms: "Not to have an open container of alcohol in the park or Horsefair; to keep two appointments a month with the drug and alcohol service. Explained in Lithuanian." });
  await hand.order("Jo Ellwood", "pspo", { placeId, startsOn: pace.dayBefore(0), endsOn: county.dayIn(1050), terms: "No drinking in the park or Horsefair when asked to stop by an officer." });
  yield pace.workday(10, "19:40");
  await hand.breach("Dan Okafor", order, pace.dayBefore(1), "Open can by the bandstand; poured away when asked. Kept his appointment the same morning, so reported and not arrested.");
}

async function* lately({ hand, county, pace, placeId, darius }: Scene): Story {
  yield pace.workday(9, "10:05");
  await hand.assess("Jo Ellwood", { placeId }, { templateKey: "PCI", purpose: "review", source: "records", answers: { ...exampleAnswers("Street drinking in a Wisbech park"), N1: ["alcohol_misuse", "homelessness"] } });
  yield* reported({ hand, county, pace, placeId }, fire, "21:40");
  yield pace.workday(4, "14:40");
  await hand.panelDecides("Insp Helen Marsh", "FEN", "One night a week, park and Horsefair together, council and police. The three with places are taken to them by Paul, not told to go.", "Each of us alone moves them from one to the other.", [
    { what: "Clear the maltings with the housing team there and not before", agency: "fenland-dc", dueOn: county.dayIn(6) },
    { what: "Bring the three to their places", agency: "treatment", dueOn: county.dayIn(2) },
  ]);
  yield pace.workday(3, "12:00");
  await hand.contact("Jo Ellwood", await hand.party("Park café"), { type: "visit", impact: "same", next: county.workdayIn(9, "12:00"), body: "Took less this week than in any week since spring. Sees that somebody comes now. Asked to be told before the next clearing, and will be." });
  yield pace.workday(2, "11:40");
  await hand.contact("Paul Denver", darius, { type: "met", body: "Sober at eleven. Wants the place if his friend gets one too. Asked what a breach means; went through the order again with the interpreter on the phone." });
  yield* reported({ hand, county, pace, placeId }, tenants, "16:20");
}
