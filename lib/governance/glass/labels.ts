/** Why an emergency opening was not reviewed. */
export const glassReviewRefusals: Record<string, string> = {
  "not-governance": "Emergency openings are reviewed by information governance. The lead agency sees those of its own cases.",
  "own-opening": "Somebody else reviews what you opened yourself.",
  "still-open": "It is still open. Review it once it has ended.",
  "already-reviewed": "It was reviewed already.",
};

export const findingWords = { justified: "Justified", not_justified: "Not justified" } as const;
