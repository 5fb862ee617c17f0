import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "../../../lib/assessments/closing/commands";
import { addEntry } from "../../../lib/cases/log/commands";
import { getCaseLog } from "../../../lib/cases/log/queries";
import { Conflict, Forbidden, InvalidInput, NotFound, Refused } from "../../../lib/platform/errors";
import { completeAction } from "../../../lib/shared-actions/answering/commands";
import { raiseAction } from "../../../lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { digest } from "../../support/digest";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let made: MadeCase;
let jo: string;
let dan: string;

beforeAll(async () => {
  await loadTestCounty();
  jo = await memberNamed("Jo Ellwood");
  dan = await memberNamed("Dan Okafor");
  made = await makeCase({ by: jo, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
});

type Told = { verb: string; outcome: string; memberId: string | null; caseId: string | null; payload: string };

/** What the audit gained while some work was done. */
async function told(work: () => Promise<unknown>): Promise<Told[]> {
  const [before] = await asOwner<{ n: string[] }>(`SELECT coalesce(array_agg(stream || seq), '{}') AS n FROM "AuditEvent"`);
  await work();
  return asOwner<Told>(`SELECT verb, outcome, "memberId", "caseId", payload FROM "AuditEvent" WHERE stream || seq <> ALL ($1) ORDER BY at, seq`, [before!.n]);
}

const detailOf = ({ payload }: Told) => JSON.parse((JSON.parse(payload) as { detail: string }).detail) as Record<string, unknown>;

describe("what a command leaves in the audit", () => {
  test("is one line when it was done, with ids and without a word of what was written", async () => {
    const lines = await told(() => addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body: "Unrepeatable words" }));
    expect(lines).toEqual([expect.objectContaining({ verb: "entry.add", outcome: "done", memberId: jo, caseId: made.caseId })]);
    expect(lines[0]!.payload).not.toContain("Unrepeatable");
  });

  test("is one line when it was refused by the policy, with the reason, and nothing else is changed", async () => {
    const before = await digest();
    const lines = await told(() => expect(closeCase.do({ member: dan }, { caseId: made.caseId, version: 1, outcome: "no_further_reports", reason: "Quiet" })).rejects.toThrow(Forbidden));
    expect(lines.map((line) => [line.verb, line.outcome, line.memberId, detailOf(line)])).toEqual([["case.close", "forbidden", dan, { reason: "not-lead-agency", asked: { caseId: made.caseId } }]]);
    expect(await digest()).toEqual(before);
  });

  test("is one line when nothing was found, whether it is hidden or was never there", async () => {
    const stranger = await memberNamed("Asha Patel");
    for (const caseId of [made.caseId, randomUUID()]) {
      const lines = await told(() => expect(addEntry.do({ member: stranger }, { caseId, kind: "note", body: "Words" })).rejects.toThrow(NotFound));
      expect(lines.map(({ verb, outcome, memberId, caseId: about }) => [verb, outcome, memberId, about])).toEqual([["entry.add", "not-found", stranger, null]]);
      // Which door was tried, and none of the words.
      expect(detailOf(lines[0]!)).toEqual({ asked: { caseId } });
    }
  });

  test("is one line when a rule stood in the way, with the rule", async () => {
    const ownerAgencyId = await agencyCoded("fen-homes");
    const lines = await told(() => expect(raiseAction.do({ member: jo }, { caseId: made.caseId, ownerAgencyId, what: "Call" })).rejects.toThrow(Refused));
    expect(lines.map((line) => [line.verb, line.outcome, detailOf(line)])).toEqual([["action.raise", "refused", { rule: "not-on-case", asked: { caseId: made.caseId, ownerAgencyId } }]]);
  });

  test("is nothing when what was sent did not fit: no question was asked", async () => {
    expect(await told(() => expect(addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body: "" })).rejects.toThrow(InvalidInput))).toEqual([]);
  });
});

describe("the same change by two at once", () => {
  test("is done once; the others are shown what stands now, and told so in the audit", async () => {
    const { actionId } = await raiseAction.do({ member: jo }, { caseId: made.caseId, ownerAgencyId: await agencyCoded("police-fenland"), what: "Call at the address" });
    let results: PromiseSettledResult<unknown>[] = [];
    const lines = await told(async () => {
      results = await Promise.allSettled(Array.from({ length: 10 }, (_none, count) => completeAction.do({ member: dan }, { actionId, version: 1, outcome: `Done by ${count}` })));
    });
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(lost).toHaveLength(9);
    for (const reason of lost) {
      expect(reason).toBeInstanceOf(Conflict);
      expect((reason as Conflict).current).toMatchObject({ actionId, status: "done", version: 2 });
    }
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual([...Array.from({ length: 9 }, () => "conflict"), "done"]);
    const won = results.findIndex(({ status }) => status === "fulfilled");
    expect(await asOwner(`SELECT outcome, version FROM "SharedAction" WHERE id = $1`, [actionId])).toEqual([{ outcome: `Done by ${won}`, version: 2 }]);
    expect(await asOwner(`SELECT 1 FROM "Entry" WHERE body LIKE 'Done: Call at the address%'`)).toHaveLength(1);
  });

  test("with one key is one change, one answer and one line of the audit", async () => {
    const key = randomUUID();
    let answers: unknown[] = [];
    const lines = await told(async () => {
      answers = await Promise.all(Array.from({ length: 20 }, () => addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body: "Twenty taps" }, key)));
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await asOwner(`SELECT 1 FROM "Entry" WHERE body = 'Twenty taps'`)).toHaveLength(1);
    expect(lines.map(({ verb, outcome }) => [verb, outcome])).toEqual([["entry.add", "done"]]);
  });
});

describe("with an audit that cannot be written", () => {
  const powers = (to: "GRANT" | "REVOKE") => asOwner(`${to} EXECUTE ON FUNCTION append_audit(text, text, uuid, uuid, text) ${to === "GRANT" ? "TO" : "FROM"} hereward_app`);

  afterEach(() => powers("GRANT"));

  test("nothing is saved, not even the key", async () => {
    await powers("REVOKE");
    const before = await digest();
    await expect(addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body: "Unheard" }, randomUUID())).rejects.toThrow(/permission denied/);
    expect(await digest()).toEqual(before);
  });

  test("nothing is shown", async () => {
    await powers("REVOKE");
    await expect(getCaseLog.ask({ member: jo }, { caseId: made.caseId })).rejects.toThrow(/permission denied/);
  });

  test("and once it can be again, the same is done", async () => {
    await addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body: "Heard again" });
    expect((await getCaseLog.ask({ member: jo }, { caseId: made.caseId })).view.entries.some(({ body }) => body === "Heard again")).toBe(true);
  });
});
