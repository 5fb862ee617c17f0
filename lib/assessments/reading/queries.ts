import { dayAndTime } from "../../format/dates";
import { displayName } from "../../format/names";
import { involvementRoleWords } from "../../cases/page/rules";
import { ofSide, type CaseStanding } from "../../cases/visibility";
import type { Prisma } from "../../platform/generated/client";
import type { Tx } from "../../platform/db";
import { placeWords } from "../../places/labels";
import { judged } from "../case-rag/labels";
import { flagLabels, sourceLabels, unknownWords } from "../labels";
import { purposeLabels } from "../risk/labels";
import { raisedAbove } from "../risk/rules";
import { breakdownLineSchema, type AssessmentPurpose } from "../risk/schema";
import { templateSchema, type AssessmentSource, type Flag } from "../schema";
import { mostPoints, storedBorderline } from "./rules";
import type { AssessedSubject, AssessmentView } from "./schema";

const columns = {
  id: true, templateKey: true, involvementId: true, placeId: true, purpose: true, source: true, factors: true, breakdown: true, score: true, band: true, rag: true,
  triggers: true, flags: true, unknownCount: true, isIncomplete: true, isBorderline: true, judgementRag: true, judgementReason: true,
  assessedById: true, agencyId: true, completedAt: true, template: { select: { title: true, version: true, definition: true } },
} satisfies Prisma.AssessmentSelect;

type Row = Prisma.AssessmentGetPayload<{ select: typeof columns }>;
type Names = { members: Map<string, string>; agencies: Map<string, string>; subjects: Map<string, string> };

/** People and places of a case that may be assessed, with every assessment of each; for those who work the case and may see its victims. */
export async function assessedSubjects(tx: Tx, now: Date, standing: CaseStanding): Promise<AssessedSubject[]> {
  const rows = await tx.assessment.findMany({ where: { caseId: standing.caseId, ...ofSide(standing) }, orderBy: [{ completedAt: "desc" }, { id: "asc" }], select: columns });
  const people = await peopleOf(tx, standing, rows);
  const places = await placesOf(tx, standing, rows);
  const names = await namesFor(tx, rows, [...people, ...places]);
  const views = rows.map((row) => ({ row, view: toView(row, names, now) }));
  return [...people, ...places].map(({ id, subject, name, note, isActive, templateKey }) => {
    const own = views.filter(({ row }) => (row.involvementId ?? row.placeId) === id).map(({ view }) => view);
    return { subject, name, note, isActive, templateKey, latest: own[0] ?? null, earlier: own.slice(1) };
  }).filter(({ isActive, latest }) => isActive || latest !== null);
}

/** One completed assessment of a case, or null when it is hidden or does not exist. */
export async function findAssessment(tx: Tx, now: Date, standing: CaseStanding, assessmentId: string): Promise<{ view: AssessmentView; subject: string; supersededById: string | null; supersedesId: string | null } | null> {
  const row = await tx.assessment.findFirst({ where: { id: assessmentId, caseId: standing.caseId, ...ofSide(standing) }, select: { ...columns, supersedesId: true } });
  if (!row) return null;
  const people = await peopleOf(tx, standing, [row]);
  const places = await placesOf(tx, standing, [row]);
  const names = await namesFor(tx, [row], [...people, ...places]);
  const later = await tx.assessment.findFirst({ where: { caseId: standing.caseId, supersedesId: row.id }, select: { id: true } });
  return { view: toView(row, names, now), subject: row.involvementId ?? "place", supersededById: later?.id ?? null, supersedesId: row.supersedesId };
}

type Subject = { id: string; subject: string; name: string; note: string; isActive: boolean; templateKey: "VRA" | "PCI" };

async function peopleOf(tx: Tx, standing: CaseStanding, rows: readonly Pick<Row, "involvementId">[]): Promise<Subject[]> {
  const assessed = rows.flatMap(({ involvementId }) => involvementId ?? []);
  const people = await tx.involvement.findMany({
    where: { caseId: standing.caseId, ...ofSide(standing), OR: [{ role: { in: ["victim", "alleged_perpetrator", "perpetrator"] }, endsAt: null }, { id: { in: assessed } }] },
    select: { id: true, role: true, endsAt: true, label: true, person: { select: { kind: true, givenName: true, familyName: true, fullName: true } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return people.map(({ id, role, endsAt, person }) => ({
    id, subject: id, name: displayName(person), note: involvementRoleWords(role) + (endsAt ? ", no longer on the case" : ""),
    isActive: endsAt === null, templateKey: role === "victim" ? "VRA" as const : "PCI" as const,
  }));
}

async function placesOf(tx: Tx, standing: CaseStanding, rows: readonly Pick<Row, "placeId">[]): Promise<Subject[]> {
  const asbCase = await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: { placeId: true } });
  const ids = [...new Set([asbCase.placeId, ...rows.map(({ placeId }) => placeId)].flatMap((id) => id ?? []))];
  const places = await tx.place.findMany({ where: { id: { in: ids } }, select: { id: true, line: true, town: true, postcode: true } });
  return places.map((place) => ({
    id: place.id, subject: place.id === asbCase.placeId ? "place" : place.id, name: placeWords(place), note: "place of the case",
    isActive: place.id === asbCase.placeId, templateKey: "PCI" as const,
  }));
}

async function namesFor(tx: Tx, rows: readonly Row[], subjects: readonly Subject[]): Promise<Names> {
  const members = await tx.member.findMany({ where: { id: { in: rows.map((row) => row.assessedById) } }, select: { id: true, name: true } });
  const agencies = await tx.agency.findMany({ where: { id: { in: rows.map((row) => row.agencyId) } }, select: { id: true, shortName: true } });
  return {
    members: new Map(members.map(({ id, name }) => [id, name])),
    agencies: new Map(agencies.map(({ id, shortName }) => [id, shortName])),
    subjects: new Map(subjects.map(({ id, name }) => [id, name])),
  };
}

function toView(row: Row, names: Names, now: Date): AssessmentView {
  const template = templateSchema.parse(row.template.definition);
  const raisedBy = raisedAbove(row, template.triggers);
  const definitionOf = (key: string) => template.triggers.find((trigger) => trigger.key === key);
  // As the form said it then, not as it is called now.
  const labelOf = (key: string) => definitionOf(key)?.text ?? key;
  return {
    assessmentId: row.id, templateKey: row.templateKey, title: row.template.title, version: row.template.version,
    subjectName: names.subjects.get(row.involvementId ?? row.placeId ?? "") ?? "",
    at: row.completedAt.toISOString(), atWords: dayAndTime(row.completedAt, now),
    byName: names.members.get(row.assessedById) ?? "", byAgency: names.agencies.get(row.agencyId) ?? "",
    purposeWords: purposeLabels[row.purpose as AssessmentPurpose] ?? row.purpose,
    sourceWords: sourceLabels[row.source as AssessmentSource] ?? row.source,
    score: row.score, mostPoints: mostPoints(template), band: row.band, bandLabel: template.bands.find(({ rag }) => rag === row.band)?.label ?? "",
    rag: row.rag, borderlineTo: storedBorderline(template, row),
    raisedWords: raisedBy === null ? "" : raisedBy === judged ? "Raised by judgement" : `Raised by: ${labelOf(raisedBy)}`,
    triggers: row.triggers.map((key) => ({ key, label: labelOf(key), rag: definitionOf(key)?.min_rag ?? row.rag })),
    flagWords: row.flags.map((flag) => flagLabels[flag as Flag] ?? flag),
    factorWords: row.factors.map((factor) => template.vulnerability_factors?.find(([code]) => code === factor)?.[1] ?? factor),
    judgement: row.judgementRag ? { rag: row.judgementRag, reason: row.judgementReason } : null,
    unknownWords: unknownWords(row.unknownCount, row.isIncomplete), isIncomplete: row.isIncomplete,
    lines: breakdownLineSchema.array().catch([]).parse(row.breakdown),
  };
}
