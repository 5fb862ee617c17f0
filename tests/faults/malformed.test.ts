import { beforeAll, describe, expect, test } from "vitest";
import { buildWorld, type World } from "../permissions/world";
import type { Named } from "../permissions/asking";
import { asOwner } from "../support/database";
import { digest } from "../support/digest";
import { sessionOf } from "../support/sessions";
import { everyKnock, faultsOf, send, type Answer, type Knock, type Sent } from "./requests";

let world: World;
let knocks: Knock[];
let lead: string;

beforeAll(async () => {
  world = await buildWorld();
  knocks = everyKnock(world);
  lead = await sessionOf("Jo Ellwood");
}, 60_000);

/** Sends something spoilt to every route and expects one status from all, in words, with nothing written. */
async function expectEach(status: number, spoil: (knock: Knock) => Sent | null, which: (knock: Knock) => boolean = () => true): Promise<void> {
  const before = await digest();
  const odd: string[] = [];
  let sent = 0;
  for (const knock of knocks.filter(which)) {
    const spoilt = spoil(knock);
    if (!spoilt) continue;
    sent += 1;
    const answer = await send(knock, { session: lead, ...spoilt });
    if (answer.status !== status || !isInWords(answer)) odd.push(`${knock.at}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
  }
  expect(odd).toEqual([]);
  expect(sent).toBeGreaterThan(5);
  expect(await digest()).toEqual(before);
}

function isInWords({ body, headers }: Answer): boolean {
  return typeof body.message === "string" && body.message.length > 5 && body.requestId === headers.get("x-request-id") && headers.get("cache-control") === "private, no-store";
}

const carriesBody = ({ method }: Knock) => method !== "GET";
const isCommand = ({ operation }: Knock) => operation.kind === "command";
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const endless = () => new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(new Uint8Array(64 * 1024).fill(32)) });

describe("a request", () => {
  test("reaches every route of the API", () => {
    expect(knocks.length).toBeGreaterThan(55);
    expect(knocks.filter(isCommand).length).toBeGreaterThan(30);
  });

  test.each<[string, Sent]>([
    ["without a session", { session: undefined }],
    ["with a session that nobody has", { session: "A".repeat(43) }],
    ["with a session of quotes and marks", { session: "'%20OR%201=1--" }],
  ])("%s is told to sign in", async (_what, spoilt) => {
    await expectEach(401, () => ({ ...spoilt }));
  });

  test.each<[string, string | null]>([
    ["no origin", null],
    ["a stranger's origin", "https://evil.example"],
    ["the origin null", "null"],
    ["an origin that begins like ours", "http://localhost:3000.evil.example"],
    ["another port of ours", "http://localhost:3001"],
    ["our origin with a path", "http://localhost:3000/"],
  ])("from %s is refused", async (_what, origin) => {
    await expectEach(400, () => ({ headers: { origin, host: "localhost:3000", "x-forwarded-host": "localhost:3000" } }), carriesBody);
  });

  test.each([null, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", "text/json"])("sent as %s is refused", async (type) => {
    await expectEach(400, () => ({ headers: { "content-type": type } }), carriesBody);
  });

  test.each<[string, () => string | ReadableStream<Uint8Array>]>([
    ["nothing", () => ""],
    ["half of an object", () => '{"caseId":'],
    ["a form", () => "caseId=1&version=1"],
    ["an array", () => "[]"],
    ["a string", () => '"case"'],
    ["a number", () => "1"],
    ["null", () => "null"],
    ["what is nested 100 deep", () => nested(100)],
    ["what is nested 20,000 deep", () => nested(20_000)],
    ["more than 256 KB", () => JSON.stringify({ a: "x".repeat(257 * 1024) })],
    ["what never ends", endless],
    ["a null byte", () => '{"a":"\0"}'],
    ["an escaped null character", () => '{"a":"\\u0000"}'],
    ["bytes that are not text", () => new ReadableStream({ start: (to) => { to.enqueue(new Uint8Array([0xff, 0xfe, 0x00, 0x7b])); to.close(); } })],
  ])("whose body is %s is refused", async (_what, text) => {
    await expectEach(400, () => ({ text: text() }), carriesBody);
  });

  test.each(["isAdmin", "memberId_", "__proto__", "constructor", "toString"])("with the unknown key %s is refused", async (name) => {
    await expectEach(400, ({ body }) => ({ text: `{"${name}":{"a":1},${JSON.stringify(body).slice(1)}`.replace(",}", "}") }), carriesBody);
  });

  test.each([["no", null], ["an empty", ""], ["a short", "abc"], ["a too long", "a".repeat(500)], ["somebody's own kind of", "00000000-0000-0000-0000-000000000000"]])("with %s idempotency key changes nothing", async (_what, key) => {
    await expectEach(400, () => ({ headers: { "idempotency-key": key } }), isCommand);
  });

  test.each(["'; DROP TABLE \"Case\"; --", "../../etc/passwd", "%00", "\0", "<script>", "1", "x".repeat(5_000), "00000000-0000-0000-0000-00000000000g"])("to an address with something else than an id in it is refused (%#)", async (id) => {
    await expectEach(400, ({ params }) => (Object.keys(params).length > 0 ? { params: Object.fromEntries(Object.keys(params).map((name) => [name, id])) } : null));
  });
});

describe("a draft, which may hold anything at all", () => {
  const keep = async (data: unknown) => {
    const knock = knocks.find(({ operation }) => operation.name === "draft.keep")!;
    const { status } = await send(knock, { session: lead, body: { kind: "limits", data } });
    return [status, (await asOwner(`SELECT 1 FROM "Draft" WHERE kind = 'limits'`)).length];
  };

  test("is not kept when it is nested too deeply, too long, or holds what no text may", async () => {
    for (const data of [JSON.parse(nested(100)), { words: "x".repeat(257 * 1024) }, { words: "a\0b" }, { "a\0b": "words" }, { words: "\ud800 alone" }]) expect(await keep(data)).toEqual([400, 0]);
  });

  test("is kept when it is nearly so", async () => {
    for (const data of [JSON.parse(nested(9)), { words: "x".repeat(250 * 1024) }, { words: "\u0001 \\u0000 \\ud800 \u{1f999}" }]) expect(await keep(data)).toEqual([200, 1]);
  });
});

/** What may stand in a field and should not: each is sent in the place of every field of every route. */
const hostile: unknown[] = [
  null, true, -1, 2 ** 31, 1e308, "", [], [null], { toString: "x" }, "x".repeat(70_000), "'; DROP TABLE \"Case\"; --", "<img src=x onerror=alert(1)>",
  "\ud800", "\u202e\ufeff\u0007", "2026-02-30", "2200-12-31", "0001-01-01T00:00:00Z", "+275760-09-13T00:00:00.000Z", "00000000-0000-4000-8000-000000000000",
];

const fieldsOf = ({ operation, params }: Knock) => Object.keys((operation.input as unknown as { shape?: object }).shape ?? {}).filter((name) => !(name in params));

type Spoilt = { body: Named; fits: boolean };
function spoiltBodies(knock: Knock): Spoilt[] {
  return fieldsOf(knock).flatMap((field) => hostile.map((value) => {
    const body = { ...knock.body, [field]: value };
    return { body, fits: knock.operation.input.safeParse({ ...body, ...knock.params }).success };
  }));
}

describe("a field", () => {
  test("that does not fit its form is refused on every route, with nothing written", async () => {
    const before = await digest();
    const odd: string[] = [];
    let sent = 0;
    const faults = await faultsOf(async () => {
      for (const knock of knocks.filter(carriesBody)) {
        for (const { body } of spoiltBodies(knock).filter(({ fits }) => !fits)) {
          sent += 1;
          const { status } = await send(knock, { session: lead, body });
          if (status !== 400) odd.push(`${knock.at} ${status}: ${JSON.stringify(body).slice(0, 160)}`);
        }
      }
    });
    expect({ odd, faults }).toEqual({ odd: [], faults: [] });
    expect(sent).toBeGreaterThan(1_000);
    expect(await digest()).toEqual(before);
  }, 240_000);

  test("of an address that does not fit is refused, and none is ever a fault of ours", async () => {
    const before = await digest();
    const odd: string[] = [];
    const faults = await faultsOf(async () => {
      for (const knock of knocks.filter(({ method }) => method === "GET")) {
        for (const field of [...fieldsOf(knock), "surprise"]) {
          for (const value of [...hostile.map((one) => (typeof one === "string" ? one : JSON.stringify(one))), "\0", "a\0b"]) {
            const { status } = await send(knock, { session: lead, body: { ...knock.body, [field]: value } });
            if (status >= 500 || (field === "surprise" && status !== 400)) odd.push(`${knock.at} ${status}: ${field}=${value.slice(0, 60)}`);
          }
        }
      }
    });
    expect({ odd, faults }).toEqual({ odd: [], faults: [] });
    expect(await digest()).toEqual(before);
  }, 120_000);

  test("that fits and is hostile all the same is never a fault of ours", async () => {
    const odd: string[] = [];
    const faults = await faultsOf(async () => {
      for (const knock of knocks.filter(carriesBody).filter(({ operation }) => operation.name !== "session.signOutEverywhere")) {
        for (const { body } of spoiltBodies(knock).filter(({ fits }) => fits)) {
          const answer = await send(knock, { session: lead, body });
          if (answer.status >= 500 || answer.status === 401) odd.push(`${knock.at} ${answer.status}: ${JSON.stringify(body).slice(0, 200)}`);
        }
      }
    });
    expect({ odd, faults }).toEqual({ odd: [], faults: [] });
  }, 240_000);

  test("left as it was is understood: what the rest of this file spoils was whole", async () => {
    const odd: string[] = [];
    const faults = await faultsOf(async () => {
      for (const knock of knocks) {
        const { status, body } = await send(knock, { session: await sessionOf("Jo Ellwood") });
        if (status === 400 && (body.fields as { path: string }[]).length > 0) odd.push(`${knock.at}: ${JSON.stringify(body.fields)}`);
        if (status === 401 || status >= 500) odd.push(`${knock.at}: ${status}`);
      }
    });
    expect({ odd, faults }).toEqual({ odd: [], faults: [] });
  }, 120_000);
});
