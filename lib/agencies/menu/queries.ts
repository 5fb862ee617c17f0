import { hasRole, type Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { isCountyGovernance } from "../members/policy";
import type { AdminMenu } from "./schema";

/** The menu of the administration for whoever asks; what waits is what they may grant or confirm. */
export async function adminMenu(tx: Tx, actor: Actor): Promise<AdminMenu> {
  const [row] = await tx.$queryRaw<{ waiting: number; forms: number }[]>`
    SELECT (SELECT count(*) FROM "RoleRequest" r WHERE r."decidedAt" IS NULL AND may_second(r."agencyId", r."askedById", r."memberId"))::int
         + (SELECT count(*) FROM "Invitation" i WHERE i."needsSecond" AND i."decidedAt" IS NULL AND i."endedAt" IS NULL AND may_second_link(i.id))::int
         + (SELECT count(*) FROM "SignatureProposal" p WHERE p."decidedAt" IS NULL AND governance_scope() = 'county' AND NOT is_oneself(p."askedById"))::int
         + (SELECT count(*) FROM "Agreement" a WHERE a."activatedAt" IS NULL AND a."withdrawnAt" IS NULL AND governance_scope() = 'county' AND a."proposedById" IS NOT NULL AND NOT is_oneself(a."proposedById"))::int
         + (SELECT count(*) FROM "Agreement" a WHERE a."withdrawalAskedById" IS NOT NULL AND a."withdrawnAt" IS NULL AND governance_scope() = 'county' AND NOT is_oneself(a."withdrawalAskedById"))::int AS waiting,
           (SELECT count(*) FROM "Template" t WHERE t.status = 'waiting' AND governance_scope() = 'county' AND NOT is_oneself(t."approvedById"))::int AS forms`;
  const { waiting, forms } = row ?? { waiting: 0, forms: 0 };
  return { members: hasRole(actor, "agency_admin"), overview: isCountyGovernance(actor), waiting: waiting + forms, forms };
}
