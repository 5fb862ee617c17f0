import { z } from "zod";
import { day, distinct, id } from "../../format/fields";
import { line, text } from "../../format/text";
import { confirmsNames } from "../log/schema";
import { caseHeaderSchema } from "../page/schema";

const level = z.enum(["pointer", "summary", "contribute", "lead"]);
const side = z.enum(["both", "victim", "perpetrator"]);

/** The levels a lead may give. A pointer needs no giving, and the lead is handed over, not shared. */
export const givenLevel = z.enum(["summary", "contribute"], { error: "Select how much they see" });
export type GivenLevel = z.infer<typeof givenLevel>;
const givenSide = z.enum(["both", "victim", "perpetrator"], { error: "Select which side they work with" });

const caseId = id("Open the case again");
const grantId = id("Select the agency");
const purpose = line({ max: 300, ask: "Enter what they need it for", what: "The purpose" });
const legalBasis = z.string({ error: "Select the law that allows it" }).min(1, "Select the law that allows it").max(60);
const endsOn = z.union([z.literal(""), day("Enter the last day, or leave it empty")]).default("");

export const shareCaseInput = z.strictObject({
  caseId,
  agencies: z.array(z.strictObject({ agencyId: id("Select an agency"), level: givenLevel, side: givenSide }), { error: "Select at least one agency" })
    .min(1, "Select at least one agency").max(20, "Select at most 20 agencies at a time")
    .refine((agencies) => distinct(agencies.map(({ agencyId }) => agencyId)), { error: "Each agency once" }),
  purpose,
  legalBasis,
  endsOn,
  confirmsNames,
});

export const changeLevelInput = z.strictObject({ caseId, grantId, level: givenLevel, side: givenSide, purpose, legalBasis, endsOn, confirmsNames });

export const endShareInput = z.strictObject({ caseId, grantId, reason: text({ max: 500, ask: "Enter why sharing ends", what: "The reason" }) });

const openActionSchema = z.object({ id: z.string(), what: z.string(), dueWords: z.string() });

export const endedShareSchema = z.object({ agencyName: z.string(), openActions: z.array(openActionSchema), endedMembers: z.number() });
export const sharedResultSchema = z.object({ agencies: z.array(z.object({ agencyId: z.string(), name: z.string(), level, ring: z.string(), ringBy: z.string() })) });

const partnerSchema = z.object({
  grantId: z.string(),
  agencyId: z.string(),
  name: z.string(),
  kindWords: z.string(),
  phoneWords: z.string(),
  level,
  levelWords: z.string(),
  side,
  sideWords: z.string(),
  sinceWords: z.string(),
  /** "until 30 November 2026"; "until the lead ends it". */
  untilWords: z.string(),
  /** Empty where it is not the reader's to see. */
  purpose: z.string(),
  legalBasis: z.string(),
  basisWords: z.string(),
  agreementWords: z.string(),
  agreement: z.enum(["live", "ending", "ended"]),
  givenBy: z.string(),
  sees: z.array(z.string()),
  doesNotSee: z.array(z.string()),
  named: z.array(z.string()),
  openActions: z.array(openActionSchema),
  isOwn: z.boolean(),
});
export type SharingPartner = z.infer<typeof partnerSchema>;

const candidateSchema = z.object({
  agencyId: z.string(),
  name: z.string(),
  kindWords: z.string(),
  side,
  /** Why it is proposed; empty when it is not. */
  suggestion: z.string(),
  /** Why it cannot be chosen; empty when it can. */
  refusal: z.string(),
  isUnderSection115: z.boolean(),
});
export type SharingCandidate = z.infer<typeof candidateSchema>;

const seesSchema = z.object({ sees: z.array(z.string()), doesNotSee: z.array(z.string()) });

export const sharingOfferSchema = z.object({
  candidates: z.array(candidateSchema),
  gateways: z.array(z.object({ code: z.string(), label: z.string() })),
  governance: z.object({ agencyName: z.string(), name: z.string(), phone: z.string() }).nullable(),
});

/** A member who is kept from the case for a conflict of interest. */
const keptFromSchema = z.object({ exclusionId: z.string(), version: z.number(), name: z.string(), agencyName: z.string(), reason: z.string(), sinceWords: z.string() });

/** What the member may do about who is kept from the case, and for whom. */
const keepingSchema = z.object({
  /** Take themselves off it. */
  mayDeclare: z.boolean(),
  /** Keep others from it. */
  mayExclude: z.boolean(),
  /** Restrict it, and end that. */
  mayKeep: z.boolean(),
  mayLetIn: z.boolean(),
  mayNameOfficer: z.boolean(),
  /** Who can be kept from it or named as its officer; empty for those who may do neither. */
  people: z.array(z.object({ memberId: z.string(), name: z.string(), title: z.string(), agencyName: z.string(), mayBeOfficer: z.boolean() })),
});

export const caseSharingSchema = z.object({
  header: caseHeaderSchema,
  areaName: z.string(),
  partners: z.array(partnerSchema),
  ended: z.array(z.object({ id: z.string(), name: z.string(), words: z.string() })),
  pointerWords: z.string(),
  panelWords: z.string(),
  /** What each choice would show, as "contribute:victim". */
  preview: z.record(z.string(), seesSchema),
  /** Null for those who may not share. */
  offer: sharingOfferSchema.nullable(),
  /** Why this member may not share; empty when they may. */
  refusal: z.string(),
  mayAsk: z.boolean(),
  /** One person alone stands on the victim's side. */
  hasOneComplainant: z.boolean(),
  isRestricted: z.boolean(),
  /** Who is kept from the case, for the lead agency alone. */
  keptFrom: z.array(keptFromSchema),
  keeping: keepingSchema,
});
export type CaseSharing = z.infer<typeof caseSharingSchema>;

export const caseSharingInput = z.strictObject({ caseId: z.uuid() });
