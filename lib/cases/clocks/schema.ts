import { z } from "zod";
import { id, version } from "../../format/fields";
import { text } from "../../format/text";
import { clockSchema } from "../page/schema";

const day = z.iso.date("Enter a real day");
const why = text({ max: 500, ask: "Say why it must wait", what: "The reason" });

export const pauseClockInput = z.strictObject({
  caseId: id("Open the case again"),
  clockId: id("Choose a clock from the list"),
  version: version(),
  until: day,
  reason: why,
});

export const resumeClockInput = z.strictObject({
  caseId: id("Open the case again"),
  clockId: id("Choose a clock from the list"),
  version: version(),
});

export const superviseInput = z.strictObject({
  caseId: id("Open the case again"),
  note: text({ max: 2000, ask: "Say what you looked at and what you agreed", what: "The review" }),
});

/** One clock that runs: what it waits for, since when, and who was told that it ran out. */
const runningClockSchema = z.object({
  clockId: z.string(),
  version: z.number(),
  name: z.string(),
  label: z.string(),
  /** The action or the service it is about; empty for the case's own. */
  about: z.string(),
  waitsFor: z.string(),
  startedWords: z.string(),
  due: clockSchema,
  isLate: z.boolean(),
  /** The standard it is due by, where it has one of its own: "within 2 working days, by amber". */
  standardWords: z.string(),
  /** Who is told next, and when; empty when all were told. */
  nextWords: z.string(),
  told: z.array(z.object({ step: z.number(), words: z.string() })),
  pause: z.object({ untilWords: z.string(), reason: z.string(), byName: z.string() }).nullable(),
  mayPause: z.boolean(),
  /** Why it may not stand still; empty where it may. */
  pauseRefusal: z.string(),
});
export type RunningClockView = z.infer<typeof runningClockSchema>;

const pastClockSchema = z.object({ clockId: z.string(), label: z.string(), about: z.string(), words: z.string(), wasLate: z.boolean() });

/** The clocks of a case, those that run by their due time, and those that stopped lately. */
export const clocksViewSchema = z.object({
  running: z.array(runningClockSchema),
  past: z.array(pastClockSchema),
  maySupervise: z.boolean(),
  superviseRefusal: z.string(),
  today: z.string(),
  lastPauseDay: z.string(),
});
export type ClocksView = z.infer<typeof clocksViewSchema>;
