import { z } from "zod";
import { menuSchema } from "../menu/schema";

export const adoptionView = z.object({
  menu: menuSchema,
  totals: z.object({ members: z.number(), active: z.number() }),
  agencies: z.array(z.object({ agencyId: z.string(), name: z.string(), members: z.number(), active: z.number(), toConfirm: z.number(), admins: z.number() })),
  quiet: z.array(z.object({ memberId: z.string(), name: z.string(), title: z.string(), agency: z.string(), lastWords: z.string() })),
});
export type AdoptionView = z.infer<typeof adoptionView>;
