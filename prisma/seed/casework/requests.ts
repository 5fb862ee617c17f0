import { askForAccess } from "../../../lib/referrals/asking/commands";
import type { AskAccess } from "../../../lib/referrals/asking/schema";
import { offerLead } from "../../../lib/referrals/handing-over/commands";
import type { CaseHand } from "./hand";

/** Asks the lead of a case for a part of it; the asker would work on it. */
export async function asksForAccess({ county, reference }: CaseHand, by: string, asked: Pick<AskAccess, "level" | "side" | "purpose" | "reason">): Promise<void> {
  const door = county.as(by);
  await askForAccess.do(door, { reference, memberId: door.member, ...asked });
}

/** Offers the lead of a case to an agency, by code, for a district, by code; it waits for their answer. */
export async function offersLead({ county, caseId }: CaseHand, by: string, agency: string, area: string, given: { purpose: string; note: string }): Promise<void> {
  const { id: areaId } = await county.db.area.findFirstOrThrow({ where: { code: area }, select: { id: true } });
  await offerLead.do(county.as(by), { caseId, agencyId: county.agency(agency), areaId, legalBasis: "cda_s115", ...given });
}
