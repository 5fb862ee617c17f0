import { z } from "zod";
import { command } from "../platform/command";
import { writeEntry } from "../cases/log/commands";
import { standingOn } from "../cases/visibility";
import { governanceRefusals } from "./labels";
import { mayPlaceHold } from "./policy";
import { placeHoldInput } from "./schema";

/** Keeps a case's record past its retention time until the hold is ended. */
export const placeHold = command({
  name: "retention.hold",
  summary: "Places a retention hold on a case.",
  input: placeHoldInput,
  output: z.object({ holdId: z.string() }),
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId),
  allow: mayPlaceHold,
  words: governanceRefusals,
  run: async ({ tx, actor, input, now }) => {
    const hold = await tx.retentionHold.create({ data: { caseId: input.caseId, reason: input.reason, placedById: actor.memberId, placedAt: now }, select: { id: true } });
    await writeEntry({ tx, actor, now }, { caseId: input.caseId, kind: "state", body: `Kept under a retention hold: ${input.reason}`, data: { hold: hold.id } });
    return { result: { holdId: hold.id }, audit: { caseId: input.caseId } };
  },
});
