import { z } from "zod";

export const searchPlacesInput = z.strictObject({
  words: z.string({ error: "Enter part of an address" }).max(120, "Enter fewer words"),
  areaId: z.uuid({ error: "Select the district" }).optional(),
});

export const foundPlaceSchema = z.object({
  id: z.string(),
  line: z.string(),
  town: z.string(),
  postcode: z.string(),
  ward: z.string(),
  areaId: z.string(),
  areaName: z.string(),
});
export type FoundPlace = z.infer<typeof foundPlaceSchema>;

export const foundPlacesSchema = z.object({ places: z.array(foundPlaceSchema) });
