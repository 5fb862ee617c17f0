import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as propose } from "../../../app/api/agreements/route";
import { POST as breakGlassRoute } from "../../../app/api/cases/break-glass/route";
import { breakGlass } from "../../../lib/cases/glass/commands";
import { env } from "../../../lib/platform/env";
import { StepUpNeeded } from "../../../lib/platform/errors";
import { everyDoor } from "../../permissions/doors";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase } from "../../support/factories-cases";
import { sessionOf } from "../../support/sessions";
import { tokenHash } from "../../../lib/platform/db";

/** What security asks for a second factor shown in the last five minutes. A door that is new here, or gone, is a decision. */
const weighty = [
  "agreement.activate", "agreement.addSignatory", "agreement.decideSignatory", "agreement.withdrawSignature",
  "case.breakGlass", "case.openSealed", "case.seek", "invitation.decide", "invitation.make", "invitation.reset", "member.add", "member.change", "member.decideRoles", "passkey.remove",
  "template.ask", "template.callOff", "template.decide",
];

let reference: string;

beforeAll(async () => {
  await loadTestCounty();
  ({ reference } = await makeCase({ by: await memberNamed("Jo Ellwood"), area: "FEN", victim: "Ada Fenn" }));
});

const age = (session: string, minutes: number) => asOwner(`UPDATE "Session" SET "secondFactorAt" = app_now() - make_interval(secs => $2) WHERE "tokenHash" = $1`, [tokenHash(session), minutes * 60]);
const opened = async () => (await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "BreakGlass"`))[0]!.n;

async function send(handler: (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>, session: string, key: string, body: object) {
  const headers = { origin: env().APP_ORIGIN, "content-type": "application/json", "idempotency-key": key, cookie: `hereward=${session}` };
  const response = await handler(new NextRequest(new URL("/api/x", env().APP_ORIGIN), { method: "POST", headers, body: JSON.stringify(body) }), { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("what weighs most", () => {
  test("is asked by these doors and no others", async () => {
    const asking = (await everyDoor()).filter((door) => door.kind === "command" && door.stepUp).map(({ name }) => name);
    expect(asking).toEqual(weighty);
  });

  test("waits for the second factor when it was shown longer than five minutes ago, keeps nothing, and goes on under the same key", async () => {
    const session = await sessionOf("Grace Obi");
    const key = randomUUID();
    const body = { reference, reason: "She rang and nobody answers" };
    await age(session, 5.1);
    const first = await send(breakGlassRoute, session, key, body);
    expect([first.status, first.body.error, first.body.reason]).toEqual([403, "Forbidden", "step-up"]);
    expect(await opened()).toBe(0);
    await age(session, 4.9);
    const second = await send(breakGlassRoute, session, key, body);
    expect(second.status).toBe(200);
    await age(session, 6);
    // The same again, by a second press: the answer is kept, so nobody is asked twice for one thing.
    expect((await send(breakGlassRoute, session, key, body)).body).toEqual(second.body);
    expect(await opened()).toBe(1);
  });

  test("is not a denied attempt: nobody was refused", async () => {
    const session = await sessionOf("Grace Obi");
    await age(session, 60);
    await expect(breakGlass.do({ session }, { reference, reason: "She rang and nobody answers" })).rejects.toThrow(StepUpNeeded);
    expect(await asOwner(`SELECT 1 FROM "AuditEvent" WHERE verb = 'case.breakGlass' AND outcome = 'forbidden'`)).toEqual([]);
  });

  test("waits in a session that never showed one", async () => {
    const session = await sessionOf("Grace Obi");
    await asOwner(`UPDATE "Session" SET "secondFactorAt" = NULL WHERE "tokenHash" = $1`, [tokenHash(session)]);
    await expect(breakGlass.do({ session }, { reference, reason: "She rang and nobody answers" })).rejects.toThrow(StepUpNeeded);
  });

  test("is refused before it is asked, where it may not be done at all", async () => {
    const session = await sessionOf("Owen Price");
    await age(session, 60);
    const { status, body } = await send(breakGlassRoute, session, randomUUID(), { reference, reason: "Words that fit a field" });
    expect([status, body.reason]).not.toContain("step-up");
  });

  test("nothing else waits", async () => {
    const session = await sessionOf("Owen Price");
    await age(session, 60);
    const { status } = await send(propose, session, randomUUID(), { name: "A fenland agreement", purposes: ["safeguarding"], startsOn: "2026-01-05", endsOn: "2090-01-05" });
    expect(status).toBe(200);
  });

  test("a job is never asked: it has no session, and nobody there to answer", async () => {
    const before = await opened();
    const { reference: other } = await makeCase({ by: await memberNamed("Jo Ellwood"), area: "FEN", victim: "Bea Lode" });
    await breakGlass.do({ member: await memberNamed("Grace Obi") }, { reference: other, reason: "She rang and nobody answers" });
    expect(await opened()).toBe(before + 1);
  });
});
