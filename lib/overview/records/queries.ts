import { endOfLondonDay, londonDay } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Prisma } from "../../platform/generated/client";
import { sideWithinReach } from "../../agencies/visibility";
import { inArea, visibleCases } from "../../cases/visibility";

type Asking = { tx: Tx; actor: Actor; now: Date };
type Found = { caseId: string; reference: string; title: string; words: string; since: string };
/** The records, and how much of the figure they make up (people and families are counted once, whatever they appear in). */
type Behind = { records: Found[]; counted: number };

const most = 200;
const caseHead = { select: { id: true, reference: true, title: true } } as const;
const found = (asbCase: { id: string; reference: string; title: string }, words: string, since: Date): Found =>
  ({ caseId: asbCase.id, reference: asbCase.reference, title: asbCase.title, words, since: londonDay(since) });

/** The visible records behind one figure of an area on a day, by the predicate that serves every list. */
export async function recordsBehind(asking: Asking, areaId: string, on: string, section: string, code: string): Promise<Behind> {
  if (section === "cases") return ongoingCases(asking, areaId, on);
  if (section === "orders") return orders(asking, areaId, on, code);
  if (code === "young_people_involved") return youngPeople(asking, areaId, on);
  return needs(asking, areaId, on, section, section === "people" ? undefined : code);
}

function ongoing(actor: Actor, areaId: string, on: string): Prisma.CaseWhereInput {
  const ends = endOfLondonDay(on);
  return { AND: [inArea(actor, areaId), { OR: [{ closedAt: null }, { closedAt: { gte: ends } }] }], openedAt: { lt: ends }, assessments: { some: { completedAt: { lt: ends } } } };
}

async function ongoingCases({ tx, actor, now }: Asking, areaId: string, on: string): Promise<Behind> {
  const rows = await tx.case.findMany({
    where: { AND: [visibleCases(actor, now), ongoing(actor, areaId, on)] },
    select: { ...caseHead.select, openedAt: true }, orderBy: [{ openedAt: "asc" }, { id: "asc" }], take: most,
  });
  return { records: rows.map((row) => found(row, "Case", row.openedAt)), counted: rows.length };
}

function inForceOn(areaId: string, on: string): Prisma.InterventionWhereInput {
  const day = new Date(on);
  return {
    areaId, startsOn: { lte: day }, status: { notIn: ["considered", "applied"] },
    AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: day } }] }, { OR: [{ endedOn: null }, { endedOn: { gt: day } }] }],
  };
}

async function orders({ tx, actor, now }: Asking, areaId: string, on: string, code: string): Promise<Behind> {
  const rows = await tx.intervention.findMany({
    where: { AND: [{ asbCase: visibleCases(actor, now) }, inForceOn(areaId, on), { typeCode: code }] },
    select: { startsOn: true, endsOn: true, householdId: true, id: true, type: { select: { label: true } }, asbCase: caseHead },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }], take: most,
  });
  const until = (day: Date | null) => (day ? ` until ${londonDay(day)}` : "");
  return {
    records: rows.map((row) => found(row.asbCase, `${row.type.label}${row.householdId ? ", one household" : ""}${until(row.endsOn)}`, row.startsOn)),
    counted: code === "family_intervention_project" ? new Set(rows.map((row) => row.householdId)).size : rows.length,
  };
}

async function needs({ tx, actor, now }: Asking, areaId: string, on: string, section: string, code: string | undefined): Promise<Behind> {
  const day = new Date(on);
  const ends = endOfLondonDay(on);
  const rows = await tx.need.findMany({
    where: {
      AND: [
        sideWithinReach(actor, now, "contribute") as Prisma.NeedWhereInput,
        { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gt: day } }] },
        { asbCase: { AND: [inArea(actor, areaId), { OR: [{ closedAt: null }, { closedAt: { gte: ends } }] }] } },
        code ? { code } : {},
        section === "needs_case" ? { involvementId: null } : { involvementId: { not: null } },
      ],
    },
    select: { startsOn: true, involvementId: true, asbCase: caseHead }, orderBy: [{ startsOn: "asc" }, { id: "asc" }], take: most,
  });
  if (section === "needs_case") return { records: rows.map((row) => found(row.asbCase, "Need of the case", row.startsOn)), counted: rows.length };
  const roles = section === "needs_perpetrator" ? (["alleged_perpetrator", "perpetrator"] as const) : (["victim"] as const);
  const involved = await tx.involvement.findMany({ where: { id: { in: rows.flatMap((row) => row.involvementId ?? []) }, role: { in: [...roles] } }, select: { id: true, personId: true, label: true } });
  const byId = new Map(involved.map((one) => [one.id, one]));
  const kept = rows.filter((row) => byId.has(row.involvementId!));
  // Names stay on the case: a figure opens the case, and the case says who.
  return {
    records: kept.map((row) => found(row.asbCase, `Need of ${byId.get(row.involvementId!)!.label || "a person"}`, row.startsOn)),
    counted: section === "people" ? new Set(kept.map((row) => byId.get(row.involvementId!)!.personId)).size : kept.length,
  };
}

async function youngPeople({ tx, actor, now }: Asking, areaId: string, on: string): Promise<Behind> {
  const day = new Date(on);
  const bornAfter = new Date(Date.UTC(day.getUTCFullYear() - 18, day.getUTCMonth(), day.getUTCDate()));
  const ends = endOfLondonDay(on);
  const holders = await tx.intervention.findMany({
    where: { AND: [{ asbCase: visibleCases(actor, now), personId: { not: null } }, inForceOn(areaId, on)] }, select: { personId: true, startsOn: true, asbCase: caseHead },
  });
  const involved = await tx.involvement.findMany({
    where: {
      AND: [
        sideWithinReach(actor, now, "summary") as Prisma.InvolvementWhereInput,
        { role: { in: ["alleged_perpetrator", "perpetrator"] }, asbCase: ongoing(actor, areaId, on), startsAt: { lt: ends }, OR: [{ endsAt: null }, { endsAt: { gte: ends } }] },
      ],
    },
    select: { personId: true, startsAt: true, asbCase: caseHead },
  });
  const young = await tx.person.findMany({
    where: { id: { in: [...holders.flatMap((row) => row.personId ?? []), ...involved.map((row) => row.personId)] }, bornOn: { gt: bornAfter, lte: day } }, select: { id: true }, take: most,
  });
  const records = young.flatMap(({ id }) => {
    const part = involved.find((row) => row.personId === id);
    const order = holders.find((row) => row.personId === id);
    if (part?.asbCase) return [found(part.asbCase, "Person under 18, said or found to be responsible", part.startsAt)];
    return order ? [found(order.asbCase, "Person under 18 with an order or agreement in force", order.startsOn)] : [];
  });
  return { records, counted: young.length };
}
