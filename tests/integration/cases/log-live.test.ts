import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addEntry, correctEntry } from "@/lib/cases/log/commands";
import { followCase, getCaseLog, listenToCase } from "@/lib/cases/log/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { endShare } from "@/lib/cases/sharing/commands";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { follow } from "@/lib/platform/live";
import { eventStream } from "@/lib/platform/stream";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, testDatabase } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let priya: string, dan: string, made: MadeCase, slow: Client;

beforeAll(async () => {
  await loadTestCounty();
  [priya, dan] = await Promise.all(["Priya Shah", "Dan Okafor"].map(memberNamed)) as [string, string];
  made = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
  slow = new Client({ connectionString: testDatabase().DATABASE_URL });
  await slow.connect();
});
afterAll(() => slow.end());

const note = (body: string) => addEntry.do({ member: priya }, { caseId: made.caseId, kind: "note", body });
const since = (after: string) => followCase.ask({ member: dan }, { caseId: made.caseId, after }).then(({ view }) => view);
const cursorNow = async () => (await getCase.ask({ member: dan }, { caseId: made.caseId })).view.log!.page.cursor;
const bodiesOf = (page: { entries: { body: string }[] }) => page.entries.map((entry) => entry.body);

it("gives what was written since, once", async () => {
  const from = await cursorNow();
  await note("One"); await note("Two");
  const page = await since(from);
  expect(bodiesOf(page)).toEqual(["One", "Two"]);
  // The cursor waits for every transaction of the server that still runs, another database's too.
  await expect.poll(async () => (await since((await since(page.cursor)).cursor)).entries).toEqual([]);
});

it("never skips an entry that commits late, and does not hold back the one that committed first", async () => {
  const from = await cursorNow();
  await slow.query("BEGIN");
  await slow.query(`INSERT INTO "Entry" ("caseId", kind, body, "authorId", "authorAgencyId") SELECT $1, 'note', 'Late', id, "agencyId" FROM "Member" WHERE id = $2`, [made.caseId, priya]);
  await note("Early");
  const first = await since(from);
  expect(bodiesOf(first)).toEqual(["Early"]);
  await slow.query("COMMIT");
  expect(bodiesOf(await since(first.cursor))).toContain("Late");
});

it("sends a correction as the entry it corrects, in its new wording", async () => {
  const { entryId } = await note("Wrong");
  const from = await cursorNow();
  await correctEntry.do({ member: priya }, { caseId: made.caseId, entryId, readId: entryId, body: "Right", reason: "Misheard." });
  expect((await since(from)).entries).toMatchObject([{ id: entryId, body: "Right", corrections: [{ text: "Wrong" }] }]);
});

it("refuses a cursor that is none", async () => {
  for (const after of ["", "abc", "1.2.3", "-1.0", "9".repeat(30)]) await expect(since(after)).rejects.toThrow(InvalidInput);
  await expect(getCaseLog.ask({ member: dan }, { caseId: made.caseId, before: "yesterday" })).rejects.toThrow(InvalidInput);
});

it("records that somebody listens, and every reading by asking", async () => {
  const reads = async (verb: string) => Number((await asOwner<{ n: string }>(`SELECT count(*) AS n FROM "AuditEvent" WHERE verb = $1 AND "caseId" = $2 AND "memberId" = $3`, [verb, made.caseId, dan]))[0]!.n);
  const [listened, asked] = [await reads("case.listen"), await reads("case.log")];
  await listenToCase.ask({ member: dan }, { caseId: made.caseId });
  await getCaseLog.ask({ member: dan }, { caseId: made.caseId, after: await cursorNow() });
  expect([await reads("case.listen"), await reads("case.log")]).toEqual([listened + 1, asked + 1]);
});

it("reaches a listener within a second of being written, and ends when the case is no longer shared", async () => {
  const gone = new AbortController();
  const from = await cursorNow();
  const response = eventStream(new Request("http://localhost/", { signal: gone.signal }), {
    channel: "hereward_entry", id: made.caseId, from,
    next: async (after) => {
      const page = await since(after);
      return page.entries.length > 0 ? { data: page, cursor: page.cursor } : null;
    },
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const until = async (words: string) => {
    for (let text = ""; !text.includes(words);) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ended before ${words}`);
      text += value;
    }
  };
  await until("event: open");
  const began = Date.now();
  await note("Live!");
  await until("Live!");
  expect(Date.now() - began).toBeLessThan(1_000);

  const [grant] = await asOwner<{ id: string }>(`SELECT g.id FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE g."caseId" = $1 AND a.code = 'police-fenland' AND g."revokedAt" IS NULL`, [made.caseId]);
  await endShare.do({ member: priya }, { caseId: made.caseId, grantId: grant!.id, reason: "Done" });
  await until("event: ended");
  gone.abort();
  await expect(since(from)).rejects.toThrow(NotFound);
  (await follow("hereward_entry", made.caseId, () => {}))();
});
