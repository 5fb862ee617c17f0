import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { Refused } from "../../platform/errors";
import type { Side } from "../../platform/generated/enums";
import type { CaseStanding } from "../visibility";
import { addressOf } from "../../people/queries";
import { involvementRoleWords } from "../page/rules";
import type { RestrictedPerson } from "./schema";
import { protectedWords } from "./labels";
import { protectedIn, type Protected } from "./rules";

type Doing = { tx: Tx; actor: Actor; now: Date };
type Given = { side: Side; texts: readonly string[]; confirmed: boolean };

/**
 * Refused with "names-protected" where words that the perpetrator's side can read give a name, a home or a number of
 * somebody on the victim's side, unless the writer said that they must go all the same; returns what to keep with the
 * record of that. Writers on that side are not asked: the question itself would tell them.
 */
export async function checkNames(doing: Doing, standing: Pick<CaseStanding, "caseId" | "side">, { side, texts, confirmed }: Given): Promise<{ namesConfirmed?: true }> {
  if (side === "victim" || standing.side === "perpetrator") return {};
  const { facts, shared } = await protectedOn(doing, standing.caseId);
  const found = protectedIn(texts, facts, shared);
  if (found.length === 0) return {};
  if (!confirmed) throw new Refused("names-protected", protectedWords(found));
  return { namesConfirmed: true };
}

/** Those on the side of a case that is not the reader's, as restricted persons; nobody where the reader's is both. */
export async function otherSideOf(tx: Tx, { caseId, side }: Pick<CaseStanding, "caseId" | "side">): Promise<RestrictedPerson[]> {
  if (side === "both") return [];
  const rows = await tx.$queryRaw<{ id: string; role: Parameters<typeof involvementRoleWords>[0]; label: string; area: string }[]>`SELECT id, role::text AS role, label, area FROM other_side_of(${caseId}::uuid)`;
  return rows.map(({ id, role, label, area }) => ({ kind: "restricted", id, label: label || "Not named", roleWords: involvementRoleWords(role), area }));
}

/** Whether one person alone stands on the victim's side: then whoever works with the other side can tell who spoke. */
export async function hasOneComplainant(tx: Tx, caseId: string): Promise<boolean> {
  const people = await tx.involvement.findMany({ where: { caseId, endsAt: null, side: "victim", person: { kind: "individual" } }, select: { personId: true }, distinct: ["personId"], take: 2 });
  return people.length === 1;
}

async function protectedOn({ tx }: Doing, caseId: string): Promise<{ facts: Protected; shared: string[] }> {
  const people = await tx.involvement.findMany({
    where: { caseId, role: { not: "professional" } },
    select: { side: true, personId: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
  });
  const kept = people.filter(({ side, person }) => side === "victim" && person.kind === "individual");
  const ids = kept.map(({ personId }) => personId);
  const aliases = ids.length === 0 ? [] : await tx.alias.findMany({ where: { personId: { in: ids } }, select: { name: true } });
  const homes = ids.length === 0 ? [] : await tx.residence.findMany({ where: { personId: { in: ids } }, select: { id: true, sealedAddress: true, isConfidential: true, place: { select: { line: true, town: true, postcode: true, area: { select: { name: true } } } } } });
  const points = ids.length === 0 ? [] : await tx.contactPoint.findMany({ where: { personId: { in: ids } }, select: { number: true } });
  const namesOf = (rows: typeof people) => rows.flatMap(({ person }) => [person.givenName, person.familyName, person.fullName]).filter(Boolean);
  return {
    facts: { names: [...new Set([...namesOf(kept), ...aliases.map(({ name }) => name)])], homes: homes.map(addressOf), districts: await districtsKept(tx, caseId, homes), phones: points.map(({ number }) => number).filter(Boolean) },
    shared: namesOf(people.filter(({ side }) => side !== "victim")),
  };
}

type Residing = Parameters<typeof addressOf>[0] & { isConfidential: boolean };

// Of a home that is kept confidential the town and the district tell as much as the street, unless it is where the case is known to be.
async function districtsKept(tx: Tx, caseId: string, homes: readonly Residing[]): Promise<string[]> {
  const kept = homes.filter(({ isConfidential }) => isConfidential).map(addressOf);
  if (kept.length === 0) return [];
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { area: { select: { name: true } }, fromArea: { select: { name: true } } } });
  const known = [(asbCase.fromArea ?? asbCase.area).name, ...homes.filter(({ isConfidential }) => !isConfidential).flatMap((home) => [addressOf(home).town, addressOf(home).district])];
  return [...new Set(kept.flatMap(({ town, district }) => [town, district]))].filter((words) => words !== "" && !known.includes(words));
}
