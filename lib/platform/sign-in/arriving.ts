import type { NextRequest } from "next/server";
import { z } from "zod";
import { NotFound, Refused } from "../errors";
import { parseInput } from "../input";
import { problem, statusOf } from "../problem";
import { answerHeaders, sent } from "../route";
import { addressOf } from "./address";
import { holdSession } from "./cookie";
import { signInByPasskey } from "./credentials";
import { deviceHere } from "./device";
import { spendChallenge } from "./limits";
import { askForPasskey } from "./passkeys";
import { mustWait, passkeyAnswer } from "./step-up";

function openDoor<Input extends z.ZodType>(name: string, shape: Input, run: (input: z.output<Input>, from: { address: string; deviceMark: Buffer; device: string }) => Promise<unknown>) {
  return async (request: NextRequest): Promise<Response> => {
    const requestId = crypto.randomUUID();
    try {
      const input = parseInput(shape, await sent(request));
      const from = { address: addressOf((header) => request.headers.get(header)), deviceMark: await deviceHere(), device: request.headers.get("user-agent") ?? "" };
      return Response.json(await run(input, from), { headers: answerHeaders(requestId) });
    } catch (error) {
      return Response.json(problem(error, requestId, name), { status: statusOf(error), headers: answerHeaders(requestId) });
    }
  };
}

/** Before sign-in: a challenge for any passkey of this address, bound to this browser. It asks for no name, so it tells of nobody. */
export const askSignInPasskey = openDoor("session.askPasskey", z.strictObject({}), async (_input, { address, deviceMark }) => {
  if (!(await spendChallenge(address))) throw mustWait();
  const asked = await askForPasskey("sign-in", deviceMark);
  if (!asked) throw new NotFound();
  return asked;
});

const refusals = {
  wrong: "This passkey does not open Hereward. Choose another, or sign in with your password and code.",
  wait: "There were too many attempts. Wait five minutes, then try again.",
  unavailable: "Hereward cannot check who signs in just now, so nobody can. Try again in a minute.",
};

/** Signs in by a passkey, and gives the browser its session. */
export const signInWithPasskey = openDoor("session.signIn", z.strictObject({ passkey: passkeyAnswer }), async ({ passkey }, from) => {
  const result = await signInByPasskey({ response: passkey, ...from });
  if (!result.ok) throw new Refused(result.reason, refusals[result.reason]);
  await holdSession(result.token);
  return {};
});

