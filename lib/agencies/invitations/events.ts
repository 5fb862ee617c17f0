import { z } from "zod";
import { event } from "../../platform/events";

/** Something waits for a second person of an agency's: roles or a link, about a member of it. */
export const secondPersonAsked = event("agency.secondPersonAsked", z.object({ agencyId: z.string(), aboutMemberId: z.string() }));

/** A member was given a way to sign in anew; their sessions have ended. */
export const signInReset = event("member.signInReset", z.object({ memberId: z.string(), userId: z.string(), agencyId: z.string() }));
