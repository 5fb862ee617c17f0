import { z } from "zod";
import { endOfLondonDay, londonDay } from "../../../format/dates";
import { livePosts } from "../../../agencies/queries";
import { liveAgreements } from "../../../agencies/agreements/queries";
import { command } from "../../../platform/command";
import { NotFound, Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { standingOn, type CaseStanding } from "../../visibility";
import { writeEntry, type Doing } from "../commands";
import { entriesOf } from "../entries/queries";
import { logRefusals } from "../labels";
import { mayAdmitReader } from "../policy";
import { sideReads } from "../rules";
import { admitReaderInput, dismissReaderInput } from "../schema";

type Loading = Doing & { input: { caseId: string; entryId: string } };

async function sealedEntry({ tx, actor, now, input }: Loading) {
  const standing = await standingOn(tx, actor, now, input.caseId, "contribute");
  const entry = await tx.entry.findFirst({ where: { AND: [entriesOf({ actor, now, standing }), { id: input.entryId, correctsId: null }] }, select: { id: true, side: true, audience: true, authorAgencyId: true } });
  if (!entry) throw new NotFound();
  return { ...entry, standing };
}

/**
 * Lets one member of another agency that works the case read one sealed entry, until a day or until it is ended. Nobody
 * else of their agency reads it by that. Refused to all but the agency that wrote it or a health agency it is for, and for
 * somebody who is not on the case, is kept from it, or reads it already.
 */
export const admitReader = command({
  name: "entry.admitReader",
  summary: "Lets one member of another agency read one sealed entry.",
  input: admitReaderInput,
  output: z.object({ readerId: z.string(), memberName: z.string(), agencyName: z.string() }),
  load: sealedEntry,
  allow: mayAdmitReader,
  words: logRefusals,
  run: async ({ tx, actor, now, input, subject: entry }) => {
    const doing = { tx, actor, now };
    if (input.endsOn && input.endsOn < londonDay(now)) throw new Refused("ended-in-the-past");
    const reader = await whoMayRead(doing, entry.standing, input.memberId, entry.side);
    if (entry.audience.includes(reader.agencyId)) throw new Refused("reads-it-already");
    const live = await tx.entryReader.count({ where: { entryId: entry.id, memberId: input.memberId, endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } });
    if (live > 0) throw new Refused("reads-it-already");
    // One whose last day has passed makes way for the new one.
    await tx.entryReader.updateMany({ where: { entryId: entry.id, memberId: input.memberId, endedAt: null }, data: { endedAt: now, endedById: actor.memberId } });
    const { id: readerId } = await tx.entryReader.create({
      data: {
        entryId: entry.id, caseId: input.caseId, memberId: input.memberId, agencyId: reader.agencyId, reason: input.reason, admittedById: actor.memberId, startsAt: now,
        endsAt: input.endsOn ? endOfLondonDay(input.endsOn) : null,
      },
      select: { id: true },
    });
    await say(doing, input.caseId, entry, `${reader.name} (${reader.agencyName}) may read the sealed entry: ${input.reason}`, { readerId });
    return { result: { readerId, memberName: reader.name, agencyName: reader.agencyName }, audit: { caseId: input.caseId, detail: { entryId: entry.id, memberId: input.memberId } } };
  },
});

/** Ends one member's reading of a sealed entry, from their next request on. Refused to all but those who could have let them in; not found once it has ended. */
export const dismissReader = command({
  name: "entry.dismissReader",
  summary: "Ends one member's reading of a sealed entry.",
  input: dismissReaderInput,
  output: z.object({ memberName: z.string() }),
  load: sealedEntry,
  allow: mayAdmitReader,
  words: logRefusals,
  run: async ({ tx, actor, now, input, subject: entry }) => {
    const found = await tx.entryReader.findFirst({ where: { id: input.readerId, entryId: entry.id, endedAt: null }, select: { memberId: true, member: { select: { name: true } } } });
    if (!found) throw new NotFound();
    await updateAtVersion(tx.entryReader, input.readerId, input.version, { endedAt: now, endedById: actor.memberId });
    await say({ tx, actor, now }, input.caseId, entry, `${found.member.name} no longer reads the sealed entry.`, { readerId: input.readerId });
    return { result: { memberName: found.member.name }, audit: { caseId: input.caseId, detail: { entryId: entry.id, memberId: found.memberId } } };
  },
});

async function whoMayRead({ tx, now }: Doing, standing: CaseStanding, memberId: string, side: CaseStanding["side"]): Promise<{ name: string; agencyId: string; agencyName: string }> {
  const member = await tx.member.findFirst({
    where: { AND: [livePosts(now), { id: memberId, roles: { hasSome: ["practitioner", "coordinator", "manager"] } }] },
    select: { name: true, agencyId: true, agency: { select: { shortName: true } } },
  });
  const grant = member && await tx.grant.findFirst({
    where: { caseId: standing.caseId, agencyId: member.agencyId, revokedAt: null, level: { in: ["contribute", "lead"] }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { side: true },
  });
  const kept = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM kept_from(${standing.caseId}::uuid) AS id`;
  const isAgreed = member && (await liveAgreements(tx, now, standing.areaId, [member.agencyId])).has(member.agencyId);
  if (!member || !grant || !isAgreed || !sideReads(grant.side, side) || kept.some(({ id }) => id === memberId)) throw new Refused("not-on-the-case");
  return { name: member.name, agencyId: member.agencyId, agencyName: member.agency.shortName };
}

// Who reads a sealed entry is told to those whom the entry is for.
async function say(doing: Doing, caseId: string, entry: { id: string; side: CaseStanding["side"]; audience: string[] }, body: string, data: Record<string, unknown>): Promise<void> {
  await writeEntry(doing, { caseId, kind: "system", body, data: { ...data, entryId: entry.id }, side: entry.side, audience: entry.audience });
}
