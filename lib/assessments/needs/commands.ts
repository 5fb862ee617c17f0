import { z } from "zod";
import { londonDay } from "../../format/dates";
import { mustKeepTheMove, writeEntry } from "../../cases/log/commands";
import { checkNames } from "../../cases/protecting/queries";
import { standingOn } from "../../cases/visibility";
import { command } from "../../platform/command";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import type { Tx } from "../../platform/db";
import { mayAddToRisk } from "../risk/policy";
import { needRefusals, needSourceLabels } from "./labels";
import { endNeedInput, recordNeedInput } from "./schema";

/** Records a need of somebody on the actor's side of a case, or of the case itself. Refused when it is live already. */
export const recordNeed = command({
  name: "need.record",
  summary: "Records a need of somebody on a case, or of the case itself.",
  input: recordNeedInput,
  output: z.object({ needId: z.string() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayAddToRisk,
  words: needRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const { caseId, code, source, note } = input;
    const involvementId = input.involvementId ?? null;
    const startsOn = input.startsOn ?? londonDay(now);
    if (startsOn > londonDay(now)) throw new Refused("need-in-future");
    const label = await needLabel(tx, code);
    const whose = involvementId ? await tx.involvement.findFirst({ where: { id: involvementId, caseId, endsAt: null }, select: { side: true } }) : { side: "both" as const };
    if (!whose) throw new NotFound();
    if (await tx.need.findFirst({ where: { caseId, involvementId, code, endsOn: null }, select: { id: true } })) throw new Refused("need-live");
    await mustKeepTheMove(tx, caseId, whose.side);
    const confirmed = await checkNames({ tx, actor, now }, standing, { side: whose.side, texts: [note], confirmed: input.confirmsNames });
    const { id: needId } = await tx.need.create({
      data: { caseId, involvementId, code, source, note, side: whose.side, startsOn: new Date(startsOn), recordedById: actor.memberId },
      select: { id: true },
    });
    await writeEntry({ tx, actor, now }, { caseId, kind: "need", body: `Need recorded: ${label} (${needSourceLabels[source].toLowerCase()}).${note ? `\n${note}` : ""}`, data: { ...confirmed, needId, code, involvementId }, side: whose.side });
    return { result: { needId }, audit: { caseId } };
  },
});

/** Ends a need with what has changed; it stays in the history and in what was true on a day. Refused before it began. */
export const endNeed = command({
  name: "need.end",
  summary: "Ends a need, with what has changed.",
  input: endNeedInput,
  output: z.object({ needId: z.string() }),
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const need = await tx.need.findFirst({ where: { id: input.needId, caseId: input.caseId }, select: { id: true, code: true, side: true, startsOn: true, endsOn: true, involvementId: true } });
    if (!need) throw new NotFound();
    return { ...standing, need };
  },
  allow: mayAddToRisk,
  words: needRefusals,
  run: async ({ tx, actor, now, input, subject: { need, ...standing } }) => {
    const endsOn = input.endsOn ?? londonDay(now);
    if (need.endsOn) throw new Refused("need-ended");
    if (endsOn < londonDay(need.startsOn) || endsOn > londonDay(now)) throw new Refused("need-ends-before-start");
    const confirmed = await checkNames({ tx, actor, now }, standing, { side: need.side, texts: [input.reason], confirmed: input.confirmsNames });
    await updateAtVersion(tx.need, need.id, input.version, { endsOn: new Date(endsOn) });
    await writeEntry({ tx, actor, now }, { caseId: input.caseId, kind: "need", body: `Need ended: ${await needLabel(tx, need.code)}.\n${input.reason}`, data: { ...confirmed, needId: need.id, code: need.code, involvementId: need.involvementId }, side: need.side });
    return { result: { needId: need.id }, audit: { caseId: input.caseId } };
  },
});

async function needLabel(tx: Tx, code: string): Promise<string> {
  const found = await tx.code.findUnique({ where: { list_code: { list: "need", code } }, select: { label: true } });
  if (!found) throw new Refused("no-such-need");
  return found.label;
}
