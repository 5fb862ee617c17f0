import { listWords } from "../../format/text";
import type { DomainEvent } from "../../platform/events";
import { reaches } from "../../agencies/visibility";
import { caseShared } from "../events";
import { writeEntry, type Doing } from "../log/commands";
import { grantReach, type NewGrant } from "../opening/commands";
import { levelWords } from "./labels";

/** The case that is shared, as any standing on it says. */
export type SharedCase = { caseId: string; areaId: string };

export type Shared = { agencyIds: string[]; events: DomainEvent[] };

/**
 * Gives agencies reach into a case in the caller's transaction, at once: grant, log entry, and the event to return.
 * Those who already reach as much or more are left as they are; less is revoked and granted anew. Refused with
 * "no-live-agreement" for all when one has none for the area. The actor must lead the case, or be opening it.
 */
export async function shareWith(doing: Doing, { caseId, areaId }: SharedCase, grants: NewGrant[]): Promise<Shared> {
  const wanted = await notYetReached(doing, caseId, grants);
  if (wanted.length === 0) return { agencyIds: [], events: [] };
  await grantReach(doing, caseId, areaId, wanted);
  const agencyIds = wanted.map((grant) => grant.agencyId);
  const agencies = await doing.tx.agency.findMany({ where: { id: { in: agencyIds } }, select: { id: true, name: true } });
  const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]));
  // The purpose stays on the grant: in words of its author it may hold what the perpetrator's side must not read.
  await writeEntry(doing, {
    caseId,
    kind: "shared",
    body: `Shared with ${listWords(wanted.map((grant) => `${nameOf.get(grant.agencyId)} (${levelWords[grant.level].short})`))}.`,
    data: { grants: wanted.map(({ agencyId, level, side, legalBasis }) => ({ agencyId, level, side, legalBasis })) },
    side: wanted.some((grant) => grant.side === "victim") ? "victim" : "both",
  });
  return { agencyIds, events: [caseShared({ caseId, agencyIds })] };
}

async function notYetReached({ tx, actor, now }: Doing, caseId: string, grants: NewGrant[]): Promise<NewGrant[]> {
  const held = await tx.grant.findMany({
    where: { caseId, agencyId: { in: grants.map((grant) => grant.agencyId) }, revokedAt: null },
    select: { id: true, agencyId: true, level: true, endsAt: true },
  });
  const holding = new Map(held.map((grant) => [grant.agencyId, grant]));
  const wanted = grants.filter((grant) => {
    const before = holding.get(grant.agencyId);
    return !before || (before.endsAt !== null && before.endsAt <= now) || !reaches(before.level, grant.level);
  });
  const replaced = wanted.flatMap((grant) => holding.get(grant.agencyId)?.id ?? []);
  if (replaced.length > 0) {
    await tx.grant.updateMany({ where: { id: { in: replaced } }, data: { revokedAt: now, revokedById: actor.memberId, revokeReason: "Replaced by another grant" } });
  }
  return wanted;
}

export { listDutyCalls } from "../duty/commands";
export { whoToRingNow } from "../duty/queries";
