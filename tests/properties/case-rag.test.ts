import { describe, expect, it } from "vitest";
import { caseRag, type CaseRagFacts } from "@/lib/assessments/case-rag/rules";
import { Chance } from "../access/random";

const colours = ["green", "amber", "red"] as const;
const rank = (rag: string | null) => colours.indexOf(rag as (typeof colours)[number]);
const start = Date.UTC(2026, 9, 1);
const day = 86_400_000;
const triggers = [["T1", 2, "manager"], ["T2", 2, "manager"], ["T3", 2, "manager"], ["T4", 1, "hate_pathway"], ["T5", 2, "hate_pathway"], ["T6", 1, "computed"], ["T7", 1, "computed"]] as const;
/** 24:00 in London ends a day: 23:00 UTC in summer time, which ended on 25 October 2026, and 00:00 after it. */
const endOf = (on: string) => Date.parse(`${on}T00:00:00Z`) + day - (on < "2026-10-25" ? 3_600_000 : 0);

describe("a case's colour", () => {
  it("is the worst that claims it, and a downward judgement holds down what was known and no more, over 100,000 cases", () => {
    const chance = new Chance(26_2011);
    const seen = { lowered: 0, escaped: 0, expired: 0, none: 0 };
    for (let round = 0; round < 100_000; round += 1) {
      const at = () => new Date(start + chance.below(50 * 24) * 3_600_000);
      const assessed = () => ({ rag: chance.one(colours), score: chance.below(45), at: at(), by: "Roddons" });
      const list = <Item>(most: number, make: () => Item) => Array.from({ length: chance.below(most + 1) }, make);
      const now = new Date(start + (51 * 24 + chance.below(49)) * 3_600_000);
      const expiresOn = new Date(now.getTime() + (chance.below(7) - 3) * day).toISOString().slice(0, 10);
      const facts: CaseRagFacts = {
        victims: list(3, assessed), behaviour: list(2, assessed),
        liveTriggers: chance.is(0.3) ? chance.some(triggers, 3).map(([key, least, ends]) => ({ key, minRag: colours[least], ends, startedAt: at(), by: "Police" })) : [],
        raised: chance.is(0.2) ? { rag: chance.one(colours), reason: "Judgement", at: at(), by: "Police", expiresOn: chance.is(0.5) ? expiresOn : null } : null,
        lowered: chance.is(0.4) ? { rag: chance.one(colours), reason: "Quiet", at: at(), by: "Roddons", expiresOn } : null,
      };
      const claims = [...facts.victims, ...facts.behaviour].map((one) => ({ colour: rank(one.rag), at: one.at.getTime(), isHeld: false }))
        .concat(facts.liveTriggers.map((one) => ({ colour: rank(one.minRag), at: one.startedAt.getTime(), isHeld: ["T1", "T2", "T3"].includes(one.key) })))
        .concat(facts.raised && (facts.raised.expiresOn === null || now.getTime() < endOf(facts.raised.expiresOn)) ? [{ colour: rank(facts.raised.rag), at: facts.raised.at.getTime(), isHeld: false }] : []);
      const worst = Math.max(-1, ...claims.map((claim) => claim.colour));
      let expected = worst;
      const { lowered } = facts;
      if (worst >= 0 && lowered && now.getTime() < endOf(lowered.expiresOn!)) {
        const escaping = Math.max(-1, ...claims.filter((claim) => claim.isHeld || claim.at > lowered.at.getTime()).map((claim) => claim.colour));
        expected = Math.min(worst, Math.max(rank(lowered.rag), escaping));
        seen.lowered += expected < worst ? 1 : 0; seen.escaped += escaping > rank(lowered.rag) ? 1 : 0;
      } else if (lowered) seen.expired += 1;
      seen.none += worst < 0 ? 1 : 0;
      const found = caseRag(facts, now);
      if (rank(found.rag) !== expected) expect({ round, facts, now, rag: found.rag }).toEqual({ round, facts, now, rag: colours[expected] ?? null });
      if ((found.rag === null) !== (found.cause.kind === "unassessed")) expect.fail(`Case ${round} does not say why it has its colour`);
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
  });
});
