import { randomBytes } from "node:crypto";
import type { PrismaClient } from "../../lib/platform/generated/client";
import { tokenHash } from "../../lib/platform/db";

export type FirstPerson = { name: string; email: string };
export type FirstTwo = { county: string; governance: FirstPerson; system: FirstPerson };
export type Invited = FirstPerson & { secret: string };

/** Why the first two cannot be invited, in words. */
export class NotEmpty extends Error {}

const holdsDays = 7;

/**
 * Invites the first two of a county: an information governance officer who also adds members of the county's own agency, and a system administrator.
 * Both are of county governance, since what one asks for another agrees to. Refused where there is any member: from then on people are let in by people.
 */
export async function inviteFirst(db: PrismaClient, { county, governance, system }: FirstTwo): Promise<Invited[]> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('invite_first', 0))::text`;
    if ((await tx.member.count()) > 0) throw new NotEmpty("There are members already: administrators add the others. Nothing was changed.");
    const emailDomains = [...new Set([governance, system].map(({ email }) => email.split("@")[1]!.toLowerCase()))];
    const agency = await tx.agency.create({
      data: { code: "county-governance", name: county, shortName: county.slice(0, 40), kind: "governance", emailDomains, contactName: governance.name, organisation: { create: { name: county } } }, select: { id: true },
    });
    const invited: Invited[] = [];
    for (const [person, title, roles] of [[governance, "Information governance officer", ["governance", "agency_admin"]], [system, "System administrator", ["governance", "system_admin"]]] as const) {
      const user = await tx.user.create({ data: { email: person.email.toLowerCase(), name: person.name }, select: { id: true } });
      const member = await tx.member.create({ data: { userId: user.id, agencyId: agency.id, name: person.name, title, roles: [...roles] }, select: { id: true } });
      const secret = randomBytes(32).toString("base64url");
      await tx.$executeRaw`INSERT INTO "Invitation" ("memberId", "userId", "agencyId", kind, "tokenHash", "issuedAt", "expiresAt")
        VALUES (${member.id}::uuid, ${user.id}::uuid, ${agency.id}::uuid, 'join', ${tokenHash(secret)}, app_now(), app_now() + make_interval(days => ${holdsDays}::int))`;
      await tx.$queryRaw`SELECT append_audit('invitation.first', 'done', NULL, NULL, ${JSON.stringify({ memberId: member.id })})::text`;
      invited.push({ ...person, secret });
    }
    return invited;
  });
}
