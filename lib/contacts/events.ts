import { z } from "zod";
import { event } from "../platform/events";

/** A contact was logged: made, or tried in vain. */
export const contactLogged = event("contact.logged", z.object({
  caseId: z.string(), entryId: z.string(), withRole: z.string(), wasMade: z.boolean(), impact: z.string(), promise: z.string(), nextContactAt: z.string().nullable(),
}));
