import { z } from "zod";
import { version } from "../../format/fields";

const why = (ask: string) => z.string(ask).trim().min(1, ask).max(500, "Keep it under 500 characters");

/** Keeping a member from a case for a conflict of interest. */
export const excludeMemberInput = z.strictObject({ caseId: z.uuid(), memberId: z.uuid("Choose who"), reason: why("Say what the conflict is") });

export const endExclusionInput = z.strictObject({ caseId: z.uuid(), exclusionId: z.uuid(), version: version() });

/** Hiding a case from everyone it is not shared with, or ending that. */
export const restrictCaseInput = z.strictObject({ caseId: z.uuid(), version: version(), isRestricted: z.boolean("Choose whether it is restricted"), reason: why("Say why") });

export const nameOfficerInput = z.strictObject({ caseId: z.uuid(), version: version(), memberId: z.uuid("Choose who") });
