import { agencyNames } from "../../agencies/queries";
import { NotFound } from "../../platform/errors";
import type { Tx } from "../../platform/db";
import type { ActionStands } from "../schema";

/** An action as it stands, for an answer or a conflict; the caller has found it through visibility. */
export async function actionAsItStands(tx: Tx, actionId: string): Promise<ActionStands> {
  const row = await tx.sharedAction.findUnique({ where: { id: actionId } });
  if (!row) throw new NotFound();
  const agencies = await agencyNames(tx, [row.ownerAgencyId]);
  const member = row.ownerMemberId ? await tx.member.findUnique({ where: { id: row.ownerMemberId }, select: { name: true } }) : null;
  return {
    actionId, caseId: row.caseId, version: row.version, status: row.status, what: row.what, dueAt: row.dueAt.toISOString(),
    ownerAgencyName: agencies.get(row.ownerAgencyId) ?? "", ownerMemberName: member?.name ?? "",
    declineReason: row.declineReason ?? "", outcome: row.outcome ?? "",
  };
}
