import { acceptAction, completeAction, declineAction } from "../../../lib/shared-actions/answering/commands";
import { raiseAction } from "../../../lib/shared-actions/raising/commands";
import { askAgain, cancelAction } from "../../../lib/shared-actions/settling/commands";
import type { CaseHand } from "./hand";

export type Asked = { what: string; why?: string; dueOn?: string; isUrgent?: boolean; member?: string };

const at = async (hand: CaseHand, actionId: string) => ({ actionId, version: (await hand.county.db.sharedAction.findUniqueOrThrow({ where: { id: actionId }, select: { version: true } })).version });

/** Asks an agency, by code, to act on a case; gives back the action. */
export async function asks(hand: CaseHand, by: string, agency: string, { member, ...asked }: Asked): Promise<string> {
  const { actionId } = await raiseAction.do(hand.county.as(by), {
    caseId: hand.caseId, ownerAgencyId: hand.county.agency(agency), ...(member ? { ownerMemberId: hand.county.as(member).member } : {}), ...asked,
  });
  return actionId;
}

export async function accepts(hand: CaseHand, by: string, actionId: string): Promise<void> {
  await acceptAction.do(hand.county.as(by), await at(hand, actionId));
}

export async function declines(hand: CaseHand, by: string, actionId: string, reason: string): Promise<void> {
  await declineAction.do(hand.county.as(by), { ...(await at(hand, actionId)), reason });
}

export async function finishes(hand: CaseHand, by: string, actionId: string, outcome: string): Promise<void> {
  await completeAction.do(hand.county.as(by), { ...(await at(hand, actionId)), outcome });
}

export async function cancels(hand: CaseHand, by: string, actionId: string, reason: string): Promise<void> {
  await cancelAction.do(hand.county.as(by), { ...(await at(hand, actionId)), reason });
}

export async function asksInstead(hand: CaseHand, by: string, actionId: string, agency: string): Promise<void> {
  await askAgain.do(hand.county.as(by), { ...(await at(hand, actionId)), ownerAgencyId: hand.county.agency(agency) });
}

/** The action that somebody or something asked of an agency on the case and that is not settled: its words begin so. */
export async function askedOf(hand: CaseHand, agency: string, begins = ""): Promise<string> {
  const found = await hand.county.db.sharedAction.findFirstOrThrow({
    where: { caseId: hand.caseId, ownerAgencyId: hand.county.agency(agency), status: { in: ["offered", "accepted"] }, what: { startsWith: begins } },
    orderBy: { offeredAt: "asc" }, select: { id: true },
  });
  return found.id;
}

/** Everything on the case that is not settled, with the agency that was asked. */
export async function unsettledOn(hand: CaseHand): Promise<{ id: string; ownerAgencyId: string; what: string }[]> {
  return hand.county.db.sharedAction.findMany({
    where: { caseId: hand.caseId, status: { in: ["offered", "accepted", "declined"] } }, orderBy: [{ offeredAt: "asc" }, { what: "asc" }, { ownerAgencyId: "asc" }], select: { id: true, ownerAgencyId: true, what: true },
  });
}
