import { z } from "zod";
import { event } from "../../platform/events";

/** Something about an agreement waits for a second person of county governance. */
export const agreementWaits = event("agreement.waits", z.object({ agreementId: z.string() }));
