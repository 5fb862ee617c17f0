import type { Rag } from "@/lib/clocks/schema";
import type { LegalGateway, Side } from "@/lib/cases/schema";
import { ageOn } from "@/lib/format/names";
import { londonDay } from "@/lib/format/dates";
import { suggestedAgencies, type Proposal, type ProposedKind } from "../../sharing/rules";
import type { IntakeInput } from "../schema";

/** An agency that might be told, as far as choosing goes. */
export type Candidate = {
  id: string;
  name: string;
  kind: string;
  side: Side;
  /** Whether its agreement for the area is live. */
  isLive: boolean;
  /** In how many areas it works: the fewer, the more local. None for an agency that has signed nothing. */
  areas: number;
  /** Whether it has signed for this area, live or not. */
  signedHere: boolean;
};

/** A proposal with the agency it comes to: one that can be told, one that cannot, or nobody at all. */
export type Partner =
  | { kind: ProposedKind; reasons: Proposal["reasons"]; status: "possible"; agency: Candidate }
  | { kind: ProposedKind; reasons: Proposal["reasons"]; status: "no_agreement"; agency: Candidate }
  | { kind: ProposedKind; reasons: Proposal["reasons"]; status: "nobody" };

/**
 * The agencies that proposals come to in an area: of each kind the most local with a live agreement; where none has
 * one, those that would be asked and cannot be. Agencies that are on the case already are left out.
 */
export function partnersFor(proposals: readonly Proposal[], candidates: readonly Candidate[], onCase: readonly string[]): Partner[] {
  return proposals.flatMap(({ kind, reasons }): Partner[] => {
    const ofKind = candidates.filter((candidate) => candidate.kind === kind);
    const live = ofKind.filter(({ isLive }) => isLive);
    const fewest = Math.min(...live.map(({ areas }) => areas));
    const local = live.filter(({ areas }) => areas === fewest);
    if (local.length > 0) return local.filter(({ id }) => !onCase.includes(id)).map((agency) => ({ kind, reasons, status: "possible", agency }));
    const wanting = ofKind.filter(({ signedHere, areas }) => signedHere || areas === 0);
    if (wanting.length > 0) return wanting.map((agency) => ({ kind, reasons, status: "no_agreement", agency }));
    return [{ kind, reasons, status: "nobody" }];
  });
}

const mustBeSaved = ["T1", "T2"];

/** The law that lets an agency be told: vital interests where life is in danger, the care and children acts for their own, else the Crime and Disorder Act. */
export function gatewayFor(kind: string, triggers: readonly string[]): LegalGateway {
  if (triggers.some((key) => mustBeSaved.includes(key))) return "vital_interests";
  if (kind === "adult_social_care") return "care_act_s42_45";
  return kind === "childrens_social_care" ? "children_act" : "cda_s115";
}

/** Whether people must be told in person, and not only find it on their screen: a red case. */
export function mustRing(rag: Rag | null): boolean {
  return rag === "red";
}

/** The kinds of agency that a report calls for, by its assessment or, without one, its screening. */
export function proposalsFor(input: Pick<IntakeInput, "assessment" | "impact" | "screeningAnswers" | "vulnerabilityFactors" | "affected">, risk: { rag: Rag | null; triggers: readonly string[] }, now: Date): Proposal[] {
  const { assessment, impact } = input;
  const assessed = input.affected[assessment?.affectedIndex ?? 0]?.person;
  const bornOn = assessed?.kind === "individual" ? assessed.bornOn : null;
  const answers = { ...(impact?.answers ?? {}), ...(assessment?.answers ?? input.screeningAnswers) };
  return suggestedAgencies(answers, [...(assessment?.factors ?? input.vulnerabilityFactors)], [...risk.triggers], {
    age: bornOn ? ageOn(bornOn, londonDay(now)) : null, subject: "victim", ...(risk.rag ? { rag: risk.rag } : {}),
  });
}
