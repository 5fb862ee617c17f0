import { involvementRefusals } from "../labels";

export const moveRefusals: Record<string, string> = {
  ...involvementRefusals,
  "no-home-kept": "Hereward keeps the homes of people a case is about, not of professionals, organisations or groups.",
  "lives-there-already": "That is the address on record already.",
  "moved-later": "The address on record began after that day. Check the date.",
  "not-moved-yet": "Record the move on the day itself or later: until then the present address is where they are.",
};

/** What the log says of a move: that there was one and since when, never where to. */
export function moveWords(roleWords: string, sinceWords: string, isConfidential: boolean): string {
  return `${roleWords} has a new address since ${sinceWords}${isConfidential ? ", kept confidential" : ""}. The one before stays on record with its last day.`;
}
