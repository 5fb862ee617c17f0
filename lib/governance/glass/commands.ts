import { z } from "zod";
import { visibleGlass } from "../../cases/glass/visibility";
import { command } from "../../platform/command";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { glassReviewRefusals } from "./labels";
import { mayReviewGlass } from "./policy";
import { reviewGlassInput } from "./schema";

/** Says whether an emergency opening was justified, once, after it ended. Refused while it is open, and to the member who opened it. */
export const reviewGlass = command({
  name: "glass.review",
  summary: "Reviews an emergency opening of a case.",
  input: reviewGlassInput,
  output: z.object({ glassId: z.string() }),
  load: async ({ tx, actor, now, input }) => {
    const found = await tx.breakGlass.findFirst({ where: { AND: [{ id: input.glassId }, visibleGlass(actor, now)] }, select: { memberId: true, caseId: true, endsAt: true, endedAt: true, reviewedAt: true } });
    if (!found) throw new NotFound();
    return found;
  },
  allow: mayReviewGlass,
  words: glassReviewRefusals,
  run: async ({ tx, actor, now, input, subject: { caseId, endsAt, endedAt, reviewedAt } }) => {
    if (reviewedAt) throw new Refused("already-reviewed");
    if ((endedAt ?? endsAt) > now) throw new Refused("still-open");
    await updateAtVersion(tx.breakGlass, input.glassId, input.version, { reviewedAt: now, reviewedById: actor.memberId, finding: input.finding, reviewNote: input.note });
    return { result: { glassId: input.glassId }, audit: { caseId, detail: { finding: input.finding } } };
  },
});
