import { secondPersonAsked, signInReset } from "../../agencies/invitations/events";
import { livePosts } from "../../agencies/queries";
import type { Doing } from "../../cases/log/commands";
import { reaction } from "../../platform/events";
import { governanceOf, leaveNotices } from "../leaving/commands";

/** The administrators of an agency; county governance where it has one at most. */
async function secondPersons({ tx, now, actor }: Doing, agencyId: string): Promise<string[]> {
  const admins = await tx.member.findMany({ where: { AND: [livePosts(now), { agencyId, roles: { has: "agency_admin" } }] }, select: { id: true } });
  const others = admins.filter(({ id }) => id !== actor.memberId).map(({ id }) => id);
  return admins.length > 1 ? others : [...others, ...(await countyGovernance({ tx, now }))];
}

async function countyGovernance({ tx, now }: Pick<Doing, "tx" | "now">): Promise<string[]> {
  const members = await tx.member.findMany({ where: { AND: [livePosts(now), { roles: { has: "governance" }, agency: { kind: "governance" } }] }, select: { id: true } });
  return members.map(({ id }) => id);
}

const onSecondPersonAsked = reaction(secondPersonAsked, async (doing, { agencyId, aboutMemberId }) => {
  const told = (await secondPersons(doing, agencyId)).filter((id) => id !== aboutMemberId);
  await leaveNotices(doing, told, { kind: "second-person", isUrgent: true, aboutMemberId });
});

/** The member is told in every post of theirs, and so is information governance. */
const onSignInReset = reaction(signInReset, async (doing, { memberId, userId, agencyId }) => {
  const own = await doing.tx.member.findMany({ where: { AND: [livePosts(doing.now), { userId }] }, select: { id: true } });
  await leaveNotices(doing, [...own.map(({ id }) => id), ...(await governanceOf(doing, [agencyId]))], { kind: "sign-in-reset", isUrgent: true, aboutMemberId: memberId });
});

export const administrationReactions = [onSecondPersonAsked, onSignInReset];
