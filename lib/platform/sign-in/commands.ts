import { z } from "zod";
import { command, nothing } from "../command";
import { anyMember } from "../decision";

/** Ends every session of the member's user, on every device, at once. */
export const signOutEverywhere = command({
  name: "session.signOutEverywhere",
  summary: "Ends every session of the signed-in user.",
  input: z.strictObject({}),
  output: z.object({ ended: z.number().int() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx }) => {
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT end_sessions(NULL) AS n`;
    return { result: { ended: row?.n ?? 0 } };
  },
});

/** Says that somebody is at the desk: the session's 15 minutes begin anew. */
export const stillHere = command({
  name: "session.stillHere",
  summary: "Keeps the session from ending for want of activity.",
  input: z.strictObject({}),
  output: z.object({}),
  load: nothing,
  allow: anyMember,
  run: async () => ({ result: {} }),
});
