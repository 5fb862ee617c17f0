import { unsettledOn, finishes } from "../casework/actions";
import { answersFor, wholeAnswers } from "../casework/answers";
import { hoursAfter, type County } from "../casework/county";
import type { CaseHand } from "../casework/hand";
import { Pace } from "../casework/pace";
import { takesReport } from "../casework/reports";
import type { Story } from "../driver";
import { asked } from "./asking";
import { contactSteps, noteSteps } from "./logging";
import { openPlanned, reportWords } from "./opening";
import type { Plan } from "./plan";
import { between, type Playing, type Step } from "./playing";
import { closings, fresh, rung } from "./sentences";

/** One case of the county from its report to today, or to its closing. */
export async function* countyCase(county: County, plan: Plan): Story {
  const pace = new Pace(county);
  const openedAt = openingTime(county, plan, pace);
  yield openedAt;
  const hand = await openPlanned(county, plan, openedAt);
  const closesOn = plan.closedAfter === null ? null : county.workdayAgo(plan.daysAgo - plan.closedAfter, plan.chance.time(10, 16));
  const playing: Playing = { county, plan, hand, openedAt, endsAt: closesOn ?? county.now, used: new Set() };
  for (const step of await stepsOf(playing)) {
    yield pace.on(step.at);
    await step.do();
  }
  if (closesOn) yield* closing(playing, pace, closesOn);
}

function openingTime(county: County, { chance, daysAgo, taker }: Plan, pace: Pace): Date {
  return taker === "Callum Reid" ? pace.day(daysAgo, chance.happens(0.3) ? chance.time(6, 8) : chance.time(17, 23)) : pace.workday(daysAgo, chance.time(9, 16));
}

async function stepsOf(playing: Playing): Promise<Step[]> {
  const { openedAt, endsAt } = playing;
  const steps = [...redSteps(playing), ...(await contactSteps(playing)), ...noteSteps(playing), ...asked(playing), ...againSteps(playing), ...reviewSteps(playing)];
  return steps.filter(({ at }) => at > openedAt && at < hoursAfter(endsAt, -2)).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function redSteps({ plan, hand, openedAt, used }: Playing): Step[] {
  if (plan.rag !== "red") return [];
  return [{ at: hoursAfter(openedAt, plan.chance.between(1, 3)), do: () => hand.rings(plan.officer, (name) => `${name} ${fresh(plan.chance, rung, used)}`) }];
}

/** Sometimes they report again, and it joins the case. */
function againSteps(playing: Playing): Step[] {
  const { county, plan, hand, openedAt, endsAt, used } = playing;
  const { chance, problem, victims, place, officer } = plan;
  if (!chance.happens(0.13) || problem.where !== "home") return [];
  const at = between(playing, openedAt, endsAt);
  return [{
    at,
    do: async () => {
      const victim = await hand.party(victims[0]!.fullName);
      await takesReport(county, officer, { at, hoursBefore: chance.between(8, 40), placeId: place.id, whatHappened: `Again: ${reportWords(plan).replace(/^./, (letter) => letter.toLowerCase())}`, nsirHeading: problem.heading, nsirQualifier: problem.qualifier, affected: [{ personId: victim.personId, livesHere: true }], outcome: { kind: "join_case", caseId: hand.caseId } });
      await hand.rings(officer, (name) => `${name} ${fresh(chance, rung, used)}`);
    },
  }];
}

const reviewEvery = { red: 14, amber: 28, green: 56 } as const;

/** The last review, near enough to today that the next is still to come; now and then it has been missed. */
function reviewSteps(playing: Playing): Step[] {
  const { county, plan, hand, endsAt } = playing;
  const { chance, rag, daysAgo, closedAfter } = plan;
  if (closedAfter !== null || daysAgo < reviewEvery[rag]) return [];
  const late = chance.happens(0.08);
  const days = late ? reviewEvery[rag] + chance.between(1, 6) : chance.between(1, Math.min(reviewEvery[rag] - 3, daysAgo - 2));
  const at = county.workdayAgo(days, chance.time(10, 16));
  if (at >= endsAt) return [];
  return [{ at, do: () => reviewed(playing, hand) }];
}

async function reviewed({ plan }: Playing, hand: CaseHand): Promise<void> {
  const { chance, problem, officer, victims, place, hate } = plan;
  const key = problem.where === "open" ? "PCI" as const : "VRA" as const;
  const about = key === "PCI" ? { placeId: place.id } : await hand.party(victims[0]!.fullName);
  const { answers } = sampledClear(plan, key, hate === "yes" ? { V2: "yes", H1: "weekly" } : {});
  await hand.assess(officer, about, { templateKey: key, answers: { ...answers, ...(key === "VRA" ? { S2: [chance.pick(["none", "health", "vs"])] } : {}) }, factors: [], source: chance.pick(["phone", "in_person"]), purpose: "review" });
}

// Well inside its colour, so that nobody need judge where it lies.
function sampledClear({ chance, rag }: Plan, key: "VRA" | "PCI", named: Record<string, string>) {
  for (;;) {
    const sampled = answersFor(chance, key, rag, key === "VRA" ? named : {});
    if (!sampled.isBorderline) return sampled;
  }
}

const settled = ["Done before the case was closed.", "Looked at once more at the end: nothing further.", "Finished, and the family told.", "Closed off with the case; nothing left to do."];

async function* closing(playing: Playing, pace: Pace, closesOn: Date): Story {
  const { county, plan, hand } = playing;
  const { chance, officer, place, outcome } = plan;
  yield pace.on(hoursAfter(closesOn, -1));
  for (const { id, ownerAgencyId } of await unsettledOn(hand)) await finishes(hand, await workerOf(county, ownerAgencyId), id, chance.pick(settled));
  const asked = await hand.victims();
  if (asked.length === 0) await hand.assess(officer, { placeId: place.id }, { templateKey: "PCI", purpose: "closure", source: "records", answers: wholeAnswers("PCI", { R1: "working" }) });
  for (const victim of asked) await hand.assess(officer, victim, { purpose: "closure", source: "phone", factors: [], answers: wholeAnswers("VRA", { H4: "known", V1: ["household"], I1: "little" }) });
  yield pace.on(closesOn);
  await hand.close(officer, outcome, chance.pick(closings[outcome as keyof typeof closings]));
}

async function workerOf(county: County, agencyId: string): Promise<string> {
  const found = await county.db.member.findFirstOrThrow({ where: { agencyId, roles: { has: "practitioner" } }, orderBy: { name: "asc" }, select: { name: true } });
  return found.name;
}
