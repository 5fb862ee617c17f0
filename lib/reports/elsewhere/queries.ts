import { shortDay } from "../../format/dates";
import type { Tx } from "../../platform/db";
import type { Elsewhere } from "./schema";

type Row = { personId: string; reference: string; leadAgencyId: string; kind: "pointer" | "order" | "warning"; words: string; typeCode: string; onDay: Date | null };

/** What members are told of people said to be responsible who are known elsewhere: the pointer, orders in force, staff safety. By what the database lets them know. */
export async function knownElsewhere(tx: Tx, now: Date, people: readonly { personId: string; name: string }[]): Promise<Elsewhere[]> {
  const ids = [...new Set(people.map(({ personId }) => personId))];
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`SELECT "personId", reference, "leadAgencyId", kind, words, "typeCode", "onDay" FROM known_elsewhere(${ids}::uuid[])`;
  if (rows.length === 0) return [];
  const leads = await tx.agency.findMany({ where: { id: { in: rows.map(({ leadAgencyId }) => leadAgencyId) } }, select: { id: true, shortName: true, contactPhone: true } });
  const types = await tx.interventionType.findMany({ where: { code: { in: rows.map(({ typeCode }) => typeCode) } }, select: { code: true, label: true } });
  return rows.filter(({ kind }) => kind === "pointer").map(({ personId, reference, leadAgencyId }) => {
    const lead = leads.find(({ id }) => id === leadAgencyId);
    const about = rows.filter((row) => row.personId === personId && row.reference === reference);
    return {
      id: `${personId}-${reference}`, personId, name: people.find((one) => one.personId === personId)?.name ?? "", reference, leadName: lead?.shortName ?? "", phone: lead?.contactPhone ?? "",
      orders: about.filter(({ kind }) => kind === "order").map(({ typeCode, words, onDay }) => ({
        label: types.find(({ code }) => code === typeCode)?.label ?? typeCode, terms: words, untilWords: onDay ? `to ${shortDay(onDay, now)}` : "",
      })),
      warnings: about.filter(({ kind }) => kind === "warning").map(({ words, onDay }) => ({ words, reviewWords: onDay ? `Review ${shortDay(onDay, now)}.` : "" })),
    };
  });
}
