import { liveAgreements } from "../../agencies/agreements/queries";
import { caseRefusals } from "../../cases/page/labels";
import { mayReadCases } from "../../cases/page/policy";
import { caseHeader } from "../../cases/page/queries";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { timeStandardsOf } from "../../clocks/queries";
import { londonDay, shortDay } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { query } from "../../platform/query";
import { actionRefusals } from "../labels";
import { actionLines, colleaguesOf, lineColumns } from "../lines/queries";
import { mayRaiseAction } from "../policy";
import { actionDueAt, unsettled } from "../rules";
import { visibleActions } from "../visibility";
import { askableListSchema, casePlanInput, casePlanSchema, type Askable } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date };
const mostEnded = 100;

/** A case's plan: what is still to be done, by the clock, what has ended, and who can be asked. */
export const getCasePlan = query({
  name: "action.plan",
  summary: "The actions of a case, and the agencies that can be asked.",
  input: casePlanInput,
  output: casePlanSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const reading = { tx, actor, now };
    const standing = await standingOn(tx, actor, now, input.caseId);
    const ofCase = { AND: [visibleActions(actor, now), { caseId: input.caseId }] };
    const open = await tx.sharedAction.findMany({ where: { AND: [ofCase, { status: { in: unsettled } }] }, orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: 200, select: lineColumns });
    const ended = await tx.sharedAction.findMany({ where: { AND: [ofCase, { status: { notIn: unsettled } }] }, orderBy: [{ endedAt: "desc" }, { id: "desc" }], take: mostEnded, select: lineColumns });
    const lines = await actionLines(reading, [...open, ...ended]);
    const may = mayRaiseAction(actor, standing);
    const dueAt = actionDueAt({ rag: standing.side === "perpetrator" ? null : standing.rag, standards: await timeStandardsOf(tx, standing.areaId, now) }, now, isBankHoliday);
    return {
      header: await caseHeader(tx, actor, now, standing),
      open: lines.slice(0, open.length), ended: lines.slice(open.length),
      askable: may.allowed ? await askableOn(reading, standing) : [],
      colleagues: await colleaguesOf(reading), ownAgencyId: actor.agencyId,
      defaultDueOn: londonDay(dueAt), defaultDueWords: shortDay(dueAt, now),
      mayRaise: may.allowed, whyNotRaise: may.allowed ? "" : actionRefusals[may.reason] ?? "",
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

/** The agencies on a case that can be asked, for asking again after a refusal. */
export const listAskable = query({
  name: "action.askable",
  summary: "The agencies on a case that can be asked to act.",
  input: casePlanInput,
  output: askableListSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => ({ askable: await askableOn({ tx, actor, now }, await standingOn(tx, actor, now, input.caseId)) }),
  audit: (_view, input) => ({ caseId: input.caseId }),
});

async function askableOn({ tx, now }: Reading, standing: CaseStanding): Promise<Askable[]> {
  const grants = await tx.grant.findMany({
    where: { caseId: standing.caseId, revokedAt: null, level: { not: "pointer" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { agencyId: true, agency: { select: { shortName: true } } }, orderBy: { agency: { shortName: "asc" } },
  });
  const live = await liveAgreements(tx, now, standing.areaIds, grants.map((grant) => grant.agencyId));
  return grants.map(({ agencyId, agency }) => {
    const mayBeAsked = live.has(agencyId);
    return { agencyId, name: agency.shortName, mayBeAsked, whyNot: mayBeAsked ? "" : actionRefusals["no-live-agreement"] ?? "" };
  });
}
