import { nearDayAndTime } from "../../format/dates";
import { caseReference, parseCaseReference } from "../../format/references";
import type { Actor } from "../../platform/actor";
import { command, nothing } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { anyMember } from "../../platform/decision";
import { InvalidInput, NotFound, Refused } from "../../platform/errors";
import { glassBroken } from "../events";
import { visibleCases } from "../visibility";
import { glassRefusals } from "./labels";
import { mayBreakGlass } from "./policy";
import { breakGlassInput, brokenGlassSchema, endGlassInput } from "./schema";

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

async function checkNeed(tx: Tx, actor: Actor, now: Date, reference: string): Promise<void> {
  const since = new Date(now.getTime() - 24 * 3_600_000);
  const broken = await tx.breakGlass.findMany({ where: { memberId: actor.memberId, startedAt: { gt: since } }, select: { reference: true, endsAt: true, endedAt: true } });
  const isLive = broken.some((one) => one.reference === reference && !one.endedAt && one.endsAt > now);
  const isOpen = isLive || (await tx.case.count({ where: { AND: [{ reference }, visibleCases(actor, now, "contribute")] } })) > 0;
  if (isOpen) throw new Refused("already-open");
  if (broken.length >= mostADay) throw new Refused("too-many");
}

/** Ends the member's own emergency reading of a case before its time. Not found without one. */
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
