import { dayAndTime, endOfLondonDay, longDay, shortDay } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { query } from "../../platform/query";
import { adminMenu } from "../menu/queries";
import { mayInvite, mayReset } from "../invitations/policy";
import { linksByMember, ofGovernance } from "../invitations/queries";
import { signInStanding, type LinkRow } from "../invitations/rules";
import { memberRefusals, memberRoleLabels, roleWordsOf } from "./labels";
import { mayChangeMember, mayReadRegister } from "./policy";
import { confirmBy, isQuiet, rolesOffered } from "./rules";
import { listRegisterInput, registerView, type RegisteredMember } from "./schema";
import { hateTraining } from "../schema";
import { agencyFound } from "./visibility";

/** Who the second person is, by how many administrators an agency has. */
export function secondWords(admins: number): string {
  return admins <= 1 ? "county information governance" : "another administrator of the agency";
}

/** When each member last signed in, as far as the asker may know. */
export async function lastSignIns(tx: Tx): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ memberId: string; at: Date }[]>`SELECT "memberId", at FROM last_signed_in()`;
  return new Map(rows.map(({ memberId, at }) => [memberId, at]));
}

/** How much open work each member of an agency holds, where the asker administers it. */
export async function heldByMember(tx: Tx, agencyId: string): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ memberId: string; held: number }[]>`SELECT "memberId", held FROM open_work_counts(${agencyId}::uuid)`;
  return new Map(rows.map(({ memberId, held }) => [memberId, held]));
}

const columns = {
  id: true, version: true, userId: true, agencyId: true, name: true, title: true, phone: true, roles: true, trainedIn: true, startsAt: true, endsAt: true, confirmedAt: true,
  team: { select: { name: true } }, roleRequests: { where: { decidedAt: null }, select: { roles: true } },
} as const;

type Found = Awaited<ReturnType<typeof membersOf>>[number];

function membersOf(tx: Tx, agencyId: string, now: Date, holding: string[]) {
  return tx.member.findMany({ where: { agencyId, OR: [{ endsAt: null }, { endsAt: { gt: now } }, { id: { in: holding } }] }, select: columns, orderBy: [{ name: "asc" }, { id: "asc" }] });
}

type Known = { last: Date | null; held: number; links: readonly LinkRow[]; isOfGovernance: boolean; admins: number };

function inWords(found: Found, actor: Actor, now: Date, { last, held, links, isOfGovernance, admins }: Known): RegisteredMember {
  const { id, version, name, title, phone, roles, startsAt, endsAt, confirmedAt } = found;
  const hasEnded = endsAt !== null && endsAt <= now;
  const due = confirmBy(confirmedAt, startsAt);
  const letIn = { agencyId: found.agencyId, userId: found.userId, roles, admins, isOfGovernance };
  return {
    memberId: id, version, name, title, phone, team: found.team?.name ?? "", roles, trainedIn: found.trainedIn.includes(hateTraining) ? [hateTraining] : [], roleWords: roleWordsOf(roles),
    sinceWords: longDay(startsAt), startsLater: startsAt > now,
    endsWords: endsAt ? dayAndTime(endsAt, now) : "", hasEnded,
    lastWords: last ? dayAndTime(last, now) : "Never", isQuiet: !hasEnded && isQuiet(last, startsAt, now),
    confirmWords: confirmedAt ? `Confirmed ${shortDay(confirmedAt, now)}` : "Not confirmed yet", isConfirmationLate: !hasEnded && endOfLondonDay(due) < now,
    held, isSelf: found.userId === actor.userId, waitingWords: found.roleRequests.flatMap((request) => roleWordsOf(request.roles)),
    signIn: signInStanding({ links, hasSignedIn: last !== null, mayLetIn: !hasEnded && mayInvite(actor, letIn).allowed, mayReset: !hasEnded && mayReset(actor, letIn).allowed }, now),
  };
}

/** The members of an agency: who they are, what they may do, when they last signed in. NotFound for another agency's, but to county governance. */
export const getRegister = query({
  name: "member.register",
  summary: "The members of an agency, with their roles and when they last signed in.",
  input: listRegisterInput,
  output: registerView,
  allow: mayReadRegister,
  words: memberRefusals,
  run: async ({ tx, actor, now, input }) => {
    const agency = await agencyFound(tx, actor, input.agencyId);
    const { agencyId } = agency;
    const held = await heldByMember(tx, agencyId);
    const last = await lastSignIns(tx);
    const links = await linksByMember(tx, agencyId);
    const found = await membersOf(tx, agencyId, now, [...held.keys()]);
    const governance = await ofGovernance(tx, found.map(({ id }) => id));
    const all = found.map((one) => inWords(one, actor, now, { last: last.get(one.id) ?? null, held: held.get(one.id) ?? 0, links: links.get(one.id) ?? [], isOfGovernance: governance.has(one.id), admins: agency.admins }));
    const teams = await tx.team.findMany({ where: { agencyId }, select: { name: true }, orderBy: { name: "asc" } });
    const quiet = all.filter((member) => member.isQuiet);
    return {
      menu: await adminMenu(tx, actor), agency: { agencyId, name: agency.name },
      may: { change: mayChangeMember(actor, { ...agency, userId: "" }).allowed },
      secondWords: secondWords(agency.admins),
      roleChoices: rolesOffered(agency.kind).map((value) => ({ value, ...memberRoleLabels[value] })),
      teams: teams.map(({ name }) => name), onlyQuiet: input.quiet === "1", quietCount: quiet.length,
      lateCount: all.filter((member) => member.isConfirmationLate).length, members: input.quiet === "1" ? quiet : all,
    };
  },
  audit: (view) => ({ detail: { agencyId: view.agency.agencyId, members: view.members.length } }),
});
