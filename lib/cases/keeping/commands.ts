import { z } from "zod";
import { sentence } from "../../format/text";
import { livePosts } from "../../agencies/queries";
import { command } from "../../platform/command";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { memberExcluded } from "../events";
import { writeEntry, type Doing } from "../log/commands";
import { standingOn } from "../visibility";
import { isWithoutManager } from "./queries";
import { keepingRefusals } from "./labels";
import { mayEndExclusion, mayExclude, mayKeepCase, mayNameOfficer } from "./policy";
import { endExclusionInput, excludeMemberInput, nameOfficerInput, restrictCaseInput } from "./schema";

/**
 * Keeps a member from a case for a conflict of interest, from their next request on: to them it does not exist, by list,
 * search, place or report. Their open actions go back to their agency. Refused for the named officer. The log says who,
 * and never what the conflict is: only the lead agency reads that.
 */
export const excludeMember = command({
  name: "case.excludeMember",
  summary: "Keeps a member from a case for a conflict of interest.",
  input: excludeMemberInput,
  output: z.object({ memberName: z.string() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayExclude,
  words: keepingRefusals,
  run: async ({ tx, actor, now, input: { caseId, memberId, reason }, subject: standing }) => {
    const doing = { tx, actor, now };
    if (standing.namedOfficerId === memberId) throw new Refused("names-the-officer");
    const isOwn = memberId === actor.memberId;
    const name = isOwn ? actor.name : await nameOfPartner(doing, caseId, memberId);
    if (!isOwn && (await tx.caseExclusion.count({ where: { caseId, memberId, endedAt: null } })) > 0) throw new Refused("already-kept");
    await tx.caseMember.updateMany({ where: { caseId, memberId, endsAt: null }, data: { endsAt: now } });
    await writeEntry(doing, { caseId, kind: "state", body: `${name} is kept from this case for a conflict of interest.`, data: { excluded: memberId } });
    // Who keeps themselves away does not read the record, so nothing is returned.
    await tx.caseExclusion.createMany({ data: [{ caseId, memberId, reason, recordedById: actor.memberId, startsAt: now }] });
    return { result: { memberName: name }, events: [memberExcluded({ caseId, memberId })], audit: { caseId, detail: { memberId } } };
  },
});

async function nameOfPartner({ tx, now }: Doing, caseId: string, memberId: string): Promise<string> {
  const grants = await tx.grant.findMany({ where: { caseId, revokedAt: null }, select: { agencyId: true } });
  const found = await tx.member.findFirst({ where: { AND: [livePosts(now), { id: memberId, agencyId: { in: grants.map(({ agencyId }) => agencyId) } }] }, select: { name: true } });
  if (!found) throw new Refused("not-a-member");
  return found.name;
}

/** Lets a member back in. Nobody does it for themselves: to them there is nothing to end. */
export const endExclusion = command({
  name: "case.endExclusion",
  summary: "Ends keeping a member from a case.",
  input: endExclusionInput,
  output: z.object({ memberName: z.string() }),
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    return { ...standing, isWithoutManager: await isWithoutManager({ tx, now }, standing) };
  },
  allow: mayEndExclusion,
  words: keepingRefusals,
  run: async ({ tx, actor, now, input: { caseId, exclusionId, version } }) => {
    const found = await tx.caseExclusion.findFirst({ where: { id: exclusionId, caseId, endedAt: null }, select: { memberId: true, member: { select: { name: true } } } });
    if (!found) throw new NotFound();
    await updateAtVersion(tx.caseExclusion, exclusionId, version, { endedAt: now, endedById: actor.memberId });
    await writeEntry({ tx, actor, now }, { caseId, kind: "state", body: `${found.member.name} is no longer kept from this case.`, data: { readmitted: found.memberId } });
    return { result: { memberName: found.member.name }, audit: { caseId, detail: { memberId: found.memberId } } };
  },
});

/** Restricts a case: no pointer to it, by place, person or reference, for anyone it is not shared with; or ends that. */
export const restrictCase = command({
  name: "case.restrict",
  summary: "Hides a case from everyone it is not shared with, or ends that.",
  input: restrictCaseInput,
  output: z.object({ caseId: z.string(), isRestricted: z.boolean() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayKeepCase,
  words: keepingRefusals,
  run: async ({ tx, actor, now, input: { caseId, version, isRestricted, reason } }) => {
    const { isRestricted: before } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { isRestricted: true } });
    if (before === isRestricted) throw new Refused("nothing-changed");
    await updateAtVersion(tx.case, caseId, version, { isRestricted });
    const what = isRestricted ? "Restricted: agencies without it no longer learn that it exists." : "No longer restricted: agencies of the district find it as a pointer.";
    await writeEntry({ tx, actor, now }, { caseId, kind: "state", body: `${what} ${sentence(reason)}`, data: { isRestricted } });
    return { result: { caseId, isRestricted }, audit: { caseId } };
  },
});

/** Names another officer of the lead agency for a case. Refused for someone who does not work cases there, or is kept from this one. */
export const nameOfficer = command({
  name: "case.nameOfficer",
  summary: "Names another officer of the lead agency for a case.",
  input: nameOfficerInput,
  output: z.object({ officerName: z.string() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayNameOfficer,
  words: keepingRefusals,
  run: async ({ tx, actor, now, input: { caseId, version, memberId }, subject: standing }) => {
    if (standing.namedOfficerId === memberId) throw new Refused("nothing-changed");
    const officer = await tx.member.findFirst({
      where: { AND: [livePosts(now), { id: memberId, agencyId: actor.agencyId, roles: { hasSome: ["practitioner", "coordinator", "manager"] }, exclusions: { none: { caseId, endedAt: null } } }] },
      select: { name: true },
    });
    if (!officer) throw new Refused("not-ours");
    await updateAtVersion(tx.case, caseId, version, { namedOfficerId: memberId });
    await tx.caseMember.updateMany({ where: { caseId, part: "named_officer", endsAt: null }, data: { endsAt: now } });
    await tx.caseMember.create({ data: { caseId, memberId, agencyId: actor.agencyId, part: "named_officer", startsAt: now }, select: { id: true } });
    await writeEntry({ tx, actor, now }, { caseId, kind: "state", body: `${officer.name} is now the named officer.`, data: { namedOfficer: memberId }, side: "both" });
    return { result: { officerName: officer.name }, audit: { caseId, detail: { memberId } } };
  },
});
