import { z } from "zod";
import { line, optionalLine } from "@/lib/format/text";
import { normalisePostcode } from "./rules";

/** What sort of place it is. Only some have a number and a postcode. */
export const placeKinds = [
  "address", "shared_building", "street", "open_space", "business", "school", "car_park", "transport", "caravan_or_boat", "other",
] as const;
export const placeKindSchema = z.enum(placeKinds, { error: "Select what sort of place it is" });
export type PlaceKind = z.infer<typeof placeKindSchema>;

/** A whole UK postcode, put into its usual form; empty when there is none. */
export const postcodeField = z.string({ error: "Enter a full postcode, like PE15 8AA, or leave it empty" })
  .overwrite((typed) => (typed.trim() === "" ? "" : normalisePostcode(typed) ?? typed))
  .refine((typed) => typed === "" || normalisePostcode(typed) !== null, {
    error: "Enter a full postcode, like PE15 8AA, or leave it empty",
  })
  .default("");

/** A place as somebody types one. */
export const placeInput = z.strictObject({
  kind: placeKindSchema.default("address"),
  line: line({ max: 200, ask: "Enter the number and street, or the name of the place", what: "The place" }),
  town: optionalLine({ max: 100, what: "The town or village" }),
  postcode: postcodeField,
  wardName: optionalLine({ max: 100, what: "The ward" }),
  /** The code of the area it is in; without one, the only area of the member's agency. */
  areaCode: z.string({ error: "Select the district" }).regex(/^[A-Z]{3}$/, "Select the district").optional(),
});
export type PlaceInput = z.infer<typeof placeInput>;
