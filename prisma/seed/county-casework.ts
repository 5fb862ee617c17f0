import { londonDay } from "../../lib/format/dates";
import type { PrismaClient } from "../../lib/platform/generated/client";
import { County } from "./casework/county";
import { planCases } from "./county-cases/plan";
import { countyCase } from "./county-cases/play";
import { waitingStories } from "./county-cases/waiting";
import { tellStories, type Story } from "./driver";
import { pilotCaseload } from "./pilot-caseload";
import { abdulsStory } from "./stories/abdul";
import { caseStudyOne } from "./stories/case-study-one";
import { caseStudyTwo } from "./stories/case-study-two";
import { marysStory } from "./stories/mary";
import { moversStory } from "./stories/mover";
import { pilotCase } from "./stories/pilot";
import { tylersStory } from "./stories/tyler";
import { wisbechPark } from "./stories/wisbech-park";

/** The Fenland caseload of 2012, on its true dates. */
function pilotStories(county: County): [string, Story][] {
  return pilotCaseload.map((pilot) => [`pilot, ${pilot.place}`, pilotCase(county, pilot)]);
}

/** Cases that somebody might open first, each with a history that shows how agencies work one together. */
function toldStories(county: County): [string, Story][] {
  return [
    ["case study one", caseStudyOne(county)], ["case study two", caseStudyTwo(county)], ["Abdul", abdulsStory(county)], ["Mary", marysStory(county)],
    ["Tyler", tylersStory(county)], ["Wisbech Park", wisbechPark(county)], ["the mover", moversStory(county)],
  ];
}

/** Loads the 2012 caseload alone. */
export async function loadPilot(db: PrismaClient): Promise<void> {
  await tellStories(db, new Map(pilotStories(await County.open(db))));
}

export type Size = {
  /** How many further cases the county has, besides those that are told. */
  cases: number;
};

/** Loads the county's casework, all of it through commands, in the order of time. Says on the way how far it has come. */
export async function loadCasework(db: PrismaClient, { cases }: Size, say: (words: string) => void = () => undefined): Promise<void> {
  const county = await County.open(db);
  const plans = planCases(county, cases);
  const stories = new Map([...pilotStories(county), ...toldStories(county), ...plans.map((plan): [string, Story] => [plan.name, countyCase(county, plan)]), ...waitingStories(county)]);
  let month = "";
  await tellStories(db, stories, (at) => {
    const reached = londonDay(at).slice(0, 7);
    if (reached === month) return;
    month = reached;
    say(`  casework of ${new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric" }).format(at)}`);
  });
}
