import { z } from "zod";
import { londonDay, longDay } from "../format/dates";
import { displayName, isUnder18 } from "../format/names";
import type { Tx } from "../platform/db";
import { query } from "../platform/query";
import { agencyNames } from "../agencies/queries";
import { caseRefusals } from "../cases/page/labels";
import { mayReadCases } from "../cases/page/policy";
import { caseHeader } from "../cases/page/queries";
import { ofSide, reaches, standingOn, type CaseStanding } from "../cases/visibility";
import { interventionRefusals, interventionStatusLabels } from "./labels";
import { mayRecordIntervention } from "./policy";
import { isDated, isEnded, isEnforcement, isInForce, mayMoveIntervention, mayStartType } from "./rules";
import { interventionStatuses, interventionsViewSchema, type InterventionStatus, type InterventionType, type InterventionView } from "./schema";

const dayOf = (date: Date | null) => (date ? date.toISOString().slice(0, 10) : null);

/** Every type of intervention, past, present and not yet dated. */
export async function listedTypes(tx: Tx): Promise<InterventionType[]> {
  const rows = await tx.interventionType.findMany({ orderBy: { label: "asc" } });
  return rows.map(({ subject, availableFrom, availableTo, ...row }) => ({
    code: row.code, label: row.label, isSelectable: row.isSelectable, isEnforcement: isEnforcement(row), minAge: row.minAge, replacedBy: row.replacedBy,
    subject: subject as InterventionType["subject"], availableFrom: dayOf(availableFrom), availableTo: dayOf(availableTo),
  }));
}

/** A case's interventions, with what each may become, and the types that can be recorded. */
export const listInterventions = query({
  name: "intervention.list",
  summary: "The interventions of a case.",
  input: z.strictObject({ caseId: z.uuid() }),
  output: interventionsViewSchema,
  allow: mayReadCases,
  words: { ...caseRefusals, ...interventionRefusals },
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const today = londonDay(now);
    const asbCase = await tx.case.findUniqueOrThrow({ where: { id: input.caseId }, select: { place: { select: { id: true, line: true, town: true } } } });
    const people = await peopleOn(tx, standing, today);
    const mayRecord = mayRecordIntervention(actor, standing).allowed;
    return {
      header: await caseHeader(tx, actor, now, standing), today, mayRecord,
      interventions: await interventionsOn(tx, standing, today, new Map(people.map((one) => [one.personId, one.name])), mayRecord),
      types: (await listedTypes(tx)).filter(isDated).map((type) => ({ code: type.code, label: type.label, subject: type.subject, isEnforcement: type.isEnforcement, isNow: mayStartType([type], { code: type.code, startsOn: today }, today).ok })),
      people,
      place: asbCase.place && mayKnowPlace(standing) ? { placeId: asbCase.place.id, words: [asbCase.place.line, asbCase.place.town].filter(Boolean).join(", ") } : null,
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

// The place of a case is most often the victim's home.
function mayKnowPlace({ level, side }: CaseStanding): boolean {
  return side !== "perpetrator" && reaches(level, "contribute");
}

async function peopleOn(tx: Tx, standing: CaseStanding, today: string) {
  const rows = await tx.involvement.findMany({
    where: { caseId: standing.caseId, endsAt: null, ...ofSide(standing), role: { in: ["alleged_perpetrator", "perpetrator"] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { personId: true, person: { select: { fullName: true, kind: true, givenName: true, familyName: true, bornOn: true } } },
  });
  return rows.map((row) => ({ personId: row.personId, name: displayName(row.person), isUnder18: isUnder18(dayOf(row.person.bornOn), today) }));
}

type OnWhom = { personId: string | null; householdId: string | null; placeId: string | null; household: { label: string; side: "both" | "victim" | "perpetrator" } | null };

// A family's words name it, as a person's name does: the other side's workers read that there is one.
function subjectWords({ side }: CaseStanding, { personId, householdId, placeId, household }: OnWhom, names: Map<string, string>): string {
  if (householdId) return household && (side === "both" || household.side === "both" || household.side === side) ? household.label : "a family on the other side";
  return placeId ? "this place" : (names.get(personId ?? "") ?? "a person on the other side");
}

async function interventionsOn(tx: Tx, standing: CaseStanding, today: string, names: Map<string, string>, mayMove: boolean): Promise<InterventionView[]> {
  const rows = await tx.intervention.findMany({
    where: { caseId: standing.caseId, ...ofSide(standing) },
    include: { type: { select: { label: true } }, household: { select: { label: true, side: true } }, breaches: { orderBy: { happenedOn: "asc" }, select: { happenedOn: true, words: true } } },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 200,
  });
  const agencies = await agencyNames(tx, rows.map((row) => row.agencyId));
  // At summary that there is an order and until when; what anybody wrote about it is for those who work the case.
  const works = reaches(standing.level, "contribute");
  return rows.map((row) => {
    const status = row.status as InterventionStatus;
    const startsOn = dayOf(row.startsOn)!;
    const endsOn = dayOf(row.endsOn);
    return {
      interventionId: row.id, version: row.version, label: row.type.label, status, statusWords: interventionStatusLabels[status] ?? row.status,
      subject: subjectWords(standing, row, names),
      agencyName: agencies.get(row.agencyId) ?? "", terms: works ? row.terms : "",
      isInForce: isInForce({ status, startsOn, endsOn, endedOn: dayOf(row.endedOn) }, today) && !isEnded(status),
      periodWords: endsOn ? `${longDay(startsOn)} to ${longDay(endsOn)}` : `from ${longDay(startsOn)}`,
      // What was done to whom may name the victim.
      breaches: row.breaches.map((one) => ({ on: longDay(dayOf(one.happenedOn)!), words: works && standing.side !== "perpetrator" ? one.words : "" })),
      moves: mayMove ? interventionStatuses.filter((to) => to !== "breached" && mayMoveIntervention(status, to)).map((to) => ({ to, label: interventionStatusLabels[to] })) : [],
    };
  });
}
