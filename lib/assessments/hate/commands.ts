import { z } from "zod";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { standingOn } from "../../cases/visibility";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { dueAt } from "../../clocks/rules";
import { command } from "../../platform/command";
import { Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { updateAtVersion } from "../../platform/versions";
import { bringContactForward } from "../case-rag/commands";
import { hateAnswered, hateQueried } from "../events";
import { hateRefusals } from "./labels";
import { mayAnswerHateQuery } from "./policy";
import { isTrainedInHate } from "./queries";
import { answerHateQueryInput, daysToContact } from "./schema";

/**
 * Keeps on the case what an answer said of hate, in the caller's transaction: it is, which answers an open question; or it
 * is not ruled out, and somebody trained must find out. What is known already is not asked again. For who sees the victim's side.
 */
export async function keepHate({ tx }: Pick<Doing, "tx">, caseId: string, flags: readonly string[]): Promise<DomainEvent[]> {
  const change = async (where: { isHate?: boolean; hateQueryOpen: boolean }, data: { isHate?: boolean; hateQueryOpen: boolean }) => (await tx.case.updateMany({ where: { id: caseId, ...where }, data })).count > 0;
  if (flags.includes("hate")) {
    if (await change({ hateQueryOpen: true }, { isHate: true, hateQueryOpen: false })) return [hateAnswered({ caseId, isHate: true })];
    await change({ isHate: false, hateQueryOpen: false }, { isHate: true, hateQueryOpen: false });
  } else if (flags.includes("hate_query") && await change({ isHate: false, hateQueryOpen: false }, { hateQueryOpen: true })) return [hateQueried({ caseId })];
  return [];
}

/** Answers an open hate query with what it rests on; the case cannot be closed while it is open. Where it is hate, contact with the victim is due within a working day. Forbidden to who is not trained; refused where none is open. */
export const answerHateQuery = command({
  name: "hate.answerQuery",
  summary: "Answers whether a case is hate, where somebody was not sure.",
  input: answerHateQueryInput,
  output: z.object({ caseId: z.string(), isHate: z.boolean() }),
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const row = await tx.case.findUniqueOrThrow({ where: { id: input.caseId }, select: { hateQueryOpen: true } });
    return { ...standing, ...row, isTrained: await isTrainedInHate(tx, actor.memberId) };
  },
  allow: mayAnswerHateQuery,
  words: hateRefusals,
  run: async ({ tx, actor, now, input: { caseId, version, isHate, reason }, subject: asbCase }) => {
    const doing = { tx, actor, now };
    if (!asbCase.hateQueryOpen) throw new Refused("no-hate-query");
    await updateAtVersion(tx.case, caseId, version, { hateQueryOpen: false, isHate });
    await writeEntry(doing, { caseId, kind: "risk", body: `${isHate ? "This is hate" : "Hate is ruled out"}: ${reason}`, data: { isHate } });
    if (isHate) await bringContactForward(doing, caseId, dueAt({ workingDays: daysToContact }, now, isBankHoliday));
    return { result: { caseId, isHate }, events: [hateAnswered({ caseId, isHate })], audit: { caseId } };
  },
});
