/** What an agreement may be for. */
export const agreementPurposes = ["prevent_asb", "protect_victims", "safeguarding", "support", "housing"] as const;

const purposeLabels: Record<string, string> = {
  prevent_asb: "Prevent anti-social behaviour",
  protect_victims: "Protect victims",
  safeguarding: "Safeguard children and adults at risk",
  support: "Support and treatment, by consent",
  housing: "Manage tenancies",
};

/** A purpose in words; the purpose itself where the list has none. */
export function purposeWords(purpose: string): string {
  return purposeLabels[purpose] ?? purpose.replaceAll("_", " ");
}

/** Words for each refusal in the register of agreements. */
export const agreementRefusals: Record<string, string> = {
  "not-for-agreements": "Agreements are read by county information governance and by the administrators of agencies that signed them.",
  "not-county-governance": "Agreements are kept by county information governance.",
  "second-person": "You proposed this or recorded one of its signatures, so somebody else of county governance makes it live.",
  "name-taken": "There is an agreement of this name already. Give it another, such as with its year.",
  "ends-before-start": "The last day comes before the first.",
  "already-ended": "The last day has passed already.",
  "no-signature": "Nobody has signed it yet. Add its signatories first.",
  "already-live": "This agreement is live already.",
  "already-signed": "This agency has signed this agreement, or its signature waits. One that was withdrawn is not revived: make a new agreement.",
  "not-of-dates": "A signature is inside the agreement's own dates, and is not signed in the future.",
  "no-such-area": "Choose areas that are in force now.",
  "already-decided": "This was decided already.",
  "already-withdrawn": "This signature was withdrawn already.",
  "withdrawal-asked": "Its withdrawal was asked for already, and waits for a second person.",
  "no-withdrawal": "Nobody asks for its withdrawal any more.",
  "second-for-withdrawal": "You asked to withdraw this agreement, so somebody else of county governance does it.",
  "agreement-over": "This agreement has ended or was withdrawn.",
};
