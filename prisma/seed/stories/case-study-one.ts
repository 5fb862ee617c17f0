import { accepts, askedOf, asks, finishes } from "../casework/actions";
import { exampleAnswers } from "../casework/answers";
import type { County } from "../casework/county";
import type { CaseHand, Party } from "../casework/hand";
import { Pace } from "../casework/pace";
import { opensCase, someone } from "../casework/reports";
import type { Story } from "../driver";

type Scene = { hand: CaseHand; county: County; pace: Pace; karen: Party; jason: Party };

/** Case Study One, as it should have gone: noise that is medium at the first call, and red in the hour in which she says what she did. */
export async function* caseStudyOne(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(15, "10:05");
  yield at;
  const hand = await firstReport(county, at);
  const scene = { hand, county, pace, karen: await hand.party("Karen Kettle"), jason: await hand.party("Jason Drove") };
  yield* firstDays(scene);
  yield* theNightBefore(scene);
  yield* carried(scene);
  yield* group(scene);
  yield* sinceThen(scene);
}

function firstReport(county: County, at: Date): Promise<CaseHand> {
  return opensCase(county, "Priya Shah", {
    at, hoursBefore: 9, channel: "phone_landlord", placeId: county.place("FEN", "12 Osier Holt Road").id,
    whatHappened: "Music through the wall from number 14 until three in the morning, for the fourth week running. When she knocked he shouted that she was mad and should move. She has stopped sleeping in her bedroom.",
    nsirHeading: "noise", nsirQualifier: "personal", howOften: "Most weeks, Thursday to Sunday",
    affected: [{ ...someone("Karen", "Kettle", "1979-06-21"), livesHere: true }],
    responsible: [{ ...someone("Jason", "Drove", "1988-03-02"), note: "Neighbour at number 14, known to her by name" }],
    screeningAnswers: { H1: "weekly", H3: "yes", V2: "no", V3: "yes", I1: "lot" }, vulnerabilityFactors: ["mental_health", "isolation"],
    safeContact: { method: "phone", number: "07700 900412", when: "Weekdays, 9:00 to 15:00", doNot: "Do not knock: he hears who comes to her door", words: "Say you are ringing about the repair" },
    assessment: {
      affectedIndex: 0, source: "phone", answers: { ...exampleAnswers("Case study one, first report"), H6: ["police", "gp"], S2: ["mh"] }, factors: ["mental_health", "isolation"],
      judgement: { rag: "amber", reason: "One point under High. She has a community nurse and says she is not thinking of harming herself; to be asked again at the visit." },
    },
    shareWith: ["police-fenland", "fenland-dc"], immediateSteps: "Gave her the out-of-hours number and agreed to ring every Monday and Thursday.",
  });
}

async function* firstDays({ hand, county, pace, karen, jason }: Scene): Story {
  yield pace.minutesLater(45);
  const visit = await asks(hand, "Priya Shah", "police-fenland", { what: "Speak to the man at number 14 about the noise and the shouting", why: "He has been asked twice by us and laughs it off. She is afraid of him.", dueOn: county.dayIn(-10) });
  yield pace.workday(14, "09:20");
  await accepts(hand, "Dan Okafor", visit);
  await hand.informs("Dan Okafor", "Three calls to 101 from this row since the summer, all closed as noise. One from next door but one, so she is not the only one who hears it.");
  yield pace.workday(13, "14:10");
  await hand.note("Beth Sallow", "Put a recorder in her front room for the week. It runs by itself: she need not press anything or keep a diary.");
  yield pace.workday(12, "11:00");
  await hand.contact("Priya Shah", karen, { type: "phone_out", impact: "same", safeHonoured: true, next: county.workdayIn(-8, "10:00"), body: "“It's the not knowing when it will start.” Slept at her sister's on Saturday. Grateful that she need not keep a diary.", promise: "Beth's recordings listened to by Friday" });
  yield pace.workday(11, "17:30");
  await finishes(hand, "Dan Okafor", visit, "Spoke to him on the step. He says the wall is thin and she bangs on it. Warned about the shouting. He had been drinking.");
  await hand.contact("Dan Okafor", jason, { type: "visit", body: "“I've as much right to music as anyone.” Says he lost his job in the spring and sleeps in the day. Took the leaflet of the alcohol service." });
  yield pace.workday(9, "15:30");
  await hand.note("Beth Sallow", "The recordings bear her out: bass above the night level on four nights of seven, and a man's voice shouting a name at 02:14 on Sunday. Enough for a warning.");
  await hand.evidence("Beth Sallow", "Recorder log of seven nights, with the four marked.", "FDC/EH/2291");
}

async function* theNightBefore({ hand, pace, karen }: Scene): Story {
  yield pace.workday(7, "16:32");
  await hand.contact("Priya Shah", karen, {
    type: "visit", impact: "worse", safeHonoured: true, next: hand.county.workdayIn(-6, "10:00"),
    body: "Went in by the back as she asked. Crying, hair unwashed. “I took tablets last night. I wanted it to be quiet.” Her sister came and took the rest away. She is not alone tonight.",
  });
  // Told to those who must act before anything else is asked: vital interests.
  yield pace.minutesLater(6);
  await hand.share("Priya Shah", [{ agency: "mental-health-trust" }, { agency: "county-adults" }, { agency: "victim-service", side: "victim" }], "She took an overdose last night and is at home with her sister", "vital_interests");
  await hand.trigger("Priya Shah", "T1", karen, "“I took tablets last night. I wanted it to be quiet.” Sister with her; GP rung from the doorstep.");
  yield pace.minutesLater(20);
  await hand.rings("Priya Shah", (name) => `${name} answered and has the case open. Told of the overdose and that her sister is with her tonight.`);
}

async function* carried({ hand, county, pace, karen }: Scene): Story {
  yield pace.minutesLater(25);
  await accepts(hand, "Mette Larsen", await askedOf(hand, "mental-health-trust"));
  await finishes(hand, "Mette Larsen", await askedOf(hand, "mental-health-trust"), "Seen at home at 18:10 by the crisis team. Safe for the night; seen daily this week.");
  await hand.note("Mette Larsen", "Recurrent depression, second episode; stopped sertraline in the summer because she could not sleep anyway. No plan now. Medication restarted, sister holds it. Care coordinator: M. Larsen. Do not visit unannounced: last admission followed a forced entry.", { agencies: ["mental-health-trust"], notice: "The mental health trust holds health information. Ask Mette Larsen before any visit." });
  yield pace.minutesLater(30);
  await finishes(hand, "Dan Okafor", await askedOf(hand, "police-fenland", "Confirm"), "Late shift told at 17:20. Address flagged: any call from it is answered as urgent, and nobody knocks at the front.");
  await finishes(hand, "Priya Shah", await askedOf(hand, "fen-homes", "Make contact"), "With her from 16:30 until her sister came back at 18:00.");
  yield pace.workday(6, "09:40");
  await finishes(hand, "Marek Nowak", await askedOf(hand, "county-adults"), "No care need of her own found, no one neglects her. Carer's talk offered to the sister. Stays open to us for two weeks.");
  await hand.need("Mette Larsen", "mental_health", karen, "confirmed", "Under the community team");
  await hand.need("Priya Shah", "isolation", karen, "said", "One sister, eight miles away");
  yield pace.workday(6, "13:15");
  await hand.contact("Grace Obi", karen, { type: "phone_out", impact: "same", safeHonoured: true, next: county.workdayIn(-3, "11:00"), body: "First call from victim support. Wants one person to ring, not five. Agreed that it is Priya, and that we write to Priya.", promise: "Nobody else rings her without telling Priya first" });
  await hand.note("Priya Shah", "Looking at the ground-floor flat in Sallowfield for her. Not to be spoken of yet: if it falls through she must not have hoped for it.", "members");
}

async function* group({ hand, county, pace, jason }: Scene): Story {
  yield pace.workday(5, "14:00");
  await hand.panelDecides("Insp Helen Marsh", "FEN", "She moves first, he is dealt with second. Priority move asked of Fen Homes this week; warning served on number 14 as soon as she is out of earshot of it.", "Her risk is tonight's, his behaviour is next month's. A notice served while she is next door puts her in its way.", [
    { what: "Put her forward for a priority move and say when", agency: "fen-homes", dueOn: county.dayIn(2) },
    { what: "Have the warning for number 14 ready to serve", agency: "fenland-dc", dueOn: county.dayIn(4) },
    { what: "Ask the households either side whether they will give a statement", agency: "police-fenland", dueOn: county.dayIn(-1) },
  ]);
  yield pace.minutesLater(40);
  await accepts(hand, "Priya Shah", await askedOf(hand, "fen-homes", "Put her forward"));
  await accepts(hand, "Dan Okafor", await askedOf(hand, "police-fenland", "Ask the households"));
  yield pace.workday(4, "10:15");
  await hand.need("Dan Okafor", "alcohol_misuse", jason, "observed", "Drunk on both visits, by day");
  await hand.share("Priya Shah", [{ agency: "treatment", side: "perpetrator" }], "He took the leaflet and may take the help", "cda_s115");
  await hand.rings("Priya Shah", (name) => `${name}: will ring him this week. Told nothing of her.`);
}

async function* sinceThen({ hand, county, pace, karen, jason }: Scene): Story {
  yield pace.workday(3, "10:30");
  await hand.contact("Priya Shah", karen, { type: "phone_out", impact: "better", safeHonoured: true, next: county.workdayIn(-1, "10:00"), body: "Slept two nights at her sister's. “It's easier when I know who is coming.” Has seen Mette twice. Asked whether he has been told it was her: he has not." });
  yield pace.workday(2, "15:45");
  await hand.contact("Paul Denver", jason, { type: "phone_out", body: "Rang back the same day. Will come in on Tuesday; says drink is how he sleeps. Knows nothing of who complained, and did not ask." });
  yield pace.workday(2, "16:20");
  await asks(hand, "Priya Shah", "mental-health-trust", { what: "Say in one line for the housing panel why the move cannot wait", dueOn: county.dayIn(2) });
  const viewing = await asks(hand, "Priya Shah", "victim-service", { what: "Be with her when she sees the flat", why: "She asked for Grace. Her sister works that day.", dueOn: county.dayIn(3) });
  yield pace.workday(1, "09:25");
  await accepts(hand, "Grace Obi", viewing);
  yield pace.workday(1, "10:10");
  await hand.contact("Priya Shah", karen, { type: "phone_out", impact: "same", safeHonoured: true, next: county.workdayIn(1, "10:00"), body: "Quiet since Sunday. Is afraid that quiet means he is planning something. Reminded her of the number for the night." });
}
