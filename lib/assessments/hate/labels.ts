import { riskRefusals } from "../risk/labels";

/** Why a hate query may not be answered, and what can be done instead. */
export const hateRefusals: Record<string, string> = {
  ...riskRefusals,
  "not-trained": "Somebody trained in hate crime answers this. The card says who is.",
  "no-hate-query": "Nobody is waiting for this answer: hate is not in question on this case.",
};
