import { londonDay } from "../../lib/format/dates";
import type { PrismaClient } from "../../lib/platform/generated/client";
import { County } from "./casework/county";
import { planCases } from "./county-cases/plan";
import { countyCase } from "./county-cases/play";
import { waitingStories } from "./county-cases/waiting";
import { tellStories, type Named } from "./driver";
import { pilotCaseload } from "./pilot-caseload";
import { abdulsStory } from "./stories/abdul";
import { caseStudyOne } from "./stories/case-study-one";
import { caseStudyTwo } from "./stories/case-study-two";
import { marysStory } from "./stories/mary";
import { afterTheMove, beforeTheMove } from "./stories/mover";
import { pilotCase } from "./stories/pilot";
import { tylersStory } from "./stories/tyler";
import { wisbechPark } from "./stories/wisbech-park";

/** The Fenland caseload of 2012, on its true dates. */
function pilotStories(county: County): Named[] {
  return pilotCaseload.map((pilot) => ({ name: `pilot, ${pilot.place}`, area: "FEN", story: pilotCase(county, pilot) }));
}

/** Cases that somebody might open first, each with a history that shows how agencies work one together. */
function toldStories(county: County): Named[] {
  return [
    { name: "case study one", area: "FEN", story: caseStudyOne(county) },
    { name: "case study two", area: "FEN", story: caseStudyTwo(county) },
    { name: "Abdul", area: "FEN", story: abdulsStory(county) },
    { name: "Mary", area: "PET", story: marysStory(county) },
    { name: "Tyler", area: "FEN", story: tylersStory(county) },
    { name: "Wisbech Park", area: "FEN", story: wisbechPark(county) },
    { name: "the mover, before", area: "FEN", story: beforeTheMove(county) },
    { name: "the mover, after", area: "PET", story: afterTheMove(county) },
  ];
}

/** Loads the 2012 caseload alone. */
export async function loadPilot(db: PrismaClient): Promise<void> {
  await tellStories(db, pilotStories(await County.open(db)));
}

export type Size = {
  /** How many further cases the county has, besides those that are told. */
  cases: number;
};

/** Loads the county's casework, all of it through commands, in the order of time. Says on the way how far it has come. */
export async function loadCasework(county: County, { cases }: Size, say: (words: string) => void = () => undefined): Promise<void> {
  const further = planCases(county, cases).map((plan) => ({ name: plan.name, area: plan.area, story: countyCase(county, plan) }));
  const stories = [...pilotStories(county), ...toldStories(county), ...further, ...waitingStories(county)];
  let month = "";
  await tellStories(county.db, stories, (at) => {
    const reached = londonDay(at).slice(0, 7);
    if (reached === month) return;
    month = reached;
    say(`  casework of ${new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric" }).format(at)}`);
  });
}
