/** What a question is about in a word or two, to stand before its answer. */
const abouts: Record<string, string> = {
  H1: "How often", H2: "Linked to before", H3: "Getting worse", H4: "Knows who", H5: "Intimidation", V1: "Aimed at", V2: "Because of who they are", V3: "More at risk", S1: "Support",
  I1: "Effect", I2: "Health", I3: "Others affected", I4: "Changed what they do", B1: "Worst behaviour", B2: "How often", B3: "Direction", C1: "People affected", C2: "Effect on the area", R1: "Tried", R2: "Engagement",
};

/** What a question is about in a word or two; empty where the list does not know it. */
export function aboutQuestion(key: string): string {
  return abouts[key] ?? "";
}

/** An answer that weighs, with what it is about: "Getting worse: yes". */
export function weighingWords({ key, label }: { key: string; label: string }): string {
  const about = aboutQuestion(key);
  if (!about) return label;
  return `${about}: ${/^I\b/.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`}`;
}
