import { reachOf } from "../../agencies/visibility";
import { visibleCases } from "../../cases/visibility";
import type { Rag } from "../../clocks/schema";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";

/** As much of a case as a line in a list shows. */
export type CaseGlance = {
  caseId: string;
  reference: string;
  title: string;
  /** The colour; for the perpetrator's side the behaviour's alone. */
  rag: Rag | null;
  /** Empty for the perpetrator's side, whom a victim's risk is kept from. */
  ragReason: string;
  side: "both" | "victim" | "perpetrator";
  isOpen: boolean;
  leadAgencyId: string;
};

type Reading = { tx: Tx; actor: Actor; now: Date };

/** Cases at a glance, by id: those of them that the actor may see, from summary up, cut to their side. */
export async function casesAtAGlance({ tx, actor, now }: Reading, caseIds: readonly string[]): Promise<Map<string, CaseGlance>> {
  const wanted = [...new Set(caseIds)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.case.findMany({
    where: { AND: [{ id: { in: wanted } }, visibleCases(actor, now)] },
    select: {
      id: true, reference: true, title: true, rag: true, ragReason: true, behaviourRag: true, status: true, areaId: true, fromAreaId: true, fromAgencyId: true,
      grants: { where: { revokedAt: null, OR: [{ agencyId: actor.agencyId }, { level: "lead" }] }, select: { agencyId: true, level: true, side: true, endsAt: true } },
    },
  });
  return new Map(rows.map(({ id, grants, fromAgencyId, ...row }) => {
    const side = reachOf(actor, now, { id, grants, ...row })?.side ?? "both";
    const isOtherSide = side === "perpetrator";
    return [id, {
      caseId: id, reference: row.reference, title: row.title, rag: isOtherSide ? row.behaviourRag : row.rag, ragReason: isOtherSide ? "" : row.ragReason,
      side, isOpen: row.status !== "closed", leadAgencyId: (isOtherSide && fromAgencyId ? fromAgencyId : grants.find((grant) => grant.level === "lead")?.agencyId) ?? "",
    }];
  }));
}
