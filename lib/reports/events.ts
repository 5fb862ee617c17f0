import { z } from "zod";
import { event } from "../platform/events";

/** A report was taken and saved, wherever it went. */
export const reportTaken = event("report.taken", z.object({
  reportId: z.string(),
  agencyId: z.string(),
  areaId: z.string(),
  /** Null while it waits for triage, or where it ended in advice. */
  caseId: z.string().nullable(),
  outcome: z.enum(["advice_only", "new_case", "join_case", "same_event", "triage"]),
  /** A trigger is ticked or 999 was rung: whoever triages must look at once. */
  isUrgent: z.boolean(),
}));

/** A report that waited was given its place. */
export const reportSorted = event("report.sorted", z.object({
  reportId: z.string(),
  agencyId: z.string(),
  caseId: z.string().nullable(),
  outcome: z.enum(["advice_only", "new_case", "join_case", "same_event"]),
}));
