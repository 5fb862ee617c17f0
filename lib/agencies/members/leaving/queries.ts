import { dayAndTime } from "../../../format/dates";
import type { Tx } from "../../../platform/db";
import { NotFound } from "../../../platform/errors";
import { query } from "../../../platform/query";
import { adminMenu } from "../../menu/queries";
import { memberRefusals } from "../labels";
import { mayChangeMember, mayReadRegister } from "../policy";
import { heldByMember } from "../queries";
import { leaverInput, leaverView } from "../schema";
import { memberFound } from "../visibility";

type Held = { kind: "case" | "action"; id: string; reference: string };

/** What a member still holds, by reference alone, where the asker administers their agency. */
export async function openWorkOf(tx: Tx, memberId: string): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`SELECT kind, id, reference FROM open_work_of(${memberId}::uuid)`;
}

/** A leaver's open work, by reference alone, and the colleagues who can take it on. NotFound for those who do not administer their agency. */
export const getLeaver = query({
  name: "member.leaver",
  summary: "What a leaver still holds, by reference, and the colleagues who can take it on.",
  input: leaverInput,
  output: leaverView,
  allow: mayReadRegister,
  words: memberRefusals,
  run: async ({ tx, actor, now, input }) => {
    const member = await memberFound(tx, actor, input.memberId);
    if (!mayChangeMember(actor, { ...member, userId: "" }).allowed) throw new NotFound();
    const held = await heldByMember(tx, member.agencyId);
    const colleagues = await tx.member.findMany({
      where: { agencyId: member.agencyId, id: { not: member.memberId }, startsAt: { lte: now }, endsAt: null, roles: { hasSome: ["practitioner", "coordinator", "manager"] } },
      select: { id: true, name: true, title: true }, orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    return {
      menu: await adminMenu(tx, actor), agency: { agencyId: member.agencyId, name: member.agencyName },
      member: {
        memberId: member.memberId, version: member.version, name: member.name, title: member.title, endsWords: member.endsAt ? dayAndTime(member.endsAt, now) : "",
        hasEnded: member.endsAt !== null && member.endsAt <= now, isSelf: member.userId === actor.userId,
      },
      work: await openWorkOf(tx, member.memberId),
      colleagues: colleagues.map(({ id, name, title }) => ({ memberId: id, name, title, held: held.get(id) ?? 0 })),
    };
  },
  // The references that were shown: what an administrator learns of cases stands in the audit.
  audit: (view) => ({ detail: { memberId: view.member.memberId, held: view.work.map(({ id }) => id) } }),
});
