/** Something one agency asks of another: in words, why, what may come of it, and why it may be declined. */
export type Request = { what: string; why: string; outcomes: readonly string[]; declined: string; only?: "home" | "open" };

const noResource = "Nobody to do it this week. Ask again for next, or ask the wardens.";

export const requests: Record<string, readonly Request[]> = {
  police: [
    { only: "open", what: "Say who meets there, and who among them is wanted or missing", why: "Before anyone is moved on.", outcomes: ["Nobody wanted. One missing from home, now found.", "Two on bail with conditions not to be there. Dealt with."], declined: noResource },
    { only: "home", what: "Visit the household said to be responsible, in daylight", why: "They have not been spoken to by anyone yet.", outcomes: ["Visited. Spoken to on the step; warned about what comes next.", "Nobody in twice. Seen the third time; says that it will stop."], declined: noResource },
    { what: "Patrol past at the times they named, for two weeks", why: "It stops when somebody is seen there.", outcomes: ["Eleven passes. Two groups moved on, one fire put out.", "Done. Nothing seen on any of them."], declined: "Two evenings of the four can be done. The rest would take them from a burglary series." },
    { only: "home", what: "Take a statement from the witness across the road", why: "The only one who saw a face.", outcomes: ["Taken. Clear on the coat, not on the face.", "Will not put a name to it. Notes kept."], declined: "The witness has said no twice, and asking a third time does harm." },
    { only: "home", what: "Say what is known of the address and whether it is safe to knock alone", why: "Before anyone goes there.", outcomes: ["Nothing that makes it unsafe by day. In pairs after dark.", "One warning, two years old. Safe to knock."], declined: noResource },
  ],
  council: [
    { what: "Send the wardens past at four and at nine for a week", why: "It starts when nobody is there.", outcomes: ["Fourteen passes. Five people moved on, none twice.", "Done. They wave to the wardens now."], declined: "Two wardens for the whole district this month." },
    { only: "home", what: "Put a noise recorder in for a week", why: "So that they need keep no diary.", outcomes: ["In for seven nights. Four of them above the level.", "In and out. Nothing above the ordinary."], declined: "All three recorders are out until the 20th." },
    { only: "open", what: "Clear and photograph, and say how often it has been cleared", why: "The dates show when it happens.", outcomes: ["Cleared the next morning. Sixth time this year; dates on the file.", "Cleared. Bins moved so that the corner can be seen."], declined: "The land is not ours. Passed to the owner." },
    { what: "Serve a community protection warning if the letter is not heeded", why: "Two letters have been laughed at.", outcomes: ["Warning served in person and explained.", "Not served: it stopped the day before. Kept ready."], declined: "The evidence would not carry one yet. Two dated entries more and it would." },
    { only: "open", what: "Have the light on the path mended", why: "They gather where it is dark.", outcomes: ["Mended on Tuesday.", "New lamp, lower and brighter."], declined: "The column is the county's. Reported to them." },
  ],
  housing: [
    { only: "home", what: "Write to both tenancies in the same words", why: "So that nobody can tell who rang.", outcomes: ["Letters sent to all twelve doors on the landing.", "Sent. One of them rang, angry, and then listened."], declined: "Neither is ours: both bought in 2004." },
    { only: "home", what: "Fit a viewer and a second lock", why: "They do not open the door as it is.", outcomes: ["Fitted this morning.", "Fitted, and the letter box sealed."], declined: "They are leaseholders. Price given to them, and the charity's number." },
    { only: "home", what: "Say whether a move is open to them", why: "They asked, and have not been answered.", outcomes: ["Band B from today; two places a month come up.", "One offer made. They will look on Friday."], declined: "Arrears first; a plan would be enough." },
  ],
  adult_social_care: [
    { what: "Say whether they are known and whether somebody should visit", why: "Older, alone, and not eating well.", outcomes: ["Known. Visited; meals from Monday.", "Not known. Visited and nothing of ours is needed."], declined: "Does not come within the Act. The good-neighbour scheme would go." },
    { what: "Talk to the carer", why: "Worn out by two things at once.", outcomes: ["Done. Sitting service one afternoon a week.", "Rang twice. The number is with them."], declined: "The carer has asked us not to." },
  ],
  health: [
    { what: "Say how to approach without making it worse", why: "Visits have gone badly.", outcomes: ["Ring first, one person, before noon. Never by surprise.", "Go with the coordinator. Details with us."], declined: "Not a patient of ours. Try the surgery." },
    { what: "See them this week", why: "Said things on the telephone that frightened the officer.", outcomes: ["Seen at home. Safe; followed up weekly.", "Seen at the clinic with a friend."], declined: "Did not want to be seen and has the right not to be. Crisis number left." },
  ],
  victim_service: [{ what: "Ring every week until the first month is over", why: "They have nobody else to tell it to.", outcomes: ["Four calls. They would like a fifth.", "Done. Says that the calls made the difference."], declined: "Has asked for no more calls than the officer's." }],
  childrens_social_care: [{ what: "Say whether the children are known", why: "They are in the window when it happens.", outcomes: ["Known to early help; worker told.", "Not known. Health visitor will look in."], declined: "Below our threshold; early help has it." }],
  youth_justice: [{ what: "See whether they will talk to somebody before it becomes an order", why: "Young, and the first time.", outcomes: ["Will talk. Six sessions agreed.", "Came with a grandparent. Contract suggested."], declined: "Already with us for something else; one worker is enough." }],
};

/** What a lead asks of itself. */
export const ownTasks: readonly Request[] = [
  { what: "Go back through earlier calls to the address", why: "It may be older than they say.", outcomes: ["Two years read. Four calls, one of them a crime.", "Nothing before this spring."], declined: "" },
  { only: "home", what: "Meet both sides, apart, this fortnight", why: "", outcomes: ["Met. Mediation offered to both.", "Met one; the other will not."], declined: "" },
  { only: "home", what: "Write to the row without naming anyone", why: "", outcomes: ["Sent to fourteen doors.", "Sent. Three rang, two to thank us."], declined: "" },
  { only: "open", what: "Look at the place with the caretaker after dark", why: "It cannot be seen from an office.", outcomes: ["Walked it at nine. Two lamps out and a broken gate.", "Walked it. Quiet, cold, nobody there."], declined: "" },
];
