import { z } from "zod";
import { id, optionalDay } from "@/lib/format/fields";
import { optionalLine } from "@/lib/format/text";

export const knownHereInput = z.strictObject({ placeId: id("Choose a place") });

/** An earlier report that the member may read. */
const earlierReportSchema = z.object({
  reportId: z.string(),
  reference: z.string(),
  dayWords: z.string(),
  headingLabel: z.string(),
  agencyName: z.string(),
});

/** What is known of a place, as far as the member may see: what they may not open is a number or a pointer. */
export const knownHereSchema = z.object({
  /** Distinct reports in twelve months, visible and not. */
  total: z.number(),
  reports: z.array(earlierReportSchema),
  /** Reports the member may not read, by the agency that took them. */
  others: z.array(z.object({ agencyName: z.string(), count: z.number() })),
  cases: z.array(z.object({
    caseId: z.string(),
    reference: z.string(),
    title: z.string(),
    /** Null where the colour is not the member's to see, or there is none yet. */
    rag: z.enum(["red", "amber", "green"]).nullable(),
    leadName: z.string(),
    ring: z.object({ name: z.string(), phone: z.string() }),
    mayJoin: z.boolean(),
    /** "closed 12 Oct"; empty while it is open. */
    closedWords: z.string(),
    /** Whether a closed one opens again when a report joins it; later a new case goes on from it. */
    mayReopen: z.boolean(),
    /** Who is on it, for a case the member may join: so that nobody is entered twice. */
    people: z.array(z.object({ personId: z.string(), name: z.string(), label: z.string() })),
  })),
  pointers: z.array(z.object({
    reference: z.string(),
    leadName: z.string(),
    ring: z.object({ name: z.string(), phone: z.string() }),
  })),
  /** Distinct reports here in three months, visible and not: what makes a repeat address. */
  inThreeMonths: z.number(),
});
export type KnownHereView = z.infer<typeof knownHereSchema>;

export const knownCallerInput = z.strictObject({
  givenName: optionalLine({ max: 100, what: "The first name" }),
  familyName: optionalLine({ max: 100, what: "The last name" }),
  bornOn: optionalDay(),
  number: optionalLine({ max: 254, what: "The number" }),
});

/** Somebody of the same name with the same date of birth or number, and what they reported before. */
export const knownCallerSchema = z.object({
  people: z.array(z.object({
    personId: z.string(),
    name: z.string(),
    ageWords: z.string(),
    /** "same name and date of birth", "same name and number". */
    sameBy: z.string(),
    reports: z.array(earlierReportSchema),
    inThreeMonths: z.number(),
  })),
  /** Distinct events that these people reported, ever and in three months. */
  total: z.number(),
  inThreeMonths: z.number(),
});
export type KnownCallerView = z.infer<typeof knownCallerSchema>;
