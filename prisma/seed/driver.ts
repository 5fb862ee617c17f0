import type { PrismaClient } from "../../lib/platform/generated/client";

/** What happens on one case: it yields each moment at which it goes on, never one before the last. */
export type Story = AsyncGenerator<Date, void, void>;

/** A failure in a story, saying which and when. */
export class StoryFailed extends Error {
  constructor(readonly story: string, readonly at: Date, cause: unknown) {
    super(`The story “${story}” failed at ${at.toISOString()}: ${describe(cause)}`, { cause });
  }
}

function describe(cause: unknown): string {
  const { rule, reason, fields, message } = cause as { rule?: string; reason?: string; fields?: unknown; message?: string };
  return [rule ?? reason, message, fields && JSON.stringify(fields)].filter(Boolean).join(" · ");
}

/** Moves the clock of everyone who asks the database, as the owner alone can. */
export async function moveClock(db: PrismaClient, instant: Date): Promise<void> {
  await db.$executeRaw`INSERT INTO "ClockOffset" (id, "offsetMs") VALUES (1, round(extract(epoch FROM ${instant}::timestamptz - clock_timestamp()) * 1000))
    ON CONFLICT (id) DO UPDATE SET "offsetMs" = excluded."offsetMs"`;
}

/** Lets the true time be the time again. */
export async function restoreClock(db: PrismaClient): Promise<void> {
  await db.$executeRaw`UPDATE "ClockOffset" SET "offsetMs" = 0 WHERE id = 1`;
}

/** A story with its name, and the area it is of: stories of one area go strictly one after another. */
export type Named = { name: string; area: string; story: Story };
type Told = Named & { next: Date };

/** Stories of other areas go on beside the earliest, when their moment is this near: two processors are kept at work, and nothing anyone can see depends on which was first. */
const besideMinutes = 40;
const besideAreas = 3;

/**
 * Tells stories in the order of their moments, so that references, the log and the audit stand in the order of time.
 * The clock is moved for each moment, and is the true one again afterwards, however it ends.
 */
export async function tellStories(db: PrismaClient, stories: readonly Named[], onMoment: (at: Date) => void = () => undefined): Promise<void> {
  try {
    let waiting = await begin(stories);
    let reached = { clock: 0, since: performance.now() };
    while (waiting.length > 0) {
      const together = besideOneAnother(waiting);
      // Work takes time: what was meant for a moment that has passed meanwhile happens now.
      const at = new Date(Math.max(together[0]!.next.getTime(), reached.clock + Math.ceil(performance.now() - reached.since)));
      reached = { clock: at.getTime(), since: performance.now() };
      await moveClock(db, at);
      onMoment(at);
      const ended = await goOnTogether(together);
      waiting = waiting.filter((told) => !ended.includes(told));
    }
  } finally {
    await restoreClock(db);
  }
}

async function begin(stories: readonly Named[]): Promise<Told[]> {
  const waiting: Told[] = [];
  for (const named of stories) {
    const told = { ...named, next: new Date(0) };
    if (await goOn(told)) waiting.push(told);
  }
  return waiting;
}

/** The earliest story, and the earliest of each other area that is near enough to it. */
function besideOneAnother(waiting: readonly Told[]): Told[] {
  const first = earliest(waiting)!;
  const until = first.next.getTime() + besideMinutes * 60_000;
  const others = [...new Set(waiting.map(({ area }) => area))].filter((area) => area !== first.area)
    .flatMap((area) => earliest(waiting.filter((told) => told.area === area)) ?? []).filter(({ next }) => next.getTime() <= until)
    .sort((a, b) => a.next.getTime() - b.next.getTime());
  return [first, ...others].slice(0, besideAreas);
}

async function goOnTogether(together: readonly Told[]): Promise<Told[]> {
  const results = await Promise.allSettled(together.map(goOn));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return together.filter((_told, position) => (results[position] as PromiseFulfilledResult<boolean>).value === false);
}

// Of equals the first told, so that the order never depends on luck.
function earliest(waiting: readonly Told[]): Told | undefined {
  return waiting.reduce<Told | undefined>((first, told) => (first && first.next <= told.next ? first : told), undefined);
}

async function goOn(told: Told): Promise<boolean> {
  try {
    const { done, value } = await told.story.next();
    if (done) return false;
    if (value < told.next) throw new RangeError(`it goes back to ${value.toISOString()}`);
    told.next = value;
    return true;
  } catch (error) {
    throw new StoryFailed(told.name, told.next, error);
  }
}
