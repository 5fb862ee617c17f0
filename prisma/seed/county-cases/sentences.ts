import type { Chance } from "../casework/chance";
import { slots } from "./problems";

/** A sentence with its slots filled by lot. */
export function filled(chance: Chance, sentence: string): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, slot: string) => chance.pick(slots[slot] ?? [slot]));
}

/** A sentence that this case has not used yet; any, once all are used. */
export function fresh(chance: Chance, from: readonly string[], used: Set<string>): string {
  const left = from.filter((sentence) => !used.has(sentence));
  const sentence = chance.pick(left.length > 0 ? left : from);
  used.add(sentence);
  return filled(chance, sentence);
}

/** What those affected say when somebody gets in touch, by how it is going. */
export const theirWords: Record<"better" | "same" | "worse", readonly string[]> = {
  better: [
    "“It's been quiet since you wrote to them.” Slept through four nights.", "Much calmer. They nodded to each other at the bins.", "Nothing this week. Says that being rung helps as much as anything.", "“I sat in the garden on Sunday. First time since June.”",
    "Two small things, neither worth reporting. Wants us to keep ringing a while.", "The letter worked, or something did. Does not want to tempt fate.", "Has been out with a friend twice. Sounded like somebody else.", "Better on weekdays; waits for Saturday to believe it.",
    "Took the new lock well. “It's only a lock, but I sleep.”", "The children are back in their own room.", "Says that it is the longest quiet spell since it began.", "Pleased that the officer came back when she said she would.",
  ],
  same: [
    "No change. Two bad evenings and three good ones, as usual.", "“It stops when they see the van.” Wants somebody there when the van is not.", "Much as before. Has kept no diary, and was told again that none is needed.", "Still avoids the back way. Would like to know what the others on the road have said; told that we cannot say.",
    "Asked who knows that it was them. Went through it, agency by agency.", "Tired of telling it. Said that they need not again: it is all here.", "Rang at the time agreed. Nothing new, glad of the call.", "Neither better nor worse. Asked what happens next and when; told both.",
    "Wants mediation if the other side does. They have not been asked yet.", "Has thought about moving and decided not to, for now.", "Sounded flat. Will be rung sooner than planned.", "One incident, Friday, {late}. Did not ring 101 because of the wait.", "Prefers text. Answered all four questions with one word each.",
  ],
  worse: [
    "Twice this week and worse each time. Frightened of the weekend.", "“They know it was me.” Nobody has told them; they are guessing. Went through what is said and to whom.", "A window broken on Sunday. Reported; number given.", "Not sleeping. Has asked the doctor for something.",
    "Will not answer the door, even to us, without a text first.", "Something was said about the children this time.", "They have started on the neighbour who helped.", "“I can't do another winter of this.”", "Followed home from the shop. Told again when it is 999.", "Wants to move now, and had not before.",
  ],
};

/** The same of a place, from whoever keeps an eye on it. */
export const placeWords: Record<"better" | "same" | "worse", readonly string[]> = {
  better: ["Quieter than in any week since spring. People sit there again.", "They come later and go sooner. The patrol is seen and talked about.", "Nothing on Friday or Saturday. Hopes it lasts into the holidays.", "Swept, and it stayed swept. Would like to know whom to thank.", "The lamp makes a difference. Mothers are back by the swings."],
  same: ["As before: quiet by day, not after nine.", "They move to the other end when anyone comes and back when they have gone.", "Two calls to 101, both closed. Asked for the references and has them.", "Asked what happens next and when; told both.", "No worse. Tired of cleaning up before opening."],
  worse: ["Glass on the play area again, and somebody hurt on it.", "A regular was shouted at and will not come back.", "A fire in the bin on Saturday night. Reported; number given.", "More of them, and younger.", "The children are walked round by the main road now."],
};

/** What whoever leads notes of a place. */
export const placeNotes: readonly string[] = [
  "Walked it at nine with the caretaker: two lamps out, a gate that does not close, and a wall that makes a seat.", "Put the dates side by side: pay day, match day, and the last day of term.", "Asked the shop when it sells what. It will stop the small bottles after eight.",
  "Talked to those who meet there, before they had drunk. Three of five would take a bed, two would take work.", "Cleared on Monday with the wardens. Took photographs before and after.", "Asked for the hedge to be cut, so that it can be seen from the road.", "Youth bus booked for four Fridays. It fills the hour in which it starts.",
  "Counted for an evening: eleven at most, two of them known to anyone.", "Spoke at the residents' meeting. They would rather have a light than a camera.", "Signs up in four languages. Two were down by the morning.", "Asked the owner to board it properly. He has ten days.",
];

/** What whoever leads the case notes. */
export const leadNotes: readonly string[] = [
  "Knocked on eight doors along the row. Five heard it, two would say so on paper.", "Read back through two years of calls to this address: four, all closed the same day.", "Wrote to the household. Second letter; the first was in the spring.", "Checked the tenancy: joint, since 2019, no arrears, one earlier warning.",
  "Walked past at {late} on the way home. Heard it from the corner.", "Spoke to the school about who is out when they should not be. They will ring me.", "Spoke to the landlord's repairs: the wall between is single brick. Part of this is the building.", "Tried mediation. One side yes, one side thinking about it.",
  "Asked for the lamp on the corner to be mended. It has been out since August.", "Met both sides apart, in their own kitchens. They tell the same story from two ends.", "The camera shows nothing but shows nothing at the right times: whoever it is knows where it looks.", "Looked at it with my manager. Agreed not to rush a notice while they are talking.",
  "Three of the dates fall on pay day.", "Caretaker has the number and will ring when it starts rather than after.", "Hedge cut back, so the alley can be seen from the road.", "The household has its own troubles: the father left in May. Has agreed to be rung by family support.",
  "Put the dates against the bin rounds and the school holidays. No pattern.", "Sent what we may send to the officer taking over while I am on leave, and told the family her name.", "Read the diary they kept before they came to us. Asked them to stop keeping it.", "Recorder in for a week. Nothing to do but leave it plugged in.",
];

/** What each kind of partner adds for the others. */
export const partnerNotes: Record<string, readonly string[]> = {
  police: [
    "Two calls to 101 from here this month, both answered by telephone. Marked for a visit next time.", "Added to the evening patrol for a fortnight.", "Known at this address for other things; nothing that makes it unsafe to knock. Go in pairs after dark.", "Spoke to three of them at the shops. Names and dates of birth taken where they gave them.",
    "No crime that would stand yet. The damage is recorded; number with the family.", "Body-worn film of Saturday kept: 31 days unless somebody asks.", "Went by four times. Quiet each time, which tells us little.", "Licensing checked on the shop: one warning already.",
    "House-to-house done. One possible witness, to be seen at work and not at home.", "Stopped the car. Insured, taxed, and now told.",
  ],
  council: [
    "Environmental health has a file from 2021 on the same wall.", "Cleared and photographed. Third time this quarter.", "Wardens will pass at four and at nine for two weeks.", "Not ours to clear: the land is the highway's. Passed on, number with me.", "Readings over the week: two nights above, five below.", "Lighting job raised for the path.", "Parking team has been; nine tickets, no more vans.",
  ],
  housing: [
    "Ours on both sides of the wall. Seen both, same words to both.", "Tenancy letter sent. The next step is the injunction panel.", "New door and viewer fitted.", "They have asked for a transfer; medical points being looked at.", "Void next door is let from the first, to a quiet family we hope.", "Sound insulation on the list for the spring.", "Asked the contractor to stop starting at seven.",
  ],
  social_care: ["Known to us until last year. Open again from today.", "Visited. Manages well; frightened of the evenings only.", "Carer's talk offered and taken.", "No care need of its own. Happy to be rung if that changes.", "Daytime place found, two days a week, so that nobody is alone with it."],
  health: ["Seen this week. Details are with us; ring me before a visit.", "Appointment kept. Sleeping a little.", "Not known to our teams. GP asked to look again.", "Care coordinator named; she will ring the officer on Fridays."],
  victim: ["Rang on Monday as agreed. Wants one person to speak to; that is me.", "Looked at the new lock together. Stayed for tea.", "Explained the case review and that it is there if this does not work.", "Letter to the employer about the mornings off."],
  youth: ["Met at school. Will not say much with the others there; will walk and talk.", "Three sessions kept of four.", "Mother wants help and has not known whom to ask."],
  treatment: ["Came once, will come again if it is before noon.", "On the list for the group.", "Did not keep the appointment. Rung; new one on Thursday."],
};

/** What somebody said to be responsible says. */
export const theirSide: readonly string[] = [
  "Says that it is six of one. Listened, in the end.", "Had no idea how it was for those next door. Listened, and did not like what they heard.", "Did not open the door. Card left.", "“Prove it.” Told what happens if it goes on, and that it need not.", "Has lost work and sleeps in the day. Took the number of the service.",
  "Angry for ten minutes and then ashamed.", "Says that they are complained about for how they look. Took that seriously and said so.", "Admits the shouting, not the rest.", "Agreed to sit down with the other side if somebody else is in the room.",
];

/** What a young person, or their family, says. */
export const theirSideYoung: readonly string[] = [
  "A parent was there and had not known. Cried. Home by nine from now on.", "Shrugged at everything until the dog came in, and then talked for an hour.", "“There's nothing else to do.” Took the leaflet for the boxing club.", "Says that the older ones start it. Will not say who they are.", "Admitted the stones. Wrote a letter without being asked.",
];

/** Why a case was closed, by what came of it. */
export const closings = {
  behaviour_stopped: ["Nothing for ten weeks. They agree that it is over.", "Stopped after the second letter and has not begun again."],
  behaviour_reduced: ["Down to the odd evening, which they can live with. They know how to come back.", "Much less than it was. Closed with their say-so."],
  no_further_reports: ["No report for eight weeks and they have not needed us. Tried three times to ask; left word.", "Quiet since the summer."],
  mediated: ["Met twice with the mediator. Shook hands, and wrote it down.", "Agreed hours for the music and the drill. Both keep to them."],
  perpetrator_engaged: ["Is with the service and keeps to it. Neighbours say the difference is plain.", "Family worker in the house three days a week; the evenings are quiet."],
  perpetrator_moved: ["Gave up the tenancy. The road is quiet.", "Moved to family. Their new district has been told what it needs to know."],
  victim_moved_wanted: ["Moved nearer to family, as they had wanted before this began."],
  unfounded: ["Looked into it twice with two agencies. It did not happen as it was told; nobody is blamed for telling it."],
} as const;

/** Said when somebody on duty was rung about a red case. */
export const rung: readonly string[] = ["answered at once and has it open.", "told; will see it before going off shift.", "has it, and asked to be rung again if it changes tonight.", "told in person. Agreed who does what until morning."];
