import { accepts, askedOf, asks, finishes } from "../casework/actions";
import { exampleAnswers } from "../casework/answers";
import type { County } from "../casework/county";
import type { CaseHand, Party } from "../casework/hand";
import { Pace } from "../casework/pace";
import { opensCase, someone, takesReport } from "../casework/reports";
import type { Story } from "../driver";

type Scene = { hand: CaseHand; county: County; pace: Pace; abdul: Party; wayne: Party; placeId: string };

/** Hate recorded as noise: a low score with a question beside it, and weeks later what the question was about. */
export async function* abdulsStory(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(38, "11:50");
  yield at;
  const placeId = county.place("FEN", "18 Sluice Keeper Road").id;
  const hand = await asNoise(county, at, placeId);
  const scene = { hand, county, pace, placeId, abdul: await hand.party("Abdul Farouqi"), wayne: await hand.party("Wayne Skelding") };
  yield* noiseAlone(scene);
  yield* whatItWas(scene);
  yield* takenSeriously(scene);
}

function asNoise(county: County, at: Date, placeId: string): Promise<CaseHand> {
  return opensCase(county, "Jo Ellwood", {
    at, placeId, hoursBefore: 12, channel: "phone_council", nsirHeading: "noise", nsirQualifier: "nuisance", howOften: "Most weeks",
    whatHappened: "Television and stamping from the flat above, mostly in the evenings when his family prays. He is not sure whether it is meant for them. He asked that his name is not given.",
    affected: [{ ...someone("Abdul", "Farouqi", "1984-10-09"), livesHere: true }],
    responsible: [{ ...someone("Wayne", "Skelding", "1991-01-17"), note: "The man upstairs, at number 20" }],
    screeningAnswers: { H1: "weekly", H3: "no", V2: "unsure", V3: "no", I1: "moderate" },
    safeContact: { method: "text", number: "07700 900518", when: "After six", doNot: "Never say upstairs that anyone complained" },
    assessment: {
      affectedIndex: 0, source: "phone", answers: { ...exampleAnswers("Abdul, first call"), H6: ["landlord"], S2: ["none"] }, factors: [],
      judgement: { rag: "green", reason: "Calm on the telephone and has family nearby. To be looked at again once somebody trained has asked about why." },
    },
    shareWith: ["police-fenland", "fen-homes"],
  });
}

async function* noiseAlone({ hand, county, pace, abdul }: Scene): Story {
  yield pace.minutesLater(30);
  const asked = await asks(hand, "Jo Ellwood", "police-fenland", { what: "Have somebody trained in hate crime ask him why he thinks it may be meant", dueOn: county.dayIn(-35) });
  yield pace.workday(36, "20:15");
  await hand.note("Beth Sallow", "Readings on two evenings: within the ordinary. That answers the noise and does not answer the question beside it, so the case stays open.");
  yield pace.workday(34, "10:00");
  await accepts(hand, "Kate Bramble", asked);
  await hand.contact("Jo Ellwood", abdul, { type: "text", direction: "out", impact: "same", safeHonoured: true, next: county.workdayIn(-20, "18:15"), body: "Told him the readings and what they do not show. “So nothing can be done?” Said what is being done, and that someone will come and see him." });
  yield pace.workday(32, "17:40");
  await finishes(hand, "Kate Bramble", asked, "Visited. He has heard a word through the floor twice that he would not repeat in front of his daughter. Not ready to make a statement. He thinks it is meant; she is sure.");
  yield pace.workday(20, "18:20");
  await hand.contact("Jo Ellwood", abdul, { type: "phone_out", impact: "same", safeHonoured: true, next: county.workdayIn(-8, "18:15"), body: "Rang as promised though nothing was new. He had expected not to hear from us." });
}

async function* whatItWas({ hand, county, pace, placeId, abdul }: Scene): Story {
  const at = pace.workday(9, "22:35");
  yield at;
  await takesReport(county, "Dan Okafor", {
    at, placeId, hoursBefore: 1, channel: "visit", nsirHeading: "nuisance_neighbours", nsirQualifier: "personal", originalHeading: "noise", originalQualifier: "nuisance", howOften: "Most days",
    whatHappened: "Called by Mr Farouqi: the man from upstairs waited by his car, called him by a racist name, said he would burn him out, and broke the mirror and a window with a bottle. His wife and daughter saw it from the door.",
    affected: [{ personId: abdul.personId, livesHere: true }], externalReference: "CAD 412",
    screeningAnswers: { H1: "most_days", H3: "yes", V2: "yes", V3: "no", I1: "lot" }, triggers: ["T5"],
    outcome: { kind: "join_case", caseId: hand.caseId },
    assessment: { affectedIndex: 0, source: "in_person", answers: { ...exampleAnswers("Abdul, later"), H6: ["council", "landlord", "police"], S2: ["none"] }, factors: [], confirmedTriggers: ["T5"] },
    immediateSteps: "Took the first account with his wife present. Crime recorded before I left.",
  });
  yield pace.minutesLater(25);
  await hand.evidence("Dan Okafor", "Photographs of the car; the bottle; his daughter's recording of the last of the shouting.", "Crime 35/80412, exhibits DO1 to DO3");
  await hand.rings("Dan Okafor", (name) => `${name} told on the duty line at 23:00. Threat of fire passed on in those words.`);
  await accepts(hand, "Dan Okafor", await askedOf(hand, "police-fenland", "Record a hate"));
  await finishes(hand, "Dan Okafor", await askedOf(hand, "police-fenland", "Record a hate"), "Hate crime 35/80412: racially aggravated criminal damage and threats.");
}

async function* takenSeriously({ hand, county, pace, abdul, wayne }: Scene): Story {
  yield pace.workday(8, "08:50");
  await hand.share("Jo Ellwood", [{ agency: "victim-service", side: "victim" }, { agency: "fire" }], "Hate crime with a threat of fire", "cda_s17");
  await hand.share("Jo Ellwood", [{ agency: "probation", side: "perpetrator" }], "He is on licence; his officer needs to know of the conduct, not of who told us", "cda_s115");
  yield pace.minutesLater(30);
  await hand.rings("Jo Ellwood", (name) => `${name}: told in person, each of what their side may know.`);
  await hand.contact("Jo Ellwood", abdul, { type: "visit", impact: "worse", safeHonoured: true, next: county.workdayIn(-5, "18:15"), body: "“You told me it was normal.” Said that we were wrong to stop at the meter. Wants three things: his name kept out, the car seen to, and somebody who rings.", promise: "Ring every second evening, news or none" });
  await finishes(hand, "Kate Bramble", await askedOf(hand, "police-fenland", "Record the hate"), "Earlier words through the floor recorded as a hate incident, 35/79110.");
  yield pace.workday(7, "13:30");
  await hand.note("Steph Cutter", "Home fire safety visit done: letter box sealed, alarms on both floors, a way out at the back agreed with the family.");
  await hand.note("Dan Okafor", "Arrested, interviewed, bailed not to go to the car park side or speak to anyone at number 18. He was told of the damage only, never of who complained.", "both-sides");
  await hand.need("Dan Okafor", "adult_offender", wayne, "confirmed", "On licence until the spring");
  yield pace.workday(6, "11:10");
  await hand.order("Jo Ellwood", "community_protection_warning", { party: wayne, startsOn: pace.dayBefore(0), terms: "Not to shout at, follow or stand in wait for any resident of the block; not to play anything that is heard below." });
  await hand.contact("Leon Marsden", wayne, { type: "meeting", body: "In for his fortnightly appointment. Denied the words, admitted the bottle. Warned about recall. Reminded of the bail conditions, word for word." });
  yield pace.workday(5, "18:20");
  await hand.contact("Grace Obi", abdul, { type: "visit", impact: "same", safeHonoured: true, next: county.workdayIn(-1, "18:15"), body: "His daughter sleeps in their room. They are thinking of moving. He asked twice whether “the man” knows. Went through what each agency may see." });
  await hand.need("Grace Obi", "mental_health", abdul, "said", "Not sleeping; will see his GP");
  yield pace.workday(2, "15:00");
  await hand.decides("Jo Ellwood", "The case is hate, and was from the first call. It stays mine until he says that he is safe.", "Noise was what it sounded like; the question on the first form was the right one and took us a month to answer.");
  const injunction = await asks(hand, "Jo Ellwood", "fen-homes", { what: "Say whether you will apply for an injunction with a power of arrest", why: "He is your tenant too; the threat of fire is enough for one.", dueOn: county.dayIn(1) });
  yield pace.workday(1, "18:25");
  await accepts(hand, "Tom Barrett", injunction);
  await hand.contact("Jo Ellwood", abdul, { type: "phone_out", impact: "better", safeHonoured: true, next: county.workdayIn(1, "18:15"), body: "Two quiet nights. The glass is mended. “At least now I know who to ring.”" });
}
