/** The kinds of referral that agencies put to each other about a case itself. */
export const requestKinds = ["access_request", "lead_transfer"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** How long an answer may take before it goes to the managers. */
export const answerWithin = { workingDays: 1 };
