import { z } from "zod";
import { id, version } from "@/lib/format/fields";
import { text } from "@/lib/format/text";

/** Something said or seen that overrides any score, recorded at any time by anyone on the case. */
export const recordTriggerInput = z.strictObject({
  caseId: id("Choose a case"),
  key: z.string({ error: "Select what was said or seen" }).regex(/^T\d{1,2}$/, "Select what was said or seen"),
  involvementId: id("Choose whom it is about").nullish(),
  note: text({ max: 4000, ask: "Enter what was said or seen, in their words where you can", what: "What was said or seen" }),
});
export type RecordTriggerInput = z.input<typeof recordTriggerInput>;

export const endTriggerInput = z.strictObject({
  caseId: id("Choose a case"),
  triggerId: id("Choose what to end"),
  version: version(),
  reason: text({ max: 1000, ask: "Enter why it can end", what: "The reason" }),
  /** For a hate trigger: that the hate pathway is closed, with what came of it as the reason. */
  isHatePathwayClosed: z.boolean({ error: "Say whether the hate pathway is closed" }).default(false),
});
export type EndTriggerInput = z.input<typeof endTriggerInput>;
