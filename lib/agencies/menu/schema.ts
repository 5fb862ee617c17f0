import { z } from "zod";

/** Which parts of the administration a member is offered, and how much waits for them as the second person. */
export const menuSchema = z.object({ members: z.boolean(), overview: z.boolean(), waiting: z.number() });
export type AdminMenu = z.infer<typeof menuSchema>;
