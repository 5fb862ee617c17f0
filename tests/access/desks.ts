import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { Client } from "pg";
import { addEntry } from "../../lib/cases/log/commands";
import { getCaseLog } from "../../lib/cases/log/queries";
import { env } from "../../lib/platform/env";
import { route } from "../../lib/platform/route";
import { sessionCookieName } from "../../lib/platform/session-cookie";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { forgeries } from "./forgeries";
import { hashOf, signIn } from "./sign-in";
import { idOf, truthOf } from "./truth";
import type { World } from "./world";

type Knock = { session: string; expects?: string; headers?: Record<string, string | null>; write?: boolean; text?: string };

/** Sessions that must open nothing, a page that another member left open, and requests from other sites: what of it was let in. */
export async function tryDesks(world: World, urls: DatabaseUrls): Promise<string[]> {
  const truth = truthOf(world);
  const works = (id: string) => world.tables.Case!.map(idOf).find((caseId) => truth.ways(id, caseId).some(({ level, by }) => by === "grant" && (level === "contribute" || level === "lead")));
  const able = world.tables.Member!.map(idOf).filter((id) => truth.isLive(id) && works(id));
  const [member, other] = [able[0]!, able.find((id) => id !== able[0])!];
  const caseId = works(member)!;
  const owner = new Client({ connectionString: urls.DATABASE_URL });
  await owner.connect();
  const odd: string[] = [];
  const read = route(getCaseLog);
  const write = route(addEntry);
  const knock = async ({ session, expects, headers = {}, write: isWrite = false, text }: Knock): Promise<number> => {
    const given: Record<string, string | null> = { origin: env().APP_ORIGIN, "content-type": "application/json", "idempotency-key": randomUUID(), cookie: `${sessionCookieName()}=${session}`, "hereward-member": expects ?? null, ...headers };
    const body = text ?? JSON.stringify({ kind: "note", body: "From elsewhere" });
    const request = new NextRequest(new URL("/api/knock", env().APP_ORIGIN), { method: isWrite ? "POST" : "GET", headers: Object.entries(given).filter((one): one is [string, string] => one[1] !== null), ...(isWrite ? { body } : {}) });
    return (await (isWrite ? write : read)(request, { params: Promise.resolve({ caseId }) })).status;
  };
  const expect = (what: string, status: number, wanted: number[]) => void (wanted.includes(status) || odd.push(`${what}: ${status}`));
  try {
    const now = world.now.getTime();
    const states: [what: string, column: string, at: number, lets: boolean][] = [
      ["a session in use", "lastSeenAt", 0, true], ["a session that was ended", "revokedAt", 0, false], ["a session at its last instant", "expiresAt", 0, false], ["a session one millisecond before its end", "expiresAt", 1, true],
      ["a session left for a quarter of an hour", "lastSeenAt", -900_000, false], ["a session left for a little less", "lastSeenAt", -899_000, true],
    ];
    for (const [what, column, at, lets] of states) {
      for (const quiet of [false, true]) {
        const session = await signIn(owner, member);
        await owner.query(`UPDATE "Session" SET "${column}" = $2 WHERE "tokenHash" = $1`, [hashOf(session), new Date(now + at)]);
        expect(`${what}${quiet ? ", asked quietly" : ""}`, await knock({ session, ...(quiet ? { headers: { "x-hereward-quiet": "1" } } : {}) }), lets ? [200] : [401]);
      }
    }
    const session = await signIn(owner, member);
    expect("their own page", await knock({ session, expects: member }), [200]);
    expect("a page that another member left open, read", await knock({ session, expects: other }), [401]);
    expect("a page that another member left open, saved", await knock({ session, expects: other, write: true }), [401]);
    expect("no session", await knock({ session: "" }), [401]);
    expect("their own saving", await knock({ session, write: true }), [200]);
    for (const { headers, asForm } of forgeries) expect(`forged with ${JSON.stringify(headers)}`, await knock({ session, headers, write: true, ...(asForm ? { text: new URLSearchParams({ kind: "note" }).toString() } : {}) }), [400, 401, 403, 404, 405, 415, 422]);
    expect("forged with a host of its own", await knock({ session, headers: { origin: "http://elsewhere.example", host: "elsewhere.example" }, write: true }), [400, 403, 422]);
    return odd;
  } finally {
    await owner.end();
  }
}
