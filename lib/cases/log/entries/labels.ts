/** How a contact was made, as words after a name: "Ms K, by phone to Jo Ellwood". */
export const contactTypeWords: Record<string, { label: string; by: string; at: "to" | "with" | "by" }> = {
  visit: { label: "Visit", by: "visited", at: "by" },
  phone_in: { label: "Phone call in", by: "by phone", at: "to" },
  phone_out: { label: "Phone call out", by: "rung", at: "by" },
  text: { label: "Text message", by: "by text", at: "with" },
  email: { label: "E-mail", by: "by e-mail", at: "with" },
  letter: { label: "Letter", by: "by letter", at: "with" },
  met: { label: "Met in passing", by: "met in passing", at: "by" },
  meeting: { label: "Meeting", by: "met", at: "by" },
  failed_attempt: { label: "Tried, no answer", by: "tried, no answer", at: "by" },
};

export const contactWithLabels: Record<string, string> = {
  victim: "victim",
  alleged_perpetrator: "person alleged",
  witness: "witness",
  household: "household",
  professional: "professional",
  family: "family or friend",
};

export const impactLabels: Record<string, string> = {
  better: "Things are better than last time",
  same: "Things are the same as last time",
  worse: "Things are worse than last time",
};
