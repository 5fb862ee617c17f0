import { hoursAfter, workdayAfter } from "../casework/county";
import { between, type Playing, type Step } from "./playing";
import { fresh, leadNotes, partnerNotes, placeNotes, placeWords, theirSide, theirSideYoung, theirWords } from "./sentences";
import { agenciesOf, workers } from "./staff";

const every = { red: 7, amber: 14, green: 28 } as const;

/** The calls to whoever is affected: the first in its time, and the last near enough to today that most next ones are still to come. */
export async function contactSteps(playing: Playing): Promise<Step[]> {
  const { county, plan, openedAt, endsAt } = playing;
  const { chance, rag, closedAfter, daysAgo } = plan;
  const first = rag === "red" ? hoursAfter(openedAt, chance.between(4, 20)) : workdayAfter(openedAt, rag === "amber" ? 1 : chance.between(2, 4), chance.time(10, 16));
  const isYoungCase = daysAgo <= 2;
  const steps = isYoungCase && chance.happens(0.6) ? [] : [first];
  const last = closedAfter === null ? county.workdayAgo(lastContactDay(playing), chance.time(9, 16)) : between(playing, openedAt, endsAt);
  if (last > hoursAfter(first, 20)) steps.push(last);
  return steps.map((at, position) => ({ at, do: () => contact(playing, at, position === steps.length - 1) }));
}

// One in eight has been left too long: that is what the list of what is late is for.
function lastContactDay({ plan: { chance, rag, daysAgo } }: Playing): number {
  const late = chance.happens(0.12);
  return Math.min(daysAgo, late ? every[rag] + chance.between(1, 5) : chance.between(0, every[rag] - 1));
}

async function contact({ county, plan, hand, used }: Playing, at: Date, isLast: boolean): Promise<void> {
  const { chance, rag, officer, victims, caller, problem } = plan;
  const who = victims[0]?.fullName ?? caller?.fullName;
  if (!who) return;
  const party = await hand.party(who);
  if (!isLast && chance.happens(0.15)) return hand.contact(officer, party, { type: "failed_attempt", next: workdayAfter(at, 1, "10:30") });
  const impact = chance.weighted([["better", rag === "green" ? 45 : 25], ["same", 45], ["worse", rag === "red" ? 35 : 15]] as const);
  const type = chance.weighted([["phone_out", 62], ["visit", problem.where === "home" ? 25 : 8], ["phone_in", 8]] as const);
  const body = fresh(chance, (problem.where === "home" ? theirWords : placeWords)[impact], used);
  // A few are due on the very day, whatever day of the week it is.
  const isToday = isLast && plan.closedAfter === null && at < county.daysAgo(0, "00:01") && chance.happens(0.08);
  const next = isToday ? county.inDays(0, chance.time(9, 17)) : workdayAfter(at, every[rag] - (chance.happens(0.3) ? 1 : 0), chance.time(9, 16));
  await hand.contact(officer, party, { type, impact, next, body, ...(chance.happens(0.6) ? { safeHonoured: true } : {}) });
}

/** What the lead and its partners write between the calls. */
export function noteSteps(playing: Playing): Step[] {
  const { plan, openedAt, endsAt } = playing;
  const { chance, rag, closedAfter } = plan;
  const count = chance.weighted([[0, rag === "green" ? 40 : 12], [1, 35], [2, 30], [3, rag === "green" ? 4 : 18]] as const);
  // A closed case was written while it was worked, not evenly over the months.
  const until = closedAfter === null ? endsAt : new Date(openedAt.getTime() + (endsAt.getTime() - openedAt.getTime()) * 0.6);
  return Array.from({ length: count }, () => ({ at: between(playing, openedAt, until), do: () => note(playing) }));
}

const kindOf: Record<string, keyof typeof partnerNotes> = {
  "mental-health-trust": "health", "victim-service": "victim", "county-adults": "social_care", "peterborough-adults": "social_care", "county-children": "social_care", "county-youth-justice": "youth", treatment: "treatment",
};

async function note(playing: Playing): Promise<void> {
  const { county, plan, hand, used } = playing;
  const { chance, officer, area, problem, responsible } = plan;
  const { council, police, landlord } = agenciesOf[area]!;
  const grants = await county.db.grant.findMany({ where: { caseId: hand.caseId, revokedAt: null, level: "contribute" }, select: { agency: { select: { code: true } } }, orderBy: { agency: { code: "asc" } } });
  const partners = grants.map(({ agency }) => agency.code).filter((code) => workers[code]);
  if (partners.length > 0 && chance.happens(0.5)) {
    const code = chance.pick(partners);
    const kind = kindOf[code] ?? (code === police ? "police" : code === council ? "council" : code === landlord ? "housing" : "council");
    return hand.informs(workers[code]![0]!, fresh(chance, partnerNotes[kind]!, used));
  }
  const named = responsible.find(({ age }) => age !== null);
  if (named && chance.happens(0.4)) return hand.contact(officer, await hand.party(named.fullName), { type: chance.pick(["visit", "phone_out", "met"]), body: fresh(chance, named.age! < 18 ? theirSideYoung : theirSide, used) });
  if (chance.happens(0.12)) return hand.decides(officer, chance.pick(decisions), chance.pick(reasons));
  return hand.note(officer, fresh(chance, problem.where === "home" ? leadNotes : placeNotes, used));
}

const decisions = ["Talk first, paper second: mediation offered before any notice.", "Warning to be served if there is one more dated entry.", "Stays with this officer through the winter; no handing on.", "Both households get the same letter on the same day.", "No camera: it would tell everyone who asked for it."];
const reasons = ["They will live beside each other whatever we do.", "A notice that fails is worse than none.", "They have told it three times already.", "Neither side can then say that we took the other's.", "The risk of being known outweighs what it might show."];
