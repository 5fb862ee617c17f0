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
async function moveClock(db: PrismaClient, instant: Date): Promise<void> {
  await db.$executeRaw`INSERT INTO "ClockOffset" (id, "offsetMs") VALUES (1, round(extract(epoch FROM ${instant}::timestamptz - clock_timestamp()) * 1000))
    ON CONFLICT (id) DO UPDATE SET "offsetMs" = excluded."offsetMs"`;
}

/** Lets the true time be the time again. */
export async function restoreClock(db: PrismaClient): Promise<void> {
  await db.$executeRaw`UPDATE "ClockOffset" SET "offsetMs" = 0 WHERE id = 1`;
}

type Told = { name: string; story: Story; next: Date };

/**
 * Tells stories side by side in the order of their moments, so that references, the log and the audit stand in the
 * order of time. The clock is moved for each moment, and is the true one again afterwards, however it ends.
 */
export async function tellStories(db: PrismaClient, stories: ReadonlyMap<string, Story>, onMoment: (at: Date) => void = () => undefined): Promise<void> {
  try {
    const waiting = await begin(stories);
    let reached = { clock: 0, since: performance.now() };
    for (let told = earliest(waiting); told; told = earliest(waiting)) {
      // Work takes time: what was meant for a moment that has passed meanwhile happens now.
      const at = new Date(Math.max(told.next.getTime(), reached.clock + Math.ceil(performance.now() - reached.since)));
      reached = { clock: at.getTime(), since: performance.now() };
      await moveClock(db, at);
      onMoment(at);
      if (!(await goOn(told))) waiting.splice(waiting.indexOf(told), 1);
    }
  } finally {
    await restoreClock(db);
  }
}

async function begin(stories: ReadonlyMap<string, Story>): Promise<Told[]> {
  const waiting: Told[] = [];
  for (const [name, story] of stories) {
    const told = { name, story, next: new Date(0) };
    if (await goOn(told)) waiting.push(told);
  }
  return waiting;
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
