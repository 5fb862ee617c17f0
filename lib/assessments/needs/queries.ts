import { shortDay } from "../../format/dates";
import { displayName } from "../../format/names";
import { involvementRoleWords } from "../../cases/page/rules";
import { ofSide, type CaseStanding } from "../../cases/visibility";
import type { Tx } from "../../platform/db";
import type { NeedGroup } from "../tab/schema";
import { needSourceWords } from "./labels";

/** The needs of each person on the actor's side of a case, and of the case itself: live ones first. */
export async function needGroups(tx: Tx, now: Date, standing: CaseStanding): Promise<NeedGroup[]> {
  const needs = await tx.need.findMany({ where: { caseId: standing.caseId, ...ofSide(standing) }, orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { startsOn: "asc" }, { id: "asc" }] });
  const people = await tx.involvement.findMany({
    where: { caseId: standing.caseId, role: { in: ["victim", "household_member", "alleged_perpetrator", "perpetrator"] }, ...ofSide(standing), OR: [{ endsAt: null }, { id: { in: needs.flatMap(({ involvementId }) => involvementId ?? []) } }] },
    select: { id: true, role: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
    orderBy: [{ role: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
  const codes = await tx.code.findMany({ where: { list: "need" }, select: { code: true, label: true } });
  const labelOf = new Map(codes.map(({ code, label }) => [code, label]));
  const groups = [...people.map(({ id, role, person }) => ({ involvementId: id as string | null, name: displayName(person), note: involvementRoleWords(role) })), { involvementId: null, name: "The case itself", note: "whoever's need it is" }];
  return groups.map((group) => ({
    ...group,
    needs: needs.filter(({ involvementId }) => involvementId === group.involvementId).map((need) => ({
      needId: need.id, version: need.version, label: labelOf.get(need.code) ?? need.code, sourceWords: needSourceWords(need.source), note: need.note,
      datesWords: need.endsOn ? `${shortDay(need.startsOn, now)} to ${shortDay(need.endsOn, now)}` : `since ${shortDay(need.startsOn, now)}`,
      isLive: need.endsOn === null,
    })),
  }));
}

/** The needs to choose from now. */
export async function needChoices(tx: Tx, today: Date): Promise<{ value: string; label: string }[]> {
  const rows = await tx.code.findMany({
    where: { list: "need", OR: [{ validFrom: null }, { validFrom: { lte: today } }], AND: [{ OR: [{ validTo: null }, { validTo: { gte: today } }] }] },
    orderBy: { position: "asc" }, select: { code: true, label: true },
  });
  return rows.map(({ code, label }) => ({ value: code, label }));
}
