import type { z } from "zod";
import { endOfLondonDay, londonDay, nearDayAndTime } from "../../format/dates";
import { listWords, sentence } from "../../format/text";
import { command } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { InvalidInput, NotFound, Refused } from "../../platform/errors";
import type { DomainEvent } from "../../platform/events";
import type { Actor } from "../../platform/actor";
import { reaches } from "../../agencies/visibility";
import { caseShared, shareEnded } from "../events";
import { listDutyCalls, type ListedCall } from "../duty/commands";
import { ringWords } from "../duty/labels";
import { writeEntry, type Doing } from "../log/commands";
import { grantReach, type NewGrant } from "../opening/commands";
import { checkNames } from "../protecting/queries";
import { standingOn, type CaseStanding } from "../visibility";
import { levelWords, sharingRefusals, sideWords } from "./labels";
import { mayEndShare, mayShareCase } from "./policy";
import { openActionsOf } from "./queries";
import { isUnderSection115 } from "./rules";
import { changeLevelInput, endedShareSchema, endShareInput, shareCaseInput, sharedResultSchema } from "./schema";

/** The case that is shared, as any standing on it says. */
export type SharedCase = { caseId: string; areaId: string; areaIds?: string[] };

export type Shared = { agencyIds: string[]; events: DomainEvent[] };

/**
 * Gives agencies reach into a case in the caller's transaction, at once: grant, log entry, and the event to return.
 * Those who already reach as much or more are left as they are; less is revoked and granted anew. Refused with
 * "no-live-agreement" for all when one has none for the area. The actor must lead the case, or be opening it.
 */
export async function shareWith(doing: Doing, { caseId, areaId, areaIds = [areaId] }: SharedCase, grants: NewGrant[]): Promise<Shared> {
  const wanted = await notYetReached(doing, caseId, grants);
  if (wanted.length === 0) return { agencyIds: [], events: [] };
  await grantReach(doing, caseId, areaIds, wanted);
  const agencyIds = wanted.map((grant) => grant.agencyId);
  const nameOf = await agencyNames(doing.tx, agencyIds);
  // The purpose stays on the grant: in its author's words it may hold what the perpetrator's side must not read.
  await writeEntry(doing, {
    caseId,
    kind: "shared",
    body: `Shared with ${listWords(wanted.map((grant) => `${nameOf.get(grant.agencyId)} (${levelWords[grant.level].short})`))}.`,
    data: { grants: wanted.map(({ agencyId, level, side, legalBasis }) => ({ agencyId, level, side, legalBasis })) },
    side: wanted.some((grant) => grant.side === "victim") ? "victim" : "both",
  });
  return { agencyIds, events: [caseShared({ caseId, agencyIds })] };
}

async function agencyNames(tx: Tx, agencyIds: string[]): Promise<Map<string, string>> {
  const agencies = await tx.agency.findMany({ where: { id: { in: agencyIds } }, select: { id: true, name: true } });
  return new Map(agencies.map((agency) => [agency.id, agency.name]));
}

async function notYetReached(doing: Doing, caseId: string, grants: NewGrant[]): Promise<NewGrant[]> {
  const { tx, now } = doing;
  const held = await tx.grant.findMany({
    where: { caseId, agencyId: { in: grants.map((grant) => grant.agencyId) }, revokedAt: null },
    select: { id: true, agencyId: true, level: true, endsAt: true },
  });
  const holding = new Map(held.map((grant) => [grant.agencyId, grant]));
  const wanted = grants.filter((grant) => {
    const before = holding.get(grant.agencyId);
    return !before || (before.endsAt !== null && before.endsAt <= now) || !reaches(before.level, grant.level);
  });
  const replaced = wanted.flatMap((grant) => holding.get(grant.agencyId)?.id ?? []);
  if (replaced.length > 0) await revoke(doing, replaced, "Replaced by another grant");
  return wanted;
}

async function revoke({ tx, actor, now }: Doing, grantIds: string[], revokeReason: string): Promise<void> {
  await tx.grant.updateMany({ where: { id: { in: grantIds }, revokedAt: null }, data: { revokedAt: now, revokedById: actor.memberId, revokeReason } });
}

/** The standing for a change to who has the case. Two at once go one after the other, and the second sees what the first did. */
export async function standingToShare({ tx, actor, now, input }: { tx: Tx; actor: Actor; now: Date; input: { caseId: string } }): Promise<CaseStanding> {
  const standing = await standingOn(tx, actor, now, input.caseId);
  if (standing.level === "lead") await tx.$queryRaw`SELECT id FROM "Case" WHERE id = ${input.caseId}::uuid FOR UPDATE`;
  return standing;
}

/** Refused where no such law stands today, or where it does not cover an agency. */
export async function checkBasis({ tx, now }: Doing, legalBasis: string, agencyIds: string[]): Promise<void> {
  const today = new Date(londonDay(now));
  const valid = { AND: [{ OR: [{ validFrom: null }, { validFrom: { lte: today } }] }, { OR: [{ validTo: null }, { validTo: { gte: today } }] }] };
  const known = await tx.code.findFirst({ where: { list: "legal_gateway", code: legalBasis, ...valid }, select: { code: true } });
  if (!known) throw new InvalidInput([{ path: "legalBasis", message: "Select the law that allows it" }]);
  if (legalBasis !== "cda_s115") return;
  const agencies = await tx.agency.findMany({ where: { id: { in: agencyIds } }, select: { id: true, kind: true } });
  const outside = agencies.filter(({ kind }) => !isUnderSection115(kind));
  if (outside.length > 0) throw new Refused("section-115-does-not-cover", undefined, { agencyIds: outside.map(({ id }) => id) });
}

function lastMoment(endsOn: string, now: Date): Date | null {
  if (!endsOn) return null;
  if (endsOn < londonDay(now)) throw new InvalidInput([{ path: "endsOn", message: "The last day must be today or later" }]);
  return endOfLondonDay(endsOn);
}

/** Gives named agencies reach into a case, at once; of a red case each must be told in person within 4 hours, and the call is listed. Refused without a live agreement for the area, or where one has the case already; then nobody gets anything. */
export const shareCase = command({
  name: "case.share",
  summary: "Shares a case with agencies, by name, at a level, on a side, for a purpose and by a law.",
  input: shareCaseInput,
  output: sharedResultSchema,
  load: standingToShare,
  allow: mayShareCase,
  words: sharingRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const agencyIds = input.agencies.map(({ agencyId }) => agencyId);
    const already = await tx.grant.findMany({ where: { caseId: standing.caseId, agencyId: { in: agencyIds }, revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { agencyId: true } });
    if (already.length > 0) throw new Refused("already-shared", undefined, { agencyIds: already.map(({ agencyId }) => agencyId) });
    const confirmed = await checkPurpose(doing, standing, input);
    const { events, agencies } = await share(doing, standing, input);
    return { result: { agencies }, events, audit: { caseId: standing.caseId, detail: { ...confirmed, agencyIds } } };
  },
});

type Sharing = Pick<z.output<typeof shareCaseInput>, "agencies" | "purpose" | "legalBasis" | "endsOn">;
type SharedResult = { events: DomainEvent[]; agencies: z.input<typeof sharedResultSchema>["agencies"] };

async function share(doing: Doing, standing: CaseStanding, { agencies, purpose, legalBasis, endsOn }: Sharing): Promise<SharedResult> {
  const agencyIds = agencies.map(({ agencyId }) => agencyId);
  await checkBasis(doing, legalBasis, agencyIds);
  const endsAt = lastMoment(endsOn, doing.now);
  const { events } = await shareWith(doing, standing, agencies.map((agency) => ({ ...agency, purpose, legalBasis, endsAt })));
  const nameOf = await agencyNames(doing.tx, agencyIds);
  // The perpetrator's side is not to learn a victim's colour, so nobody rings it about red.
  const toRing = agencies.filter(({ side }) => side !== "perpetrator").map(({ agencyId }) => agencyId);
  const calls = standing.rag === "red" ? await listDutyCalls(doing, standing.caseId, toRing, "A red case was shared with them") : [];
  return { events, agencies: agencies.map(({ agencyId, level }) => ({ agencyId, level, name: nameOf.get(agencyId) ?? "", ...callWords(calls.find((call) => call.agencyId === agencyId), doing.now) })) };
}

/** Gives one agency what it asked for, by the same rules as sharing; what it had before is replaced. The actor must lead the case. */
export async function shareAsAsked(doing: Doing, standing: CaseStanding, given: Sharing): Promise<SharedResult> {
  const held = await doing.tx.grant.findMany({ where: { caseId: standing.caseId, agencyId: { in: given.agencies.map(({ agencyId }) => agencyId) }, revokedAt: null }, select: { id: true } });
  await revoke(doing, held.map(({ id }) => id), "Replaced by what it asked for");
  return share(doing, standing, given);
}

/** A purpose is read by governance and by every agency on the case: it needs no name, home or number of a victim's. */
function checkPurpose(doing: Doing, standing: CaseStanding, { purpose, confirmsNames }: { purpose: string; confirmsNames: boolean }): Promise<{ namesConfirmed?: true }> {
  return checkNames(doing, standing, { side: "both", texts: [purpose], confirmed: confirmsNames });
}

function callWords(call: ListedCall | undefined, now: Date): { ring: string; ringBy: string } {
  return { ring: ringWords(call), ringBy: call ? `By ${nearDayAndTime(call.dueAt, now)}` : "" };
}

type LiveGrant = { id: string; agencyId: string; level: "pointer" | "summary" | "contribute" | "lead"; side: "both" | "victim" | "perpetrator"; agency: { name: string } };

async function liveGrant(tx: Tx, caseId: string, grantId: string): Promise<LiveGrant> {
  const grant = await tx.grant.findFirst({ where: { id: grantId, caseId, revokedAt: null }, select: { id: true, agencyId: true, level: true, side: true, agency: { select: { name: true } } } });
  if (!grant) throw new NotFound();
  if (grant.level === "lead") throw new Refused("own-lead");
  return grant;
}

/** Ends an agency's reach, at once, with a reason; its named workers leave the case, and its open actions are named for somebody else to take. Refused for the lead itself. */
export const endShare = command({
  name: "case.endShare",
  summary: "Ends an agency's reach into a case.",
  input: endShareInput,
  output: endedShareSchema,
  load: standingToShare,
  allow: mayEndShare,
  words: sharingRefusals,
  run: async ({ tx, actor, now, input, subject: { caseId, side } }) => {
    const doing = { tx, actor, now };
    const grant = await liveGrant(tx, caseId, input.grantId);
    const openActions = (await openActionsOf(tx, now, { caseId, side }, [grant.agencyId])).map(({ id, what, dueWords }) => ({ id, what, dueWords }));
    await revoke(doing, [grant.id], input.reason);
    const { count: endedMembers } = await tx.caseMember.updateMany({ where: { caseId, agencyId: grant.agencyId, endsAt: null }, data: { endsAt: now } });
    const left = openActions.length > 0 ? ` Still open with them: ${openActions.map(({ what }) => what).join("; ")}.` : "";
    await writeEntry(doing, { caseId, kind: "shared", body: `Sharing with ${grant.agency.name} ended. ${sentence(input.reason)}${left}`, data: { ended: grant.id, agencyId: grant.agencyId } });
    return {
      result: { agencyName: grant.agency.name, openActions, endedMembers },
      events: [shareEnded({ caseId, agencyId: grant.agencyId })],
      audit: { caseId, detail: { agencyIds: [grant.agencyId] } },
    };
  },
});

/** Changes how much an agency sees, or which side: the old grant is revoked and a new one given in the same moment. Refused without a live agreement, and for the lead itself. */
export const changeLevel = command({
  name: "case.changeLevel",
  summary: "Changes what an agency sees of a case.",
  input: changeLevelInput,
  output: sharedResultSchema,
  load: standingToShare,
  allow: mayShareCase,
  words: sharingRefusals,
  run: async ({ tx, actor, now, input, subject: { caseId, ...standing } }) => {
    const doing = { tx, actor, now };
    const { caseId: _case, grantId, endsOn, confirmsNames, ...given } = input;
    const before = await liveGrant(tx, caseId, grantId);
    if (before.level === given.level && before.side === given.side) throw new Refused("nothing-changed");
    await checkBasis(doing, given.legalBasis, [before.agencyId]);
    const confirmed = await checkPurpose(doing, { ...standing, caseId }, { purpose: given.purpose, confirmsNames });
    await revoke(doing, [before.id], `Changed to ${levelWords[given.level].short}, ${sideWords[given.side].toLowerCase()}`);
    await grantReach(doing, caseId, standing.areaIds, [{ ...given, agencyId: before.agencyId, endsAt: lastMoment(endsOn, now) }]);
    const words = (level: LiveGrant["level"], side: LiveGrant["side"]) => `${levelWords[level].short}, ${sideWords[side].toLowerCase()}`;
    await writeEntry(doing, {
      caseId, kind: "shared", body: `${before.agency.name}: was “${words(before.level, before.side)}”, now “${words(given.level, given.side)}”.`,
      data: { grants: [{ agencyId: before.agencyId, level: given.level, side: given.side, legalBasis: given.legalBasis }] },
    });
    return {
      result: { agencies: [{ agencyId: before.agencyId, name: before.agency.name, level: given.level, ...callWords(undefined, now) }] },
      events: [caseShared({ caseId, agencyIds: [before.agencyId] })],
      audit: { caseId, detail: { ...confirmed, agencyIds: [before.agencyId] } },
    };
  },
});

export { listDutyCalls };
export { whoToRingNow } from "../duty/queries";
