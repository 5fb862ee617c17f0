import type { Tx } from "../platform/db";
import { anyMember } from "../platform/decision";
import type { Prisma } from "../platform/generated/client";
import { query } from "../platform/query";
import { liveAgreements } from "./agreements/queries";
import { agencyKindWords } from "./labels";
import { agencyChoicesSchema, listAgenciesInput, listMembersInput, memberChoicesSchema, type AgencyChoice } from "./schema";

// They watch over the work and never take part in a case.
const neverOnCases = ["oversight", "governance"];

/** Agencies that work cases, by name, each with whether it has a live agreement for the area. */
export async function agencyChoices(tx: Tx, now: Date, areaId?: string | string[]): Promise<AgencyChoice[]> {
  const agencies = await tx.agency.findMany({
    where: { kind: { notIn: neverOnCases } },
    select: { id: true, code: true, name: true, shortName: true, kind: true, side: true, contactName: true, contactPhone: true },
    orderBy: { name: "asc" },
  });
  const live = areaId ? await liveAgreements(tx, now, areaId) : null;
  return agencies.map((agency) => ({ ...agency, kindWords: agencyKindWords(agency.kind), hasLiveAgreement: live ? live.has(agency.id) : null }));
}

/** Whom to ask where sharing has no agreement to rest on; null where the county has named nobody. */
export async function findGovernanceContact(tx: Tx): Promise<{ agencyName: string; name: string; phone: string } | null> {
  const found = await tx.agency.findFirst({ where: { kind: "governance" }, select: { name: true, contactName: true, contactPhone: true }, orderBy: { name: "asc" } });
  return found ? { agencyName: found.name, name: found.contactName, phone: found.contactPhone } : null;
}

/** The short names of some agencies, by id. */
export async function agencyNames(tx: Tx, agencyIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(agencyIds)].filter(Boolean);
  if (wanted.length === 0) return new Map();
  const rows = await tx.agency.findMany({ where: { id: { in: wanted } }, select: { id: true, shortName: true } });
  return new Map(rows.map(({ id, shortName }) => [id, shortName]));
}

/** Posts that are held at a moment. */
export function livePosts(now: Date): Prisma.MemberWhereInput {
  return { startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
}

/** The agencies that work cases, for choosing from. */
export const listAgencies = query({
  name: "agency.list",
  summary: "Agencies that work cases, and whether each may receive cases of an area.",
  input: listAgenciesInput,
  output: agencyChoicesSchema,
  allow: anyMember,
  run: async ({ tx, now, input }) => ({ agencies: await agencyChoices(tx, now, input.areaId) }),
  audit: "none",
});

/** Who works at an agency now, for choosing from. */
export const listMembers = query({
  name: "agency.members",
  summary: "Who works at an agency now.",
  input: listMembersInput,
  output: memberChoicesSchema,
  allow: anyMember,
  run: async ({ tx, now, input }) => ({
    members: await tx.member.findMany({
      where: { AND: [{ agencyId: input.agencyId }, livePosts(now)] },
      select: { id: true, name: true, title: true, phone: true },
      orderBy: { name: "asc" },
    }),
  }),
  audit: "none",
});
