import { z } from "zod";
import { dayAndTime } from "../../../format/dates";
import { query } from "../../../platform/query";
import type { Tx } from "../../../platform/db";
import { linksThatWait } from "../../invitations/queries";
import { adminMenu } from "../../menu/queries";
import { memberRefusals, roleWordsOf } from "../labels";
import { mayDecideRoles, mayReadRegister } from "../policy";
import { waitingView } from "../schema";

async function adminsOf(tx: Tx, agencyIds: string[]): Promise<Map<string, number>> {
  const counts = await tx.$queryRaw<{ id: string; admins: number }[]>`SELECT id, live_admins(id) AS admins FROM unnest(${[...new Set(agencyIds)]}::uuid[]) AS id`;
  return new Map(counts.map((row) => [row.id, row.admins]));
}

/** Roles and links that wait for a second person, oldest first: an administrator's own agency's, and every agency's for county governance. */
export const listWaiting = query({
  name: "member.waiting",
  summary: "Roles and links that wait for a second person.",
  input: z.strictObject({}),
  output: waitingView,
  allow: mayReadRegister,
  words: memberRefusals,
  run: async ({ tx, actor, now }) => {
    const rows = await tx.roleRequest.findMany({
      where: { decidedAt: null }, orderBy: [{ askedAt: "asc" }, { id: "asc" }], take: 200,
      select: { id: true, version: true, roles: true, askedAt: true, askedById: true, agencyId: true, agency: { select: { shortName: true } }, member: { select: { name: true, title: true, userId: true } } },
    });
    const askers = new Map((await tx.member.findMany({ where: { id: { in: rows.map((row) => row.askedById) } }, select: { id: true, name: true, userId: true } })).map((row) => [row.id, row]));
    const admins = await adminsOf(tx, rows.map((row) => row.agencyId));
    return {
      menu: await adminMenu(tx, actor),
      links: await linksThatWait(tx, actor, now, (agencyIds) => adminsOf(tx, agencyIds)),
      requests: rows.map((row) => {
        const asker = askers.get(row.askedById)!;
        const about = { agencyId: row.agencyId, admins: admins.get(row.agencyId) ?? 0, askedByUserId: asker.userId, memberUserId: row.member.userId };
        const grant = mayDecideRoles(actor, about, { decision: "granted" });
        return {
          requestId: row.id, version: row.version, name: row.member.name, title: row.member.title, agency: row.agency.shortName, roleWords: roleWordsOf(row.roles),
          askedBy: asker.name, askedWords: dayAndTime(row.askedAt, now), mayGrant: grant.allowed, mayDecline: mayDecideRoles(actor, about, { decision: "declined" }).allowed,
          whyNot: grant.allowed ? "" : (memberRefusals[grant.reason] ?? ""),
        };
      }),
    };
  },
  audit: (view) => ({ detail: { requests: view.requests.length, links: view.links.length } }),
});
