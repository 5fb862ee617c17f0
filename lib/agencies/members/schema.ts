import { z } from "zod";
import { distinct, id, instant, optionalDay, version } from "../../format/fields";
import { line, optionalLine } from "../../format/text";
import { memberRoles } from "../../platform/actor";
import { standingSchema, waitingLinkSchema } from "../invitations/schema";
import { menuSchema } from "../menu/schema";
import { trainingSchema } from "../schema";

const title = line({ max: 120, ask: "Enter their job title", what: "The job title" });
const phone = optionalLine({ max: 40, what: "The phone number" });
const team = optionalLine({ max: 80, what: "The team" });
const roles = z.array(z.enum(memberRoles, { error: "Choose from the list" }), { error: "Choose what they do" }).min(1, "Choose what they do").refine(distinct, "Choose each once");

const trainedIn = z.array(trainingSchema).default([]);

/** Which agency's members: one's own when left out. Only county governance may name another. */
export const listRegisterInput = z.strictObject({ agencyId: id("Choose the agency again").optional(), quiet: z.enum(["1"]).optional() });

export const addMemberInput = z.strictObject({
  agencyId: id("Choose the agency again").optional(),
  name: line({ max: 120, ask: "Enter their full name", what: "The name" }),
  email: z.string({ error: "Enter their work e-mail address" }).trim().toLowerCase().max(200, "The e-mail address must be 200 characters or fewer").pipe(z.email("Enter a work e-mail address, like name@agency.org.uk")),
  title,
  phone,
  team,
  roles,
  trainedIn,
  startsOn: optionalDay(),
});

const memberId = id("Open the member again");
export const changeMemberInput = z.strictObject({ memberId, version: version(), title, phone, team, roles, trainedIn });
export const confirmMemberInput = z.strictObject({ memberId, version: version() });

export const decideRolesInput = z.strictObject({
  requestId: id("Open the request again"),
  version: version(),
  decision: z.enum(["granted", "declined"], { error: "Choose whether to grant the roles" }),
  note: optionalLine({ max: 300, what: "The reason" }),
});

export const leaverInput = z.strictObject({ memberId });
export const handOnWorkInput = z.strictObject({
  memberId,
  toMemberId: id("Choose the colleague who takes it on"),
  items: z.array(id("Open the page again"), { error: "Choose what to hand on" }).min(1, "Choose what to hand on").max(500, "Hand on at most 500 at once").refine(distinct, "Choose each once"),
});
export const endMemberInput = z.strictObject({
  memberId,
  version: version(),
  /** When access ends; at once when left out. */
  endsAt: z.preprocess((value) => (value === "" ? null : value), instant("Enter when their access ends").nullable()).default(null),
  reason: line({ max: 200, ask: "Enter why they leave", what: "The reason" }),
});

const roleWords = z.array(z.string());

const registeredMember = z.object({
  memberId: z.string(),
  version: z.number(),
  name: z.string(),
  title: z.string(),
  phone: z.string(),
  team: z.string(),
  roles: z.array(z.enum(memberRoles)),
  trainedIn: z.array(trainingSchema),
  roleWords,
  sinceWords: z.string(),
  startsLater: z.boolean(),
  /** When their access ends, in words; empty when no end is in sight. */
  endsWords: z.string(),
  hasEnded: z.boolean(),
  lastWords: z.string(),
  isQuiet: z.boolean(),
  confirmWords: z.string(),
  isConfirmationLate: z.boolean(),
  /** How many open cases and actions are theirs. */
  held: z.number(),
  isSelf: z.boolean(),
  /** Roles that wait for a second person. */
  waitingWords: roleWords,
  /** How they can sign in, and what an administrator can do about it. */
  signIn: standingSchema,
});
export type RegisteredMember = z.infer<typeof registeredMember>;

const roleChoice = z.object({ value: z.enum(memberRoles), label: z.string(), hint: z.string() });

export const registerView = z.object({
  menu: menuSchema,
  agency: z.object({ agencyId: z.string(), name: z.string() }),
  may: z.object({ change: z.boolean() }),
  /** Who grants roles above practitioner here, in words. */
  secondWords: z.string(),
  roleChoices: z.array(roleChoice),
  teams: z.array(z.string()),
  onlyQuiet: z.boolean(),
  quietCount: z.number(),
  lateCount: z.number(),
  members: z.array(registeredMember),
});
export type RegisterView = z.infer<typeof registerView>;

export const leaverView = z.object({
  menu: menuSchema,
  agency: z.object({ agencyId: z.string(), name: z.string() }),
  member: z.object({ memberId: z.string(), version: z.number(), name: z.string(), title: z.string(), endsWords: z.string(), hasEnded: z.boolean(), isSelf: z.boolean() }),
  work: z.array(z.object({ id: z.string(), kind: z.enum(["case", "action"]), reference: z.string() })),
  colleagues: z.array(z.object({ memberId: z.string(), name: z.string(), title: z.string(), held: z.number() })),
});
export type LeaverView = z.infer<typeof leaverView>;

export const waitingView = z.object({
  menu: menuSchema,
  requests: z.array(z.object({
    requestId: z.string(),
    version: z.number(),
    name: z.string(),
    title: z.string(),
    agency: z.string(),
    roleWords,
    askedBy: z.string(),
    askedWords: z.string(),
    mayGrant: z.boolean(),
    mayDecline: z.boolean(),
    /** Why not, where the asker may not grant it. */
    whyNot: z.string(),
  })),
  links: z.array(waitingLinkSchema),
});
export type WaitingView = z.infer<typeof waitingView>;

export const memberAddedSchema = z.object({ memberId: z.string(), name: z.string(), waiting: roleWords, secondWords: z.string(), inviteWaits: z.boolean(), link: z.string() });
export type MemberAdded = z.infer<typeof memberAddedSchema>;
export const memberChangedSchema = z.object({ memberId: z.string(), waiting: roleWords, secondWords: z.string() });
export const workHandedOnSchema = z.object({ handedOn: z.number(), kept: z.number(), left: z.number(), toName: z.string() });
export type WorkHandedOn = z.infer<typeof workHandedOnSchema>;
export const memberEndedSchema = z.object({ memberId: z.string(), name: z.string(), sessions: z.number(), endsWords: z.string() });
export type MemberEnded = z.infer<typeof memberEndedSchema>;
