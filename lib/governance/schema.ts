import { z } from "zod";

export const placeHoldInput = z.strictObject({
  caseId: z.uuid(),
  reason: z.string().trim().min(1, "Enter why the record must be kept").max(500, "Keep it under 500 characters"),
});
