import { z } from "zod";
import { addDays, dayAndTime, londonDay } from "../../format/dates";
import { id } from "../../format/fields";
import { caseRefusals } from "../../cases/page/labels";
import { mayReadCases } from "../../cases/page/policy";
import { caseHeader } from "../../cases/page/queries";
import { tookWords } from "../../cases/page/rules";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { query } from "../../platform/query";
import { loweringRefusalLabels } from "../case-rag/labels";
import { ragFactsOf } from "../case-rag/queries";
import { caseRag, loweringRefusal, longestLowering } from "../case-rag/rules";
import { hateOf } from "../hate/queries";
import { needChoices, needGroups } from "../needs/queries";
import { judgementsOf } from "../override/queries";
import { assessedSubjects } from "../reading/queries";
import { isManagerOfLead, mayAddToRisk, mayAssessRisk, mayTakeRiskDown } from "../risk/policy";
import { triggerDefinitions } from "../templates/queries";
import { whatWillHappen } from "../triggers/labels";
import { liveTriggersOf } from "../triggers/queries";
import { claimViews, otherRags } from "./rules";
import { riskTabSchema, type RiskTabView } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };
type Part = Pick<RiskTabView, "claims" | "history" | "victims" | "behaviour" | "triggers" | "judgements" | "loweringRefusal">;

/** Why a case is its colour, every assessment, trigger, judgement and need on it: of the perpetrator's side its own needs alone. */
export const getRiskTab = query({
  name: "risk.tab",
  summary: "Risk and needs of a case: why it is its colour, its assessments, triggers, judgements and needs.",
  input: z.strictObject({ caseId: id("Choose a case") }),
  output: riskTabSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const reading = { tx, actor, now, standing };
    const header = await caseHeader(tx, actor, now, standing);
    const works = standing.level === "contribute" || standing.level === "lead";
    const sees = standing.side === "perpetrator" ? "behaviour" as const : works ? "all" as const : "summary" as const;
    const needs = works ? await needGroups(tx, now, standing) : [];
    return {
      header, sees, needs, ...(await partOf(reading, sees)), offers: await offersOf(reading, sees, needs),
      hate: sees === "all" ? await hateOf(reading) : noHate, may: mayOf(reading),
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

const noHate: RiskTabView["hate"] = { isQueryOpen: false, mayAnswer: false, trained: [], recognisedWords: "" };
const nothing: Part = { claims: [], history: [], victims: [], behaviour: [], triggers: [], judgements: [], loweringRefusal: "" };

async function partOf(reading: Reading, sees: RiskTabView["sees"]): Promise<Part> {
  if (sees === "behaviour") return nothing;
  const { tx, actor, now, standing } = reading;
  const subjects = sees === "all" ? await assessedSubjects(tx, now, standing) : [];
  const names = new Map(subjects.map(({ subject, name }) => [subject, name]));
  return {
    ...(sees === "all" ? await colourOf(reading) : { claims: [], loweringRefusal: "" }),
    history: await historyOf(reading),
    victims: subjects.filter(({ templateKey }) => templateKey === "VRA"),
    behaviour: subjects.filter(({ templateKey }) => templateKey === "PCI"),
    triggers: await liveTriggersOf(tx, { caseId: standing.caseId, now, names, subjects, seesAll: sees === "all", isManagerOfLead: isManagerOfLead(actor, standing) }),
    judgements: sees === "all" ? await judgementsOf(tx, standing.caseId, now) : [],
  };
}

async function colourOf({ tx, actor, now, standing }: Reading): Promise<Pick<Part, "claims" | "loweringRefusal">> {
  const facts = await ragFactsOf(tx, now, standing.caseId);
  const { rag, cause } = caseRag(facts, now);
  const [best] = otherRags(rag).better.slice(-1);
  const refusal = best ? loweringRefusal({ rag: best, expiresOn: londonDay(now) }, {
    isByManagerOfLead: isManagerOfLead(actor, standing), current: rag, liveTriggers: facts.liveTriggers,
    lastAssessedAt: facts.lastAssessedAt, causedAt: "at" in cause ? cause.at : null,
  }, now) : null;
  return { claims: claimViews(facts, now), loweringRefusal: refusal ? loweringRefusalLabels[refusal] : "" };
}

function lastedWords(from: Date, until: Date | null, now: Date): string {
  const isBrief = (until ?? now).getTime() - from.getTime() < 60_000;
  return isBrief ? (until ? "for under a minute" : "just now") : `for ${tookWords(from, until ?? now)}${until ? "" : " so far"}`;
}

async function historyOf({ tx, now, standing }: Reading): Promise<RiskTabView["history"]> {
  const rows = await tx.ragChange.findMany({ where: { caseId: standing.caseId }, orderBy: { seq: "desc" }, select: { rag: true, reason: true, at: true, byId: true } });
  const members = await tx.member.findMany({ where: { id: { in: rows.flatMap(({ byId }) => byId ?? []) } }, select: { id: true, name: true } });
  return rows.map((row, index) => ({
    rag: row.rag, reason: row.reason, atWords: dayAndTime(row.at, now), byName: members.find(({ id: member }) => member === row.byId)?.name ?? "",
    lastedWords: lastedWords(row.at, rows[index - 1]?.at ?? null, now),
  }));
}

// What a colour could change to says what it is, so only those who see it are offered that.
async function offersOf({ tx, now, standing }: Reading, sees: RiskTabView["sees"], groups: RiskTabView["needs"]): Promise<RiskTabView["offers"]> {
  const today = londonDay(now);
  const definitions = await triggerDefinitions(tx, now);
  const { worse, better } = sees === "all" ? otherRags(standing.rag) : { worse: [], better: [] };
  return {
    triggers: definitions.filter(({ computed }) => !computed).map((trigger) => ({ key: trigger.key, text: trigger.text, rag: trigger.min_rag, ...whatWillHappen(trigger) })),
    people: groups.flatMap(({ involvementId, name, note }) => (involvementId ? [{ value: involvementId, label: `${name}, ${note}` }] : [])),
    needs: await needChoices(tx, new Date(today)),
    raiseTo: worse, lowerTo: better.filter((rag) => rag !== "red"), lowerUntil: addDays(today, longestLowering),
  };
}

function mayOf({ actor, standing }: Reading): RiskTabView["may"] {
  const assess = mayAssessRisk(actor, standing).allowed;
  const add = mayAddToRisk(actor, standing).allowed;
  const takeDown = mayTakeRiskDown(actor, standing).allowed;
  const { worse, better } = otherRags(standing.rag);
  return { assess, recordTrigger: add, raise: assess && worse.length > 0, lower: takeDown && better.length > 0, takeDown, recordNeed: add };
}
