import { nearDayAndTime } from "../../format/dates";
import { caseReference, parseCaseReference } from "../../format/references";
import type { Actor } from "../../platform/actor";
import { command, nothing } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { anyMember } from "../../platform/decision";
import { InvalidInput, NotFound, Refused } from "../../platform/errors";
import { agencyNames } from "../../agencies/queries";
import { ringWords } from "../duty/labels";
import { whoToRingNow } from "../duty/queries";
import { caseSought, glassBroken, sealBroken } from "../events";
import { visibleCases } from "../visibility";
import { glassRefusals } from "./labels";
import { mayBreakGlass } from "./policy";
import { breakGlassInput, brokenGlassSchema, endGlassInput, openSealedInput, seekCaseInput, soughtSchema } from "./schema";

/** More in a day than emergencies explain. */
const mostADay = 3;

/**
 * Opens one case to the member alone, to read only, on their agency's side, for at most 4 hours. The lead and governance
 * are told in the same moment, and the log says so. Refused where they work it already, to a fourth case in 24 hours; a
 * reference outside the agency's agreements, or of a case they are kept from, is not found.
 */
export const breakGlass = command({
  name: "case.breakGlass",
  summary: "Opens a case in an emergency, to read only, for at most 4 hours.",
  input: breakGlassInput,
  output: brokenGlassSchema,
  load: nothing,
  allow: mayBreakGlass,
  words: glassRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input }) => {
    const parsed = parseCaseReference(input.reference);
    if (!parsed) throw new InvalidInput([{ path: "reference", message: "Enter a reference such as FEN-2026-00123" }]);
    const reference = caseReference(parsed);
    await checkNeed(tx, actor, now, reference);
    const [opened] = await tx.$queryRaw<{ caseId: string; leadAgencyId: string; endsAt: Date }[]>`
      SELECT "caseId", "leadAgencyId", "endsAt" FROM break_glass(${reference}, ${input.reason}, ${input.hours * 60}::int)`;
    if (!opened) throw new NotFound();
    const { caseId, leadAgencyId, endsAt } = opened;
    return {
      result: { caseId, endsAt: endsAt.toISOString(), untilWords: nearDayAndTime(endsAt, now) },
      events: [glassBroken({ caseId, leadAgencyId })],
      audit: { caseId, detail: { hours: input.hours } },
    };
  },
});

const dayBefore = (now: Date) => new Date(now.getTime() - 24 * 3_600_000);

async function checkNeed(tx: Tx, actor: Actor, now: Date, reference: string): Promise<void> {
  const since = dayBefore(now);
  const broken = await tx.breakGlass.findMany({ where: { memberId: actor.memberId, entryId: null, startedAt: { gt: since } }, select: { reference: true, endsAt: true, endedAt: true } });
  const isLive = broken.some((one) => one.reference === reference && !one.endedAt && one.endsAt > now);
  const isOpen = isLive || (await tx.case.count({ where: { AND: [{ reference }, visibleCases(actor, now, "contribute")] } })) > 0;
  if (isOpen) throw new Refused("already-open");
  if (broken.length >= mostADay) throw new Refused("too-many");
}

/**
 * Finds cases in an emergency by exactly the name and day of birth of somebody on the member's own side of one: their
 * references, who leads them and whom to ring, and nothing else. Each try is kept and governance told, whatever it finds.
 * Refused a fourth time in 24 hours; restricted and closed cases, and those the member is kept from, are not found.
 */
export const seekCase = command({
  name: "case.seek",
  summary: "Finds whom to ring about a case in an emergency, by somebody's exact name and date of birth.",
  input: seekCaseInput,
  output: soughtSchema,
  load: nothing,
  allow: mayBreakGlass,
  words: glassRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input: { givenName, familyName, bornOn, reason } }) => {
    const tried = await tx.emergencySearch.count({ where: { memberId: actor.memberId, at: { gt: dayBefore(now) } } });
    if (tried >= mostADay) throw new Refused("sought-too-often");
    const rows = await tx.$queryRaw<{ reference: string; leadAgencyId: string }[]>`
      SELECT reference, "leadAgencyId" FROM seek_in_emergency(${givenName}, ${familyName}, ${bornOn}::date, ${reason})`;
    const leads = [...new Set(rows.map(({ leadAgencyId }) => leadAgencyId))];
    const ring = await whoToRingNow(tx, now, leads);
    const names = await agencyNames(tx, leads);
    const pointers = rows.map(({ reference, leadAgencyId }) => ({ reference, leadName: names.get(leadAgencyId) ?? "", ring: ringWords(ring.find(({ agencyId }) => agencyId === leadAgencyId)) }));
    return { result: { pointers, triesLeft: mostADay - tried - 1 }, events: [caseSought({ found: rows.length })], audit: { detail: { references: rows.map(({ reference }) => reference) } } };
  },
});

/**
 * Opens one sealed entry, whose line the member is shown, to them alone for at most 4 hours, for a reason of its own; the
 * agency that keeps it and governance are told at once. Not found where no line of it is theirs to see; refused a fourth
 * time in 24 hours.
 */
export const openSealed = command({
  name: "case.openSealed",
  summary: "Opens one sealed entry in an emergency, to read only, for at most 4 hours.",
  input: openSealedInput,
  output: brokenGlassSchema,
  load: nothing,
  allow: mayBreakGlass,
  words: glassRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input: { caseId, entryId, reason, hours } }) => {
    const opened = await tx.breakGlass.count({ where: { memberId: actor.memberId, entryId: { not: null }, startedAt: { gt: dayBefore(now) } } });
    if (opened >= mostADay) throw new Refused("too-many-sealed");
    const [seal] = await tx.$queryRaw<{ caseId: string; holderAgencyId: string; endsAt: Date }[]>`
      SELECT "caseId", "holderAgencyId", "endsAt" FROM break_seal(${entryId}::uuid, ${reason}, ${hours * 60}::int)`;
    if (!seal || seal.caseId !== caseId) throw new NotFound();
    return {
      result: { caseId, endsAt: seal.endsAt.toISOString(), untilWords: nearDayAndTime(seal.endsAt, now) },
      events: [sealBroken({ caseId, entryId, holderAgencyId: seal.holderAgencyId })],
      audit: { caseId, detail: { entryId, hours } },
    };
  },
});

/** Ends the member's own emergency reading of a case, and of its sealed entries, before its time. Not found without one. */
export const endGlass = command({
  name: "case.endGlass",
  summary: "Ends the member's own emergency reading of a case.",
  input: endGlassInput,
  output: endGlassInput,
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor, now, input: { caseId } }) => {
    const { count } = await tx.breakGlass.updateMany({ where: { caseId, memberId: actor.memberId, endedAt: null, endsAt: { gt: now } }, data: { endedAt: now } });
    if (count === 0) throw new NotFound();
    return { result: { caseId }, audit: { caseId } };
  },
});
