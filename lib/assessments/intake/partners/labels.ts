import { agencyKindWords } from "@/lib/agencies/labels";
import { proposalWords } from "../../sharing/labels";
import type { Partner } from "./rules";

/** Why a partner that is called for cannot be told. */
export function missingWords(partner: Partner): { name: string; why: string } {
  if (partner.status === "no_agreement") return { name: partner.agency.name, why: `No live information sharing agreement for this district. Called for because: ${proposalWords(partner).toLowerCase()}.` };
  return { name: agencyKindWords(partner.kind), why: `No agency of this kind works with this district here. Called for because: ${proposalWords(partner).toLowerCase()}.` };
}
