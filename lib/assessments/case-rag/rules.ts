import { ragRank, worstRag } from "@/lib/clocks/rules";
import type { Rag } from "@/lib/clocks/schema";
import { addDays, type Day, endOfLondonDay, londonDay } from "@/lib/format/dates";
import { isHeldByManager, type LiveTrigger } from "../triggers/rules";

/** What one assessment says of its subject: its colour after triggers and judgement. */
export type AssessedRag = {
  rag: Rag; score: number; at: Date; by: string;
  /** What raised it above its score's own colour: a trigger's key, the assessor's judgement, or nothing. */
  raisedBy?: string | null;
};

/** A judgement against the rule. It holds to 24:00 London on its last day, where it has one. */
export type RagOverride = { rag: Rag; reason: string; at: Date; by: string; expiresOn: Day | null };

/** What a case's colour is made of. */
export type CaseRagFacts = {
  /** The latest assessment of each active victim. */
  victims: readonly AssessedRag[];
  /** The latest assessment of each person's behaviour, and of each place. */
  behaviour: readonly AssessedRag[];
  liveTriggers: readonly LiveTrigger[];
  raised: RagOverride | null;
  lowered: RagOverride | null;
};

/** The one thing that makes a case its colour. */
export type RagCause =
  | { kind: "unassessed" }
  | { kind: "trigger"; key: string; at: Date; by: string }
  | { kind: "raised"; reason: string; at: Date; by: string }
  | { kind: "victim"; score: number; at: Date; by: string; ofVictims: number; raisedBy?: string | null }
  | { kind: "behaviour"; score: number; at: Date; by: string; raisedBy?: string | null }
  | { kind: "lowered"; from: Rag; reason: string; at: Date; by: string; until: Day };

/** A case's colour and why; no colour before anything is assessed. */
export type CaseRag = { rag: Rag | null; cause: RagCause };

export type RagClaim = { rag: Rag; at: Date; isFixed: boolean; cause: RagCause };

const isLive = (override: RagOverride | null, now: Date): override is RagOverride =>
  override !== null && override.at <= now && (override.expiresOn === null || now < endOfLondonDay(override.expiresOn));

/** Everything that claims a colour, in the order in which equals are named: triggers, judgement, victims, behaviour. */
export function ragClaims({ victims, behaviour, liveTriggers, raised }: CaseRagFacts, now: Date): RagClaim[] {
  const latestFirst = <Item extends { at: Date }>(items: readonly Item[]) => [...items].sort((a, b) => b.at.getTime() - a.at.getTime());
  const triggers = [...liveTriggers]
    .sort((a, b) => a.key.localeCompare(b.key) || b.startedAt.getTime() - a.startedAt.getTime());
  return [
    ...triggers.map((trigger): RagClaim => {
      const { key, minRag, startedAt: at, by } = trigger;
      return { rag: minRag, at, isFixed: isHeldByManager(trigger), cause: { kind: "trigger", key, at, by } };
    }),
    ...(isLive(raised, now) ? [raised] : []).map(({ rag, reason, at, by }): RagClaim =>
      ({ rag, at, isFixed: false, cause: { kind: "raised", reason, at, by } })),
    ...latestFirst(victims).map(({ rag, score, at, by, raisedBy }): RagClaim =>
      ({ rag, at, isFixed: false, cause: { kind: "victim", score, at, by, ofVictims: victims.length, raisedBy } })),
    ...latestFirst(behaviour).map(({ rag, score, at, by, raisedBy }): RagClaim =>
      ({ rag, at, isFixed: false, cause: { kind: "behaviour", score, at, by, raisedBy } })),
  ];
}

function worstOf(claims: readonly RagClaim[]): RagClaim | null {
  return claims.reduce<RagClaim | null>((worst, claim) => (worst && ragRank(worst.rag) >= ragRank(claim.rag) ? worst : claim), null);
}

/**
 * A case's colour: the worst of every active victim's latest assessment, every latest assessment of behaviour or
 * place, every live trigger and an upward judgement. A downward judgement holds down only what was known when it was
 * made, never a trigger that a manager must end, and never makes a case worse.
 */
export function caseRag(facts: CaseRagFacts, now: Date): CaseRag {
  const claims = ragClaims(facts, now);
  const worst = worstOf(claims);
  if (!worst) return { rag: null, cause: { kind: "unassessed" } };
  const { lowered } = facts;
  if (!isLive(lowered, now) || lowered.expiresOn === null) return { rag: worst.rag, cause: worst.cause };

  const escaping = worstOf(claims.filter((claim) => claim.isFixed || claim.at > lowered.at));
  const held = escaping ? worstRag(lowered.rag, escaping.rag) : lowered.rag;
  if (ragRank(held) >= ragRank(worst.rag)) return { rag: worst.rag, cause: worst.cause };
  if (escaping && ragRank(escaping.rag) > ragRank(lowered.rag)) return { rag: escaping.rag, cause: escaping.cause };
  const { reason, at, by, expiresOn: until } = lowered;
  return { rag: held, cause: { kind: "lowered", from: worst.rag, reason, at, by, until } };
}

/** The colour of behaviour that the perpetrator's side sees and sorts by: the worst of the latest, each without its victim question. */
export function caseBehaviourRag(latest: readonly { behaviourRag: Rag }[]): Rag | null {
  return latest.length === 0 ? null : worstRag(...latest.map(({ behaviourRag: rag }) => rag));
}

/** A downward judgement may hold no longer than the longest time between two reviews. */
export const longestLowering = 56;

export type LoweringFacts = {
  isByManagerOfLead: boolean;
  current: Rag | null;
  liveTriggers: readonly Pick<LiveTrigger, "ends">[];
  /** When the last assessment on the case was completed, and when the thing was recorded that makes it its colour. */
  lastAssessedAt: Date | null;
  causedAt: Date | null;
};

export type LoweringRefusal =
  | "not-manager-of-lead" | "trigger-live" | "not-lower" | "needs-assessment" | "expiry-past" | "expiry-too-far";

/**
 * Why a case's colour may not be lowered by judgement, or null when it may: only by a manager of the lead agency, not
 * while a trigger that a manager must end is live, to a better colour, after an assessment at least as new as what
 * made the colour, and until a day no further off than 56 days.
 */
export function loweringRefusal(wanted: { rag: Rag; expiresOn: Day }, facts: LoweringFacts, now: Date): LoweringRefusal | null {
  if (!facts.isByManagerOfLead) return "not-manager-of-lead";
  if (facts.liveTriggers.some(isHeldByManager)) return "trigger-live";
  if (facts.current === null || ragRank(wanted.rag) >= ragRank(facts.current)) return "not-lower";
  const { lastAssessedAt, causedAt } = facts;
  if (lastAssessedAt === null || (causedAt !== null && lastAssessedAt < causedAt)) return "needs-assessment";
  const today = londonDay(now);
  if (wanted.expiresOn < today) return "expiry-past";
  return wanted.expiresOn > addDays(today, longestLowering) ? "expiry-too-far" : null;
}
