import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWorld, type World } from "../permissions/world";
import { digest } from "../support/digest";
import { sessionOf } from "../support/sessions";
import { everyKnock, send, type Knock } from "./requests";

/** Ids that tell of a case, a report or a person. Areas, agencies, members and places are known to every agency. */
const secret = ["caseId", "reportId", "sameAsId", "assessmentId", "entryId", "readId", "actionId", "interventionId", "referralId", "accessRequestId", "offerId", "needId", "triggerId", "grantId", "otherGrantId", "dutyCallId", "clockId", "involvementId", "otherInvolvementId", "personId", "withWhom", "reference"];

/** Ids that the world has none of: what is asked by them is not there for the lead either. */
const invented = ["overrideId", "callId", "readerId"];

let world: World;
let knocks: Knock[];
/** What is there and hidden, to what was never there. */
let absent: Map<string, string>;

beforeAll(async () => {
  world = await buildWorld();
  knocks = everyKnock(world);
  absent = new Map(secret.map((name) => [String(world.named[name]), name === "reference" ? "FEN-2026-09999" : randomUUID()]));
}, 60_000);

function replaced<Value>(value: Value, by: Map<string, string>): Value {
  return JSON.parse([...by].reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(value))) as Value;
}

const tellsOf = ({ params, body }: Knock) => [...absent.keys()].some((id) => JSON.stringify([params, body]).includes(id));
const isAbout = ({ params }: Knock) => Object.keys(params).some((name) => secret.includes(name));

describe("what is hidden", () => {
  test.each(["Asha Patel", "Leila Haddad", "Callum Reid", "Nadia Kern"])("answers %s on every route exactly as what was never there", async (name) => {
    const session = await sessionOf(name);
    const backwards = new Map([...absent].map(([id, other]) => [other, id]));
    const before = await digest(["AuditEvent", "AuditHead", "Session", "IdempotencyRecord"]);
    const odd: string[] = [];
    for (const knock of knocks.filter(tellsOf)) {
      const hidden = await send(knock, { session });
      const never = await send(knock, { session, params: replaced(knock.params, absent), body: replaced(knock.body, absent) });
      const told = { ...hidden.body, requestId: "" };
      const same = { ...replaced(never.body, backwards), requestId: "" };
      if (hidden.status !== never.status || JSON.stringify(told) !== JSON.stringify(same)) odd.push(`${knock.at}: ${hidden.status} ${JSON.stringify(told).slice(0, 160)} for what is there, ${never.status} ${JSON.stringify(same).slice(0, 160)} for what is not`);
    }
    expect(odd).toEqual([]);
    expect(knocks.filter(tellsOf).length).toBeGreaterThan(40);
    expect(await digest(["AuditEvent", "AuditHead", "Session", "IdempotencyRecord"])).toEqual(before);
  }, 60_000);

  test("is not found by whoever reads cases elsewhere, wherever an id stands in the address", async () => {
    const session = await sessionOf("Asha Patel");
    const answers: string[] = [];
    for (const knock of knocks.filter(isAbout)) answers.push(`${knock.at}: ${(await send(knock, { session })).status}`);
    expect(answers.filter((one) => !one.endsWith(": 404"))).toEqual([]);
    expect(answers.length).toBeGreaterThan(35);
  }, 60_000);

  test("is found at the same addresses by its lead, so that the above means something", async () => {
    const missing: string[] = [];
    for (const knock of knocks.filter(isAbout).filter(({ params }) => !Object.keys(params).some((name) => invented.includes(name)))) {
      const { status } = await send(knock, { session: await sessionOf("Jo Ellwood") });
      if (status === 404 || status === 401) missing.push(`${knock.at}: ${status}`);
    }
    // Who works a case has not opened it in an emergency, so there is nothing of theirs to end; and what they read is not sealed to them.
    expect(missing.sort()).toEqual(["POST /api/cases/[caseId]/end-glass: 404", "POST /api/cases/[caseId]/entries/[entryId]/open: 404"]);
  }, 60_000);
});
