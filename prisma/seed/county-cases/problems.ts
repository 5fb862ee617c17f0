import type { NsirHeading, NsirQualifier } from "../../../lib/reports/schema";

/** A kind of problem as people report it: sentences that go together, and who is usually said to be behind it. */
export type Problem = {
  heading: NsirHeading;
  qualifier: NsirQualifier;
  weight: number;
  /** At somebody's home there is a victim; in the open there is a place, and somebody who tells us. */
  where: "home" | "open";
  by: readonly ("neighbour" | "group" | "young" | "nobody")[];
  what: readonly string[];
  more: readonly string[];
};

export const problems: readonly Problem[] = [
  {
    heading: "nuisance_neighbours", qualifier: "personal", weight: 25, where: "home", by: ["neighbour", "neighbour", "neighbour", "group"],
    what: [
      "The neighbour shouts at them over the fence whenever they go into the garden.", "Doors are slammed and furniture dragged {late}, and knocking makes it worse.", "They are followed to the bus stop and called names on the way.",
      "Rubbish and dog dirt are thrown over the wall, {often}.", "The couple next door fight in the front garden and then turn on whoever looks out.", "Their bins are emptied over the path and their car has been keyed, they think by the same person.",
      "Visitors come and go next door {late} and ring the wrong bell.", "He stands at the end of the drive and stares until they go back in.", "A camera next door was turned to point into their kitchen.", "Eggs were thrown at the windows again, {often}.",
    ],
    more: [
      "It began over a parking space.", "It began when the tree was cut.", "There was an argument in the spring and it has not stopped since.", "They spoke to each other happily for years before this.", "Asked to stop, they laughed.",
      "The landlord wrote once and nothing changed.", "It stops when there is a car outside and starts when it has gone.", "Two other households have said the same but will not put their names to it.", "A letter was put through the door with no name on it.", "The caller kept their voice down the whole time.",
    ],
  },
  {
    heading: "noise", qualifier: "nuisance", weight: 20, where: "home", by: ["neighbour", "neighbour", "group"],
    what: [
      "Music with a heavy bass from the flat above, {late}, {often}.", "Parties that spill on to the landing until three or four.", "Drills and hammers {late}; they say they are doing the place up.", "A television so loud that the words can be followed through the wall.",
      "A dog shut in alone that howls from seven until its owner comes home.", "Car engines revved outside the window before six.", "Karaoke in the garden, {often}.", "Two children ride a scooter up and down a bare floor overhead {late}.",
    ],
    more: [
      "They have asked three times, politely.", "One of them works nights and sleeps two hours at a time.", "The baby wakes whenever it starts.", "Earplugs do nothing for the bass.", "They turn it up when anyone knocks.", "It is worst from Thursday to Sunday.", "The school has said that the boy falls asleep in class.", "They have begun to sleep in the front room.",
    ],
  },
  {
    heading: "rowdy_behaviour", qualifier: "nuisance", weight: 15, where: "home", by: ["young", "young", "group"],
    what: [
      "Young people gather on the wall outside and shout at whoever passes, {often}.", "A ball is kicked against the gable end for hours.", "Stones are thrown at the conservatory and there is laughing when anyone comes out.", "A group blocks the alley so that everyone has to walk round by the main road.",
      "Fences along the row have been kicked through, one a night.", "They ring the bell and run, {often}, and lately they do not run.", "Somebody climbs on the garage roofs {late}.",
    ],
    more: [
      "Some are no more than ten.", "One of them filmed it.", "They know the name of whoever lives there and call it.", "It stops in the holidays, when they go to the river instead.", "The shop has stopped serving them and they blame the caller.", "Parents were told and took the children's part.", "There is nothing else for them to do here, and the caller says so too.",
    ],
  },
  {
    heading: "vehicle_nuisance", qualifier: "nuisance", weight: 8, where: "open", by: ["group", "young", "nobody"],
    what: [
      "Off-road motorbikes across the grass and through the underpass, {often}.", "Cars race the length of the road and back {late}.", "Electric scooters at speed on the pavement by the school gate.", "Drivers meet in the car park {late} with their boots open and music on.", "Cars are left across the drop kerb so that a wheelchair cannot pass.",
    ],
    more: ["No plates on any of them.", "A child was nearly hit on Saturday.", "They wait until the patrol has gone by.", "It has been going on since the clocks changed.", "The grass is torn up from one end to the other.", "Residents have started to film them, which has made it worse."],
  },
  {
    heading: "street_drinking", qualifier: "nuisance", weight: 6, where: "open", by: ["group"],
    what: ["Eight or nine people drinking on the benches from eleven in the morning.", "Men drink by the cash machine and shout at people who use it.", "Broken bottles on the play area, {often}.", "A group drinks under the trees and uses the doorway of the shop as a toilet."],
    more: ["Most are the same faces.", "Two need a doctor more than a constable.", "The shop sells to them and says that it does not.", "Mothers with prams cross over.", "It moves from one end to the other and comes back."],
  },
  {
    heading: "littering_drugs", qualifier: "environmental", weight: 7, where: "open", by: ["group", "nobody"],
    what: ["Needles in the planting by the path, found by a dog walker.", "Small bags change hands in the stairwell, {often}.", "Mattresses and paint tins tipped behind the garages.", "Silver canisters and balloons all over the car park on Sunday mornings.", "A strong smell of cannabis from the landing, and strangers asleep on it."],
    more: ["The bin store is used as a room.", "Children go through there to school.", "Cleared on Monday, back by Wednesday.", "A man on a bicycle is there at the same time every day.", "The tenant nearest is believed to be afraid of them."],
  },
  {
    heading: "animal_problems", qualifier: "personal", weight: 5, where: "home", by: ["neighbour"],
    what: ["Two dogs loose in the shared garden day and night.", "The dog next door went for a visitor's child through the hedge.", "Cockerels kept on a balcony.", "Dog dirt never cleared from the yard that they all share.", "A dog is set on the cat; they are sure of it."],
    more: ["The dog looks underfed.", "The warden has been out once.", "Nobody hangs out washing any more.", "It jumps the fence when the family is out.", "They laugh when the children scream."],
  },
  {
    heading: "nuisance_communications", qualifier: "personal", weight: 4, where: "home", by: ["neighbour", "nobody", "young"],
    what: ["Silent calls {late}, and a message on the door.", "Lies about them are posted on the estate's page, {often}.", "Pizzas and taxis that nobody ordered, four in one evening.", "Notes through the door cut out of a newspaper.", "Films of the family coming and going, put where everyone can see them."],
    more: ["They have kept every one of them.", "The account has no name.", "It began after a complaint.", "They have changed their number twice.", "The children have seen it."],
  },
  {
    heading: "trespass", qualifier: "nuisance", weight: 3, where: "open", by: ["young", "group"],
    what: ["Somebody gets into the empty block and lights fires in it.", "The roof of the community centre is climbed {late}.", "The allotments have been broken into three times this month.", "Tents behind the sports ground, and people coming over the fence of the nursery."],
    more: ["The boards have been prised off again.", "Somebody will fall.", "Tools went and were found in the ditch.", "A light was seen on the top floor.", "The caretaker no longer goes up alone."],
  },
  {
    heading: "begging_vagrancy", qualifier: "nuisance", weight: 3, where: "open", by: ["group", "nobody"],
    what: ["The same two people beg at the machine and follow those who say no.", "A man sleeps in the porch of the surgery and frightens the cleaner.", "Tents under the bridge, with a fire.", "Children are sent to ask for money outside the shops, {often}."],
    more: ["One of them limps badly.", "He was polite until this week.", "The outreach team knows them by name.", "The surgery would rather he had a bed than a fine.", "It is worse when the market is on."],
  },
  {
    heading: "vehicle_abandoned", qualifier: "environmental", weight: 2, where: "open", by: ["nobody"],
    what: ["A van with flat tyres has stood across two bays since the summer.", "A burnt-out car at the end of the track.", "Three cars on bricks and parts all over the verge."],
    more: ["Children play in it.", "Oil runs into the drain.", "No tax, no plates.", "The owner is said to have moved away."],
  },
  {
    heading: "fireworks", qualifier: "nuisance", weight: 2, where: "open", by: ["young", "group"],
    what: ["Fireworks let off at buses from the bridge.", "Bangers thrown at people's feet by the shops, {often}.", "Rockets fired along the road {late}."],
    more: ["One went under a pram.", "A woman of ninety has gone to her daughter's.", "They buy them at the market.", "The guide dog will not go out."],
  },
];

export const slots: Record<string, readonly string[]> = {
  late: ["after midnight", "from ten until two", "in the small hours", "well after eleven", "when everyone is asleep", "from about nine in the evening"],
  often: ["most weekends", "two or three times a week", "nearly every day", "every week since the summer", "on and off for a month", "whenever the evenings are dry"],
};

/** How a person is affected, from what can be borne to what cannot. */
export const effects: Record<"green" | "amber" | "red", readonly string[]> = {
  green: ["More annoyed than afraid.", "Wants it on record.", "Would like somebody to have a word.", "Says that they can live with it, but should not have to.", "First time they have told anyone.", "Asked what the council can do, and took the answer well.", ""],
  amber: ["Has stopped using the garden.", "Takes the long way home.", "Is sleeping badly and it shows.", "The children have been moved to the back bedroom.", "Is thinking of giving up the flat.", "Broke off twice while telling it.", "Says that it is wearing them down.", "Has been to the doctor about it."],
  red: ["Has not been out alone for a week.", "Shook while telling it.", "Will not turn on a light in the evening.", "Says that they cannot go on like this.", "Sleeps at a relative's with a bag packed.", "Has stopped eating properly.", "Cried, and asked that nobody come in uniform.", "Keeps a chair against the door."],
};
