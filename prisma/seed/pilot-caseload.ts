/** The Fenland caseload of 2012 as invented people and cases: when it is loaded, the caseload overview as at 30 June 2012 is Table 1 of the needs assessment. Its figures are checked against data/table-1.json by a test. */
export type PilotOrder = { type: string; startsOn: string; endsOn: string };
export type PilotPerson = { givenName: string; familyName: string; bornOn: string; needs: string[]; orders?: PilotOrder[]; family?: string };
export type PilotCase = {
  openedAt: string;
  closedAt: string;
  place: string;
  heading: string;
  words: string;
  victims: PilotPerson[];
  perpetrators: PilotPerson[];
  caseNeeds: string[];
};

const asbo = (startsOn: string): PilotOrder => ({ type: "asbo", startsOn, endsOn: `${Number(startsOn.slice(0, 4)) + 2}${startsOn.slice(4)}` });
const abc = (startsOn: string): PilotOrder => ({ type: "acceptable_behaviour_contract", startsOn, endsOn: "2012-10-31" });
const gna = (startsOn: string): PilotOrder => ({ type: "good_neighbour_agreement", startsOn, endsOn: "2012-12-31" });
const dbo = (startsOn: string): PilotOrder => ({ type: "drinking_banning_order", startsOn, endsOn: "2013-03-31" });

export const pilotCaseload: PilotCase[] = [
  {
    openedAt: "2011-09-05T10:20:00+01:00", closedAt: "2012-11-14T15:00:00Z", place: "4 Grebe Close", heading: "nuisance_neighbours",
    words: "Shouting and banging through the wall most nights, and threats when asked to stop.",
    victims: [
      { givenName: "Doreen", familyName: "Tansley", bornOn: "1949-02-11", needs: ["mental_health", "alcohol_misuse"] },
      { givenName: "Wilf", familyName: "Tansley", bornOn: "1946-07-30", needs: ["mental_health"] },
    ],
    perpetrators: [
      { givenName: "Gary", familyName: "Thrussell", bornOn: "1975-05-02", needs: ["alcohol_misuse", "adult_offender"], orders: [asbo("2011-12-12")] },
      { givenName: "Kev", familyName: "Thrussell", bornOn: "1978-01-19", needs: ["alcohol_misuse", "adult_offender", "drug_misuse"], orders: [asbo("2011-12-12")] },
    ],
    caseNeeds: ["homelessness"],
  },
  {
    openedAt: "2011-10-17T14:05:00+01:00", closedAt: "2013-02-05T11:00:00Z", place: "Horsefair", heading: "street_drinking",
    words: "A group drinking by the bus stands from midday, shouting at people who pass.",
    victims: [{ givenName: "Ivy", familyName: "Pratt", bornOn: "1938-12-03", needs: ["mental_health"] }],
    perpetrators: [
      { givenName: "Andrius", familyName: "Petkus", bornOn: "1970-08-21", needs: ["alcohol_misuse", "adult_offender", "mental_health"], orders: [asbo("2012-01-16"), dbo("2012-02-01")] },
      { givenName: "Lee", familyName: "Cobbold", bornOn: "1968-03-08", needs: ["alcohol_misuse", "adult_offender", "mental_health", "drug_misuse"], orders: [asbo("2012-01-16")] },
      { givenName: "Tony", familyName: "Marsden", bornOn: "1972-11-27", needs: ["alcohol_misuse", "adult_offender", "mental_health"], orders: [asbo("2012-03-05")] },
      { givenName: "Ray", familyName: "Sharpe", bornOn: "1965-06-14", needs: ["alcohol_misuse", "mental_health", "drug_misuse"], orders: [dbo("2012-02-01"), gna("2012-03-12")] },
    ],
    caseNeeds: ["homelessness"],
  },
  {
    openedAt: "2011-11-21T09:40:00Z", closedAt: "2012-12-03T16:30:00Z", place: "11 Peat Cutter Way", heading: "rowdy_behaviour",
    words: "Teenagers gather outside one house every evening, call out, and throw eggs and stones.",
    victims: [
      { givenName: "Carol", familyName: "Housden", bornOn: "1971-04-04", needs: ["mental_health"] },
      { givenName: "Jamie", familyName: "Housden", bornOn: "1997-09-15", needs: ["bullied_young_person", "childrens_social_care"] },
      { givenName: "Chloe", familyName: "Housden", bornOn: "1999-01-22", needs: ["bullied_young_person"] },
    ],
    perpetrators: [
      { givenName: "Dale", familyName: "Frost", bornOn: "1996-02-10", needs: ["childrens_social_care", "young_person_offending"], orders: [asbo("2012-05-14"), abc("2012-01-09")] },
      { givenName: "Ryan", familyName: "Leeder", bornOn: "1996-10-01", needs: ["childrens_social_care", "young_person_offending"], orders: [asbo("2012-05-14"), abc("2012-01-09")] },
      { givenName: "Kyle", familyName: "Barker", bornOn: "1997-05-18", needs: ["childrens_social_care", "young_person_offending"], orders: [abc("2012-01-09")], family: "Barker household" },
    ],
    caseNeeds: [],
  },
  {
    openedAt: "2012-01-23T11:15:00Z", closedAt: "2012-10-22T10:00:00+01:00", place: "7 Brickpit Row", heading: "nuisance_neighbours",
    words: "One family is followed and called names by children from three houses; a window was broken.",
    victims: [
      { givenName: "Sandra", familyName: "Munns", bornOn: "1968-08-08", needs: ["mental_health"] },
      { givenName: "Aaron", familyName: "Munns", bornOn: "1998-03-29", needs: ["bullied_young_person"] },
    ],
    perpetrators: [
      { givenName: "Jade", familyName: "Setchell", bornOn: "1996-12-12", needs: ["childrens_social_care", "young_person_offending"], orders: [abc("2012-02-20")], family: "Setchell household" },
      { givenName: "Liam", familyName: "Setchell", bornOn: "1998-06-06", needs: ["childrens_social_care", "young_person_offending"], orders: [abc("2012-02-20")], family: "Setchell household" },
      { givenName: "Connor", familyName: "Rudd", bornOn: "1997-07-07", needs: [], orders: [abc("2012-02-20")], family: "Rudd household" },
    ],
    caseNeeds: ["learning_difficulty"],
  },
  {
    openedAt: "2012-02-13T16:30:00Z", closedAt: "2013-01-15T14:00:00Z", place: "15 Sluice Keeper Road", heading: "animal_problems",
    words: "Dogs loose in the shared yard day and night; an older couple no longer goes out.",
    victims: [
      { givenName: "Alf", familyName: "Negus", bornOn: "1934-05-25", needs: ["poor_health", "adult_social_care_referral"] },
      { givenName: "Edna", familyName: "Negus", bornOn: "1937-10-10", needs: ["poor_health"] },
    ],
    perpetrators: [
      { givenName: "Dean", familyName: "Fysh", bornOn: "1980-02-02", needs: ["alcohol_misuse", "mental_health"], orders: [abc("2012-03-26"), gna("2012-03-26")] },
      { givenName: "Tracey", familyName: "Fysh", bornOn: "1982-12-30", needs: ["alcohol_misuse", "animal_welfare", "drug_misuse"], orders: [abc("2012-03-26"), gna("2012-03-26")] },
      { givenName: "Mick", familyName: "Oakley", bornOn: "1961-09-09", needs: ["alcohol_misuse", "animal_welfare"], orders: [gna("2012-04-16")] },
      { givenName: "Pauline", familyName: "Oakley", bornOn: "1963-01-31", needs: ["animal_welfare"], orders: [gna("2012-04-16")] },
    ],
    caseNeeds: [],
  },
  {
    openedAt: "2012-03-19T10:50:00Z", closedAt: "2012-12-17T12:00:00Z", place: "2 Old Skating Lane", heading: "rowdy_behaviour",
    words: "Two brothers with learning disabilities are mocked and robbed of small change on the way to the shop.",
    victims: [
      { givenName: "Peter", familyName: "Gathercole", bornOn: "1979-11-11", needs: ["learning_disability"] },
      { givenName: "Paul", familyName: "Gathercole", bornOn: "1983-04-17", needs: ["learning_disability"] },
    ],
    perpetrators: [
      { givenName: "Reece", familyName: "Dack", bornOn: "1995-09-20", needs: [], orders: [abc("2012-04-23")] },
      { givenName: "Ashley", familyName: "Dack", bornOn: "1997-03-03", needs: [], orders: [abc("2012-04-23")] },
      { givenName: "Jordan", familyName: "Plumb", bornOn: "1996-08-14", needs: [], orders: [abc("2012-04-23")] },
    ],
    caseNeeds: [],
  },
  {
    openedAt: "2012-04-30T13:25:00+01:00", closedAt: "2013-03-11T09:30:00Z", place: "20 Lighterman Close", heading: "noise",
    words: "Parties from Thursday to Sunday; fights in the front gardens; a boy next door is waited for after school.",
    victims: [
      { givenName: "Hayley", familyName: "Bird", bornOn: "1985-06-23", needs: ["mental_health"] },
      { givenName: "Tom", familyName: "Bird", bornOn: "2001-02-14", needs: ["bullied_young_person"] },
    ],
    perpetrators: [
      { givenName: "Shane", familyName: "Gotobed", bornOn: "1977-07-16", needs: ["domestic_abuse"], orders: [gna("2012-05-28")] },
      { givenName: "Kelly", familyName: "Wool", bornOn: "1981-10-05", needs: ["domestic_abuse"], orders: [gna("2012-05-28")] },
    ],
    caseNeeds: [],
  },
];
