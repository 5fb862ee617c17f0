import { agreementWaits } from "../../agencies/agreements/events";
import { secondPersonAsked, signInReset } from "../../agencies/invitations/events";
import { livePosts } from "../../agencies/queries";
import type { Doing } from "../../cases/log/commands";
import { reaction } from "../../platform/events";
import { governanceOf, leaveNotices } from "../leaving/commands";

/** The administrators of an agency, and county governance: for those of them who cannot agree to it the notice stands for nothing, and is not there. */
async function secondPersons({ tx, now }: Doing, agencyId: string): Promise<string[]> {
  const admins = await tx.member.findMany({ where: { AND: [livePosts(now), { agencyId, roles: { has: "agency_admin" } }] }, select: { id: true } });
  return [...admins.map(({ id }) => id), ...(await countyGovernance({ tx, now }))];
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

const onAgreementWaits = reaction(agreementWaits, async (doing, { agreementId }) => {
  await leaveNotices(doing, await countyGovernance(doing), { kind: "second-person", isUrgent: true, agreementId });
});

export const administrationReactions = [onAgreementWaits, onSecondPersonAsked, onSignInReset];
