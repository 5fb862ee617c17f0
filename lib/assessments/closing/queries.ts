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
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { ragLabels } from "../../clocks/labels";
import { mayOpenAgain, reopensUntil } from "../../clocks/rules";
import { latestPerSubject } from "../case-rag/queries";
import { closureNeedWords, closureRefusals, victimViewLabels } from "./labels";
import { mayCloseCase, mayDecideClosure, mayRecordView, mayReopenCase } from "./policy";
import { approvalNeededFor, type ClosureFacts, closureNeedsOf, triesForNotReached } from "./rules";
import { type ApprovalReason, closingSchema, type ClosingView, type ClosureNeed, closureNeeds, type VictimView } from "./schema";

type Reading = { tx: Tx; now: Date };
type VictimRow = { involvementId: string; name: string; view: VictimView | null; viewWords: string; words: string; tries: number; closingRag: "red" | "amber" | "green" | null };

export type ClosureStanding = ClosureFacts & { actions: { id: string; what: string }[]; people: VictimRow[] };

/** What closing a case turns on, as it stands: for those who may read all of it, never for the perpetrator's side. */
export async function closureFactsOf({ tx, now }: Reading, caseId: string): Promise<ClosureStanding> {
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { status: true, rag: true, hateQueryOpen: true } });
  const actions = await tx.sharedAction.findMany({ where: { caseId, status: { notIn: ["done", "cancelled"] } }, select: { id: true, what: true }, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
  const liveTriggers = await tx.liveTrigger.count({ where: { caseId, endedAt: null } });
  const lastReport = await tx.report.findFirst({ where: { caseId }, orderBy: [{ receivedAt: "desc" }, { id: "asc" }], select: { receivedAt: true } });
  const opened = await tx.closureProposal.findFirst({ where: { caseId, decision: "closed" }, orderBy: [{ decidedAt: "desc" }, { id: "asc" }], select: { decidedAt: true } });
  const reds = await tx.ragChange.count({ where: { caseId, rag: "red", ...(opened?.decidedAt ? { at: { gt: opened.decidedAt } } : {}) } });
  const closing = await closingAssessments({ tx, now }, caseId, lastReport?.receivedAt ?? null);
  const people = await victimsOf({ tx, now }, caseId, closing);
  return {
    isAssessed: row.status !== "intake", openActions: actions.length, actions, people, victims: people, rag: row.rag, wasRed: reds > 0, liveTriggers, isHateQueryOpen: row.hateQueryOpen,
    closingRagWithoutVictims: closing.find(({ templateKey }) => templateKey === "PCI")?.rag ?? null,
  };
}

/** The latest assessment of each subject that was made for closing, after the last report. */
async function closingAssessments({ tx }: Reading, caseId: string, lastReportAt: Date | null) {
  const rows = await tx.assessment.findMany({
    where: { caseId }, orderBy: [{ completedAt: "desc" }, { id: "asc" }], select: { templateKey: true, involvementId: true, placeId: true, purpose: true, rag: true, completedAt: true },
  });
  return latestPerSubject(rows).filter(({ purpose, completedAt }) => purpose === "closure" && (lastReportAt === null || completedAt > lastReportAt));
}

async function victimsOf({ tx, now }: Reading, caseId: string, closing: Awaited<ReturnType<typeof closingAssessments>>): Promise<VictimRow[]> {
  const victims = await tx.involvement.findMany({
    where: { caseId, role: "victim", endsAt: null }, orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
  });
  const ids = victims.map((victim) => victim.id);
  const lastClosed = await tx.closureProposal.findFirst({ where: { caseId, decision: "closed" }, orderBy: [{ decidedAt: "desc" }, { id: "asc" }], select: { decidedAt: true } });
  const views = await tx.victimView.findMany({
    where: { caseId, involvementId: { in: ids }, ...(lastClosed?.decidedAt ? { recordedAt: { gt: lastClosed.decidedAt } } : {}) }, orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
  });
  const contacts = await tx.contact.findMany({
    where: { caseId, involvementId: { in: ids } }, orderBy: { entry: { seq: "desc" } }, select: { involvementId: true, type: true },
  });
  return victims.map(({ id: involvementId, person }) => {
    const said = views.find((view) => view.involvementId === involvementId);
    const own = contacts.filter((contact) => contact.involvementId === involvementId);
    const reached = own.findIndex(({ type }) => type !== "failed_attempt");
    return {
      involvementId, name: displayName(person), view: (said?.view as VictimView | undefined) ?? null, words: said?.words ?? "",
      viewWords: said ? `${victimViewLabels[said.view as VictimView]}, ${dayAndTime(said.recordedAt, now)}` : "",
      tries: reached < 0 ? own.length : reached,
      closingRag: closing.find((row) => row.templateKey === "VRA" && row.involvementId === involvementId)?.rag ?? null,
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
    const facts = await closureFactsOf({ tx, now }, input.caseId);
    const header = await caseHeader(tx, actor, now, standing);
    const codes = await tx.code.findMany({ where: { list: "case_outcome" }, orderBy: { position: "asc" }, select: { code: true, label: true } });
    const outcomeWords = (code: string) => codes.find((one) => one.code === code)?.label ?? code;
    const stands = await proposalsOf({ tx, now }, actor, standing, outcomeWords);
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

function victimLine({ closingRag, tries, ...victim }: VictimRow): ClosingView["victims"][number] {
  return {
    ...victim, tries, mayBeNotReached: tries >= triesForNotReached,
    closing: { isDone: closingRag !== null, words: closingRag ? `Closing assessment: ${ragLabels[closingRag].toLowerCase()}` : "No closing assessment since the last report" },
  };
}

type Stands = Pick<ClosingView, "proposal" | "last" | "closed">;

async function proposalsOf({ tx, now }: Reading, actor: Actor, standing: CaseStanding, outcomeWords: (code: string) => string): Promise<Stands> {
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
