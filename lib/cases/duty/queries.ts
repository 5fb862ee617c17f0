import type { Tx } from "../../platform/db";
import { isBankHoliday } from "../../clocks/holidays/rules";
import { isOutOfHours } from "../../clocks/rules";

/** Somebody at an agency who answers the telephone now. */
export type DutyContact = { agencyId: string; agencyName: string; name: string; phone: string; isOutOfHours: boolean };

/** Whom to ring at each agency at this moment, in the order asked: the one on duty outside Monday to Friday 9 to 17 London and on bank holidays, else the agency's own contact. */
export async function whoToRingNow(tx: Tx, now: Date, agencyIds: string[]): Promise<DutyContact[]> {
  const agencies = await tx.agency.findMany({
    where: { id: { in: agencyIds } },
    select: { id: true, name: true, contactName: true, contactPhone: true, outOfHoursName: true, outOfHoursPhone: true },
  });
  const outOfHours = isOutOfHours(now, isBankHoliday);
  const contacts = agencies.map((agency): DutyContact => {
    const onDuty = outOfHours && agency.outOfHoursPhone !== "";
    const name = onDuty ? agency.outOfHoursName : agency.contactName;
    return { agencyId: agency.id, agencyName: agency.name, name: name || agency.name, phone: onDuty ? agency.outOfHoursPhone : agency.contactPhone, isOutOfHours: outOfHours };
  });
  return contacts.sort((a, b) => agencyIds.indexOf(a.agencyId) - agencyIds.indexOf(b.agencyId));
}
