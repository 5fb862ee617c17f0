import { ragRank } from "@/lib/clocks/rules";
import { type Rag, rags } from "@/lib/clocks/schema";
import { dayAndTime } from "@/lib/format/dates";
import { ragReason } from "../case-rag/labels";
import { caseRag, ragClaims, type CaseRagFacts, type RagCause } from "../case-rag/rules";
import type { Claim } from "./schema";

const sameCause = (a: RagCause, b: RagCause) => JSON.stringify(a) === JSON.stringify(b);

/** Every claim on a case's colour, worst first, with the one that decides. */
export function claimViews(facts: CaseRagFacts, now: Date): Claim[] {
  const { cause, rag } = caseRag(facts, now);
  const claims = ragClaims(facts, now).map((claim) => ({ rag: claim.rag, cause: claim.cause }));
  const all = cause.kind === "lowered" && rag ? [{ rag, cause }, ...claims.sort((a, b) => ragRank(b.rag) - ragRank(a.rag))] : claims.sort((a, b) => ragRank(b.rag) - ragRank(a.rag));
  const deciding = all.findIndex((claim) => sameCause(claim.cause, cause));
  return all.flatMap((claim, at) => {
    if (claim.cause.kind === "unassessed") return [];
    // In a list of all victims each stands for itself.
    const { what, by, at: since, ownWords } = ragReason(claim.cause.kind === "victim" ? { ...claim.cause, ofVictims: 1 } : claim.cause);
    return [{ kind: claim.cause.kind, rag: claim.rag, what, by: by ?? "", atWords: since ? dayAndTime(since, now) : "", ownWords, isDeciding: at === deciding }];
  });
}

/** Colours worse than now, and better. */
export function otherRags(current: Rag | null): { worse: Rag[]; better: Rag[] } {
  return {
    worse: rags.filter((rag) => current === null || ragRank(rag) > ragRank(current)),
    better: current === null ? [] : rags.filter((rag) => ragRank(rag) < ragRank(current)),
  };
}
