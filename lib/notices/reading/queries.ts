import { agencyNames } from "../../agencies/queries";
import { visibleGlass } from "../../cases/glass/visibility";
import { hasRole, type Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { casesAtAGlance, type CaseGlance } from "../../shared-actions/glance/queries";
import { requestStatuses } from "../../referrals/requests/labels";
import { visibleRequests } from "../../referrals/requests/visibility";
import { actionStatusLabels } from "../../shared-actions/labels";
import type { ActionStatus } from "../../shared-actions/schema";
import { visibleActions } from "../../shared-actions/visibility";
import { administrationNotices, type AdministrationNotice } from "../administration/queries";
import { noticeWords, type AdministrationKind } from "../labels";
import { lateKinds, type NoticeKind } from "../schema";

export type NoticeRow = { id: string; kind: string; isUrgent: boolean; caseId: string | null; actionId: string | null; referralId: string | null; agreementId: string | null; aboutMemberId: string | null; createdAt: Date; readAt: Date | null };

export const noticeColumns = { id: true, kind: true, isUrgent: true, caseId: true, actionId: true, referralId: true, agreementId: true, aboutMemberId: true, createdAt: true, readAt: true } as const;

type Reading = { tx: Tx; actor: Actor; now: Date };
type ActionOfNotice = { id: string; what: string; status: ActionStatus; ownerAgencyId: string; askedByAgencyId: string; declineReason: string | null; outcome: string | null };
type GlassOfNotice = { caseId: string; reference: string; reason: string; agencyId: string; leadAgencyId: string; entryId: string | null };
const ofGlass = ["glass-broken", "seal-broken"];
type RequestOfNotice = { id: string; reference: string; question: string; status: string; outcome: string | null; raisedByAgencyId: string; toAgencyId: string | null };
export type ShownNotice = { row: NoticeRow; glance: CaseGlance; action: ActionOfNotice | null; glass?: GlassOfNotice; request?: RequestOfNotice; administration?: AdministrationNotice };

// Kept from the perpetrator's side, now as when they were left.
const ofVictimsRisk: readonly string[] = ["case-red", "trigger", ...lateKinds.filter((kind) => kind !== "late:actionDefault" && kind !== "late:referralAnswer")];

/** About the member themselves. */
const ofSignIn = ["recovery-code-used", "sign-in-changed"];
const aboutNoCase: CaseGlance = { caseId: "", reference: "", leadAgencyId: "", title: "", rag: null, ragReason: "", side: "both", isOpen: true };

/** Those of a member's own notices that stand for something they may still see, in a few statements however many; the rest are not there. */
export async function noticesThatStand(reading: Reading, rows: readonly NoticeRow[]): Promise<ShownNotice[]> {
  const glances = await casesAtAGlance(reading, rows.flatMap((row) => row.caseId ?? []));
  const actions = await actionsOf(reading, rows.flatMap((row) => row.actionId ?? []));
  const administration = await administrationNotices(reading, rows);
  const broken = await brokenGlass(reading, rows.flatMap((row) => (ofGlass.includes(row.kind) && row.caseId ? [row.caseId] : [])));
  const requests = await requestsOf(reading, rows.flatMap((row) => row.referralId ?? []));
  const sought = rows.some(({ kind }) => kind === "case-sought") ? await searchesOf(reading) : [];
  return rows.flatMap((row): ShownNotice[] => {
    if (row.referralId) return requestNotice(row, requests);
    if (ofSignIn.includes(row.kind)) return [{ row, action: null, glance: aboutNoCase }];
    if (ofGlass.includes(row.kind)) return glassNotice(row, broken.filter(({ entryId }) => (entryId === null) === (row.kind === "glass-broken")));
    if (row.kind === "case-sought") return glassNotice({ ...row, caseId: "" }, sought.filter(({ at }) => at.getTime() === row.createdAt.getTime()));
    const ofAdministration = administration.get(row.id);
    if (ofAdministration) return [{ row, glance: noCase, action: null, administration: ofAdministration }];
    const glance = row.caseId ? glances.get(row.caseId) : undefined;
    const action = row.actionId ? actions.get(row.actionId) : null;
    if (!glance || action === undefined) return [];
    if (glance.side === "perpetrator" && ofVictimsRisk.includes(row.kind)) return [];
    return [{ row, glance, action }];
  });
}

const noCase: CaseGlance = { caseId: "", reference: "", leadAgencyId: "", title: "", rag: null, ragReason: "", side: "both", isOpen: true };

// Governance is told of a case that it may not open: what it may read is the break-glass record.
async function brokenGlass({ tx, actor, now }: Reading, caseIds: string[]): Promise<GlassOfNotice[]> {
  if (caseIds.length === 0) return [];
  return tx.breakGlass.findMany({
    where: { AND: [{ caseId: { in: caseIds } }, visibleGlass(actor, now)] }, orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    select: { caseId: true, reference: true, reason: true, agencyId: true, leadAgencyId: true, entryId: true },
  });
}

// A search names no case: what stands of it is who looked and why. The notice and the record are of one moment.
async function searchesOf({ tx }: Reading): Promise<(GlassOfNotice & { at: Date })[]> {
  const rows = await tx.emergencySearch.findMany({ select: { at: true, reason: true, agencyId: true }, orderBy: [{ at: "desc" }, { id: "asc" }], take: 200 });
  return rows.map((row) => ({ ...row, caseId: "", reference: "", leadAgencyId: "", entryId: null }));
}

function glassNotice(row: NoticeRow, broken: GlassOfNotice[]): ShownNotice[] {
  const glass = broken.find(({ caseId }) => caseId === row.caseId);
  if (!glass) return [];
  const { caseId, reference, leadAgencyId } = glass;
  return [{ row, action: null, glass, glance: { caseId, reference, leadAgencyId, title: "", rag: null, ragReason: "", side: "both", isOpen: true } }];
}

// Whoever asked, or is offered a lead, may not open the case: what they read is the request.
async function requestsOf({ tx, actor, now }: Reading, referralIds: string[]): Promise<RequestOfNotice[]> {
  if (referralIds.length === 0) return [];
  return tx.referral.findMany({
    where: { AND: [{ id: { in: referralIds } }, visibleRequests(actor, now)] },
    select: { id: true, reference: true, question: true, status: true, outcome: true, raisedByAgencyId: true, toAgencyId: true },
  });
}

function requestNotice(row: NoticeRow, requests: RequestOfNotice[]): ShownNotice[] {
  const request = requests.find(({ id }) => id === row.referralId);
  return request ? [{ row, action: null, request, glance: { caseId: "", reference: request.reference, leadAgencyId: "", title: "", rag: null, ragReason: "", side: "both", isOpen: true } }] : [];
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
export async function inWords({ tx, actor }: Pick<Reading, "tx" | "actor">, shown: readonly ShownNotice[]) {
  const agencies = await agencyNames(tx, shown.flatMap(({ action, glass, request }) => [action?.ownerAgencyId, action?.askedByAgencyId, glass?.agencyId, request?.raisedByAgencyId, request?.toAgencyId].flatMap((id) => id ?? [])));
  return shown.map(({ row, glance, action, glass, request, administration }) => ({
    ...(administration ?? {
      ...wordsOfCase({ row, glance, action, glass, request }, agencies),
      href: hrefOf({ row, glance, action, glass, request }, hasRole(actor, "governance") ? actor.agencyId : null),
    }),
    noticeId: row.id, kind: row.kind as NoticeKind, isUrgent: row.isUrgent, isRead: row.readAt !== null, createdAt: row.createdAt.toISOString(),
    reference: glance.reference, rag: glance.rag,
  }));
}

/** Where a notice of a case leads; governance reads what was opened in an emergency where it reviews it. */
function hrefOf({ row, glance, action, glass, request }: ShownNotice, governedAgencyId: string | null): string {
  if (ofSignIn.includes(row.kind)) return "/account";
  if (request) return "/requests";
  if (glass && governedAgencyId && (glass.leadAgencyId !== governedAgencyId || glass.entryId)) return "/governance/break-glass";
  const atCase = `/cases/${glance.caseId}`;
  if (row.kind.startsWith("closure-")) return `${atCase}/closing`;
  if (row.kind.startsWith("late:") && !action && row.kind !== "late:personTold") return `${atCase}/clocks`;
  return action ? `${atCase}/plan` : atCase;
}

function wordsOfCase({ row, glance, action, glass, request }: ShownNotice, agencies: Map<string, string>): { words: string; detail: string } {
  return noticeWords(row.kind as Exclude<NoticeKind, AdministrationKind>, {
    reference: glance.reference, title: glance.title, ragReason: glance.ragReason,
    what: glass?.reason ?? action?.what ?? request?.question ?? "", askedBy: agencies.get(glass?.agencyId ?? action?.askedByAgencyId ?? request?.raisedByAgencyId ?? "") ?? "",
    owner: agencies.get(action?.ownerAgencyId ?? request?.toAgencyId ?? "") ?? "", declineReason: action?.declineReason ?? "", outcome: action?.outcome ?? request?.outcome ?? "",
    stands: standsWords(action, request),
  });
}

function standsWords(action: ActionOfNotice | null, request: RequestOfNotice | undefined): string {
  if (request) return request.status === "sent" ? "" : (requestStatuses[request.status] ?? "").toLowerCase();
  return action && action.status !== "offered" ? actionStatusLabels[action.status].toLowerCase() : "";
}
