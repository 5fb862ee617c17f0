import { londonDay, startOfLondonDay } from "../../format/dates";
import type { Actor, MemberRole } from "../../platform/actor";
import { command } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { z } from "zod";
import { secondPersonAsked } from "../invitations/events";
import { makeLink } from "../invitations/commands";
import { memberAdded } from "./events";
import { memberRefusals, roleWordsOf } from "./labels";
import { mayAddMember, mayChangeMember } from "./policy";
import { secondWords } from "./queries";
import { rolesOffered, splitRoles } from "./rules";
import { addMemberInput, changeMemberInput, confirmMemberInput, memberAddedSchema, memberChangedSchema } from "./schema";
import { agencyFound, memberFound } from "./visibility";

const stop = (rule: string) => new Refused(rule, memberRefusals[rule]);

function mustBeOffered(kind: string, roles: readonly MemberRole[]): void {
  if (!roles.every((role) => rolesOffered(kind).includes(role))) throw stop("not-offered");
}

async function teamNamed(tx: Tx, agencyId: string, name: string): Promise<string | null> {
  if (!name) return null;
  const there = await tx.team.findFirst({ where: { agencyId, name: { equals: name, mode: "insensitive" } }, select: { id: true } });
  return (there ?? (await tx.team.create({ data: { agencyId, name }, select: { id: true } }))).id;
}

async function askForRoles(tx: Tx, actor: Actor, now: Date, memberId: string, agencyId: string, roles: MemberRole[]): Promise<void> {
  if (roles.length > 0) await tx.roleRequest.createMany({ data: [{ memberId, agencyId, roles, askedById: actor.memberId, askedAt: now }] });
}

/** Adds somebody to an agency with the roles one administrator gives alone, and invites them; roles above practitioner wait for a second person, as does an address outside the agency's domains. Refused for an address that works there already. */
export const addMember = command({
  name: "member.add",
  summary: "Adds a member to an agency and invites them; roles above practitioner wait for a second person.",
  input: addMemberInput,
  output: memberAddedSchema,
  kept: (added) => ({ ...added, link: "" }),
  load: ({ tx, actor, input }) => agencyFound(tx, actor, input.agencyId),
  allow: mayAddMember,
  words: memberRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: agency }) => {
    mustBeOffered(agency.kind, input.roles);
    if (input.startsOn && input.startsOn < londonDay(now)) throw stop("starts-in-past");
    const [user] = await tx.$queryRaw<{ id: string }[]>`SELECT user_of_address(${input.email}, ${input.name}) AS id`;
    const userId = user!.id;
    if (userId === actor.userId) throw stop("not-yourself");
    const { agencyId } = agency;
    if ((await tx.member.count({ where: { userId, agencyId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } })) > 0) throw stop("already-member");
    const roles = splitRoles(input.roles, []);
    const startsAt = input.startsOn && input.startsOn > londonDay(now) ? startOfLondonDay(input.startsOn) : now;
    const { id: memberId } = await tx.member.create({
      data: { userId, agencyId, teamId: await teamNamed(tx, agencyId, input.team), name: input.name, title: input.title, phone: input.phone, roles: roles.now, trainedIn: input.trainedIn, startsAt },
      select: { id: true },
    });
    await askForRoles(tx, actor, now, memberId, agencyId, roles.waiting);
    const made = await makeLink(tx, actor, memberId, "join");
    const asks = roles.waiting.length > 0 || made.waits;
    return {
      result: { memberId, name: input.name, waiting: roleWordsOf(roles.waiting), secondWords: secondWords(agency.admins), inviteWaits: made.waits, link: made.link },
      events: [memberAdded({ memberId, userId, agencyId }), ...(asks ? [secondPersonAsked({ agencyId, aboutMemberId: memberId })] : [])],
      audit: { detail: { memberId, agencyId, roles: roles.now, waiting: roles.waiting, invitationId: made.invitationId } },
    };
  },
});

/** Changes a member's title, phone, team, roles and what they are trained for. Roles taken away go at once; roles above practitioner wait for a second person. Nobody changes their own. */
export const changeMember = command({
  name: "member.change",
  summary: "Changes a member's title, phone, team and roles; roles above practitioner wait for a second person.",
  input: changeMemberInput,
  output: memberChangedSchema,
  load: ({ tx, actor, input }) => memberFound(tx, actor, input.memberId),
  allow: mayChangeMember,
  words: memberRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: member }) => {
    const { memberId, agencyId } = member;
    if (member.endsAt && member.endsAt <= now) throw stop("has-ended");
    mustBeOffered(member.kind, input.roles.filter((role) => !member.roles.includes(role)));
    const roles = splitRoles(input.roles, member.roles);
    if (roles.waiting.length > 0 && (await tx.roleRequest.count({ where: { memberId, decidedAt: null } })) > 0) throw stop("already-waiting");
    const teamId = await teamNamed(tx, agencyId, input.team);
    await updateAtVersion(tx.member, memberId, input.version, { title: input.title, phone: input.phone, teamId, roles: roles.now, trainedIn: input.trainedIn }, () => memberAsItStands(tx, memberId));
    await askForRoles(tx, actor, now, memberId, agencyId, roles.waiting);
    const taken = member.roles.filter((role) => !input.roles.includes(role));
    return {
      result: { memberId, waiting: roleWordsOf(roles.waiting), secondWords: secondWords(member.admins) },
      events: roles.waiting.length > 0 ? [secondPersonAsked({ agencyId, aboutMemberId: memberId })] : [],
      audit: { detail: { memberId, given: roles.now.filter((role) => !member.roles.includes(role)), taken, waiting: roles.waiting } },
    };
  },
});

/** What a stale change is shown. */
async function memberAsItStands(tx: Tx, memberId: string) {
  const { title, phone, roles, trainedIn, version, team } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { title: true, phone: true, roles: true, trainedIn: true, version: true, team: { select: { name: true } } } });
  return { title, phone, roles, trainedIn, version, team: team?.name ?? "" };
}

/** Confirms that a member still needs their access, due every 90 days. Nobody confirms themselves. */
export const confirmMember = command({
  name: "member.confirm",
  summary: "Confirms that a member still needs their access, for another 90 days.",
  input: confirmMemberInput,
  output: z.object({ memberId: z.string() }),
  load: ({ tx, actor, input }) => memberFound(tx, actor, input.memberId),
  allow: mayChangeMember,
  words: memberRefusals,
  run: async ({ tx, actor, now, input, subject: member }) => {
    if (member.endsAt && member.endsAt <= now) throw stop("has-ended");
    await updateAtVersion(tx.member, member.memberId, input.version, { confirmedAt: now, confirmedById: actor.memberId });
    return { result: { memberId: member.memberId }, audit: { detail: { memberId: member.memberId } } };
  },
});
