/** Words for each refusal in keeping the county. */
export const countyRefusals: Record<string, string> = {
  "not-county-governance": "Areas and agencies are kept by county information governance.",
  "code-taken": "There is one with this code already. Choose another.",
  "name-taken": "There is one of this name already. Choose another.",
  "not-a-taker": "Choose somebody who works cases, at an agency with a live agreement for this area.",
};

export const sideLabels: Record<string, string> = { both: "Both sides", victim: "The victim’s side", perpetrator: "The perpetrator’s side" };
