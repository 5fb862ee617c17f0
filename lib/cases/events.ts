import { z } from "zod";
import { event } from "../platform/events";

/** A case was opened from a report. */
export const caseOpened = event("case.opened", z.object({ caseId: z.string(), reportId: z.string().nullable(), leadAgencyId: z.string() }));

/** Agencies were given reach into a case. */
export const caseShared = event("case.shared", z.object({ caseId: z.string(), agencyIds: z.array(z.string()) }));

/** An agency's reach into a case was ended by the lead. */
export const shareEnded = event("case.share-ended", z.object({ caseId: z.string(), agencyId: z.string() }));

/** A member opened a case in an emergency. */
export const glassBroken = event("case.glass-broken", z.object({ caseId: z.string(), leadAgencyId: z.string() }));

/** A member opened one sealed entry in an emergency. */
export const sealBroken = event("case.seal-broken", z.object({ caseId: z.string(), entryId: z.string(), holderAgencyId: z.string() }));

/** A member looked for a case in an emergency by somebody's name and date of birth. */
export const caseSought = event("case.sought", z.object({ found: z.number() }));

/** A member was kept from a case for a conflict of interest. */
export const memberExcluded = event("case.member-excluded", z.object({ caseId: z.string(), memberId: z.string() }));

/** An entry was added to a case's log. */
export const entryWritten = event("entry.written", z.object({ caseId: z.string(), entryId: z.string(), kind: z.string() }));
