import { z } from "zod";
import { version } from "../../format/fields";

export const closeCaseInput = z.strictObject({
  caseId: z.uuid(),
  version: version(),
  outcome: z.string("Select an outcome").min(1, "Select an outcome").max(60),
  reason: z.string("Enter why the case can close").trim().min(1, "Enter why the case can close").max(2000, "Keep it under 2,000 characters"),
});
