import { z } from "zod";
import { command, nothing } from "../../command";
import { anyMember } from "../../decision";
import { NotFound } from "../../errors";

/** Goes on in another of the user's own posts, in the same session; from the next request on everything is that post's. NotFound for any other. */
export const switchPost = command({
  name: "session.switch",
  summary: "Goes on in another of the signed-in user's own posts.",
  input: z.strictObject({ memberId: z.uuid({ error: "Choose one of your posts" }) }),
  output: z.object({ memberId: z.string() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor, input: { memberId } }) => {
    const [row] = await tx.$queryRaw<{ done: boolean }[]>`SELECT switch_post(${actor.sessionId ?? null}::uuid, ${memberId}::uuid) AS done`;
    if (!row?.done) throw new NotFound();
    return { result: { memberId }, audit: { detail: { toMemberId: memberId } } };
  },
});
