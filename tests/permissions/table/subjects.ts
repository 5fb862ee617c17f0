import type { Actor } from "../../../lib/platform/actor";
import { reaches } from "../../../lib/agencies/visibility";
import type { CaseStanding } from "../../../lib/cases/visibility";
import type { GrantLevel, InvolvementRole, Side } from "../../../lib/cases/schema";
import { mayOpenAgain } from "../../../lib/clocks/rules";
import type { Rag } from "../../../lib/clocks/schema";
import { agencyWords, areaWords, sideOf } from "./members";

/** What a policy judges, as its door's `load` would bring it to this actor. */
export type Subject = { words: string; seenBy: (actor: Actor) => unknown; input?: Record<string, unknown> };

type Held = { level: GrantLevel; side: Side };
type Facts = { lead: string; area: string; rag: Rag; isClosed: boolean; closedAt: Date | null; held: Map<string, Held>; openedBy: string; officer: string | null };

export type GivenCase = Subject & {
  facts: Facts;
  /** With a grant at this level; on the agency's own side unless another is said. */
  sharedWith: (agency: string, level: GrantLevel, side?: Side) => GivenCase;
  red: () => GivenCase;
  /** Closed for good: more than 28 days ago. */
  closed: () => GivenCase;
  /** Closed yesterday. */
  closedLately: () => GivenCase;
  in: (area: string) => GivenCase;
  /** Opened in an emergency by the member who is spoken of, of this agency. */
  openedInAnEmergencyBy: (agency: string) => GivenCase;
  /** Whose named officer is the member who is spoken of. */
  ofOfficer: (memberId: string) => GivenCase;
};

/** A case of Fenland, open and amber unless more is said. */
export function caseLedBy(lead: string): GivenCase {
  return withFacts({ lead, area: "FEN", rag: "amber", isClosed: false, closedAt: null, held: new Map([[lead, { level: "lead", side: "both" }]]), openedBy: "", officer: null });
}

function withFacts(facts: Facts): GivenCase {
  return {
    facts, words: caseWords(facts), seenBy: (actor) => standingOf(actor, facts),
    sharedWith: (agency, level, side = sideOf(agency)) => withFacts({ ...facts, held: new Map([...facts.held, [agency, { level, side }]]) }),
    red: () => withFacts({ ...facts, rag: "red" }),
    closed: () => withFacts({ ...facts, isClosed: true, closedAt: new Date("2026-09-01T12:00:00Z") }),
    closedLately: () => withFacts({ ...facts, isClosed: true, closedAt: new Date("2026-11-17T12:00:00Z") }),
    in: (area) => withFacts({ ...facts, area }),
    openedInAnEmergencyBy: (openedBy) => withFacts({ ...facts, openedBy }),
    ofOfficer: (officer) => withFacts({ ...facts, officer }),
  };
}

const sideWords: Record<Side, string> = { both: "", victim: " on the victim's side", perpetrator: " on the perpetrator's side" };

function caseWords({ lead, area, rag, isClosed, closedAt, held, openedBy, officer }: Facts): string {
  const shares = [...held].filter(([agency]) => agency !== lead).map(([agency, { level, side }]) => `with ${agencyWords(agency)} at ${level}${sideWords[side]}`);
  const where = area === "FEN" ? "" : ` of ${areaWords(area)}`;
  return `a ${isClosed ? (mayOpenAgain(closedAt, new Date("2026-11-18T09:00:00Z")) ? "lately closed " : "closed ") : ""}${rag === "red" ? "red " : ""}case${where} led by ${agencyWords(lead)}${shares.length > 0 ? `, shared ${shares.join(" and ")}` : ""}${openedBy ? ", opened in an emergency" : ""}${officer ? ", whose named officer they are" : ""}`;
}

/** As `standingOn` would find it. A case that the actor cannot see has no row: it is not found, and no policy is asked. */
function standingOf(actor: Actor, facts: Facts): CaseStanding {
  const { lead, area, rag, isClosed, held } = facts;
  const own = actor.readsCases ? held.get(actor.agencyId) : undefined;
  const isByPanel = rag === "red" && !isClosed && actor.panelAreaIds.includes(area) && (!own || !reaches(own.level, "contribute") || own.side !== "both");
  const isByGlass = !isByPanel && facts.openedBy === actor.agencyId;
  const reach: Held | undefined = isByPanel ? { level: "contribute", side: "both" } : isByGlass ? { level: "contribute", side: actor.side } : own;
  if (!reach || !actor.areaIds.includes(area)) throw new Error(`${actor.agencyId} does not see ${caseWords(facts)}`);
  return {
    caseId: "case", reference: "FEN-2026-00001", title: "Noise in Wisbech", areaId: area, areaIds: [area], isMoved: false, status: isClosed ? "closed" : "open", closedAt: facts.closedAt, rag, version: 1,
    level: reach.level, side: reach.side, isByPanel, isByGlass, leadAgencyId: lead, namedOfficerId: facts.officer,
  };
}

const entryWords: Record<string, string> = { note: "a note", contact: "a contact", rag: "a line that Hereward wrote" };

/** A line of a case's log, by whose member it was written. */
export function lineBy(agency: string, kind: keyof typeof entryWords, onCase: GivenCase): Subject {
  return { words: `${entryWords[kind]} by ${agencyWords(agency)} on ${onCase.words}`, seenBy: (actor) => ({ standing: onCase.seenBy(actor), kind, authorAgencyId: agency }) };
}

/** A question of hate on a case, to a member who is trained in it, or is not. */
export function questionOfHate(isTrained: boolean, onCase: GivenCase): Subject {
  return { words: `a question of hate, ${isTrained ? "" : "not "}trained in it, on ${onCase.words}`, seenBy: (actor) => ({ ...(onCase.seenBy(actor) as CaseStanding), isTrained }) };
}

/** An entry for named agencies alone, by who wrote it; for nobody in particular, it is for everyone. */
export function anEntryFor(audience: readonly string[], author: string, onCase: GivenCase): Subject {
  const whom = audience.length > 0 ? `for ${audience.map(agencyWords).join(" and ")}` : "for everyone";
  return { words: `an entry ${whom} by ${agencyWords(author)} on ${onCase.words}`, seenBy: (actor) => ({ standing: onCase.seenBy(actor), audience, authorAgencyId: author }) };
}

/** Somebody who stands on a case. */
export function somebodyOn(onCase: GivenCase): Subject {
  return { words: `somebody on ${onCase.words}`, seenBy: (actor) => ({ standing: onCase.seenBy(actor) }) };
}

/** A person, or an organisation, in a role on a case: whose home may have changed. */
export function livingOn(role: InvolvementRole, onCase: GivenCase, kind: "individual" | "organisation" = "individual"): Subject {
  const what = kind === "individual" ? "" : "an organisation as ";
  return { words: `${what}${/^[aeiou]/.test(role) ? "an" : "a"} ${role.replaceAll("_", " ")} on ${onCase.words}`, seenBy: (actor) => ({ standing: onCase.seenBy(actor), role, person: { kind } }) };
}

/** Somebody to be added to a case in a role. */
export function aNew(role: InvolvementRole, onCase: GivenCase, side?: Side): Subject {
  return { words: `a new ${role.replace("_", " ")}${side ? sideWords[side] : ""} for ${onCase.words}`, seenBy: onCase.seenBy, input: { role, side } };
}

type GivenAction = Subject & { by: (agency: string) => GivenAction; onCaseLedBy: (agency: string) => GivenAction };

/** An action that an agency was asked to do; asked and led by Fenland District Council unless more is said. */
export function anActionFor(owner: string, asker = "fenland-dc", lead = "fenland-dc"): GivenAction {
  return {
    words: `an action that ${agencyWords(asker)} asked ${agencyWords(owner)} to do${lead === asker ? "" : ` on a case led by ${agencyWords(lead)}`}`,
    seenBy: () => ({ ownerAgencyId: owner, askedByAgencyId: asker, leadAgencyId: lead }),
    by: (agency) => anActionFor(owner, agency, lead),
    onCaseLedBy: (agency) => anActionFor(owner, asker, agency),
  };
}

/** Several actions answered in one. */
export function together(...actions: Subject[]): Subject {
  return { words: actions.map(({ words }) => words).join(" and "), seenBy: (actor) => actions.map((one) => one.seenBy(actor)) };
}

type GivenReport = Subject & { joining: (onCase: GivenCase) => Subject; onItsOwn: () => Subject };

/** A report without a case that an agency took. */
export function aReportTakenBy(agency: string, area = "FEN"): GivenReport {
  const report = { agencyId: agency, areaId: area };
  const words = `a report that ${agencyWords(agency)} took in ${areaWords(area)}`;
  return {
    words, seenBy: () => report,
    joining: (onCase) => ({ words: `${words}, to join ${onCase.words}`, seenBy: (actor) => ({ report, standing: onCase.seenBy(actor) }) }),
    onItsOwn: () => ({ words: `${words}, the same event as one without a case`, seenBy: () => ({ report, standing: null }) }),
  };
}

/** What was just rung in about, at a place of an area. */
export function aNewReportIn(area: string, joins?: GivenCase): Subject {
  return { words: `a new report in ${areaWords(area)}${joins ? `, to join ${joins.words}` : ""}`, seenBy: (actor) => ({ place: { areaId: area }, joins: joins?.seenBy(actor) ?? null }) };
}

/** A person referred on from a case, perhaps to an agency on the system. */
export function aReferralBy(agency: string, to: string | null, lead: string): Subject {
  return {
    words: `a referral that ${agencyWords(agency)} made to ${to ? agencyWords(to) : "a service outside"} on a case led by ${agencyWords(lead)}`,
    seenBy: () => ({ raisedByAgencyId: agency, toAgencyId: to, leadAgencyId: lead, outcomeAt: null }),
  };
}

/** What an agency asked of the lead of a case: reach into it. */
export function aRequestAbout(onCase: GivenCase): Subject {
  return { words: `a request for access to ${onCase.words}`, seenBy: (actor) => ({ standing: onCase.seenBy(actor) }) };
}

/** A request, by the agency that made it. */
export function aRequestBy(agency: string): Subject {
  return { words: `a request that ${agencyWords(agency)} made`, seenBy: () => ({ raisedByAgencyId: agency }) };
}

/** The lead of a case, offered to an agency. */
export function anOfferTo(agency: string): Subject {
  return { words: `an offer of the lead to ${agencyWords(agency)}`, seenBy: () => ({ toAgencyId: agency }) };
}

/** A case before the group of an area. */
export function beforeTheGroupOf(area: string, onCase: GivenCase): Subject {
  const { facts } = onCase;
  const seat = { panelId: `panel of ${area}`, chairId: `chair of ${area}`, coordinatorId: `coordinator of ${area}`, areaId: area };
  return { words: `${onCase.words}, before ${areaWords(area)}'s group`, seenBy: () => ({ seat, areaId: facts.area, rag: facts.rag, status: facts.isClosed ? "closed" : "open" }) };
}

/** An order, agreement or notice on record. */
export function anInterventionOn(onCase: GivenCase): Subject {
  return { words: `an intervention of ${onCase.words}`, seenBy: (actor) => {
    const { level, isByGlass } = onCase.seenBy(actor) as CaseStanding;
    return { level, isByGlass };
  } };
}

/** A member to be kept from a case, by id. */
export function keeping(memberId: string, words: string, onCase: GivenCase): Subject {
  return { words: `${words} and ${onCase.words}`, seenBy: onCase.seenBy, input: { memberId } };
}

/** A member who is kept from a case, perhaps every manager of its lead with them. */
export function keptFrom(onCase: GivenCase, isWithoutManager: boolean): Subject {
  return { words: `somebody who is kept from ${onCase.words}${isWithoutManager ? ", as every manager of the lead is" : ""}`, seenBy: (actor) => ({ ...(onCase.seenBy(actor) as CaseStanding), isWithoutManager }) };
}

/** An emergency opening, by the member who did it. */
export function anOpeningBy(memberId: string, words: string): Subject {
  return { words: `an emergency opening by ${words}`, seenBy: () => ({ memberId }) };
}
