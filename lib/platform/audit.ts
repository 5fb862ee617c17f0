import type { Tx } from "./db";

export type AuditSubject = { caseId?: string | null; personId?: string | null; detail?: Record<string, unknown> };

/** Appends to the chain in the caller's transaction: no audit row, no data. Ids and field names only, never values. */
export async function appendAudit(tx: Tx, verb: string, outcome: string, subject: AuditSubject = {}): Promise<void> {
  const detail = JSON.stringify(subject.detail ?? {});
  await tx.$queryRaw`SELECT append_audit(${verb}, ${outcome}, ${subject.caseId ?? null}::uuid, ${subject.personId ?? null}::uuid, ${detail})::text`;
}
