import { z } from "zod";

/** Which parts of the administration a member is offered, and how much waits for them as the second person; of that, the versions of risk forms. */
export const menuSchema = z.object({ members: z.boolean(), overview: z.boolean(), waiting: z.number(), forms: z.number() });
export type AdminMenu = z.infer<typeof menuSchema>;
