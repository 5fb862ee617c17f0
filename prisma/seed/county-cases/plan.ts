import type { CaseOutcome } from "../../../lib/cases/schema";
import type { Rag } from "../../../lib/clocks/schema";
import { Chance } from "../casework/chance";
import type { County, PlaceFound } from "../casework/county";
import { madeGroup, madePerson, type Made } from "./people";
import { problems, type Problem } from "./problems";
import { agenciesOf, areaWeights, workers } from "./staff";

/** What one case of the county will be, before anything of it is told. */
export type Plan = {
  name: string;
  chance: Chance;
  area: string;
  problem: Problem;
  rag: Rag;
  daysAgo: number;
  /** Days until it is closed; null while it is open. */
  closedAfter: number | null;
  outcome: CaseOutcome;
  taker: string;
  /** The agency that leads, and the officer of it. */
  lead: string;
  officer: string;
  place: PlaceFound;
  isTenancy: boolean;
  victims: Made[];
  caller: Made | null;
  responsible: Made[];
  hate: "no" | "unsure" | "yes";
};

const seed = "Hereward";

/** The plans of so many cases, oldest first; the same for the same seed and day. */
export function planCases(county: County, count: number): Plan[] {
  const taken = new Set<string>();
  const used = new Map<string, number>();
  return Array.from({ length: count }, (_, at) => planCase(county, at, taken, used)).sort((a, b) => b.daysAgo - a.daysAgo);
}

function planCase(county: County, at: number, taken: Set<string>, used: Map<string, number>): Plan {
  const chance = new Chance(`${seed} ${at}`);
  // The first few fall one to each area, so that a small county still has something everywhere.
  const area = at < areaWeights.length ? areaWeights[at]![0] : chance.weighted(areaWeights);
  const problem = chance.weighted(problems.map((one) => [one, one.weight] as const));
  const rag: Rag = chance.weighted([["red", problem.where === "home" ? 13 : 8], ["amber", 35], ["green", 53]] as const);
  const { daysAgo, closedAfter } = timesOf(chance);
  const isTenancy = problem.where === "home" && chance.happens(0.6);
  const { taker, lead } = leadOf(chance, area, isTenancy);
  return {
    name: `case ${at}, ${area}`, chance, area, problem, rag, daysAgo, closedAfter, taker, lead, isTenancy,
    outcome: chance.weighted([["behaviour_stopped", 22], ["behaviour_reduced", 25], ["no_further_reports", 24], ["mediated", 9], ["perpetrator_engaged", 9], ["perpetrator_moved", 5], ["victim_moved_wanted", 3], ["unfounded", 3]] as const),
    officer: workers[lead]!.includes(taker) ? taker : workers[lead]![0]!, place: placeFor(chance, county, area, problem, used),
    ...peopleOf(chance, county, taken, problem), hate: rag === "green" || problem.where === "open" ? "no" : chance.weighted([["no", 90], ["unsure", 5], ["yes", 5]] as const),
  };
}

// Most of a county's work is young; what is older has mostly ended.
function timesOf(chance: Chance): Pick<Plan, "daysAgo" | "closedAfter"> {
  const daysAgo = chance.weighted([[chance.between(1, 9), 17], [chance.between(10, 30), 25], [chance.between(31, 80), 24], [chance.between(81, 200), 19], [chance.between(201, 360), 15]] as const);
  const closes = daysAgo > 45 && chance.happens(daysAgo > 200 ? 0.85 : daysAgo > 80 ? 0.6 : 0.25);
  return { daysAgo, closedAfter: closes ? chance.between(30, Math.min(daysAgo - 3, 150)) : null };
}

function leadOf(chance: Chance, area: string, isTenancy: boolean): Pick<Plan, "taker" | "lead"> {
  const { council, police, landlord } = agenciesOf[area]!;
  const worker = (agency: string) => (workers[agency]![1] && chance.happens(0.35) ? workers[agency]![1]! : workers[agency]![0]!);
  const from = chance.weighted([["landlord", isTenancy ? 50 : 3], ["council", 34], ["police", 8], ["contact", 16]] as const);
  if (from === "contact") return { taker: "Callum Reid", lead: council };
  const lead = { landlord, council, police }[from];
  return { taker: worker(lead), lead };
}

/** Mostly a place of its own; now and then one that has had a case before. */
function placeFor(chance: Chance, county: County, area: string, problem: Problem, used: Map<string, number>): PlaceFound {
  const places = problem.where === "home" || chance.happens(0.4) ? county.addresses(area) : county.openPlaces(area);
  const step = used.get(area) ?? chance.between(0, 20);
  used.set(area, step + chance.between(3, 11));
  return problem.where === "home" ? places[step % places.length]! : chance.pick(places);
}

function peopleOf(chance: Chance, county: County, taken: Set<string>, problem: Problem): Pick<Plan, "victims" | "caller" | "responsible"> {
  const adult = () => madePerson(chance, county, taken, chance.weighted([[[19, 34], 24], [[35, 59], 42], [[60, 74], 20], [[75, 89], 14]] as const));
  const isHome = problem.where === "home";
  const victims = isHome ? [adult(), ...(chance.happens(0.22) ? [adult()] : [])] : [];
  if (isHome && chance.happens(0.06)) victims.unshift(madePerson(chance, county, taken, [12, 16]));
  return { victims, caller: isHome && victims[0]!.age! >= 18 ? null : adult(), responsible: responsibleOf(chance, county, taken, chance.pick(problem.by)) };
}

function responsibleOf(chance: Chance, county: County, taken: Set<string>, by: Problem["by"][number]): Made[] {
  if (by === "nobody") return [];
  if (by === "group") return [madeGroup(chance)];
  const ages = by === "young" ? [12, 17] as const : [20, 58] as const;
  const count = by === "young" ? chance.between(1, 3) : chance.happens(0.25) ? 2 : 1;
  return Array.from({ length: count }, () => madePerson(chance, county, taken, ages));
}
