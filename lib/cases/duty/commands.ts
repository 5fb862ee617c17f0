import { z } from "zod";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { timeStandardsOf } from "../../clocks/queries";
import { dueAt } from "../../clocks/rules";
import { command } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { writeEntry, type Doing } from "../log/commands";
import { logRefusals } from "../log/labels";
import { mayTickDutyCall } from "../log/policy";
import { standingOn } from "../visibility";
import { whoToRingNow, type DutyContact } from "./queries";
import { tickDutyCallInput } from "./schema";

/** Hours that pass day and night until somebody at each agency must have been told about a red case in person, where the district has no standard of its own. */
const hoursToRing = 4;

export type ListedCall = DutyContact & { dueAt: string };

/** Lists whom to ring about a case, due by the district's standard in elapsed hours, in the caller's transaction; returns each with name and number. An agency whose call still stands open is not listed twice. The actor must contribute to the case. */
export async function listDutyCalls({ tx, now }: Pick<Doing, "tx" | "now">, caseId: string, agencyIds: string[], reason: string): Promise<ListedCall[]> {
  const standing = await tx.dutyCall.findMany({ where: { caseId, doneAt: null, agencyId: { in: agencyIds } }, select: { agencyId: true, dueAt: true } });
  const dueBefore = new Map(standing.map((call) => [call.agencyId, call.dueAt]));
  const toBeToldBy = await toldBy(tx, now, caseId);
  const contacts = await withoutTheKept(tx, caseId, await whoToRingNow(tx, now, agencyIds));
  const fresh = contacts.filter((contact) => !dueBefore.has(contact.agencyId));
  if (fresh.length > 0) {
    await tx.dutyCall.createMany({ data: fresh.map(({ agencyId, name, phone }) => ({ caseId, agencyId, name, phone, reason, dueAt: toBeToldBy, createdAt: now })) });
  }
  return contacts.map((contact) => ({ ...contact, dueAt: (dueBefore.get(contact.agencyId) ?? toBeToldBy).toISOString() }));
}

async function toldBy(tx: Tx, now: Date, caseId: string): Promise<Date> {
  const { areaId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { areaId: true } });
  const standard = (await timeStandardsOf(tx, areaId, now)).red.personTold ?? { hours: hoursToRing };
  return dueAt(standard, now, isBankHoliday);
}

// Nobody is rung about a case that they are kept from: the agency's number stands, and somebody else there is asked for.
async function withoutTheKept(tx: Tx, caseId: string, contacts: DutyContact[]): Promise<DutyContact[]> {
  const kept = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM kept_from(${caseId}::uuid) AS id`;
  if (kept.length === 0) return contacts;
  const members = await tx.member.findMany({ where: { id: { in: kept.map(({ id }) => id) } }, select: { name: true, agencyId: true } });
  return contacts.map((contact) => {
    const isKept = members.some(({ name, agencyId }) => agencyId === contact.agencyId && name === contact.name);
    return isKept ? { ...contact, name: `A manager of ${contact.agencyName}` } : contact;
  });
}

/** Ticks off a call that was made about a red case, with what was said, and writes it into the log. Refused at summary, on the perpetrator's side and when it was ticked before. */
export const tickDutyCall = command({
  name: "case.tickDutyCall",
  summary: "Ticks off a call to somebody on duty, with what was said.",
  input: tickDutyCallInput,
  output: z.object({ dutyCallId: z.string() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId, "summary"),
  allow: mayTickDutyCall,
  words: { ...logRefusals, "already-rung": "This call was ticked off already." },
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const call = await tx.dutyCall.findFirst({ where: { id: input.dutyCallId, caseId: standing.caseId }, select: { id: true, name: true, doneAt: true } });
    if (!call) throw new NotFound();
    if (call.doneAt) throw new Refused("already-rung");
    await updateAtVersion(tx.dutyCall, call.id, input.version, { doneAt: now, doneById: actor.memberId, note: input.note });
    await writeEntry({ tx, actor, now }, { caseId: standing.caseId, kind: "duty_call", body: `Rang ${call.name}. ${input.note}`, data: { dutyCallId: call.id } });
    return { result: { dutyCallId: call.id }, audit: { caseId: standing.caseId } };
  },
});
