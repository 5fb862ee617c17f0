import { accepts, asks, declines, finishes } from "../casework/actions";
import { wholeAnswers } from "../casework/answers";
import type { County } from "../casework/county";
import { declaresConflict, opensInEmergency } from "../casework/emergencies";
import type { CaseHand, Party } from "../casework/hand";
import { Pace } from "../casework/pace";
import { opensCase, someone } from "../casework/reports";
import type { Story } from "../driver";

type Scene = { county: County; pace: Pace; outside: CaseHand; tyler: Party };

/** Tyler, fifteen: said to be responsible in one case, and the one who is bullied in another. Different officers, both sides heard. */
export async function* tylersStory(county: County): Story {
  const pace = new Pace(county);
  const at = pace.workday(47, "15:40");
  yield at;
  const outside = await atTheShops(county, at);
  const scene = { county, pace, outside, tyler: await outside.party("Tyler Nunn") };
  yield* asPerpetrator(scene);
  yield* asVictim(scene);
}

const bornAge = (county: County, years: number, days: number) => county.dayIn(-Math.round(years * 365.25) - days);

function atTheShops(county: County, at: Date): Promise<CaseHand> {
  return opensCase(county, "Priya Shah", {
    at, hoursBefore: 20, channel: "phone_landlord", placeId: county.place("FEN", "6 Lighterman Close").id, nsirHeading: "rowdy_behaviour", nsirQualifier: "personal", howOften: "Most weeks",
    whatHappened: "Boys sit on her wall until ten, shout at whoever comes out and throw stones at the shed. She names Tyler, who answered her back and kicked the gate off its hinge. Her own son will not go past them.",
    affected: [{ ...someone("Brenda", "Sallis", "1974-05-30"), livesHere: true }, { ...someone("Kieran", "Sallis", bornAge(county, 16, 40)), role: "household_member", livesHere: true }],
    responsible: [{ ...someone("Tyler", "Nunn", bornAge(county, 15, 100)), note: "From the flats; goes to school with her son" }],
    screeningAnswers: { H1: "weekly", H3: "no", V2: "no", V3: "no", I1: "moderate" },
    assessment: { affectedIndex: 0, source: "phone", factors: [], answers: wholeAnswers("VRA", { H1: "weekly", H2: "unsure", H4: "known", V1: ["household"], I1: "moderate", I3: "household" }) },
    shareWith: ["police-fenland", "fenland-dc", "county-youth-justice"],
  });
}

async function* asPerpetrator({ county, pace, outside, tyler }: Scene): Story {
  yield pace.workday(46, "10:30");
  const talk = await asks(outside, "Priya Shah", "county-youth-justice", { what: "See whether he will talk to somebody before it becomes an order", dueOn: county.dayIn(-36) });
  yield pace.workday(45, "14:00");
  await accepts(outside, "Amina Yusuf", talk);
  await declaresConflict(outside, "Beth Sallow", "Brenda Sallis is my mother's cousin; we were at her table on Sunday.");
  yield pace.workday(41, "16:30");
  await outside.contact("Amina Yusuf", tyler, { type: "visit", body: "At home with his mother. Polite, would not look up. “It wasn't just me.” Out of school more than in. Asked twice whether I had spoken to anyone at school about him." });
  await outside.need("Amina Yusuf", "young_person_offending", tyler, "confirmed", "One earlier reprimand");
  yield pace.workday(38, "15:15");
  await finishes(outside, "Amina Yusuf", talk, "Will sign a contract if it is about evenings and not about who his friends are. Something at school is wrong and he will not say what.");
  yield pace.workday(37, "16:45");
  await outside.order("Priya Shah", "acceptable_behaviour_contract", { party: tyler, startsOn: pace.dayBefore(0), endsOn: county.dayIn(146), terms: "Home by half past eight on school nights; not to sit on the wall of number 6; to meet Amina every week." });
  yield pace.workday(30, "11:10");
  await outside.contact("Priya Shah", await outside.party("Brenda Sallis"), { type: "phone_out", impact: "better", safeHonoured: true, next: county.workdayIn(-9, "11:00"), body: "Much better since the contract. The gate is mended. Her son is quiet about it all." });
  yield pace.workday(16, "13:20");
  const football = await asks(outside, "Amina Yusuf", "fenland-dc", { what: "Find him a place in the evening football scheme", dueOn: county.dayIn(-5) });
  yield pace.workday(14, "09:45");
  await declines(outside, "Jo Ellwood", football, "The scheme in Chatteris is full until the new year; asked March, who would have to bring him.");
  yield pace.workday(9, "11:05");
  await outside.assess("Priya Shah", await outside.party("Brenda Sallis"), { source: "phone", factors: [], answers: wholeAnswers("VRA", { H1: "occasional", H4: "known", V1: ["household"], I1: "little" }) });
  await outside.contact("Priya Shah", await outside.party("Brenda Sallis"), { type: "phone_out", impact: "better", safeHonoured: true, next: county.workdayIn(12, "11:00"), body: "Nothing for three weeks. Content to be rung once more and leave it there." });
  yield pace.workday(8, "16:10");
  await outside.contact("Amina Yusuf", tyler, { type: "meeting", body: "Fifth meeting, came to all five. A bruise he says is football. Keeps to the contract; walks home the long way and will not say why." });
}

async function* asVictim({ county, pace, outside, tyler }: Scene): Story {
  const at = pace.workday(7, "12:40");
  yield at;
  const kieran = await outside.party("Kieran Sallis");
  const inside = await opensCase(county, "Jo Ellwood", {
    at, hoursBefore: 20, channel: "phone_council", placeId: county.place("FEN", "19 Peat Cutter Way").id, nsirHeading: "nuisance_communications", nsirQualifier: "personal", howOften: "Most days",
    whatHappened: "His mother rings: for a year he has been followed home, filmed and hit, and the films are sent round the school. Last night he said that he did not want to wake up. Two names, one of them a neighbour's son.",
    affected: [{ personId: tyler.personId, livesHere: true }],
    caller: { who: "someone_else", ...someone("Donna", "Nunn", "1985-11-03"), relation: "His mother" },
    responsible: [{ personId: kieran.personId, note: "Named by his mother; films on two phones" }, { ...someone("Jake", "Wherry", bornAge(county, 15, 200)), note: "Named by his mother" }],
    screeningAnswers: { H1: "most_days", H3: "yes", V2: "no", V3: "yes", I1: "lot" }, vulnerabilityFactors: ["neurodivergence"], triggers: ["T3"],
    safeContact: { method: "text", number: "07700 900264", when: "His own phone, in school hours", doNot: "Do not ring the flat: his sister does not know" },
    assessment: {
      affectedIndex: 0, source: "third_party", factors: ["neurodivergence"], confirmedTriggers: ["T3"],
      answers: wholeAnswers("VRA", { H1: "most_days", H2: "yes", H3: "yes", H4: "known", H5: "current", V1: ["me"], V3: "yes", S1: "few", I1: "lot", I2: "both", I4: "routine", S2: ["none"], H6: ["school"] }),
    },
    shareWith: ["police-fenland", "county-children", "mental-health-trust", "victim-service"],
  });
  yield* heard({ county, pace, inside, tyler: await inside.party("Tyler Nunn") });
}

async function* heard({ county, pace, inside, tyler }: { county: County; pace: Pace; inside: CaseHand; tyler: Party }): Story {
  yield pace.minutesLater(30);
  await inside.rings("Jo Ellwood", (name) => `${name}: told that he is fifteen, hurt at school, and said last night that he did not want to wake up.`);
  await inside.informs("Jo Ellwood", "He is also on a case elsewhere as one of those said to be responsible, led by Fen Homes. A different officer keeps each; neither side is to hear of the other from us.");
  yield pace.minutesLater(80);
  for (const [agency, by, outcome] of inTheSameDay) {
    const open = await inside.county.db.sharedAction.findFirst({ where: { caseId: inside.caseId, ownerAgencyId: county.agency(agency), status: { in: ["offered", "accepted"] } }, select: { id: true } });
    if (open) await finishes(inside, by, open.id, outcome);
  }
  yield pace.workday(6, "10:20");
  await inside.contact("Tamsin Reach", tyler, { type: "meeting", impact: "same", safeHonoured: true, next: county.workdayIn(-4, "10:30"), body: "Met at school in the nurse's room, by his choice. Talked for an hour. Showed me one film. “Nobody asked. They asked about the wall.”" });
  await inside.need("Tamsin Reach", "bullied_young_person", tyler, "confirmed");
  await inside.need("Tamsin Reach", "childrens_social_care", tyler, "confirmed", "Child in need plan");
  yield pace.workday(5, "15:30");
  await inside.note("Mette Larsen", "Seen by the children's team. Self-harm on the arm, old and new. Safety plan with mother; waiting list skipped.", { agencies: ["mental-health-trust", "county-children"], notice: "Health holds information about him. Ask Mette Larsen or Tamsin Reach." });
  await inside.note("Dan Okafor", "School holds both phones. Two boys interviewed with parents on Thursday. No arrest: a youth panel first, if he agrees.");
  yield pace.workday(3, "16:00");
  await inside.panelDecides("Insp Helen Marsh", "FEN", "Before any step on the other case, somebody asks whether it hurts him here. The school is the place to act, not the street.", "He is the same boy on both lists.", [
    { what: "Ask the head for a plan for the way home, by name of teacher", agency: "county-children", dueOn: county.dayIn(1) },
    { what: "Offer the two boys' parents a meeting with the youth panel", agency: "police-fenland", dueOn: county.dayIn(5) },
  ]);
  yield pace.workday(2, "17:45");
  await opensInEmergency(inside, "Tom Barrett", "Tenants say a boy is on the garage roof behind number 19 and will not come down. I am on my way and need to know who he is.", 1);
  yield pace.workday(1, "10:35");
  await inside.contact("Tamsin Reach", tyler, { type: "text", direction: "in", impact: "better", safeHonoured: true, next: county.workdayIn(0, "15:00"), body: "“ok today. walked with mr hale”" });
}

const inTheSameDay: [agency: string, by: string, outcome: string][] = [
  ["county-children", "Tamsin Reach", "Strategy talk held at three with police and school. Child in need; seen tomorrow at school."],
  ["police-fenland", "Dan Okafor", "Duty sergeant told. School officer goes in first thing for the phones."],
  ["fenland-dc", "Jo Ellwood", "Spoke to his mother and then to him by text. He is with her tonight."],
];
