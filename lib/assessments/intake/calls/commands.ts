import { z } from "zod";
import { command } from "../../../platform/command";
import { NotFound, Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { mayTakeReports } from "../../../reports/policy";
import { writeEntry, type Doing } from "../../../cases/log/commands";
import { visibleCases } from "../../../cases/visibility";
import { intakeRefusals } from "../labels";
import { callMadeInput } from "../triage/schema";

type Call = { id: string; caseId: string; name: string; doneAt: Date | null };

/** A call that the actor may tick off: listed when they opened the case, in the last 24 hours. Else NotFound. */
async function findOwnCall({ tx }: Doing, callId: string): Promise<Call> {
  const [call] = await tx.$queryRaw<Call[]>`SELECT id, "caseId", name, "doneAt" FROM "DutyCall" WHERE id = ${callId}::uuid AND listed_in_my_opening("caseId", "createdAt")`;
  if (!call) throw new NotFound();
  return call;
}

/** Ticks off a call that the member was asked to make when they took a report, with what was said: also for a call taker, who reads no cases. Refused when it was ticked before. */
export const tickCallOfReport = command({
  name: "report.callMade",
  summary: "Ticks off a call that a saved report asked for, with what was said.",
  input: callMadeInput,
  output: z.object({ callId: z.string() }),
  load: ({ tx, actor, now, input }) => findOwnCall({ tx, actor, now }, input.callId),
  allow: (actor) => mayTakeReports(actor),
  words: intakeRefusals,
  run: async ({ tx, actor, now, input, subject: call }) => {
    if (call.doneAt) throw new Refused("already-rung");
    await updateAtVersion(tx.dutyCall, call.id, input.version, { doneAt: now, doneById: actor.memberId, note: input.note });
    // A call taker writes no log; the call itself shows on the case as made, with their note.
    const reaches = await tx.case.count({ where: { AND: [{ id: call.caseId }, visibleCases(actor, now, "contribute")] } });
    if (reaches > 0) await writeEntry({ tx, actor, now }, { caseId: call.caseId, kind: "duty_call", body: `Rang ${call.name}. ${input.note}`, data: { dutyCallId: call.id } });
    return { result: { callId: call.id }, audit: { caseId: call.caseId, detail: { dutyCallId: call.id } } };
  },
});
