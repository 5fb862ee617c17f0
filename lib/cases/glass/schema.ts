import { z } from "zod";
import { day } from "../../format/fields";

/** Opening a case in an emergency: by its exact reference, for a reason, for 1 to 4 hours. */
export const breakGlassInput = z.strictObject({
  reference: z.string("Enter the case's reference").trim().min(1, "Enter the case's reference").max(40, "Enter a reference such as FEN-2026-00123"),
  reason: z.string("Say what is happening and why you need this case now").trim().min(10, "Say what is happening and why you need this case now, in a few words").max(500, "Keep it under 500 characters"),
  hours: z.number("Choose for how long").int("Choose for how long").min(1, "Choose at least 1 hour").max(4, "Choose at most 4 hours").default(4),
});

/** A name and a day of birth exactly as on record, and why a case must be found by them. */
export const seekCaseInput = z.strictObject({
  givenName: z.string("Enter the first name").trim().min(1, "Enter the first name").max(100, "The first name must be 100 characters or fewer"),
  familyName: z.string("Enter the last name").trim().min(1, "Enter the last name").max(100, "The last name must be 100 characters or fewer"),
  bornOn: day("Enter the date of birth"),
  reason: breakGlassInput.shape.reason,
});

/** All that is told of what was found: that a case exists, who leads it, and whom to ring. */
export const soughtSchema = z.object({ pointers: z.array(z.object({ reference: z.string(), leadName: z.string(), ring: z.string() })), triesLeft: z.number() });
export type Sought = z.infer<typeof soughtSchema>;

/** Opening one sealed entry of a case in an emergency, for a reason of its own. */
export const openSealedInput = z.strictObject({ caseId: z.uuid(), entryId: z.uuid(), reason: breakGlassInput.shape.reason, hours: breakGlassInput.shape.hours });

export const brokenGlassSchema = z.object({ caseId: z.string(), endsAt: z.string(), untilWords: z.string() });

export const endGlassInput = z.strictObject({ caseId: z.uuid() });
