import { dayAndTime } from "../../format/dates";
import type { Tx } from "../../platform/db";
import type { AssessedSubject } from "../reading/schema";
import type { LiveTriggerView } from "../tab/schema";
import { triggerDefinitions } from "../templates/queries";
import { triggerEndWords, triggerLabel } from "./labels";
import { triggerMayEnd } from "./rules";

type Given = { caseId: string; now: Date; names: Map<string, string>; subjects: readonly AssessedSubject[]; seesAll: boolean; isManagerOfLead: boolean };

/** The live triggers of a case with whether and how each may end; without anyone's words for those who see a summary. */
export async function liveTriggersOf(tx: Tx, given: Given): Promise<LiveTriggerView[]> {
  const rows = await tx.liveTrigger.findMany({ where: { caseId: given.caseId, endedAt: null }, orderBy: [{ key: "asc" }, { startedAt: "desc" }, { id: "asc" }] });
  const definitions = await triggerDefinitions(tx, given.now);
  const authors = await tx.member.findMany({ where: { id: { in: rows.map(({ recordedById }) => recordedById) } }, select: { id: true, name: true, agency: { select: { shortName: true } } } });
  return rows.flatMap((row) => {
    const definition = definitions.find(({ key }) => key === row.key);
    if (!definition) return [];
    const author = authors.find(({ id }) => id === row.recordedById);
    const isHate = definition.ends === "hate_pathway";
    const end = triggerMayEnd({ ends: definition.ends, startedAt: row.startedAt }, given.now, {
      isByManagerOfLead: given.isManagerOfLead, isAssessedSince: isAssessedSince(given.subjects, row), isHatePathwayClosed: given.isManagerOfLead,
    });
    return [{
      triggerId: row.id, version: row.version, key: row.key, label: triggerLabel(definition), rag: definition.min_rag, isHate,
      whose: given.names.get(row.involvementId ?? "") ?? "", note: given.seesAll ? row.note : "",
      byName: author?.name ?? "", byAgency: author?.agency.shortName ?? "", atWords: dayAndTime(row.startedAt, given.now),
      endsWords: end.may ? (isHate ? "A manager of the lead agency ends this when the hate pathway is closed." : "It may be ended now.") : triggerEndWords(end),
      mayEnd: end.may,
    }];
  });
}

function isAssessedSince(subjects: readonly AssessedSubject[], row: { involvementId: string | null; startedAt: Date }): boolean {
  return subjects
    .filter(({ subject }) => row.involvementId === null || subject === row.involvementId)
    .some(({ latest }) => latest !== null && new Date(latest.at) > row.startedAt);
}
