import { addDays, londonDay } from "../../../lib/format/dates";
import { accepts, asks, declines, finishes, unsettledOn } from "../casework/actions";
import { hoursAfter, workdayAfter } from "../casework/county";
import { between, type Playing, type Step } from "./playing";
import { ownTasks, requests, type Request } from "./requests";
import { workers } from "./staff";

type Fate = "done" | "accepted" | "offered" | "late" | "declined";

/** What is asked of agencies on the case, and of the lead itself, and what came of it; what a trigger or a need calls for besides. */
export function asked(playing: Playing): Step[] {
  const { county, plan, openedAt, endsAt } = playing;
  const { chance, rag, closedAfter } = plan;
  const count = chance.weighted([[0, rag === "green" ? 62 : 30], [1, 45], [2, rag === "green" ? 2 : 22]] as const);
  return [
    ...answered(playing), ...needed(playing), ...ordered(playing),
    ...Array.from({ length: count }, () => {
      const fate: Fate = closedAfter !== null ? "done" : chance.weighted([["done", 46], ["accepted", 24], ["offered", 12], ["late", 12], ["declined", 6]] as const);
      // What is still open was asked lately; what is late was due some days ago.
      const from = fate === "accepted" || fate === "offered" ? new Date(Math.max(openedAt.getTime(), county.daysAgo(7, "09:00").getTime())) : fate === "late" ? new Date(Math.max(openedAt.getTime(), county.daysAgo(20, "09:00").getTime())) : openedAt;
      return requestSteps(playing, between(playing, from, endsAt), fate);
    }).flat(),
  ];
}

function requestSteps(playing: Playing, at: Date, fate: Fate): Step[] {
  const { county, plan, hand } = playing;
  const { chance, officer, lead, problem } = plan;
  let raised: { id: string; by: string; request: Request } | null = null;
  const raise = async () => {
    const { agency, kind } = await whomToAsk(playing);
    const fitting = (kind === "own" ? ownTasks : requests[kind]!).filter(({ only }) => !only || only === problem.where);
    const request = chance.pick(fitting);
    const dueOn = fate === "late" ? laterOf(addDays(londonDay(at), chance.between(2, 6)), londonDay(at)) : fate === "done" ? addDays(londonDay(at), chance.between(4, 14)) : county.dayIn(chance.between(0, 9));
    const id = await asks(hand, officer, agency, { what: request.what, why: request.why, dueOn: laterOf(dueOn, londonDay(at)), ...(kind === "own" ? { member: officer } : {}) });
    raised = { id, by: kind === "own" ? officer : workers[agency]![0]!, request };
    if (kind === "own" && fate !== "done") raised = null;
  };
  const then = (days: number, work: (given: NonNullable<typeof raised>) => Promise<void>): Step => ({ at: workdayAfter(at, days, chance.time(10, 16)), do: async () => (raised ? work(raised) : undefined) });
  const steps: Step[] = [{ at, do: raise }];
  if (fate === "declined") steps.push(then(1, async ({ id, by, request }) => (request.declined && workers[lead]![0] !== by ? declines(hand, by, id, request.declined) : undefined)));
  if (fate === "accepted" || (fate === "late" && chance.happens(0.6))) steps.push(then(1, ({ id, by }) => accepts(hand, by, id)));
  if (fate === "done") steps.push(then(chance.between(1, 5), ({ id, by, request }) => finishes(hand, by, id, chance.pick(request.outcomes))));
  return steps;
}

const laterOf = (a: string, b: string) => (a > b ? a : b);

async function whomToAsk({ county, plan, hand }: Playing): Promise<{ agency: string; kind: string }> {
  const { chance, lead, problem } = plan;
  const grants = await county.db.grant.findMany({ where: { caseId: hand.caseId, revokedAt: null, level: "contribute" }, select: { agency: { select: { code: true, kind: true } } }, orderBy: { agency: { code: "asc" } } });
  const others = grants.map(({ agency }) => agency).filter(({ code, kind }) => workers[code] && requests[kind]?.some(({ only }) => !only || only === problem.where));
  if (others.length === 0 || chance.happens(0.2)) return { agency: lead, kind: "own" };
  const { code, kind } = chance.pick(others);
  return { agency: code, kind };
}

const answers = ["Done the same day; those on the case have been told.", "Recorded, number with the officer.", "Told and noted. Somebody goes round this evening.", "Spoken to and safe; the officer has been rung."];

/** What Hereward itself asked when a trigger was recorded is answered within the day. */
function answered({ plan, hand, openedAt }: Playing): Step[] {
  if (plan.hate !== "yes") return [];
  return [{
    at: hoursAfter(openedAt, 5),
    do: async () => {
      for (const { id, ownerAgencyId } of await unsettledOn(hand)) {
        const code = (await hand.county.db.agency.findUniqueOrThrow({ where: { id: ownerAgencyId }, select: { code: true } })).code;
        if (workers[code]) await finishes(hand, workers[code][0]!, id, plan.chance.pick(answers));
      }
    },
  }];
}

const victimNeeds = [["mental_health", 30], ["poor_health", 18], ["isolation", 18], ["physical_disability", 8], ["bereavement", 6], ["carer", 6], ["language", 4], ["learning_disability", 4], ["financial", 6]] as const;
const theirNeeds = [["alcohol_misuse", 30], ["drug_misuse", 18], ["mental_health", 20], ["adult_offender", 10], ["homelessness", 6], ["financial", 8], ["domestic_abuse", 4], ["learning_difficulty", 4]] as const;
const youngNeeds = [["young_person_offending", 40], ["childrens_social_care", 30], ["neurodivergence", 15], ["mental_health", 15]] as const;

function needed(playing: Playing): Step[] {
  const { plan, hand, openedAt, endsAt } = playing;
  const { chance, rag, victims, responsible, officer } = plan;
  const soon = new Date(Math.min(endsAt.getTime(), openedAt.getTime() + 12 * 86_400_000));
  const source = () => chance.weighted([["said", 55], ["observed", 30], ["confirmed", 15]] as const);
  const steps: Step[] = [];
  const victim = victims[0];
  if (victim && chance.happens({ red: 0.85, amber: 0.4, green: 0.08 }[rag])) {
    const code = victim.age! < 18 ? "bullied_young_person" : chance.weighted(victimNeeds);
    steps.push({ at: between(playing, openedAt, soon), do: async () => hand.need(officer, code, await hand.party(victim.fullName), source()) });
  }
  const named = responsible.find(({ age }) => age !== null);
  if (named && chance.happens({ red: 0.7, amber: 0.3, green: 0.08 }[rag])) {
    const code = named.age! < 18 ? chance.weighted(youngNeeds) : chance.weighted(theirNeeds);
    steps.push({ at: between(playing, openedAt, soon), do: async () => hand.need(officer, code, await hand.party(named.fullName), source()) });
  }
  return steps;
}

/** The step taken against, or with, whoever is said to be responsible. */
function ordered(playing: Playing): Step[] {
  const { plan, hand, openedAt, endsAt } = playing;
  const { chance, rag, responsible, officer } = plan;
  const named = responsible.find(({ age }) => age !== null);
  if (!named || !chance.happens({ red: 0.55, amber: 0.25, green: 0.05 }[rag])) return [];
  const at = between(playing, openedAt, endsAt);
  const startsOn = londonDay(at);
  const typeCode = named.age! < 16 ? "acceptable_behaviour_contract" : chance.weighted([["advice_letter", 34], ["good_neighbour_agreement", 22], ["acceptable_behaviour_contract", 20], ["community_protection_warning", 18], ["civil_injunction", 6]] as const);
  return [{ at, do: async () => void (await hand.order(officer, typeCode, { party: await hand.party(named.fullName), startsOn, endsOn: typeCode === "advice_letter" ? "" : addDays(startsOn, 182), terms: chance.pick(terms) })) }];
}

const terms = ["Quiet by eleven; callers by the front; to ring the officer before knocking next door.", "Not to speak to the household but through the officer.", "Dogs on a lead in the shared yard, and the yard cleared every day.", "Home by nine on school nights; not to gather on the wall.", "To keep appointments with the service, and to tell the officer when one is missed."];
