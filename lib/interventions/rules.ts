import { addMonths, type Day } from "@/lib/format/dates";
import type { InterventionStatus, InterventionSubject, InterventionType, ListedType } from "./schema";

/** A type of intervention from the reference list's way of writing it. */
export function interventionType(listed: ListedType): InterventionType {
  return {
    code: listed.code, label: listed.label, availableFrom: listed.from, availableTo: listed.to,
    isSelectable: listed.selectable ?? true, minAge: listed.minAge ?? null,
    subject: listed.subject ?? "person", replacedBy: listed.replacedBy ?? null, isEnforcement: isEnforcement({ code: listed.code, isStatutory: listed.statutory }),
  };
}

/** An intervention that somebody means to begin: its type, its day, and what it is on. An age is on that day, null where not known. */
export type WantedStart = { code: string; startsOn: Day; age?: number | null; subject?: InterventionSubject };

export type StartRefusal = "unknown-type" | "undated" | "not-yet" | "ended" | "too-young" | "wrong-subject" | "too-far-ahead";

/** Whether an intervention may begin; if not, why, and which types might be chosen instead. */
export type StartAnswer =
  | { ok: true; isHistoric: boolean }
  | { ok: false; reason: StartRefusal; type: InterventionType | null; alternatives: InterventionType[] };

/** An intervention is not planned further ahead than this, in months. */
export const monthsAhead = 12;

// The 2014 Act put two orders in the place of each of these: by injunction, and on conviction.
const successors: Record<string, readonly string[]> = {
  asbo: ["civil_injunction", "criminal_behaviour_order"],
  drinking_banning_order: ["civil_injunction", "criminal_behaviour_order"],
  respect_order: ["civil_injunction"],
  housing_injunction: ["civil_injunction"],
  youth_injunction: ["civil_injunction"],
};
// For somebody too young for an order: what works with the child and the family.
const forTheYoung = ["acceptable_behaviour_contract", "parenting_contract", "family_support"];

/** Whether the law of a type has a day to begin: a law to come has none until an administrator has dated it. */
export function isDated({ isSelectable, availableFrom }: Pick<InterventionType, "isSelectable" | "availableFrom">): boolean {
  return isSelectable || availableFrom !== null;
}

function refusalOf(type: InterventionType, wanted: WantedStart): StartRefusal | null {
  if (!isDated(type)) return "undated";
  if (type.availableFrom !== null && wanted.startsOn < type.availableFrom) return "not-yet";
  if (type.availableTo !== null && wanted.startsOn > type.availableTo) return "ended";
  if (wanted.subject !== undefined && wanted.subject !== type.subject) return "wrong-subject";
  return type.minAge !== null && typeof wanted.age === "number" && wanted.age < type.minAge ? "too-young" : null;
}

function alternativesTo(types: readonly InterventionType[], type: InterventionType, wanted: WantedStart, reason: StartRefusal): InterventionType[] {
  const predecessors = types.filter(({ replacedBy }) => replacedBy === type.code).map(({ code }) => code);
  const codes = reason === "too-young" ? forTheYoung
    : reason === "not-yet" ? predecessors
      : reason === "wrong-subject" || reason === "too-far-ahead" ? []
        : [...(successors[type.code] ?? []), ...(type.replacedBy ? [type.replacedBy] : [])];
  const age = wanted.age === undefined ? {} : { age: wanted.age };
  return [...new Set(codes)]
    .flatMap((code) => types.find((one) => one.code === code) ?? [])
    .filter((one) => refusalOf(one, { code: one.code, startsOn: wanted.startsOn, ...age }) === null);
}

/**
 * Whether an intervention of a type may begin on a day: inside the type's dates, so that an order of an old law can be
 * put on record and not made anew; on somebody old enough; on what the type is for. A type whose law is not dated yet
 * is refused. Says what else there is.
 */
export function mayStartType(types: readonly InterventionType[], wanted: WantedStart, today: Day): StartAnswer {
  const type = types.find(({ code }) => code === wanted.code);
  if (!type) return { ok: false, reason: "unknown-type", type: null, alternatives: [] };
  const reason = refusalOf(type, wanted) ?? (wanted.startsOn > addMonths(today, monthsAhead) ? "too-far-ahead" : null);
  if (reason !== null) return { ok: false, reason, type, alternatives: alternativesTo(types, type, wanted, reason) };
  return { ok: true, isHistoric: type.availableTo !== null && type.availableTo < today };
}

const inForce: readonly InterventionStatus[] = ["completed", "breached", "varied", "appealed", "discharged", "expired"];
const onTheWay: readonly InterventionStatus[] = ["in_force", "considered"];
const onward: Record<InterventionStatus, readonly InterventionStatus[]> = {
  considered: ["applied", "served", "agreed"],
  // An application that fails, or an agreement nobody keeps to, is only considered again.
  applied: onTheWay,
  served: onTheWay,
  agreed: onTheWay,
  in_force: inForce,
  breached: ["in_force", ...inForce],
  varied: ["in_force", ...inForce.filter((status) => status !== "varied"), "varied"],
  appealed: ["in_force", ...inForce.filter((status) => status !== "appealed")],
  completed: [],
  discharged: [],
  expired: [],
};

/** Whether an intervention may move from one state to another. It may be broken or varied more than once. */
export function mayMoveIntervention(from: InterventionStatus, to: InterventionStatus): boolean {
  return onward[from].includes(to);
}

/** Whether an intervention has ended for good. */
export function isEnded(status: InterventionStatus): boolean {
  return onward[status].length === 0;
}

/**
 * Whether an intervention had force on a day, its first and its last day with it. One that has ended since still had
 * it then; one that was only considered or applied for never did, while one that was served or agreed has it from its
 * first day. A breach, a variation or an appeal does not end it. From `endedOn`, the day it was ended before its time, it has force no more.
 */
export function isInForce(
  intervention: { status: InterventionStatus; startsOn: Day; endsOn: Day | null; endedOn: Day | null },
  on: Day,
): boolean {
  if (intervention.status === "considered" || intervention.status === "applied") return false;
  const { startsOn, endsOn, endedOn } = intervention;
  return startsOn <= on && (endsOn === null || on <= endsOn) && (endedOn === null || on < endedOn);
}

/** Whether a type compels somebody: a power of the law, or the contract whose breach leads to one. Before such a step it is asked whether they are a victim elsewhere. */
export function isEnforcement(type: { code: string; isStatutory: boolean }): boolean {
  return type.isStatutory || type.code === "acceptable_behaviour_contract";
}
