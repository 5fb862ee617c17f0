import { agencyNames } from "../../agencies/queries";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { casesAtAGlance, type CaseGlance } from "../../shared-actions/glance/queries";
import { actionStatusLabels } from "../../shared-actions/labels";
import type { ActionStatus } from "../../shared-actions/schema";
import { visibleActions } from "../../shared-actions/visibility";
import { noticeWords } from "../labels";
import type { NoticeKind } from "../schema";

export type NoticeRow = { id: string; kind: string; isUrgent: boolean; caseId: string | null; actionId: string | null; createdAt: Date; readAt: Date | null };

export const noticeColumns = { id: true, kind: true, isUrgent: true, caseId: true, actionId: true, createdAt: true, readAt: true } as const;

type Reading = { tx: Tx; actor: Actor; now: Date };
type ActionOfNotice = { id: string; what: string; status: ActionStatus; ownerAgencyId: string; askedByAgencyId: string; declineReason: string | null; outcome: string | null };
export type ShownNotice = { row: NoticeRow; glance: CaseGlance; action: ActionOfNotice | null };

// Kept from the perpetrator's side, now as when they were left.
const ofVictimsRisk = ["case-red", "trigger"];

/** Those of a member's own notices that stand for something they may still see, in three statements however many; the rest are not there. */
export async function noticesThatStand(reading: Reading, rows: readonly NoticeRow[]): Promise<ShownNotice[]> {
  const glances = await casesAtAGlance(reading, rows.flatMap((row) => row.caseId ?? []));
  const actions = await actionsOf(reading, rows.flatMap((row) => row.actionId ?? []));
  return rows.flatMap((row): ShownNotice[] => {
    const glance = row.caseId ? glances.get(row.caseId) : undefined;
    const action = row.actionId ? actions.get(row.actionId) : null;
    if (!glance || action === undefined) return [];
    if (glance.side === "perpetrator" && ofVictimsRisk.includes(row.kind)) return [];
    return [{ row, glance, action }];
  });
}

async function actionsOf({ tx, actor, now }: Reading, actionIds: string[]): Promise<Map<string, ActionOfNotice>> {
  if (actionIds.length === 0) return new Map();
  const found = await tx.sharedAction.findMany({
    where: { AND: [{ id: { in: [...new Set(actionIds)] } }, visibleActions(actor, now)] },
    select: { id: true, what: true, status: true, ownerAgencyId: true, askedByAgencyId: true, declineReason: true, outcome: true },
  });
  return new Map(found.map((action) => [action.id, action]));
}

/** The notices in words, made now from what the member may see now. */
export async function inWords({ tx }: Pick<Reading, "tx">, shown: readonly ShownNotice[]) {
  const agencies = await agencyNames(tx, shown.flatMap(({ action }) => (action ? [action.ownerAgencyId, action.askedByAgencyId] : [])));
  return shown.map(({ row, glance, action }) => ({
    ...noticeWords(row.kind as NoticeKind, {
      reference: glance.reference, title: glance.title, ragReason: glance.ragReason,
      what: action?.what ?? "", askedBy: agencies.get(action?.askedByAgencyId ?? "") ?? "", owner: agencies.get(action?.ownerAgencyId ?? "") ?? "",
      declineReason: action?.declineReason ?? "", outcome: action?.outcome ?? "",
      stands: action && action.status !== "offered" ? actionStatusLabels[action.status].toLowerCase() : "",
    }),
    noticeId: row.id, kind: row.kind as NoticeKind, isUrgent: row.isUrgent, isRead: row.readAt !== null, createdAt: row.createdAt.toISOString(),
    reference: glance.reference, rag: glance.rag, href: action ? `/cases/${glance.caseId}/plan` : `/cases/${glance.caseId}`,
  }));
}
