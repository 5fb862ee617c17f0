import { findForAudit } from "@/lib/governance/audit/queries";
import { route } from "@/lib/platform/route";

export const POST = route(findForAudit);
