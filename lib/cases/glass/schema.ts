import { z } from "zod";

/** Opening a case in an emergency: by its exact reference, for a reason, for 1 to 4 hours. */
export const breakGlassInput = z.strictObject({
  reference: z.string("Enter the case's reference").trim().min(1, "Enter the case's reference").max(40, "Enter a reference such as FEN-2026-00123"),
  reason: z.string("Say what is happening and why you need this case now").trim().min(10, "Say what is happening and why you need this case now, in a few words").max(500, "Keep it under 500 characters"),
  hours: z.number("Choose for how long").int("Choose for how long").min(1, "Choose at least 1 hour").max(4, "Choose at most 4 hours").default(4),
});

export const brokenGlassSchema = z.object({ caseId: z.string(), endsAt: z.string(), untilWords: z.string() });

export const endGlassInput = z.strictObject({ caseId: z.uuid() });
