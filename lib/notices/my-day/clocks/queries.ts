import { hasRole, type Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import type { Prisma } from "../../../platform/generated/client";
import { dueOf } from "../../../shared-actions/lines/queries";
import { horizonOf, mostRead } from "../due/queries";
import type { ClockDue } from "../schema";
import { myCases, ourCases } from "../visibility";

type Reading = { tx: Tx; actor: Actor; now: Date; namedOn: ReadonlySet<string> };

const ofOfficers = ["share", "leadAndPlan"];

/** Reviews that are the actor's to make: a coordinator's, and a manager's also those of managers; never of their own cases. */
function reviewsFor(actor: Actor, now: Date): Prisma.ClockWhereInput[] {
  const name = hasRole(actor, "manager") ? ["supervisorReview", "managerReview"] : hasRole(actor, "coordinator") ? ["supervisorReview"] : [];
  const led = { grants: { some: { agencyId: actor.agencyId, level: "lead" as const, revokedAt: null } } };
  return name.length > 0 ? [{ name: { in: name }, asbCase: { AND: [ourCases(actor, now), led, { OR: [{ namedOfficerId: null }, { namedOfficerId: { not: actor.memberId } }] }] } }] : [];
}

const running = (now: Date): Prisma.ClockWhereInput => ({ stoppedAt: null, dueAt: { lte: horizonOf(now) } });

/** Cases of the agency, and the member's own, that must be shared, planned or looked at within the week; reviews for whoever makes them. */
export async function clocksDue(reading: Reading): Promise<ClockDue[]> {
  const { tx, actor, now, namedOn } = reading;
  const rows = await tx.clock.findMany({
    where: { AND: [running(now), { OR: [{ name: { in: ofOfficers }, asbCase: ourCases(actor, now) }, ...reviewsFor(actor, now)] }] },
    select: { id: true, name: true, dueAt: true, asbCase: { select: { id: true, reference: true, title: true, rag: true, namedOfficerId: true, namedOfficer: { select: { name: true } } } } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: mostRead,
  });
  return rows.map(({ id, name, dueAt, asbCase }): ClockDue => ({
    kind: "clock", key: `clock-${id}`, clock: name as ClockDue["clock"], due: dueOf(dueAt, now, "day"), officer: asbCase.namedOfficer?.name ?? "",
    isMine: !ofOfficers.includes(name) || asbCase.namedOfficerId === actor.memberId || namedOn.has(asbCase.id),
    caseId: asbCase.id, reference: asbCase.reference, rag: asbCase.rag, title: asbCase.title,
  }));
}

/** How many of them are the member's own. */
export async function countMyClocks(tx: Tx, actor: Actor, now: Date): Promise<number> {
  return tx.clock.count({ where: { AND: [running(now), { OR: [{ name: { in: ofOfficers }, asbCase: myCases(actor, now) }, ...reviewsFor(actor, now)] }] } });
}
