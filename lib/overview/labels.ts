/** Words for each refusal in the overview. */
export const overviewRefusals: Record<string, string> = {
  "no-area-figures": "The figures of an area are for its coordinators, managers, panel and analysts.",
};

/** The middle column, in the order in which the 2012 needs assessment prints it. */
export const middleColumn: { section: string; code: string; label: string }[] = [
  { section: "cases", code: "ongoing_cases", label: "Ongoing cases" },
  { section: "orders", code: "asbo", label: "Anti-social behaviour orders" },
  { section: "orders", code: "drinking_banning_order", label: "Drinking banning orders" },
  { section: "orders", code: "acceptable_behaviour_contract", label: "Acceptable behaviour contracts" },
  { section: "orders", code: "good_neighbour_agreement", label: "Good neighbour agreements" },
  { section: "orders", code: "family_intervention_project", label: "Family intervention project families" },
  { section: "people", code: "young_people_involved", label: "Young people identified as involved in ASB" },
  { section: "people", code: "victims_requiring_support", label: "Victims identified as needing additional support" },
];

/** What a need was called in the 2012 table, where it differs today. */
export const needLabels2012: Record<string, string> = { domestic_abuse: "Domestic violence", learning_disability: "Learning disabilities", learning_difficulty: "Learning difficulties" };
