import { accepts, asks, declines, finishes } from "../casework/actions";
import { exampleAnswers } from "../casework/answers";
import type { County } from "../casework/county";
import type { CaseHand, Party } from "../casework/hand";
import { Pace } from "../casework/pace";
import { offersLead } from "../casework/requests";
import { opensCase, somePeople, someone } from "../casework/reports";
import type { Story } from "../driver";

type Scene = { hand: CaseHand; county: County; pace: Pace; dorothy: Party };

/** Case Study Two, without waiting for a meeting: high at the call taker's desk, and with health and social care within the hour. */
export async function* caseStudyTwo(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(20, "19:25");
  yield at;
  const hand = await atTheDesk(county, at);
  const scene = { hand, county, pace, dorothy: await hand.party("Dorothy Pegg") };
  yield* thatEvening(scene);
  yield* services(scene);
  yield* theStreet(scene);
  yield* weekly(scene);
}

function atTheDesk(county: County, at: Date): Promise<CaseHand> {
  return opensCase(county, "Callum Reid", {
    at, hoursBefore: 1, channel: "phone_101", placeId: county.place("FEN", "7 Straw Bear Road").id,
    whatHappened: "Caller is 82 and alone. Boys have kicked a ball against her door since four; when she asked them to stop they called her names and put something through the letter box. Last month they took her washing. She has not been to the shop since Sunday.",
    nsirHeading: "rowdy_behaviour", nsirQualifier: "personal", howOften: "Most days after school",
    affected: [{ ...someone("Dorothy", "Pegg", county.dayIn(-82 * 365 - 120)), livesHere: true }],
    responsible: [{ ...somePeople("Boys from the end of the road, about 13 to 15"), note: "She knows one of the mothers by sight" }],
    screeningAnswers: { H1: "most_days", H3: "yes", V2: "no", V3: "yes", I1: "extreme" }, vulnerabilityFactors: ["age", "long_term_illness", "isolation"],
    safeContact: { method: "phone", number: "01632 960733", when: "Mornings; she is deaf on the left, let it ring", doNot: "Do not ring after six: she thinks it is them" },
    assessment: { affectedIndex: 0, source: "phone", answers: { ...exampleAnswers("Case study two, at the call"), H6: ["nobody"], S2: ["none"] }, factors: ["age", "long_term_illness", "isolation"] },
    shareWith: ["police-fenland", "county-adults", "mental-health-trust", "fen-homes"],
    immediateSteps: "Stayed on the line until a neighbour came in. Told her to keep the door locked and ring 999 if they come back.",
  });
}

async function* thatEvening({ hand, county, pace, dorothy }: Scene): Story {
  yield pace.minutesLater(25);
  await hand.rings("Jo Ellwood", (name) => `${name}: told of an 82-year-old alone and afraid tonight. They have the case.`);
  yield pace.minutesLater(70);
  await hand.note("Kate Bramble", "Drove round at 21:00 and 22:30. Nobody about. Put a card through her door with my number in large print; she waved from the window.");
  yield pace.workday(19, "09:35");
  await hand.contact("Jo Ellwood", dorothy, { type: "visit", impact: "same", safeHonoured: true, next: county.workdayIn(-14, "10:00"), body: "“I count them. If there are more than three I go and sit in the bathroom.” Confused about which day it was. Fridge nearly empty. Wants to stay in her house; has lived there since 1961." });
  await hand.need("Jo Ellwood", "isolation", dorothy, "observed", "No visitors but the neighbour at number 9");
  await hand.need("Jo Ellwood", "poor_health", dorothy, "said", "Heart; two falls this year");
}

async function* services({ hand, pace, dorothy }: Scene): Story {
  yield pace.minutesLater(70);
  const care = await hand.refer("Jo Ellwood", { to: "county-adults", toName: "Adult social care", sentBy: "phone", involvementId: dorothy.involvementId, question: "Does she need help at home, and is she eating?", wishes: "To stay in her own house. Does not want “people doing for me”, would like someone to come in.", consent: "given", legalBasis: "care_act_s42_45" });
  const mind = await hand.refer("Jo Ellwood", { to: "mental-health-trust", toName: "Mental health trust, older people's team", sentBy: "phone", involvementId: dorothy.involvementId, question: "Is this fear, or the start of something with her memory?", wishes: "Will see somebody at home.", consent: "given", legalBasis: "consent_referral" });
  yield pace.workday(18, "11:20");
  await hand.answerReferral("Marek Nowak", care, "accepted", "Visit on Thursday at ten. Meals arranged from tonight.");
  yield pace.workday(17, "16:05");
  await hand.note("Mette Larsen", "Six-item test 14 of 28: more than fear. Referred to the memory clinic; daughter in Canada holds power of attorney, number on our record.", { agencies: ["mental-health-trust", "county-adults"], notice: "Health and social care hold health information. Speak slowly, one thing at a time, and leave it in writing." });
  await hand.answerReferral("Mette Larsen", mind, "accepted", "Seen at home. Known to the older people's team from today; write things down for her.");
  await hand.need("Mette Larsen", "mental_health", dorothy, "confirmed");
  yield pace.workday(15, "14:30");
  await hand.note("Marek Nowak", "Carer every morning from Monday, key safe fitted at the back. She is pleased with the company and cross about the key.");
  await hand.need("Marek Nowak", "adult_social_care_referral", dorothy, "confirmed", "Care at home, mornings");
}

async function* theStreet({ hand, county, pace }: Scene): Story {
  yield pace.workday(14, "10:10");
  const walk = await asks(hand, "Jo Ellwood", "police-fenland", { what: "Walk the road at four o'clock on school days this week and next", why: "It begins when school ends and stops when an adult stands there.", dueOn: county.dayIn(-3) });
  const fence = await asks(hand, "Jo Ellwood", "fen-homes", { what: "Put a fence and a gate at the end of her path", dueOn: county.dayIn(-6) });
  yield pace.workday(13, "09:15");
  await accepts(hand, "Dan Okafor", walk);
  await declines(hand, "Tom Barrett", fence, "The path is the highway's, not ours. We can fit a stronger letter box and a viewer in the door, and will this week.");
  yield pace.workday(12, "16:40");
  await hand.note("Dan Okafor", "Six boys, two of them brothers. Spoke to all; took names for the record on each child's own file, not here. They did not know how old she was. One cried.");
  yield pace.workday(8, "15:20");
  await hand.informs("Priya Shah", "Letter box changed and viewer fitted. Wrote to the four households of ours at that end about their tenancies, without saying who had told us.");
  yield pace.workday(5, "17:05");
  await finishes(hand, "Dan Okafor", walk, "Nine walks. Nobody at her door since the second. Two mothers came out to thank us.");
  yield pace.workday(4, "14:20");
  await hand.panelDecides("Insp Helen Marsh", "FEN", "Stays red until the memory clinic has seen her. Letters first; contracts with the two brothers' parents if it starts again.", "The boys have stopped and her risk has not: she is alone and getting confused.", [
    { what: "Ask the school to speak to year nine about the end of the road", agency: "fenland-dc", dueOn: county.dayIn(3) },
  ]);
}

async function* weekly({ hand, county, pace, dorothy }: Scene): Story {
  yield pace.workday(3, "10:20");
  await hand.assess("Jo Ellwood", dorothy, {
    purpose: "review", source: "in_person", factors: ["age", "long_term_illness", "isolation"], answers: { ...exampleAnswers("Case study two, at the call"), H1: "occasional", H3: "no", I1: "lot", S2: ["asc", "mh"] },
    judgement: { rag: "red", reason: "Quieter outside, but she is confused and alone at night, and the clinic has not seen her yet." },
  });
  yield pace.minutesLater(15);
  await asks(hand, "Jo Ellwood", "county-adults", { what: "Say whether somebody could sit with her at night until the clinic has seen her", why: "The boys have gone; the nights have not.", dueOn: county.dayIn(2) });
  await hand.contact("Jo Ellwood", dorothy, { type: "visit", impact: "better", safeHonoured: true, next: county.workdayIn(3, "10:00"), body: "“They've gone, but I listen for them.” The carer had left the date on the table. Went to the shop on Saturday with number 9." });
  yield pace.hoursAgo(3);
  await offersLead(hand, "Jo Ellwood", "county-adults", "FEN", { purpose: "What is left of it is care at night", note: "The boys have gone and the contract holds. She is confused and alone at night; the clinic sees her next week. We would stay on it and go on ringing her." });
}
