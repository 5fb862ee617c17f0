import type { Doing } from "../log/commands";
import { whoToRingNow, type DutyContact } from "./queries";

/** Hours that pass day and night until somebody at each agency must have been told about a red case in person. */
export const hoursToRing = 4;

export type ListedCall = DutyContact & { dueAt: string };

/** Lists whom to ring about a case, due in 4 elapsed hours, in the caller's transaction; returns each with name and number. An agency whose call still stands open is not listed twice. The actor must contribute to the case. */
export async function listDutyCalls({ tx, now }: Pick<Doing, "tx" | "now">, caseId: string, agencyIds: string[], reason: string): Promise<ListedCall[]> {
  const standing = await tx.dutyCall.findMany({ where: { caseId, doneAt: null, agencyId: { in: agencyIds } }, select: { agencyId: true, dueAt: true } });
  const dueBefore = new Map(standing.map((call) => [call.agencyId, call.dueAt]));
  const dueAt = new Date(now.getTime() + hoursToRing * 3_600_000);
  const contacts = await whoToRingNow(tx, now, agencyIds);
  const fresh = contacts.filter((contact) => !dueBefore.has(contact.agencyId));
  if (fresh.length > 0) {
    await tx.dutyCall.createMany({ data: fresh.map(({ agencyId, name, phone }) => ({ caseId, agencyId, name, phone, reason, dueAt, createdAt: now })) });
  }
  return contacts.map((contact) => ({ ...contact, dueAt: (dueBefore.get(contact.agencyId) ?? dueAt).toISOString() }));
}
