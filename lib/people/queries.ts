import { seal, unseal } from "../platform/field-crypto";
import { addressSchema, type Address } from "./schema";

type Kept = { id: string; sealedAddress: string | null; place: { line: string; town: string; postcode?: string; area?: { name: string } } | null };

const standsAt = (residenceId: string) => `Residence.sealedAddress:${residenceId}`;

/** An address as it is kept in the row of one residence and in no other. */
export function sealAddress(residenceId: string, address: Address): string {
  return seal(JSON.stringify(address), standsAt(residenceId));
}

/** The address of a residence that the reader may read, from its place or from what is sealed in its row. */
export function addressOf({ id, sealedAddress, place }: Kept): Address {
  if (sealedAddress) return addressSchema.parse(JSON.parse(unseal(sealedAddress, standsAt(id))));
  return { line: place?.line ?? "", town: place?.town ?? "", postcode: place?.postcode ?? "", district: place?.area?.name ?? "" };
}
