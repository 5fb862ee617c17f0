import { accepts, askedOf, asks, finishes } from "../casework/actions";
import { exampleAnswers } from "../casework/answers";
import { workdayAfter, type County } from "../casework/county";
import type { CaseHand, Party } from "../casework/hand";
import { Pace } from "../casework/pace";
import { asksForAccess } from "../casework/requests";
import { opensCase, someone } from "../casework/reports";
import type { Story } from "../driver";

type Scene = { hand: CaseHand; county: County; pace: Pace; mary: Party; neighbour: Party };

/** Mary: three fires in three weeks, and a worker who rings on Monday morning before she can ring them. */
export async function* marysStory(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(34, "09:10");
  yield at;
  const hand = await thirdFire(county, at);
  const scene = { hand, county, pace, mary: await hand.party("Mary Fielden"), neighbour: await hand.party("Darren Stokoe") };
  yield* thatDay(scene);
  yield* mondays(scene);
  yield* agencies(scene);
  yield* lately(scene);
}

function thirdFire(county: County, at: Date): Promise<CaseHand> {
  return opensCase(county, "Leila Haddad", {
    at, hoursBefore: 8, channel: "phone_council", placeId: county.place("PET", "11 Brickmaker Road").id, nsirHeading: "nuisance_neighbours", nsirQualifier: "personal", howOften: "Every day",
    whatHappened: "Third fire in three weeks against the back fence, put out by her husband with the hose. Music all day and night from next door. He shouts abuse at her and at others in the road. Her husband has given up his job: he cannot drive on two hours' sleep.",
    affected: [{ ...someone("Mary", "Fielden", "1963-09-14"), livesHere: true }, { ...someone("Ted", "Fielden", "1960-02-01"), role: "household_member", livesHere: true }],
    responsible: [{ ...someone("Darren", "Stokoe", "1982-07-29"), note: "Next door at number 13; she has seen him with the petrol can" }],
    screeningAnswers: { H1: "daily", H3: "yes", V2: "no", V3: "yes", I1: "extreme" }, vulnerabilityFactors: ["long_term_illness"], triggers: ["T2"],
    safeContact: { method: "phone", number: "07700 900377", when: "Any morning; Mondays at nine", leaveMessage: true },
    assessment: { affectedIndex: 0, source: "phone", answers: { ...exampleAnswers("Mary"), H6: ["police", "landlord", "gp"], S2: ["health"] }, factors: ["long_term_illness"], confirmedTriggers: ["T2"] },
    shareWith: ["police-north", "fire", "nene-homes", "peterborough-adults", "mental-health-trust", "victim-service"],
    immediateSteps: "Fire service asked to go round this morning. She and her husband can sleep at their son's tonight.",
  });
}

async function* thatDay({ hand, county, pace, mary }: Scene): Story {
  yield pace.minutesLater(35);
  await hand.rings("Leila Haddad", (name) => `${name}: told of three fires in three weeks and who is said to have lit them. They have the case open.`);
  await finishes(hand, "Ollie Stamp", await askedOf(hand, "police-north", "Confirm"), "Sergeant told; arson recorded for all three dates, 35/77120 to 77122. Marked car past twice a night.");
  yield pace.minutesLater(90);
  await hand.note("Steph Cutter", "All three set outside with an accelerant. Sealed the letter box, gave them a blanket and alarms. The fence burnt towards the gas meter: this would not have stayed a fence fire.");
  await finishes(hand, "Leila Haddad", await askedOf(hand, "peterborough-city", "Make contact"), "Went round at eleven with the fire officer. Both very tired; he shook.");
  yield pace.minutesLater(30);
  await hand.contact("Leila Haddad", mary, { type: "visit", impact: "worse", safeHonoured: true, next: workdayAfter(county.workdayAgo(34, "12:00"), 3, "09:00"), body: "“When I first started on all this I thought, is it me?” Has lost a stone; sugars all over the place. Does not want to be the one who leaves." });
  await hand.need("Leila Haddad", "poor_health", mary, "said", "Diabetic; weight loss since the summer");
}

/** The call that comes before she can ring. */
async function* mondays({ hand, pace, mary }: Scene): Story {
  const said: ["better" | "same" | "worse", string][] = [
    ["same", "Rang at nine, as every Monday. Two bad nights of music, no fire. “I was just going to ring you.”"],
    ["worse", "He stood at the fence with a lighter on Saturday and laughed. She did not ring 999; said again when she should. Told Ollie straight away."],
    ["same", "Quieter while he was on bail elsewhere; he came back on Sunday. She eats a little more. Ted has seen the doctor."],
  ];
  for (const [week, [impact, body]] of said.entries()) {
    const at = pace.workday(28 - week * 7, "09:02");
    yield at;
    await hand.contact("Grace Obi", mary, { type: "phone_out", impact, body, safeHonoured: true, next: workdayAfter(at, 7, "09:00") });
    if (week === 0) await serviceElsewhere({ hand, mary });
  }
}

// The family service works in three other districts: asked for all the same, and the gap is counted.
async function serviceElsewhere({ hand, mary }: Pick<Scene, "hand" | "mary">): Promise<void> {
  await hand.refer("Leila Haddad", { to: "family-intervention", toName: "Family intervention", sentBy: "phone", involvementId: mary.involvementId, question: "Can a family worker see the two of them while they decide whether to move?", wishes: "Somebody for both of us, who comes back.", consent: "given", legalBasis: "consent_referral" });
}

async function* agencies({ hand, county, pace, neighbour }: Scene): Story {
  yield pace.workday(13, "11:30");
  await hand.note("Ollie Stamp", "Charged with the third fire on the petrol can and the camera at number 8. Bailed to his mother's, not to enter the road.", "both-sides");
  await hand.order("Ollie Stamp", "civil_injunction", { party: neighbour, startsOn: pace.dayBefore(0), endsOn: county.dayIn(350), terms: "Not to enter Brickmaker Road; not to speak to, or of, any resident of it; power of arrest attached." });
  await hand.need("Ollie Stamp", "drug_misuse", neighbour, "observed");
  yield pace.workday(12, "14:00");
  const move = await asks(hand, "Leila Haddad", "nene-homes", { what: "Offer them a move away from the road, with their own front door", why: "They have asked to see one place before they decide.", dueOn: county.dayIn(-2) });
  const sleep = await asks(hand, "Leila Haddad", "mental-health-trust", { what: "Help Ted with sleep and work: a call this week", dueOn: county.dayIn(-6) });
  yield pace.workday(11, "09:50");
  await accepts(hand, "Asha Patel", move);
  await accepts(hand, "Mette Larsen", sleep);
  yield pace.workday(7, "16:15");
  await finishes(hand, "Mette Larsen", sleep, "Spoke twice. Signed off for a month; sleep clinic in ten days.");
  await hand.informs("Noor Malik", "Carer's assessment for Ted done: he is hers and she is his. Nothing of ours needed now; ring us if she is in hospital again.");
}

async function* lately({ hand, county, pace, mary, neighbour }: Scene): Story {
  yield pace.workday(6, "14:30");
  await hand.panelDecides("Insp Ravi Menon", "PET", "Red until the trial date is known and they have slept a fortnight. Nene Homes to bring one offer, not a list.", "Twice now quiet has been followed by fire.", []);
  yield pace.workday(6, "15:30");
  await hand.assess("Leila Haddad", mary, { purpose: "review", source: "phone", factors: ["long_term_illness"], answers: { ...exampleAnswers("Mary"), H1: "weekly", H3: "no", I1: "lot", S2: ["health", "vs"] } });
  yield pace.workday(5, "10:40");
  await hand.breach("Ollie Stamp", await orderOn(hand, neighbour), pace.dayBefore(1), "Seen at the end of the road by two residents at dusk; gone before the car came. Arrested at his mother's; remanded to Friday.");
  yield pace.workday(2, "09:05");
  await hand.contact("Grace Obi", mary, { type: "phone_out", impact: "better", safeHonoured: true, next: county.workdayIn(5, "09:00"), body: "“You feel like you're the only one, and then somebody rings.” They have seen a bungalow and have until the end of the week. She wept for her friends in the road." });
  yield pace.hoursAgo(4);
  await asksForAccess(hand, "Leon Marsden", { level: "contribute", side: "perpetrator", purpose: "Supervise him on licence", reason: "He is to report to me from Friday. I need his orders and whom he must keep away from, and nothing of anybody else." });
}

async function orderOn(hand: CaseHand, { personId }: Party): Promise<string> {
  return (await hand.county.db.intervention.findFirstOrThrow({ where: { caseId: hand.caseId, personId }, select: { id: true } })).id;
}
