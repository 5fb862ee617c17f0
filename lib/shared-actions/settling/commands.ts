import { checkNames } from "../../cases/protecting/queries";
import { standingOn } from "../../cases/visibility";
import { command } from "../../platform/command";
import { Refused } from "../../platform/errors";
import { asItStands, checkWords, moveAction } from "../answering/commands";
import { actionRaised } from "../events";
import { actionRefusals } from "../labels";
import { maySettleAction } from "../policy";
import { onCase } from "../raising/commands";
import { actionStandsSchema, askAgainInput, cancelActionInput } from "../schema";
import { actionFound } from "../visibility";

/** Lets an action go, with a reason. Forbidden but to the agency that asked and the one that leads the case; refused once it has ended; Conflict when stale. */
export const cancelAction = command({
  name: "action.cancel",
  summary: "Cancels an action that is no longer needed, with a reason.",
  input: cancelActionInput,
  output: actionStandsSchema,
  load: ({ tx, actor, now, input }) => actionFound(tx, actor, now, input.actionId),
  allow: maySettleAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const noted = await checkWords({ tx, actor, now }, subject, input.reason, input.confirmsNames);
    await moveAction({ tx, actor, now }, subject, input.version, {
      noted, to: "cancelled", data: { outcome: input.reason, endedAt: now, endedById: actor.memberId }, body: `Cancelled: ${subject.what}\n${input.reason}`,
    });
    return asItStands(tx, subject);
  },
});

/** Asks another agency, or the same again, after a refusal; the due time stays. Forbidden but to the asker's agency and the lead; refused unless it was declined; Conflict when stale. */
export const askAgain = command({
  name: "action.askAgain",
  summary: "Asks another agency to do what one declined.",
  input: askAgainInput,
  output: actionStandsSchema,
  load: ({ tx, actor, now, input }) => actionFound(tx, actor, now, input.actionId),
  allow: maySettleAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    if (subject.version === input.version && subject.status !== "declined") throw new Refused("not-declined");
    const owner = await onCase({ tx, now }, subject.caseId, subject, input.ownerAgencyId);
    const standing = await standingOn(tx, actor, now, subject.caseId);
    const noted = await checkNames({ tx, actor, now }, standing, { side: owner.side === "perpetrator" ? "both" : "victim", texts: [subject.what, subject.why], confirmed: input.confirmsNames });
    await moveAction({ tx, actor, now }, subject, input.version, {
      noted, to: "offered",
      data: { ownerAgencyId: input.ownerAgencyId, ownerMemberId: null, offeredAt: now, answeredAt: null, answeredById: null, declineReason: null },
      body: `Asked ${owner.name}: ${subject.what}`,
    });
    const event = actionRaised({
      caseId: subject.caseId, actionId: subject.actionId, askedById: subject.askedById, askedByAgencyId: subject.askedByAgencyId,
      ownerAgencyId: input.ownerAgencyId, ownerMemberId: null, isUrgent: subject.isUrgent, origin: "member",
    });
    return asItStands(tx, subject, [event]);
  },
});
