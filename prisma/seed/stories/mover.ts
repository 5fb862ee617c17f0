import { accepts, asks } from "../casework/actions";
import { exampleAnswers, wholeAnswers } from "../casework/answers";
import type { County } from "../casework/county";
import { endsReading, opensInEmergency, restricts, reviewsOpening } from "../casework/emergencies";
import { Pace } from "../casework/pace";
import { opensCase, someone } from "../casework/reports";
import type { Story } from "../driver";

const dawn = () => someone("Dawn", "Askew", "1972-03-19");

/** Somebody who moved from one district to another to get away: what she left. */
export async function* beforeTheMove(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(190, "13:15");
  yield at;
  const hand = await opensCase(county, "Jo Ellwood", {
    at, hoursBefore: 5, placeId: county.place("FEN", "3 Turf Boat Lane").id, nsirHeading: "nuisance_neighbours", nsirQualifier: "personal", howOften: "Every day",
    whatHappened: "The brothers next door block her in with their cars, empty bins over her path and film her through the fence. Since she spoke to the landlord they wait for her at the gate.",
    affected: [{ ...dawn(), livesHere: true }],
    responsible: [{ ...someone("Craig", "Purling", "1987-08-08"), note: "At number 5" }, { ...someone("Lewis", "Purling", "1990-05-25"), note: "At number 5" }],
    assessment: { affectedIndex: 0, source: "phone", answers: { ...exampleAnswers("Mary"), H6: ["landlord", "police"], S2: ["none"] }, factors: ["dependants"] },
    shareWith: ["police-fenland", "fen-homes", "victim-service"],
  });
  const victim = await hand.party("Dawn Askew");
  yield pace.minutesLater(50);
  await hand.rings("Jo Ellwood", (name) => `${name}: told that she is red and alone with two children.`);
  await hand.contact("Jo Ellwood", victim, { type: "visit", impact: "worse", safeHonoured: true, next: county.workdayIn(-183, "10:00"), body: "Will go anywhere. “I'm not asking you to fix them. I'm asking you to get us out.”" });
  yield pace.workday(171, "16:10");
  await hand.note("Priya Shah", "Moved on Saturday with two officers there. New landlord and district known to Jo alone; nobody here is to write down where.", { agencies: ["fen-homes", "fenland-dc"] });
  yield pace.workday(148, "11:30");
  await hand.assess("Jo Ellwood", victim, { purpose: "closure", source: "phone", factors: [], answers: wholeAnswers("VRA", { H1: "first", H4: "known", V1: ["nobody"], I1: "little" }) });
  yield pace.minutesLater(30);
  await hand.close("Jo Ellwood", "victim_moved_forced", "She is safe where she is and says so. She did not want to go, and it is recorded as that.");
}

/** And how she was found where she went. */
export async function* afterTheMove(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(10, "08:55");
  yield at;
  const placeId = county.place("PET", "21 Nene Barge Way").id;
  const hand = await opensCase(county, "Leila Haddad", {
    at, placeId, hoursBefore: 12, channel: "phone_council", nsirHeading: "nuisance_communications", nsirQualifier: "personal", howOften: "Three times this week",
    whatHappened: "She moved here in the summer to get away from neighbours in Fenland. This week a car she knows stood outside twice, and a card came through the door with nothing on it but her old house number. Nobody should know this address.",
    affected: [{ ...dawn(), livesHere: true }],
    responsible: [{ ...someone("Craig", "Purling"), note: "Knows his car; has not seen his face" }],
    screeningAnswers: { H1: "occasional", H3: "yes", V2: "no", V3: "yes", I1: "extreme" }, vulnerabilityFactors: ["dependants"],
    safeContact: { method: "phone", number: "07700 900643", when: "10:00 to 14:00, while the children are at school", doNot: "Never write to the address, and never name the district to anyone who rings" },
    assessment: {
      affectedIndex: 0, source: "phone", factors: ["dependants"],
      answers: wholeAnswers("VRA", { H1: "occasional", H2: "yes", H3: "yes", H4: "known", H5: "past", V1: ["me"], V3: "yes", S1: "alone", I1: "extreme", I2: "mental", I3: "household", I4: "routine", H6: ["police"], S2: ["none"] }),
    },
    shareWith: ["police-north", "nene-homes", "victim-service"],
    immediateSteps: "Camera for the door promised for tonight; children's school told who may collect them.",
  });
  const victim = await hand.party("Dawn Askew");
  yield pace.minutesLater(40);
  await hand.rings("Leila Haddad", (name) => `${name}: told that she was found after a move. The address goes no further than those who must drive to it.`);
  await hand.informs("Leila Haddad", "Rang Jo Ellwood in Fenland, who led the case there until the summer. She need not tell it all again: Jo has told me what I need, and rings her tomorrow to say so.");
  await restricts(hand, "Devinder Gill", "Somebody told them where she lives once. Nobody who does not work this case is to learn that it exists.");
  const car = await asks(hand, "Leila Haddad", "police-north", { what: "Find out how the address was learned, and whose car it was", why: "If it came from one of us, we must know today.", dueOn: county.dayIn(-5) });
  yield pace.workday(9, "11:00");
  await accepts(hand, "Ollie Stamp", car);
  await hand.contact("Leila Haddad", victim, { type: "visit", impact: "same", safeHonoured: true, next: county.workdayIn(-5, "10:30"), body: "Met at the school, not the house. Bags packed by the door. The younger one asked whether this house is theirs." });
  await hand.need("Leila Haddad", "childrens_social_care", victim, "said", "Two at school; the school nurse sees the younger");
  yield pace.workday(6, "19:40");
  await opensInEmergency(hand, "Noor Malik", "She rang our out-of-hours line crying, gave this reference and no address, and the line went dead. Control room holds for me.", 2);
  yield pace.minutesLater(25);
  await endsReading(hand, "Noor Malik");
  yield pace.workday(5, "12:10");
  await hand.contact("Grace Obi", victim, { type: "phone_out", impact: "same", safeHonoured: true, next: county.workdayIn(1, "10:30"), body: "The camera helps. Has not seen the car again. Would rather stay and be believed than go and be safe." });
  yield pace.workday(4, "09:30");
  await reviewsOpening(hand, "Owen Price", "justified", "The control room has her call passed on at 19:44, and a car there at 19:52. Her battery had died. Peterborough will bring adult social care into the case.");
  await hand.note("Ollie Stamp", "Camera at the shops: the car is his cousin's. How he has the address is not known yet; her post was redirected through the old sorting office until last week.");
}
