import { NotFound } from "../../../platform/errors";
import type { DomainEvent } from "../../../platform/events";
import { writeEntry, type Doing } from "../../../cases/log/commands";
import { shareWith } from "../../../cases/sharing/commands";
import { partnerMissing } from "../../events";
import { proposalWords } from "../../sharing/labels";
import { missingWords } from "./labels";
import { gatewayFor, type Partner } from "./rules";

type Sharing = { caseId: string; areaId: string; agencyIds: readonly string[]; triggers: readonly string[]; partners: readonly Partner[] };

/** Shares a case with agencies the member confirmed, each on its own side and by the law that lets it be told. Refused when one has no live agreement: nothing is saved then. */
export async function shareConfirmed(doing: Doing, { caseId, areaId, agencyIds, triggers, partners }: Sharing): Promise<{ agencyIds: string[]; events: DomainEvent[] }> {
  if (agencyIds.length === 0) return { agencyIds: [], events: [] };
  const agencies = await doing.tx.agency.findMany({ where: { id: { in: [...agencyIds] } }, select: { id: true, kind: true, side: true } });
  if (agencies.length !== agencyIds.length) throw new NotFound();
  return shareWith(doing, { caseId, areaId }, agencies.map(({ id, kind, side }) => ({
    agencyId: id, level: "contribute", side, purpose: purposeOf(id, partners), legalBasis: gatewayFor(kind, triggers),
  })));
}

function purposeOf(agencyId: string, partners: readonly Partner[]): string {
  const partner = partners.find((one) => one.status === "possible" && one.agency.id === agencyId);
  return partner ? proposalWords(partner) : "Asked to work the case when it began";
}

/** Says on the case who was called for and could not be told, so that somebody refers another way; returns the events. */
export async function sayWhoIsMissing(doing: Doing, caseId: string, partners: readonly Partner[]): Promise<DomainEvent[]> {
  const missing = partners.filter((partner) => partner.status !== "possible");
  if (missing.length === 0) return [];
  const lines = missing.map((partner) => missingWords(partner)).map(({ name, why }) => `${name}: ${why}`);
  await writeEntry(doing, { caseId, kind: "system", body: `Not told, and to be referred another way.\n${lines.join("\n")}`, data: { kinds: missing.map(({ kind }) => kind) } });
  return missing.map((partner) => partnerMissing({
    caseId, kind: partner.kind, agencyId: partner.status === "no_agreement" ? partner.agency.id : null, name: missingWords(partner).name, reasons: [...partner.reasons],
  }));
}
