import { z } from "zod";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { checkNames } from "../../cases/protecting/queries";
import { standingOn } from "../../cases/visibility";
import { command } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { Conflict, NotFound, Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { updateAtVersion } from "../../platform/versions";
import { actionDeclined, actionDone, actionGiven } from "../events";
import { actionRefusals } from "../labels";
import { mayAnswerAction } from "../policy";
import { mustTakeActions } from "../raising/commands";
import { isUnsettled, mayBecome } from "../rules";
import { acceptActionInput, acceptManyInput, actionStandsSchema, completeActionInput, declineActionInput, handOnActionInput, type ActionStatus } from "../schema";
import { actionFound, actionsFound, type ActionFound } from "../visibility";
import { actionAsItStands } from "./queries";

type Change = {
  to: ActionStatus;
  /** Where it may come from; what the states allow when left out. */
  from?: readonly ActionStatus[];
  data: Record<string, unknown>;
  body: string;
  /** What is kept with the log's line besides. */
  noted?: Record<string, unknown>;
};

/** Moves an action to another state and writes it in the log. A stale version is a Conflict with what stands now; refused where its state does not allow the move. */
export async function moveAction(doing: Doing, action: ActionFound, version: number, change: Change): Promise<void> {
  const { tx } = doing;
  const stands = () => actionAsItStands(tx, action.actionId);
  // Whoever looked at an older state is shown the newer one, rather than told of a rule that stands in the way.
  if (action.version !== version) throw new Conflict(await stands());
  if (!(change.from ? change.from.includes(action.status) : mayBecome(action.status, change.to))) {
    throw new Refused(isUnsettled(action.status) ? "already-answered" : "already-ended");
  }
  await updateAtVersion(tx.sharedAction, action.actionId, version, { ...change.data, status: change.to }, stands);
  await writeEntry(doing, { caseId: action.caseId, kind: "action", side: action.side, body: change.body, data: { ...change.noted, actionId: action.actionId, to: change.to } });
}

/** Asks before words about an action go where the perpetrator's side reads them: by its side, or as the agency that was asked. */
export async function checkWords(doing: Doing, action: ActionFound, words: string, confirmed: boolean): Promise<{ namesConfirmed?: true }> {
  const { tx, actor, now } = doing;
  const standing = await standingOn(tx, actor, now, action.caseId);
  const owner = await tx.grant.findFirst({ where: { caseId: action.caseId, agencyId: action.ownerAgencyId, revokedAt: null }, select: { side: true } });
  return checkNames(doing, standing, { side: action.side !== "victim" || owner?.side === "perpetrator" ? "both" : "victim", texts: [words], confirmed });
}

/** What a command that moved an action answers: how the action stands now. */
export async function asItStands(tx: Tx, { actionId, caseId }: ActionFound, events: DomainEvent[] = []) {
  return { result: await actionAsItStands(tx, actionId), events, audit: { caseId } };
}

const partiesOf = (action: ActionFound) => ({
  caseId: action.caseId, actionId: action.actionId, askedById: action.askedById, askedByAgencyId: action.askedByAgencyId, ownerAgencyId: action.ownerAgencyId,
});

async function take(doing: Doing, action: ActionFound, version: number, memberId: string | undefined) {
  const { actor, now } = doing;
  const taker = memberId && memberId !== actor.memberId ? await mustTakeActions(doing, action.caseId, actor.agencyId, memberId) : actor.name;
  await moveAction(doing, action, version, {
    to: "accepted", data: { ownerMemberId: memberId ?? actor.memberId, answeredAt: now, answeredById: actor.memberId }, body: `${taker} accepted: ${action.what}`,
  });
  return memberId && memberId !== actor.memberId ? [actionGiven({ caseId: action.caseId, actionId: action.actionId, memberId })] : [];
}

/** Picks up an action in the member's own name or a colleague's. Forbidden to other agencies; refused once answered; Conflict when stale. */
export const acceptAction = command({
  name: "action.accept",
  summary: "Accepts what the member's agency was asked to do.",
  input: acceptActionInput,
  output: actionStandsSchema,
  load: ({ tx, actor, now, input }) => actionFound(tx, actor, now, input.actionId),
  allow: mayAnswerAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const events = await take({ tx, actor, now }, subject, input.version, input.memberId);
    return asItStands(tx, subject, events);
  },
});

/** Gives an action to a colleague of the same agency. Forbidden to other agencies; refused once it has ended; Conflict when stale. */
export const handOnAction = command({
  name: "action.handOn",
  summary: "Hands an action on to a colleague.",
  input: handOnActionInput,
  output: actionStandsSchema,
  load: ({ tx, actor, now, input }) => actionFound(tx, actor, now, input.actionId),
  allow: mayAnswerAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const name = await mustTakeActions({ tx, now }, subject.caseId, actor.agencyId, input.memberId);
    await moveAction({ tx, actor, now }, subject, input.version, {
      to: "accepted", from: ["offered", "accepted"], data: { ownerMemberId: input.memberId, answeredAt: now, answeredById: actor.memberId }, body: `Handed on to ${name}: ${subject.what}`,
    });
    const event = actionGiven({ caseId: subject.caseId, actionId: subject.actionId, memberId: input.memberId });
    return asItStands(tx, subject, [event]);
  },
});

/** Says no, with a reason: the action goes back to its asker and the panel's chair is told, its clock running on. Forbidden to other agencies; refused once it has ended; Conflict when stale. */
export const declineAction = command({
  name: "action.decline",
  summary: "Declines what the member's agency was asked to do, with a reason.",
  input: declineActionInput,
  output: actionStandsSchema,
  load: ({ tx, actor, now, input }) => actionFound(tx, actor, now, input.actionId),
  allow: mayAnswerAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const noted = await checkWords({ tx, actor, now }, subject, input.reason, input.confirmsNames);
    await moveAction({ tx, actor, now }, subject, input.version, {
      noted, to: "declined", data: { declineReason: input.reason, answeredAt: now, answeredById: actor.memberId }, body: `Declined: ${subject.what}\n${input.reason}`,
    });
    return asItStands(tx, subject, [actionDeclined(partiesOf(subject))]);
  },
});

/** Finishes an action with what came of it. Forbidden to other agencies; refused once it has ended; Conflict when stale. */
export const completeAction = command({
  name: "action.complete",
  summary: "Says that an action is done, and what came of it.",
  input: completeActionInput,
  output: actionStandsSchema,
  load: ({ tx, actor, now, input }) => actionFound(tx, actor, now, input.actionId),
  allow: mayAnswerAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    const noted = await checkWords({ tx, actor, now }, subject, input.outcome, input.confirmsNames);
    await moveAction({ tx, actor, now }, subject, input.version, {
      noted, to: "done", data: { outcome: input.outcome, endedAt: now, endedById: actor.memberId, ownerMemberId: subject.ownerMemberId ?? actor.memberId },
      body: `Done: ${subject.what}\n${input.outcome}`,
    });
    return asItStands(tx, subject, [actionDone(partiesOf(subject))]);
  },
});

/** Picks up several actions at once in the member's own name: all of them, or none when one is stale or was answered. */
export const acceptManyActions = command({
  name: "action.acceptMany",
  summary: "Accepts several actions in the member's own name, all or none.",
  input: acceptManyInput,
  output: z.object({ accepted: z.number() }),
  load: ({ tx, actor, now, input }) => actionsFound(tx, actor, now, input.actions.map((one) => one.actionId)),
  allow: (actor, subjects) => subjects.map((action) => mayAnswerAction(actor, action)).find((decision) => !decision.allowed) ?? { allowed: true },
  words: actionRefusals,
  run: async ({ tx, actor, now, input, subject: found }) => {
    for (const { actionId, version } of input.actions) {
      const action = found.find((one) => one.actionId === actionId);
      if (!action) throw new NotFound();
      await take({ tx, actor, now }, action, version, undefined);
    }
    const caseIds = [...new Set(found.map((action) => action.caseId))];
    return { result: { accepted: found.length }, audit: caseIds.length === 1 ? { caseId: caseIds[0] } : { detail: { caseIds } } };
  },
});
