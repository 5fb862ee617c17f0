/** How a request between agencies stands. */
export const requestStatuses: Record<string, string> = {
  sent: "Waiting for an answer",
  accepted: "Agreed",
  declined: "Refused",
  withdrawn: "Withdrawn",
};

/** Why a request was not asked, answered or withdrawn, and what to do instead. */
export const requestRefusals: Record<string, string> = {
  "role-does-not-ask": "A practitioner, coordinator or manager asks for access. Your role does not work cases.",
  "reads-no-cases": "Your role does not read cases. Ask your agency's administrator if that is wrong.",
  "not-lead-agency": "Only the agency that leads the case may do this.",
  "not-officer-or-manager": "The case's named officer or a manager of the lead agency answers this.",
  "not-asker": "Only the agency that asked may withdraw this.",
  "role-does-not-hand-over": "The lead is handed over by the case's named officer, or by a coordinator or manager of the lead agency.",
  "own-agency": "Your agency leads the case already.",
  "leads-no-cases": "That agency leads no cases: choose one that works with both sides.",
  "offer-waits": "Another agency has been asked to take over and has not answered. Withdraw that first.",
  "not-the-receiver": "A coordinator or manager of the agency that was asked answers this.",
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "already-answered": "This request has been answered or withdrawn already. Open the page again.",
  waiting: "Your agency has asked already and waits for the answer. Ring the lead agency if it cannot wait.",
  "asked-lately": "Your agency was refused in the last 7 days. Ring the lead agency before asking again.",
  "too-many": "You have asked about ten cases in 24 hours. Ring the lead agencies, or ask your manager to.",
  "works-already": "Your agency works on this case already.",
  "not-ours": "Choose somebody who works cases at your agency.",
  "more-than-asked": "They asked for less than that. Give what they asked for, or less: more is for them to ask.",
  "no-live-agreement": "That agency has no live information sharing agreement for this district, so nothing was shared. Ask county information governance.",
  "section-115-does-not-cover": "Section 115 lets you tell public authorities and registered landlords, not this agency. Choose another law, such as consent to a referral.",
};
