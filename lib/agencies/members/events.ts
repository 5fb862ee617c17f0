import { z } from "zod";
import { event } from "../../platform/events";

/** A member was given a post; their user may have no way to sign in yet. */
export const memberAdded = event("member.added", z.object({ memberId: z.string(), userId: z.string(), agencyId: z.string() }));

/** A member's post was ended, from a moment. */
export const memberEnded = event("member.ended", z.object({ memberId: z.string(), agencyId: z.string(), endsAt: z.string() }));
