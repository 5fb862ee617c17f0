import { z } from "zod";
import { day, id, version } from "../../../format/fields";
import { placeInput } from "../../../places/schema";

/** Where somebody on a case has gone to live, and since when. */
export const recordMoveInput = z.strictObject({
  caseId: id("Open the case again"),
  involvementId: id("Select a person of this case"),
  version: version(),
  placeId: id("Choose the new address from the list").optional(),
  /** An address that is on no list; its district is asked for, since it may be any of the county's. */
  place: placeInput.optional(),
  movedOn: day("Enter the day they moved"),
  isConfidential: z.boolean({ error: "Say whether the address is kept confidential" }),
}).refine((given) => (given.placeId === undefined) !== (given.place === undefined), { error: "Enter the new address", path: ["placeId"] })
  .refine((given) => given.place === undefined || given.place.areaCode !== undefined, { error: "Select the district", path: ["place", "areaCode"] });
export type RecordMoveInput = z.infer<typeof recordMoveInput>;

export const movedSchema = z.object({
  involvementId: z.string(),
  /** The district whose agencies are now pointed to orders in force and staff safety; empty where none is. */
  pointedToIn: z.string(),
});
