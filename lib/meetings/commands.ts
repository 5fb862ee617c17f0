import { z } from "zod";
import { dayAndTime, longDay } from "../format/dates";
import { command } from "../platform/command";
import { NotFound } from "../platform/errors";
import type { DomainEvent } from "../platform/events";
import { writeEntry } from "../cases/log/commands";
import { standingOn } from "../cases/visibility";
import { actionRefusals } from "../shared-actions/labels";
import { raiseActionFor } from "../shared-actions/raising/commands";
import { meetingRefusals } from "./labels";
import { mayDecide } from "./policy";
import { decideInput } from "./schema";

const told = z.object({ what: z.string(), who: z.string(), when: z.string() });

/** Records what a panel decided on a red case, why, and the actions it gives, in the case's own log. Refused off its standing agenda, and for an agency that is not on the case. */
export const decideOnCase = command({
  name: "panel.decide",
  summary: "Records a panel's decision on a case and gives its actions.",
  input: decideInput,
  output: z.object({ entryId: z.string(), told: z.array(told) }),
  load: async ({ tx, actor, now, input }) => {
    const seat = await tx.panel.findFirst({
      where: { id: input.panelId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      select: { id: true, chairId: true, coordinatorId: true, areaId: true, name: true },
    });
    if (!seat) throw new NotFound();
    const { areaId, rag, status } = await standingOn(tx, actor, now, input.caseId, "contribute");
    return { seat: { ...seat, panelId: seat.id }, areaId, rag, status };
  },
  allow: mayDecide,
  words: { ...actionRefusals, ...meetingRefusals },
  run: async ({ tx, actor, now, input, subject: { seat } }) => {
    const doing = { tx, actor, now };
    const { caseId, decision, reason, actions } = input;
    const entryId = await writeEntry(doing, { caseId, kind: "decision", body: decision, data: { reason, panelId: seat.panelId, panelName: seat.name } });
    const events: DomainEvent[] = [];
    const steps: z.input<typeof told>[] = [];
    for (const { what, ownerAgencyId, dueOn } of actions) {
      const raised = await raiseActionFor(doing, { caseId, ownerAgencyId, what, dueOn, origin: "panel", confirmsNames: input.confirmsNames });
      events.push(...raised.events);
      steps.push({ what, who: raised.ownerAgencyName, when: `by ${dayAndTime(raised.dueAt, now)}` });
    }
    return { result: { entryId, told: steps }, events, audit: { caseId, detail: { panelId: seat.panelId, entryId, on: longDay(now), actions: actions.length } } };
  },
});
