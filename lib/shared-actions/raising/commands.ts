import { randomUUID } from "node:crypto";
import { liveAgreements } from "../../agencies/agreements/queries";
import { areasOfCase } from "../../agencies/visibility";
import { livePosts } from "../../agencies/queries";
import { checkNames } from "../../cases/protecting/queries";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { mustKeepTheMove, writeEntry, type Doing } from "../../cases/log/commands";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { timeStandardsOf } from "../../clocks/queries";
import type { Rag } from "../../clocks/schema";
import { londonDay } from "../../format/dates";
import { command } from "../../platform/command";
import { Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import { z } from "zod";
import { actionRaised } from "../events";
import { actionRefusals } from "../labels";
import { mayRaiseAction } from "../policy";
import { actionDueAt, sideOfAction } from "../rules";
import { raiseActionInput } from "../schema";

/** Where an action came from: a member, a panel's decision, or a trigger. */
export type ActionOrigin = "member" | "panel" | "trigger";

export type NewAction = {
  caseId: string;
  ownerAgencyId: string;
  /** Who does it, at the actor's own agency or (for triggers) the named officer: theirs at once. */
  ownerMemberId?: string | null;
  what: string;
  why?: string;
  /** Left out, the day asked for or the time standard of the case's colour sets it. */
  dueAt?: Date;
  dueOn?: string;
  isUrgent?: boolean;
  origin: ActionOrigin;
  /** Said by an asker whose words give a victim away to the perpetrator's side. */
  confirmsNames?: boolean;
};

export type Raised = { actionId: string; dueAt: Date; ownerAgencyName: string; events: DomainEvent[] };

/**
 * Asks an agency to act, in the caller's transaction: action, log entry, and the events to return. Refused with
 * "not-on-case" or "no-live-agreement" where the agency could not see it, and "due-past". The actor must contribute.
 */
export async function raiseActionFor(doing: Doing, given: NewAction): Promise<Raised> {
  const { tx, actor, now } = doing;
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: given.caseId }, select: { areaId: true, fromAreaId: true, rag: true } });
  const owner = await onCase(doing, given.caseId, asbCase, given.ownerAgencyId);
  const asker = await sideOfAsker(doing, given.caseId);
  // The perpetrator's side learns no colour from a default either.
  const dueAt = given.dueAt ?? await dueFor(doing, given.dueOn, asker === "perpetrator" ? { ...asbCase, rag: null } : asbCase);
  const actionId = randomUUID();
  const taken = Boolean(given.ownerMemberId);
  const isUrgent = given.isUrgent ?? false;
  const side = sideOfAction(asker, owner.side);
  await mustKeepTheMove(tx, given.caseId, side);
  const confirmed = given.origin !== "trigger" ? await checkNames(doing, { caseId: given.caseId, side: asker }, { side, texts: [given.what, given.why ?? ""], confirmed: given.confirmsNames ?? false }) : {};
  await tx.sharedAction.create({
    data: {
      id: actionId, caseId: given.caseId, what: given.what, why: given.why ?? "", askedById: actor.memberId, askedByAgencyId: actor.agencyId,
      ownerAgencyId: given.ownerAgencyId, ownerMemberId: given.ownerMemberId ?? null, status: taken ? "accepted" : "offered",
      answeredAt: taken ? now : null, answeredById: taken ? actor.memberId : null, isUrgent, origin: given.origin, dueAt, offeredAt: now, side,
    },
    select: { id: true },
  });
  await writeEntry(doing, {
    caseId: given.caseId, kind: "action", side, body: `Asked ${owner.name}: ${given.what}`,
    data: { ...confirmed, actionId, to: taken ? "accepted" : "offered", ownerAgencyId: given.ownerAgencyId, dueAt: dueAt.toISOString(), origin: given.origin },
  });
  const event = actionRaised({
    caseId: given.caseId, actionId, askedById: actor.memberId, askedByAgencyId: actor.agencyId,
    ownerAgencyId: given.ownerAgencyId, ownerMemberId: given.ownerMemberId ?? null, isUrgent, origin: given.origin,
  });
  return { actionId, dueAt, ownerAgencyName: owner.name, events: [event] };
}

/** An agency that is on a case and may be shown it: its side and name. Refused with "no-live-agreement" or "not-on-case". */
export async function onCase({ tx, now }: Pick<Doing, "tx" | "now">, caseId: string, asbCase: { areaId: string; fromAreaId: string | null }, agencyId: string) {
  const grant = await tx.grant.findFirst({
    where: { caseId, agencyId, revokedAt: null, level: { not: "pointer" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { side: true, agency: { select: { shortName: true } } },
  });
  const agreements = await liveAgreements(tx, now, areasOfCase(asbCase, grant?.side ?? "both"), [agencyId]);
  if (!agreements.has(agencyId)) throw new Refused("no-live-agreement", actionRefusals["no-live-agreement"]);
  if (!grant) throw new Refused("not-on-case", actionRefusals["not-on-case"]);
  return { side: grant.side, name: grant.agency.shortName };
}

async function sideOfAsker({ tx, actor }: Doing, caseId: string) {
  const own = await tx.grant.findFirst({ where: { caseId, agencyId: actor.agencyId, revokedAt: null }, select: { side: true } });
  return own?.side ?? "both";
}

async function dueFor({ tx, now }: Doing, dueOn: string | undefined, asbCase: { areaId: string; rag: Rag | null }): Promise<Date> {
  if (dueOn && dueOn < londonDay(now)) throw new Refused("due-past", actionRefusals["due-past"]);
  const standards = await timeStandardsOf(tx, asbCase.areaId, now);
  return actionDueAt({ dueOn, rag: asbCase.rag, standards }, now, isBankHoliday);
}

/** Refuses with "not-a-colleague" a member who does not work at that agency now, or takes on no actions. */
export async function mustTakeActions({ tx, now }: Pick<Doing, "tx" | "now">, caseId: string, agencyId: string, memberId: string): Promise<string> {
  const found = await tx.member.findFirst({
    where: { AND: [livePosts(now), { id: memberId, agencyId, roles: { hasSome: ["practitioner", "coordinator", "manager"] } }] },
    select: { name: true },
  });
  if (!found) throw new Refused("not-a-colleague", actionRefusals["not-a-colleague"]);
  const kept = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM kept_from(${caseId}::uuid) AS id`;
  if (kept.some(({ id }) => id === memberId)) throw new Refused("kept-from-case", actionRefusals["kept-from-case"]);
  return found.name;
}

/** Asks an agency on the case to act by a day. Refused where it has no live agreement or is not on the case; forbidden at summary and on a closed case. */
export const raiseAction = command({
  name: "action.raise",
  summary: "Asks an agency on the case to do something by a day.",
  input: raiseActionInput,
  output: z.object({ actionId: z.string(), dueAt: z.string(), ownerAgencyName: z.string() }),
  load: ({ tx, actor, now, input }): Promise<CaseStanding> => standingOn(tx, actor, now, input.caseId),
  allow: mayRaiseAction,
  words: actionRefusals,
  run: async ({ tx, actor, now, input }) => {
    if (input.ownerMemberId) {
      if (input.ownerAgencyId !== actor.agencyId) throw new Refused("other-agency-chooses");
      await mustTakeActions({ tx, now }, input.caseId, actor.agencyId, input.ownerMemberId);
    }
    const { actionId, dueAt, ownerAgencyName, events } = await raiseActionFor({ tx, actor, now }, { ...input, origin: "member" });
    return { result: { actionId, dueAt: dueAt.toISOString(), ownerAgencyName }, events, audit: { caseId: input.caseId } };
  },
});
