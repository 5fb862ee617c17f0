import { z } from "zod";
import { command } from "../../../platform/command";
import { Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { memberRefusals } from "../labels";
import { mayDecideRoles } from "../policy";
import { decideRolesInput } from "../schema";
import { requestFound } from "../visibility";

/** Grants or declines roles above practitioner, as the second person. Whoever asked may only take it back; nobody decides about themselves. */
export const decideRoles = command({
  name: "member.decideRoles",
  summary: "Grants or declines, as the second person, roles that an administrator asked for.",
  input: decideRolesInput,
  output: z.object({ memberId: z.string(), name: z.string(), granted: z.boolean() }),
  load: ({ tx, actor, input }) => requestFound(tx, actor, input.requestId),
  allow: mayDecideRoles,
  words: memberRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: request }) => {
    if (request.decidedAt) throw new Refused("already-decided", memberRefusals["already-decided"]);
    const { member, memberId } = request;
    const granted = input.decision === "granted";
    if (granted && member.endsAt && member.endsAt <= now) throw new Refused("has-ended", memberRefusals["has-ended"]);
    await updateAtVersion(tx.roleRequest, request.requestId, input.version, { decision: input.decision, decidedById: actor.memberId, decidedAt: now, note: input.note });
    if (granted) await updateAtVersion(tx.member, memberId, member.version, { roles: [...new Set([...member.roles, ...request.roles])] });
    return { result: { memberId, name: member.name, granted }, audit: { detail: { memberId, roles: request.roles, requestId: request.requestId } } };
  },
});
