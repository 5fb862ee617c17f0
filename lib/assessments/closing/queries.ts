import { z } from "zod";
import { dayAndTime, longDay } from "../../format/dates";
import { id } from "../../format/fields";
import { displayName } from "../../format/names";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { Forbidden } from "../../platform/errors";
import { query } from "../../platform/query";
import { mayReadCases, maySeeClosing } from "../../cases/page/policy";
import { caseHeader } from "../../cases/page/queries";
import { ofSide, standingOn, visibleEntries, visibleReports, type CaseStanding } from "../../cases/visibility";
import { ragLabels } from "../../clocks/labels";
import { mayOpenAgain, reopensUntil } from "../../clocks/rules";
import { latestPerSubject } from "../case-rag/queries";
import { visibleAssessments } from "../visibility";
import { closureNeedWords, closureRefusals, victimViewLabels } from "./labels";
import { mayCloseCase, mayDecideClosure, mayRecordView, mayReopenCase } from "./policy";
import { approvalNeededFor, type ClosureFacts, closureNeedsOf, triesForNotReached, type VictimClosing } from "./rules";
import { type ApprovalReason, closingSchema, type ClosingView, type ClosureNeed, closureNeeds, type VictimView } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date };
type VictimRow = { involvementId: string; name: string; view: VictimView | null; viewWords: string; words: string; tries: number };

export type ClosureStanding = ClosureFacts & { actions: { id: string; what: string }[]; people: (VictimRow & Pick<VictimClosing, "closingRag">)[] };

/** What closing a case turns on, as it stands: for those who may read all of it, never for the perpetrator's side. */
export async function closureFactsOf({ tx, actor, now }: Reading, standing: CaseStanding): Promise<ClosureStanding> {
  const { caseId } = standing;
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { status: true, rag: true, hateQueryOpen: true } });
  const actions = await tx.sharedAction.findMany({ where: { caseId, ...ofSide(standing), status: { notIn: ["done", "cancelled"] } }, select: { id: true, what: true }, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
  const liveTriggers = await tx.liveTrigger.count({ where: { caseId, endedAt: null } });
  const since = await lastClosedAt(tx, caseId);
  const reds = await tx.ragChange.count({ where: { caseId, rag: "red", ...(since ? { at: { gt: since } } : {}) } });
  const closing = await closingAssessments({ tx, actor, now }, caseId);
  const victims = await victimsOf({ tx, actor, now }, standing, since);
  const people = victims.map((victim) => ({ ...victim, closingRag: closing.find((one) => one.templateKey === "VRA" && one.involvementId === victim.involvementId)?.rag ?? null }));
  return {
    isAssessed: row.status !== "intake", openActions: actions.length, actions, people, victims: people, rag: row.rag, wasRed: reds > 0, liveTriggers, isHateQueryOpen: row.hateQueryOpen,
    closingRagWithoutVictims: closing.find(({ templateKey }) => templateKey === "PCI")?.rag ?? null,
  };
}

/** When the case was last closed, where it was opened again since: what was said and seen before then no longer counts. */
async function lastClosedAt(tx: Tx, caseId: string): Promise<Date | null> {
  const last = await tx.closureProposal.findFirst({ where: { caseId, decision: "closed" }, orderBy: [{ decidedAt: "desc" }, { id: "asc" }], select: { decidedAt: true } });
  return last?.decidedAt ?? null;
}

/** The latest assessment of each subject, where it was made for closing and after the last report. */
async function closingAssessments({ tx, actor, now }: Reading, caseId: string) {
  const report = await tx.report.findFirst({ where: { AND: [{ caseId }, visibleReports(actor, now)] }, orderBy: [{ receivedAt: "desc" }, { id: "asc" }], select: { receivedAt: true } });
  const rows = await tx.assessment.findMany({
    where: { AND: [{ caseId }, visibleAssessments(actor, now)] }, orderBy: [{ completedAt: "desc" }, { id: "asc" }],
    select: { templateKey: true, involvementId: true, placeId: true, purpose: true, rag: true, completedAt: true },
  });
  return latestPerSubject(rows).filter(({ purpose, completedAt }) => purpose === "closure" && (!report || completedAt > report.receivedAt));
}

/** The victims of a case, what each said of closing it since that moment, and how often they were tried for in vain. */
export async function victimsOf({ tx, actor, now }: Reading, standing: CaseStanding, since: Date | null): Promise<VictimRow[]> {
  const { caseId } = standing;
  const victims = await tx.involvement.findMany({
    where: { caseId, ...ofSide(standing), role: "victim", endsAt: null }, orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
  });
  const ids = victims.map((victim) => victim.id);
  const views = await tx.victimView.findMany({ where: { caseId, involvementId: { in: ids }, ...(since ? { recordedAt: { gt: since } } : {}) }, orderBy: [{ recordedAt: "desc" }, { id: "asc" }] });
  const contacts = await tx.contact.findMany({
    where: { caseId, involvementId: { in: ids }, entry: visibleEntries(actor, now) }, orderBy: { entry: { seq: "desc" } }, select: { involvementId: true, type: true },
  });
  return victims.map(({ id: involvementId, person }) => {
    const said = views.find((view) => view.involvementId === involvementId);
    const own = contacts.filter((contact) => contact.involvementId === involvementId);
    const reached = own.findIndex(({ type }) => type !== "failed_attempt");
    return {
      involvementId, name: displayName(person), view: (said?.view as VictimView | undefined) ?? null, words: said?.words ?? "",
      viewWords: said ? `${victimViewLabels[said.view as VictimView]}, ${dayAndTime(said.recordedAt, now)}` : "",
      tries: reached < 0 ? own.length : reached,
    };
  });
}

/** What closing still needs, what the victims say, who proposed it, and what the member may do; refused to the perpetrator's side and at summary. */
export const getClosing = query({
  name: "case.closing",
  summary: "What closing a case still needs, what its victims say of it, and what was proposed.",
  input: z.strictObject({ caseId: id("Choose a case") }),
  output: closingSchema,
  allow: mayReadCases,
  words: closureRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const seeing = maySeeClosing(actor, standing);
    if (!seeing.allowed) throw new Forbidden(seeing.reason);
    const facts = await closureFactsOf({ tx, actor, now }, standing);
    const header = await caseHeader(tx, actor, now, standing);
    const codes = await tx.code.findMany({ where: { list: "case_outcome" }, orderBy: { position: "asc" }, select: { code: true, label: true } });
    const outcomeWords = (code: string) => codes.find((one) => one.code === code)?.label ?? code;
    const stands = await proposalsOf({ tx, actor, now }, standing, outcomeWords);
    return {
      header, needs: needLines(facts), actions: facts.actions, victims: facts.people.map(victimLine), orders: header.orders, outcomes: codes,
      because: approvalNeededFor(facts), ...stands, may: mayOf(actor, standing, stands),
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

const fixes: Record<ClosureNeed, ClosingView["needs"][number]["fix"]> = {
  "not-assessed": "risk", "open-actions": "plan", "closing-assessment": "risk", "assessment-red": "risk", "still-red": "risk", "trigger-live": "risk", "hate-query-open": "risk", "view-missing": "here",
};

/** Every condition that always holds a case, met or not, and those that hold this one. */
function needLines(facts: ClosureStanding): ClosingView["needs"] {
  const missing = closureNeedsOf(facts);
  const always: ClosureNeed[] = ["open-actions", "closing-assessment", ...(facts.victims.length > 0 ? ["view-missing" as const] : [])];
  return closureNeeds.filter((code) => missing.includes(code) || (facts.isAssessed && always.includes(code)))
    .map((code) => ({ code, isMet: !missing.includes(code), words: closureNeedWords[code][missing.includes(code) ? "missing" : "met"], fix: fixes[code] }));
}

function victimLine({ closingRag, tries, ...victim }: ClosureStanding["people"][number]): ClosingView["victims"][number] {
  return {
    ...victim, tries, mayBeNotReached: tries >= triesForNotReached,
    closing: { isDone: closingRag !== null, words: closingRag ? `Closing assessment: ${ragLabels[closingRag].toLowerCase()}` : "No closing assessment since the last report" },
  };
}

type Stands = Pick<ClosingView, "proposal" | "last" | "closed">;

async function proposalsOf({ tx, actor, now }: Reading, standing: CaseStanding, outcomeWords: (code: string) => string): Promise<Stands> {
  const rows = await tx.closureProposal.findMany({ where: { caseId: standing.caseId }, orderBy: [{ proposedAt: "desc" }, { id: "asc" }], take: 5 });
  const members = await tx.member.findMany({ where: { id: { in: rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? []].flat()) } }, select: { id: true, name: true } });
  const nameOf = (memberId: string | null) => members.find((one) => one.id === memberId)?.name ?? "";
  const open = rows.find(({ decision }) => decision === null);
  const lastNo = rows[0]?.decision === "declined" ? rows[0] : undefined;
  const { closedAt, outcome } = await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: { closedAt: true, outcome: true } });
  return {
    proposal: open ? {
      outcomeWords: outcomeWords(open.outcome), reason: open.reason, because: open.because as ApprovalReason[], by: nameOf(open.proposedById),
      whenWords: dayAndTime(open.proposedAt, now), isMine: open.proposedById === actor.memberId,
    } : null,
    last: lastNo ? { words: `${nameOf(lastNo.decidedById)} declined to close it, ${dayAndTime(lastNo.decidedAt!, now)}`, reason: lastNo.decisionReason } : null,
    closed: closedAt ? {
      outcomeWords: outcomeWords(outcome ?? ""), whenWords: dayAndTime(closedAt, now), mayStillReopen: mayOpenAgain(closedAt, now),
      // The moment is the midnight after the last day.
      untilWords: longDay(new Date(reopensUntil(closedAt).getTime() - 1)),
    } : null,
  };
}

function mayOf(actor: Actor, standing: CaseStanding, { proposal, closed }: Stands): ClosingView["may"] {
  const closes = mayCloseCase(actor, standing).allowed;
  return {
    propose: closes && proposal === null, recordView: mayRecordView(actor, standing).allowed,
    decide: proposal !== null && !proposal.isMine && mayDecideClosure(actor, standing).allowed, withdraw: proposal !== null && closes,
    reopen: closed !== null && closed.mayStillReopen && mayReopenCase(actor, standing).allowed,
  };
}
