import { z } from "zod";
import { command, nothing } from "../platform/command";
import { anyMember } from "../platform/decision";
import { readNoticesInput } from "./schema";

/** Marks a member's own notices as read: some, or all up to a moment. Others' are never touched. */
export const readNotices = command({
  name: "notice.read",
  summary: "Marks the member's own notices as read.",
  input: readNoticesInput,
  output: z.object({ read: z.number() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor, now, input }) => {
    const which = "upTo" in input ? { createdAt: { lte: new Date(input.upTo) } } : { id: { in: input.noticeIds } };
    const { count } = await tx.notification.updateMany({ where: { AND: [{ memberId: actor.memberId, readAt: null }, which] }, data: { readAt: now } });
    return { result: { read: count } };
  },
});
