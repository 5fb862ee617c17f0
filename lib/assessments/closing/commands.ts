import { z } from "zod";
import { mayOpenAgain } from "../../clocks/rules";
import { startClocks } from "../../clocks/running/commands";
import { clocksOfColour } from "../../clocks/running/rules";
import { writeEntry, type Doing } from "../../cases/log/commands";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { command } from "../../platform/command";
import { Conflict, NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { bringContactForward, contactByColour, lockCase, settleRag } from "../case-rag/commands";
import { caseClosed, caseReopened, closureDeclined, closureProposed } from "../events";
import { closureRefusals, victimViewLabels } from "./labels";
import { mayCloseCase, mayDecideClosure, mayRecordView, mayReopenCase } from "./policy";
import { closureFactsOf, victimsOf } from "./queries";
import { approvalNeededFor, closureNeedsOf, triesForNotReached } from "./rules";
import { type ApprovalReason, closeCaseInput, closedOrProposed, decideClosureInput, reopenCaseInput, victimViewInput, withdrawClosureInput } from "./schema";

/** Records what a victim says of closing the case, in their own words where they disagree; later words count. Refused for one who was not tried for three times, on the perpetrator's side, and on a closed case. */
export const recordVictimView = command({
  name: "case.recordVictimView",
  summary: "Records what a victim says of closing the case.",
  input: victimViewInput,
  output: z.object({ view: z.string() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayRecordView,
  words: closureRefusals,
  run: async ({ tx, actor, now, input: { caseId, involvementId, view, words }, subject: standing }) => {
    const victims = await victimsOf({ tx, actor, now }, standing, null);
    const victim = victims.find((one) => one.involvementId === involvementId);
    if (!victim) throw new NotFound();
    if (view === "not_reached" && victim.tries < triesForNotReached) throw new Refused("too-few-tries");
    await tx.victimView.create({ data: { caseId, involvementId, view, words, recordedById: actor.memberId, agencyId: actor.agencyId, recordedAt: now }, select: { id: true } });
    await writeEntry({ tx, actor, now }, { caseId, kind: "state", body: `On closing, ${victim.name}: ${victimViewLabels[view].toLowerCase()}.${words ? ` ${words}` : ""}`, data: { involvementId, view } });
    return { result: { view }, audit: { caseId } };
  },
});

/**
 * Ends the case for every agency, with its outcome; orders in force stay in force. Where a victim does not want it or
 * the case was red it becomes a proposal, which another member, a manager of the lead agency, approves. Refused while an
 * action is open, a trigger live or a question of hate unanswered, without a closing assessment of each victim that is
 * not red, and without each victim's view.
 */
export const closeCase = command({
  name: "case.close",
  summary: "Closes a case with an outcome, or proposes it where a manager must approve.",
  input: closeCaseInput,
  output: closedOrProposed,
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId),
  allow: mayCloseCase,
  words: closureRefusals,
  run: async ({ tx, actor, now, input: { caseId, version, outcome, reason }, subject: standing }) => {
    const doing = { tx, actor, now };
    await holdAt(doing, caseId, version);
    if (standing.status === "closure_proposed") throw new Refused("already-proposed");
    const because = await refuseUnlessReady(doing, standing);
    const code = await outcomeOf(doing, outcome);
    const needsApproval = because.length > 0;
    await tx.closureProposal.create({
      data: { caseId, outcome, reason, because, proposedById: actor.memberId, agencyId: actor.agencyId, proposedAt: now, ...(needsApproval ? {} : { decision: "closed", decidedById: actor.memberId, decidedAt: now }) },
      select: { id: true },
    });
    if (!needsApproval) {
      await end(doing, { caseId, version, outcome, words: `Closed: ${code}. ${reason}` });
      return { result: { caseId, status: "closed" as const, because }, events: [caseClosed({ caseId })], audit: { caseId } };
    }
    await updateAtVersion(tx.case, caseId, version, { status: "closure_proposed" });
    await writeEntry(doing, { caseId, kind: "state", body: `Closing is proposed, and waits for a manager: ${code}. ${reason}`, data: { to: "closure_proposed", outcome } });
    return { result: { caseId, status: "closure_proposed" as const, because }, events: [closureProposed({ caseId, leadAgencyId: standing.leadAgencyId })], audit: { caseId } };
  },
});

/** Holds the case as it was on the screen: what another did meanwhile is told before anything else. */
async function holdAt(doing: Doing, caseId: string, version: number): Promise<void> {
  if ((await lockCase(doing, caseId)) !== version) throw new Conflict();
}

async function refuseUnlessReady(doing: Doing, standing: CaseStanding): Promise<ApprovalReason[]> {
  const facts = await closureFactsOf(doing, standing);
  const [first, ...more] = closureNeedsOf(facts);
  if (first) throw new Refused(first, undefined, more.length > 0 ? { more } : undefined);
  return approvalNeededFor(facts);
}

async function outcomeOf({ tx }: Doing, code: string): Promise<string> {
  const found = await tx.code.findUnique({ where: { list_code: { list: "case_outcome", code } }, select: { label: true } });
  if (!found) throw new Refused("unknown-outcome");
  return found.label;
}

async function end(doing: Doing, { caseId, version, outcome, words }: { caseId: string; version: number; outcome: string; words: string }): Promise<void> {
  await updateAtVersion(doing.tx.case, caseId, version, { status: "closed", closedAt: doing.now, outcome, nextContactAt: null, nextReviewAt: null });
  await writeEntry(doing, { caseId, kind: "state", body: words, data: { to: "closed", outcome } });
}

/** Approves a proposal to close, which closes the case if it is still ready for it, or declines it with a reason, and the case goes on. Refused to who proposed it. */
export const decideClosure = command({
  name: "case.decideClosure",
  summary: "Approves or declines a proposal to close a case.",
  input: decideClosureInput,
  output: z.object({ caseId: z.string(), status: z.enum(["closed", "open"]) }),
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId),
  allow: mayDecideClosure,
  words: closureRefusals,
  run: async ({ tx, actor, now, input: { caseId, version, decision, reason }, subject: standing }) => {
    const doing = { tx, actor, now };
    await holdAt(doing, caseId, version);
    const proposal = await openProposal(doing, caseId);
    if (proposal.proposedById === actor.memberId) throw new Refused("own-proposal");
    if (decision === "closed") await refuseUnlessReady(doing, standing);
    await updateAtVersion(tx.closureProposal, proposal.id, proposal.version, { decision, decidedById: actor.memberId, decidedAt: now, decisionReason: reason });
    if (decision === "closed") {
      await end(doing, { caseId, version, outcome: proposal.outcome, words: `Closed: ${await outcomeOf(doing, proposal.outcome)}. Approved: ${reason}` });
      return { result: { caseId, status: "closed" as const }, events: [caseClosed({ caseId })], audit: { caseId } };
    }
    await updateAtVersion(tx.case, caseId, version, { status: "open" });
    await writeEntry(doing, { caseId, kind: "state", body: `Closing was declined: ${reason}`, data: { to: "open" } });
    return { result: { caseId, status: "open" as const }, events: [closureDeclined({ caseId, proposedById: proposal.proposedById })], audit: { caseId } };
  },
});

async function openProposal({ tx }: Doing, caseId: string) {
  const found = await tx.closureProposal.findFirst({ where: { caseId, decision: null }, select: { id: true, version: true, outcome: true, proposedById: true } });
  if (!found) throw new Refused("not-proposed");
  return found;
}

/** Takes back a proposal to close: the lead agency's. */
export const withdrawClosure = command({
  name: "case.withdrawClosure",
  summary: "Takes back a proposal to close a case.",
  input: withdrawClosureInput,
  output: z.object({ caseId: z.string() }),
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId),
  allow: mayCloseCase,
  words: closureRefusals,
  run: async ({ tx, actor, now, input: { caseId, version } }) => {
    const doing = { tx, actor, now };
    await holdAt(doing, caseId, version);
    const proposal = await openProposal(doing, caseId);
    await updateAtVersion(tx.closureProposal, proposal.id, proposal.version, { decision: "withdrawn", decidedById: actor.memberId, decidedAt: now });
    await updateAtVersion(tx.case, caseId, version, { status: "open" });
    await writeEntry(doing, { caseId, kind: "state", body: "The proposal to close was taken back.", data: { to: "open" } });
    return { result: { caseId }, audit: { caseId } };
  },
});

/** Opens a closed case again, with its history, to the end of the 28th day; its clocks begin at the colour it had. Later it is refused: a new case points back. */
export const reopenCase = command({
  name: "case.reopen",
  summary: "Opens a case again within 28 days of its closing.",
  input: reopenCaseInput,
  output: z.object({ caseId: z.string() }),
  load: ({ tx, actor, input, now }) => standingOn(tx, actor, now, input.caseId),
  allow: mayReopenCase,
  words: closureRefusals,
  run: async ({ tx, actor, now, input: { caseId, version, reason }, subject: standing }) => {
    const events = await openAgain({ tx, actor, now }, { ...standing, version, why: reason });
    return { result: { caseId }, events, audit: { caseId } };
  },
});

/** Opens a case again in the caller's transaction; refused when it was closed too long. Returns the events to return. */
export async function openAgain(doing: Doing, { caseId, areaId, version, why }: { caseId: string; areaId: string; version: number; why: string }) {
  const { tx, now } = doing;
  await lockCase(doing, caseId);
  const { closedAt, rag } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { closedAt: true, rag: true } });
  if (!mayOpenAgain(closedAt, now)) throw new Refused("closed-too-long", closureRefusals["closed-too-long"]);
  await updateAtVersion(tx.case, caseId, version, { status: "open", closedAt: null, outcome: null });
  await writeEntry(doing, { caseId, kind: "state", body: `Opened again: ${why}`, data: { to: "open" } });
  const settled = await settleRag(doing, caseId);
  if (rag) {
    await bringContactForward(doing, caseId, await contactByColour(doing, areaId, rag));
    await startClocks(tx, now, { caseId, areaId, rag, names: clocksOfColour });
  }
  return [caseReopened({ caseId }), ...settled.events];
}
