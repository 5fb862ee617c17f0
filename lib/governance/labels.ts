/** Words for each refusal in governance. */
export const governanceRefusals: Record<string, string> = {
  "not-lead-agency": "Only the lead agency can place a hold on this record.",
};
