import { z } from "zod";
import { isDay } from "../../format/dates";
import { id, optionalDay } from "../../format/fields";

/** Where a list goes on: a moment, and how many lines of that moment were shown. */
export const auditCursor = z.string().regex(/^\d{1,15}_\d{1,4}$/, "Open the list again from the start");
export const monthSchema = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, "Choose a month");

export const trailInput = z.strictObject({ after: auditCursor.optional() });
export const weekInput = z.strictObject({
  /** Any day of the week; this week where none is given. */
  week: z.string().refine(isDay, "Choose a week").optional(),
  skip: z.coerce.number().int().min(0).max(1000).default(0),
});
export const memberTrailInput = trailInput.extend({ memberId: id("Open the member again") });
export const caseAuditInput = trailInput.extend({ caseId: id("Open the case again"), without: z.enum(["1"]).optional() });
export const personAuditInput = trailInput.extend({ personId: id("Find the person again"), month: monthSchema.optional() });
export const findAuditInput = z.strictObject({
  words: z.string({ error: "Enter a full name or a case reference" }).trim().min(2, "Enter a full name or a case reference").max(120, "Keep it under 120 characters"),
  bornOn: optionalDay(),
});

/** Which parts of the audit the menu of these pages offers. */
export const auditMenuSchema = z.object({ followTeam: z.boolean(), oversee: z.boolean() });

const line = z.object({
  key: z.string(),
  at: z.string(),
  atWords: z.string(),
  memberId: z.string(),
  name: z.string(),
  title: z.string(),
  agency: z.string(),
  /** What was done, in words: the page that was opened. */
  what: z.string(),
  /** A case's reference, where there is one to tell. */
  reference: z.string(),
  /** Set where something was refused or not found. */
  denied: z.string(),
  /** Further words: how many records a search showed. */
  note: z.string(),
});
export type AuditLine = z.infer<typeof line>;

const list = z.object({ may: auditMenuSchema, lines: z.array(line), next: z.string().nullable() });

export const trailView = list;
export type TrailView = z.infer<typeof trailView>;

export const teamView = list.extend({ agency: z.string(), members: z.array(z.object({ memberId: z.string(), name: z.string(), title: z.string() })) });
export type TeamView = z.infer<typeof teamView>;

/** What a manager's members opened in a week without any work on it that the manager can see: a line a member and case. */
export const withoutWorkView = z.object({
  may: auditMenuSchema,
  agency: z.string(),
  week: z.string(),
  weekWords: z.string(),
  weeks: z.array(z.object({ value: z.string(), label: z.string() })),
  lines: z.array(z.object({
    key: z.string(), memberId: z.string(), name: z.string(), title: z.string(), reference: z.string(), looks: z.int(),
    /** When, from the first look to the last. */
    whenWords: z.string(),
    /** Which pages, in words. */
    what: z.array(z.string()),
    /** On which browsers. */
    devices: z.array(z.string()),
    inEmergency: z.boolean(),
  })),
  nextSkip: z.int().nullable(),
});
export type WithoutWorkView = z.infer<typeof withoutWorkView>;

export const memberTrailView = list.extend({ member: z.object({ memberId: z.string(), name: z.string(), title: z.string(), agency: z.string() }) });
export type MemberTrailView = z.infer<typeof memberTrailView>;

const worked = { /** Has written, assessed, acted or taken a report on the case, or is named on it. */ worked: z.boolean() };

export const caseAuditView = z.object({
  may: auditMenuSchema,
  caseId: z.string(),
  reference: z.string(),
  leadName: z.string(),
  /** Governance reads what was done too, and opens no case. */
  isGovernance: z.boolean(),
  onlyWithout: z.boolean(),
  lookers: z.array(z.object({ memberId: z.string(), name: z.string(), title: z.string(), agency: z.string(), looks: z.int(), lastWords: z.string(), ...worked })),
  lines: z.array(line.extend(worked)),
  next: z.string().nullable(),
});
export type CaseAuditView = z.infer<typeof caseAuditView>;

export const personAuditView = z.object({
  may: auditMenuSchema,
  personId: z.string(),
  month: z.string(),
  monthWords: z.string(),
  months: z.array(z.object({ value: z.string(), label: z.string() })),
  cases: z.array(z.object({ caseId: z.string(), reference: z.string() })),
  lines: z.array(line.extend({ worked: z.boolean().nullable(), /** Why their agency had the case, and by what law. */ why: z.string(), law: z.string(), breakGlass: z.string() })),
  next: z.string().nullable(),
});
export type PersonAuditView = z.infer<typeof personAuditView>;

export const findStartView = z.object({ may: auditMenuSchema, month: z.string(), months: z.array(z.object({ value: z.string(), label: z.string() })) });
export type FindStartView = z.infer<typeof findStartView>;

export const auditFoundView = z.object({
  cases: z.array(z.object({ caseId: z.string(), reference: z.string() })),
  people: z.array(z.object({ personId: z.string(), bornYear: z.int().nullable(), references: z.array(z.string()) })),
  hasMore: z.boolean(),
});
export type AuditFoundView = z.infer<typeof auditFoundView>;
