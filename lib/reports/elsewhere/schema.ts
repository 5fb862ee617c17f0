import { z } from "zod";

/** Somebody said to be responsible here is known elsewhere: whom to ring, the terms of orders in force, and staff safety. There is no field for more. */
export const elsewhereSchema = z.strictObject({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  reference: z.string(),
  leadName: z.string(),
  phone: z.string(),
  orders: z.array(z.strictObject({ label: z.string(), terms: z.string(), untilWords: z.string() })),
  warnings: z.array(z.strictObject({ words: z.string(), reviewWords: z.string() })),
});
export type Elsewhere = z.infer<typeof elsewhereSchema>;
