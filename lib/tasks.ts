import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { mailNotices } from "./notices/mailing/commands";
import { Unauthenticated } from "./platform/errors";

const forMember = z.strictObject({ memberId: z.uuid() });

/** Runs as the member it is for, under the rule as it is now; for one who has left there is nothing to do. */
function asMember(work: (door: { member: string }) => Promise<unknown>) {
  return async (payload: unknown) => {
    const { memberId } = forMember.parse(payload);
    try {
      await work({ member: memberId });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
    }
  };
}

/** What the worker does, by the name under which it is queued. */
export const taskList: TaskList = {
  "mail-notice": asMember((door) => mailNotices.do(door, {})),
};
