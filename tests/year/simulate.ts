import { recordTrigger } from "../../lib/assessments/triggers/commands";
import { londonClock } from "../../lib/format/dates";
import { tickDutyCall } from "../../lib/cases/duty/commands";
import { Chance } from "../access/random";
import { asOwner, setClock } from "../support/database";
import { agencyCoded, loadTestCounty, memberNamed } from "../support/county";
import { answers, aReport, take } from "../support/factories-reports";
import { doTask } from "../support/worker";
import { type Figure, figuresOf } from "./figures";

export type Year = {
  reports: number;
  seed: number;
  days: number;
  /** Without it nobody is told by the worker: the figures must then show it. */
  hasWorker?: boolean;
};

type Event = { at: number; what: () => Promise<void> };

const minute = 60_000;
const hour = 60 * minute;
/** The worker looks every five minutes, as its timetable says. */
const every = 5 * minute;
/** The county's agreement lasts to the end of next year, and its members begin today: a year from tomorrow lies within. */
const begins = Math.ceil(Date.now() / (24 * hour)) * 24 * hour;

const some = { H1: "most_days", V3: "yes" };
const more = { ...some, H5: "past", S1: "alone", I2: "both" };

/** What is told of in a report that begins a case, how often, and what its answers come to: green, amber, red, and what cannot wait. */
const kinds = [
  { upTo: 0.4, answers: some, triggers: [] },
  { upTo: 0.7, answers: more, triggers: [] },
  { upTo: 0.88, answers: { ...more, H2: "yes", H3: "yes", H4: "known", V1: ["me"], I1: "extreme", I4: "routine" }, triggers: [] },
  { upTo: 1, answers: null, triggers: ["T1", "T2", "T3"] },
];

/** How those who should ring behave: at once, late, when a supervisor was told, or never. */
const manners = [{ upTo: 0.3, after: [10, 100] }, { upTo: 0.6, after: [125, 235] }, { upTo: 0.8, after: [245, 900] }] as const;

/**
 * A simulated year: reports by day and night through the real commands, the worker's real tasks on their timetable, and
 * people of whom some ring at once, some late, some only when a supervisor was told, and some never.
 */
export async function simulateYear({ reports, seed, days, hasWorker = true }: Year): Promise<Figure[]> {
  const since = Date.now();
  await loadTestCounty();
  const year = new Simulation(new Chance(seed), hasWorker);
  await year.run(reports, days);
  return figuresOf({ minutes: (Date.now() - since) / 60_000, reports, ...year.dayAndNight });
}

class Simulation {
  private events: Event[] = [];
  private places: string[] = [];
  private takers: string[] = [];
  private police = "";
  private lookedAt = 0;
  private reached = 0;
  private readonly quiet: string[] = [];
  readonly dayAndNight = { day: 0, night: 0 };

  constructor(private readonly chance: Chance, private readonly hasWorker: boolean) {}

  async run(reports: number, days: number): Promise<void> {
    this.places = (await asOwner<{ id: string }>(`SELECT p.id FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = 'FEN' AND p.kind = 'address' ORDER BY p.uprn LIMIT 500`)).map(({ id }) => id);
    this.takers = await Promise.all(["Priya Shah", "Jo Ellwood", "Beth Sallow", "Callum Reid"].map(memberNamed));
    this.police = await agencyCoded("police-fenland");
    for (let n = 0; n < reports; n += 1) this.plan(begins + this.chance.below(days * 24 * 60) * minute, () => this.aReport());
    for (let next = this.next(); next; next = this.next()) {
      await this.lookUntil(next.at);
      await this.moveTo(next.at);
      await next.what();
    }
    await this.lookUntil(this.reached + 24 * hour);
  }

  private plan(at: number, what: () => Promise<void>): void {
    this.events.push({ at, what });
  }

  /** The earliest of what is still to happen. */
  private next(): Event | undefined {
    let first = 0;
    for (let n = 1; n < this.events.length; n += 1) if (this.events[n]!.at < this.events[first]!.at) first = n;
    return this.events.splice(first, 1)[0];
  }

  /** Time never goes back, and work takes some of its own. */
  private async moveTo(at: number): Promise<void> {
    this.reached = Math.max(this.reached, at);
    await setClock(new Date(this.reached));
  }

  /** The worker's turns until a moment. Those at which no clock asks to be looked at would do nothing, and are left out. */
  private async lookUntil(moment: number): Promise<void> {
    for (;;) {
      const [row] = await asOwner<{ at: Date | null }>(`SELECT min("tellAt") AS at FROM "Clock" WHERE "stoppedAt" IS NULL`);
      if (!this.hasWorker || !row?.at) return;
      const turn = Math.max(Math.ceil(row.at.getTime() / every) * every, this.lookedAt + every);
      if (turn > moment) return;
      this.lookedAt = turn;
      await this.moveTo(turn);
      await doTask("escalate-clocks");
    }
  }

  private async aReport(): Promise<void> {
    const { chance } = this;
    const taker = chance.one(this.takers);
    const common = { placeId: chance.one(this.places), confirmedNew: true, whatHappened: "Shouting and banging on the wall until four in the morning." };
    // Most of what is reported is settled without a case.
    if (chance.is(0.7)) return void (await take(taker, aReport(common)));
    const roll = chance.number();
    const { answers: told, triggers } = kinds.find(({ upTo }) => roll < upTo)!;
    const taken = await take(taker, aReport({
      ...common, outcome: { kind: "new_case" }, triggers: triggers.length > 0 ? [chance.one(triggers)] : [],
      ...(told ? { assessment: { source: "phone", answers: answers(told), factors: [], confirmedTriggers: [] } } : {}),
      shareWith: chance.is(0.5) ? [this.police] : [],
    }));
    const caseId = taken.asbCase!.caseId;
    if (taken.rag === "red") return this.alerted(caseId);
    this.quiet.push(caseId);
    // Some quiet cases come to more, at any hour.
    if (chance.is(0.2)) this.plan(this.reached + chance.below(30 * 24 * 60) * minute, () => this.itGetsWorse(chance.one(this.quiet)));
  }

  private async itGetsWorse(caseId: string): Promise<void> {
    await recordTrigger.do({ member: await this.officerOf(caseId) }, { caseId, key: this.chance.one(["T1", "T2", "T3"]), note: "Said on the telephone, in the middle of the night." });
    this.alerted(caseId);
  }

  /** Somebody must be told. Whether anybody rings is up to them. */
  private alerted(caseId: string): void {
    const { hour: at } = londonClock(new Date(this.reached));
    this.dayAndNight[at >= 9 && at < 17 ? "day" : "night"] += 1;
    const roll = this.chance.number();
    const manner = manners.find(({ upTo }) => roll < upTo);
    if (manner) this.plan(this.reached + (manner.after[0] + this.chance.below(manner.after[1] - manner.after[0])) * minute, () => this.ring(caseId));
  }

  private async ring(caseId: string): Promise<void> {
    const member = await this.officerOf(caseId);
    for (const call of await asOwner<{ id: string; version: number }>(`SELECT id, version FROM "DutyCall" WHERE "caseId" = $1 AND "doneAt" IS NULL`, [caseId])) {
      await tickDutyCall.do({ member }, { caseId, dutyCallId: call.id, version: call.version, note: "Told, and they will go tonight." });
    }
  }

  private async officerOf(caseId: string): Promise<string> {
    const [row] = await asOwner<{ id: string }>(`SELECT "namedOfficerId" AS id FROM "Case" WHERE id = $1`, [caseId]);
    return row!.id;
  }
}
