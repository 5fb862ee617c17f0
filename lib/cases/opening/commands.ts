import { londonDay } from "../../format/dates";
import { caseReference } from "../../format/references";
import { Refused } from "../../platform/errors";
import type { GrantLevel, Side } from "../../platform/generated/enums";
import { liveAgreements } from "../../agencies/agreements/queries";
import { startClocks } from "../../clocks/running/commands";
import { clocksOfOpening } from "../../clocks/running/rules";
import { caseTitle } from "../rules";
import { writeEntry, type Doing } from "../log/commands";

export type NewCase = {
  areaId: string;
  placeId: string;
  heading: string;
  headingLabel: string;
  qualifier: string;
  originalHeading: string;
  wardName: string;
  isHate?: boolean;
  leadAgencyId: string;
  namedOfficerId: string;
};

/** Opens a case in intake, in the caller's transaction: reference, title from type and ward, lead grant. The opener may fill it in until the transaction ends, whatever their own reach. */
export async function openCase(doing: Doing, given: NewCase): Promise<{ caseId: string; reference: string }> {
  const { tx, actor, now } = doing;
  const [{ id: caseId } = { id: "" }] = await tx.$queryRaw<{ id: string }[]>`SELECT begin_case() AS id`;
  const area = await tx.area.findUniqueOrThrow({ where: { id: given.areaId }, select: { code: true } });
  const year = Number(londonDay(now).slice(0, 4));
  const [{ n } = { n: 0 }] = await tx.$queryRaw<{ n: number }[]>`SELECT next_reference(${area.code}, ${year}::int) AS n`;
  const reference = caseReference({ area: area.code, year, number: n });
  const { headingLabel, leadAgencyId, wardName: _typed, ...kept } = given;
  const wardName = await knownWard(doing, given);
  await tx.case.create({
    data: { ...kept, id: caseId, reference, title: caseTitle(headingLabel, wardName), openedAt: now, openedById: actor.memberId },
    select: { id: true },
  });
  await grantReach(doing, caseId, given.areaId, [{ agencyId: leadAgencyId, level: "lead", side: "both", purpose: "Leads the case", legalBasis: "cda_s17" }]);
  await tx.caseMember.create({
    data: { caseId, memberId: given.namedOfficerId, agencyId: leadAgencyId, part: "named_officer", startsAt: now },
    select: { id: true },
  });
  await writeEntry(doing, { caseId, kind: "state", body: "Case opened.", data: { to: "intake" }, side: "both" });
  await startClocks(tx, now, { caseId, areaId: given.areaId, rag: "amber", names: clocksOfOpening });
  return { caseId, reference };
}

// A title is read by everyone who finds the case: of what somebody typed for a ward, only one that the gazetteer knows.
async function knownWard({ tx }: Doing, { areaId, wardName }: NewCase): Promise<string> {
  const known = wardName ? await tx.place.findFirst({ where: { areaId, wardName, agencyId: null }, select: { id: true } }) : null;
  return known ? wardName : "";
}

export type NewGrant = { agencyId: string; level: GrantLevel; side: Side; purpose: string; legalBasis: string; endsAt?: Date | null };

/** Gives agencies reach, in the caller's transaction. Refused where one has no live agreement for the area: nothing is shared with anyone then. */
export async function grantReach({ tx, actor, now }: Doing, caseId: string, areaIds: string | string[], grants: NewGrant[]): Promise<void> {
  const agreements = await liveAgreements(tx, now, areaIds, grants.map((grant) => grant.agencyId));
  const without = grants.filter((grant) => !agreements.has(grant.agencyId));
  if (without.length > 0) throw new Refused("no-live-agreement", undefined, { agencyIds: without.map((grant) => grant.agencyId) });
  await tx.grant.createMany({
    data: grants.map((grant) => ({ ...grant, caseId, agreementId: agreements.get(grant.agencyId), grantedById: actor.memberId, grantedAt: now })),
  });
}
