import { z } from "zod";
import { command } from "../../platform/command";
import { Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { writeEntry } from "../log/commands";
import { standingOn } from "../visibility";
import { closureRefusals } from "./labels";
import { mayCloseCase } from "./policy";
import { closeCaseInput } from "./schema";

/** Ends the case for every agency; orders in force stay in force. Refused while an action is open, so that no agency's work is dropped, and before it was assessed. */
export const closeCase = command({
  name: "case.close",
  summary: "Closes a case with an outcome.",
  input: closeCaseInput,
  output: z.object({ caseId: z.string() }),
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId),
  allow: mayCloseCase,
  words: closureRefusals,
  run: async ({ tx, actor, input, subject: asbCase, now }) => {
    if (asbCase.status === "closed") throw new Refused("already-closed");
    if (asbCase.status === "intake") throw new Refused("not-assessed");
    const openActions = await tx.sharedAction.count({ where: { caseId: asbCase.caseId, status: { notIn: ["done", "cancelled"] } } });
    if (openActions > 0) throw new Refused("open-actions");
    const outcome = await tx.code.findUnique({ where: { list_code: { list: "case_outcome", code: input.outcome } } });
    if (!outcome) throw new Refused("unknown-outcome");
    await updateAtVersion(tx.case, asbCase.caseId, input.version, { status: "closed", closedAt: now, outcome: input.outcome, nextContactAt: null, nextReviewAt: null });
    await writeEntry({ tx, actor, now }, { caseId: asbCase.caseId, kind: "state", body: `Closed: ${outcome.label}. ${input.reason}`, data: { to: "closed", outcome: input.outcome } });
    return { result: { caseId: asbCase.caseId }, audit: { caseId: asbCase.caseId } };
  },
});
