import { dayAndTime } from "../../../format/dates";
import { command } from "../../../platform/command";
import { Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { memberEnded } from "../events";
import { memberRefusals } from "../labels";
import { mayChangeMember } from "../policy";
import { endMemberInput, handOnWorkInput, memberEndedSchema, workHandedOnSchema } from "../schema";
import { memberFound } from "../visibility";
import { openWorkOf } from "./queries";

const stop = (rule: string, detail?: Record<string, unknown>) => new Refused(rule, memberRefusals[rule], detail);

/** Hands a leaver's open cases and actions on to a colleague of the agency; each case's log says so. What the colleague cannot take stays, and is counted. */
export const handOnWork = command({
  name: "member.handOn",
  summary: "Hands a leaver's open work on to a colleague.",
  input: handOnWorkInput,
  output: workHandedOnSchema,
  load: ({ tx, actor, input }) => memberFound(tx, actor, input.memberId),
  allow: mayChangeMember,
  words: memberRefusals,
  run: async ({ tx, now, input, subject: member }) => {
    const colleague = await tx.member.findFirst({
      where: { id: input.toMemberId, agencyId: member.agencyId, NOT: { id: member.memberId }, startsAt: { lte: now }, endsAt: null, roles: { hasSome: ["practitioner", "coordinator", "manager"] } },
      select: { name: true },
    });
    if (!colleague) throw stop("not-a-taker");
    const moved = await tx.$queryRaw<{ kind: string; id: string; caseId: string }[]>`SELECT kind, id, "caseId" FROM hand_on_work(${member.memberId}::uuid, ${input.toMemberId}::uuid, ${input.items}::uuid[])`;
    if (moved.length === 0) throw stop("keeps-it");
    const left = await openWorkOf(tx, member.memberId);
    return {
      result: { handedOn: moved.length, kept: left.filter(({ id }) => input.items.includes(id)).length, left: left.length, toName: colleague.name },
      audit: { detail: { memberId: member.memberId, toMemberId: input.toMemberId, items: moved.map(({ id }) => id), caseIds: [...new Set(moved.map(({ caseId }) => caseId))] } },
    };
  },
});

/** Ends a member's post, now or from a moment. Refused while they hold open work, and for oneself; at once, their sessions and streams end in the same transaction. */
export const endMember = command({
  name: "member.end",
  summary: "Ends a member's post; their open work is handed on first, and their sessions end with it.",
  input: endMemberInput,
  output: memberEndedSchema,
  load: ({ tx, actor, input }) => memberFound(tx, actor, input.memberId),
  allow: mayChangeMember,
  words: memberRefusals,
  run: async ({ tx, now, input, subject: member }) => {
    const { memberId, agencyId } = member;
    if (member.endsAt && member.endsAt <= now) throw stop("has-ended");
    if (input.endsAt && input.endsAt < now) throw stop("ends-in-past");
    const endsAt = input.endsAt ?? now;
    await updateAtVersion(tx.member, memberId, input.version, { endsAt, endReason: input.reason });
    const left = await openWorkOf(tx, memberId);
    if (left.length > 0) throw stop("work-left", { left: left.length });
    const [row] = await tx.$queryRaw<{ ended: number }[]>`SELECT end_member_access(${memberId}::uuid) AS ended`;
    return {
      result: { memberId, name: member.name, sessions: row?.ended ?? 0, endsWords: endsAt > now ? dayAndTime(endsAt, now) : "" },
      events: [memberEnded({ memberId, agencyId, endsAt: endsAt.toISOString() })],
      audit: { detail: { memberId, agencyId, sessions: row?.ended ?? 0 } },
    };
  },
});
