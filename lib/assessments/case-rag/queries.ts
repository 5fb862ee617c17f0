import type { Tx } from "../../platform/db";
import type { Rag } from "../../clocks/schema";
import { londonDay } from "../../format/dates";
import { raisedAbove } from "../risk/rules";
import { triggerDefinitions } from "../templates/queries";
import { liveTrigger } from "../triggers/rules";
import type { AssessedRag, CaseRagFacts, RagOverride } from "./rules";

export type StoredFacts = CaseRagFacts & {
  behaviourRags: { behaviourRag: Rag }[];
  /** When the last assessment of any kind was completed; null when there is none. */
  lastAssessedAt: Date | null;
  /** The oldest of the victims' latest assessments that has too many unknown answers; null when none has. */
  incompleteSince: Date | null;
};

const assessmentSelect = {
  id: true, templateKey: true, involvementId: true, placeId: true, score: true, band: true, rag: true, behaviourRag: true,
  judgementRag: true, triggers: true, completedAt: true, agencyId: true, isIncomplete: true,
} as const;

/** What a case's colour is made of, as it stands: for those who may read all of it, never for the perpetrator's side. */
export async function ragFactsOf(tx: Tx, now: Date, caseId: string): Promise<StoredFacts> {
  const definitions = await triggerDefinitions(tx, now);
  const assessments = await tx.assessment.findMany({ where: { caseId }, orderBy: [{ completedAt: "desc" }, { id: "asc" }], select: assessmentSelect });
  const active = await tx.involvement.findMany({ where: { caseId, endsAt: null }, select: { id: true, role: true } });
  const triggers = await tx.liveTrigger.findMany({ where: { caseId, endedAt: null }, select: { key: true, startedAt: true, agencyId: true } });
  const overrides = await tx.ragOverride.findMany({ where: { caseId, endedAt: null }, orderBy: [{ at: "desc" }, { id: "asc" }] });
  const agencyIds = [...assessments, ...triggers, ...overrides].map(({ agencyId }) => agencyId);
  const agencies = await tx.agency.findMany({ where: { id: { in: agencyIds } }, select: { id: true, shortName: true } });
  const nameOf = (agencyId: string) => agencies.find(({ id }) => id === agencyId)?.shortName ?? "";

  const roleOf = new Map(active.map(({ id, role }) => [id, role]));
  const latest = latestPerSubject(assessments);
  const assessed = (row: (typeof assessments)[number]): AssessedRag => ({
    rag: row.rag, score: row.score, at: row.completedAt, by: nameOf(row.agencyId), raisedBy: raisedAbove(row, definitions),
  });
  const victims = latest.filter((row) => row.templateKey === "VRA" && row.involvementId !== null && roleOf.get(row.involvementId) === "victim");
  const behaviour = latest.filter((row) => row.behaviourRag !== null && (row.placeId !== null || roleOf.has(row.involvementId ?? "")));
  const override = (direction: string): RagOverride | null => {
    const found = overrides.find((one) => one.direction === direction);
    return found ? { rag: found.rag, reason: found.reason, at: found.at, by: nameOf(found.agencyId), expiresOn: found.expiresOn ? londonDay(found.expiresOn) : null } : null;
  };
  return {
    victims: victims.map(assessed),
    behaviour: behaviour.map(assessed),
    behaviourRags: behaviour.flatMap(({ behaviourRag }) => (behaviourRag ? [{ behaviourRag }] : [])),
    liveTriggers: triggers.map(({ key, startedAt, agencyId }) => liveTrigger(definitions, { key, startedAt, by: nameOf(agencyId) })),
    raised: override("up"),
    lowered: override("down"),
    lastAssessedAt: assessments[0]?.completedAt ?? null,
    incompleteSince: victims.filter(({ isIncomplete }) => isIncomplete).map(({ completedAt }) => completedAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
  };
}

/** The newest assessment of each subject by each form, from rows in order of time, newest first. */
export function latestPerSubject<Row extends { templateKey: string; involvementId: string | null; placeId: string | null }>(newestFirst: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ templateKey, involvementId, placeId }) => {
    const subject = `${templateKey}:${involvementId ?? placeId}`;
    return !seen.has(subject) && seen.add(subject);
  });
}
