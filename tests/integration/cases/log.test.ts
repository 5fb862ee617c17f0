import { beforeAll, expect, it } from "vitest";
import { addEntry, correctEntry } from "@/lib/cases/log/commands";
import { getCaseLog } from "@/lib/cases/log/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { logContact } from "@/lib/contacts/commands";
import { tickDutyCall } from "@/lib/cases/duty/commands";
import { recordStatements } from "@/lib/platform/db";
import { Conflict, Forbidden, InvalidInput, NotFound, Refused } from "@/lib/platform/errors";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asAppRole, asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let priya: string, jo: string, dan: string, marek: string, leila: string, made: MadeCase;
const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString();

beforeAll(async () => {
  await loadTestCounty();
  [priya, jo, dan, marek, leila] = await Promise.all(["Priya Shah", "Jo Ellwood", "Dan Okafor", "Marek Nowak", "Leila Haddad"].map(memberNamed)) as [string, string, string, string, string];
  made = await makeCase({ by: jo, area: "FEN", rag: "amber", sharedWith: ["fen-homes", "police-fenland", { agency: "county-adults", level: "summary" }] });
});

const note = (member: string, body: string, more: Record<string, unknown> = {}) => addEntry.do({ member }, { caseId: made.caseId, kind: "note", body, ...more });
const open = (member: string) => getCase.ask({ member }, { caseId: made.caseId }).then(({ view }) => view);
const bodies = async (member: string) => (await open(member)).log?.page.entries.map((entry) => entry.body) ?? [];
const entryOf = async (member: string, entryId: string) => (await open(member)).log?.page.entries.find((entry) => entry.id === entryId);

it("shows an entry to everyone who works the case, newest first, and says who can read it", async () => {
  const { reads } = await note(priya, "Visited at nine.");
  expect(reads).toBe("Fenland DC, Fen Homes and Police Fenland");
  expect((await bodies(dan))[0]).toBe("Visited at nine.");
});

it("gives an agency at summary the case without its log, and refuses its entry", async () => {
  const view = await open(marek);
  expect(view.log).toBeNull();
  expect(view.header).toMatchObject({ rag: "amber", level: "summary", nextContact: null, may: { write: false, seeLog: false } });
  expect(view.aside.people.map((person) => person.name)).toEqual(["Karen Kettle", "Jason Drove"]);
  await expect(note(marek, "May I?")).rejects.toMatchObject({ reason: "summary-only" });
  await expect(getCaseLog.ask({ member: marek }, { caseId: made.caseId })).rejects.toThrow(NotFound);
});

it("does not exist for an agency without reach, whatever is asked", async () => {
  for (const ask of [() => open(leila), () => note(leila, "Hello"), () => getCaseLog.ask({ member: leila }, { caseId: made.caseId, after: "0.0" })]) {
    await expect(ask()).rejects.toThrow(NotFound);
  }
});

it("corrects by a new entry that folds the first wording under it, with the reason", async () => {
  const { entryId } = await note(priya, "The tenant of no. 14.");
  await correctEntry.do({ member: priya }, { caseId: made.caseId, entryId, readId: entryId, body: "The tenant of no. 16.", reason: "Wrong door." });
  const seen = await entryOf(dan, entryId);
  expect(seen).toMatchObject({ body: "The tenant of no. 16.", corrections: [{ text: "The tenant of no. 14.", reason: "Wrong door.", by: "Priya Shah corrected this" }] });
  expect((await bodies(dan)).filter((body) => body.startsWith("The tenant"))).toEqual(["The tenant of no. 16."]);
});

it("lets only the author's agency correct, and nobody Hereward's own lines", async () => {
  const { entryId } = await note(priya, "Ours.");
  const correct = (member: string, id: string) => correctEntry.do({ member }, { caseId: made.caseId, entryId: id, readId: id, body: "Theirs.", reason: "Because." });
  await expect(correct(dan, entryId)).rejects.toMatchObject({ reason: "other-agency-wrote-it" });
  const [opened] = await asOwner<{ id: string }>(`SELECT id FROM "Entry" WHERE "caseId" = $1 AND kind = 'state'`, [made.caseId]);
  await expect(correct(jo, opened!.id)).rejects.toMatchObject({ reason: "written-by-the-system" });
  expect((await entryOf(dan, entryId))?.may.correct).toBe(false);
  expect((await entryOf(priya, entryId))?.may.correct).toBe(true);
});

it("shows the colleague's wording to the second of two who correct the same one at once", async () => {
  const { entryId } = await note(priya, "First.");
  const correct = (body: string) => correctEntry.do({ member: priya }, { caseId: made.caseId, entryId, readId: entryId, body, reason: "Both at once." });
  const answers = await Promise.allSettled([correct("Second."), correct("Third.")]);
  const refused = answers.find((answer) => answer.status === "rejected")!.reason as Conflict;
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  expect(refused).toBeInstanceOf(Conflict);
  const stands = await entryOf(priya, entryId);
  expect(refused.current).toMatchObject({ body: stands!.body, readId: stands!.readId });
  await correctEntry.do({ member: priya }, { caseId: made.caseId, entryId, readId: stands!.readId, body: "Fourth.", reason: "Having read it." });
  expect((await entryOf(priya, entryId))?.corrections).toHaveLength(2);
});

it("keeps every entry as it was written, against the application's own role and against the owner", async () => {
  const { entryId } = await note(priya, "Never changed.");
  for (const sql of [`UPDATE "Entry" SET body = 'x' WHERE id = $1`, `DELETE FROM "Entry" WHERE id = $1`]) {
    await expect(asAppRole(sql, [entryId])).rejects.toThrow(/permission denied/);
    await expect(asOwner(sql, [entryId])).rejects.toThrow(/never changed/);
  }
  expect((await entryOf(dan, entryId))?.body).toBe("Never changed.");
});

it("refuses what does not fit, at its field and in words", async () => {
  const refusedAt = async (input: Record<string, unknown>) => {
    const error = await addEntry.do({ member: priya }, { caseId: made.caseId, kind: "note", body: "x", ...input }).then(() => null, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).fields.map((field) => field.path).join();
  };
  expect(await refusedAt({ body: "  " })).toBe("body");
  expect(await refusedAt({ body: "y".repeat(10_001) })).toBe("body");
  expect(await refusedAt({ kind: "decision" })).toBe("reason");
  expect(await refusedAt({ kind: "evidence" })).toBe("reference");
  expect(await refusedAt({ kind: "state" })).toBe("kind");
  expect(await refusedAt({ audience: { to: "agencies" } })).toBe("audience.agencyIds");
  expect(await refusedAt({ audience: { to: "everyone", notice: "Ask us" } })).toBe("audience.notice");
  expect(await refusedAt({ side: "both" })).toBe("");
  await expect(note(priya, "Tomorrow's news", { happenedAt: tomorrow() })).rejects.toMatchObject({ rule: "from-the-future" });
  await expect(note(priya, "For strangers", { audience: { to: "agencies", agencyIds: [await agencyCoded("peterborough-city")] } })).rejects.toThrow(Refused);
});

it("pages back through a long log without losing or doubling an entry, and narrows by kind and agency", async () => {
  const { caseId } = await makeCase({ by: jo, area: "FEN", rag: "green", sharedWith: ["police-fenland"] });
  for (let number = 0; number < 60; number += 1) await addEntry.do({ member: number % 2 ? jo : dan }, { caseId, kind: "note", body: `Entry ${number}` });
  const first = (await getCase.ask({ member: jo }, { caseId })).view.log!.page;
  const second = (await getCaseLog.ask({ member: jo }, { caseId, before: first.older })).view;
  expect(second.older).toBeNull();
  const all = [...first.entries, ...second.entries].filter((entry) => entry.kind === "note").map((entry) => entry.body);
  expect(all).toEqual(Array.from({ length: 60 }, (_, index) => `Entry ${59 - index}`));
  const police = (await getCaseLog.ask({ member: jo }, { caseId, kind: "note", agencyId: await agencyCoded("police-fenland") })).view.entries;
  expect(new Set(police.map((entry) => entry.author.name))).toEqual(new Set(["Dan Okafor"]));
  expect(police).toHaveLength(30);
});

it("draws the line at what is new since the member looked", async () => {
  const { caseId } = await makeCase({ by: jo, area: "FEN", rag: "green" });
  expect((await getCase.ask({ member: jo }, { caseId })).view.log!.lookedAt).toBeNull();
  const [look] = await asOwner<{ at: Date }>(`SELECT "lookedAt" AS at FROM "CaseLook" WHERE "caseId" = $1 AND "memberId" = $2`, [caseId, jo]);
  expect((await getCase.ask({ member: jo }, { caseId })).view.log!.lookedAt).toBe(look!.at.toISOString());
});

it("logs a contact in their own words, moves the next date, and asks for what is missing", async () => {
  const contact = { caseId: made.caseId, withWhom: made.victimInvolvementId, type: "phone_out", body: "“I slept.”", impact: "better" };
  const missing = await logContact.do({ member: jo }, { ...contact, impact: undefined }).then(() => null, (error: unknown) => error as InvalidInput);
  expect(missing?.fields.map((field) => field.path)).toEqual(["nextContactAt", "impact"]);
  const nextContactAt = tomorrow();
  const { entryId } = await logContact.do({ member: jo }, { ...contact, promise: "A new lock by Friday", nextContactAt, safeHonoured: true });
  expect((await entryOf(dan, entryId))?.contact).toMatchObject({ person: { kind: "known", name: "Karen Kettle" }, withWords: "victim", promise: "A new lock by Friday", typeWords: "rung by Jo Ellwood" });
  expect((await open(jo)).header.nextContact?.at).toBe(nextContactAt);
  await expect(logContact.do({ member: jo }, { ...contact, nextContactAt: "2020-01-01T10:00:00Z" })).rejects.toThrow(InvalidInput);
  await expect(logContact.do({ member: marek }, { ...contact, nextContactAt })).rejects.toThrow(Forbidden);
});

it("ticks off a call once, with what was said, and writes it into the log", async () => {
  const [call] = await asOwner<{ id: string }>(`INSERT INTO "DutyCall" ("caseId", name, phone, reason, "dueAt") VALUES ($1, 'Night desk', '01632 960 999', 'Red', app_now()) RETURNING id`, [made.caseId]);
  expect((await open(dan)).aside.dutyCalls).toMatchObject([{ name: "Night desk", version: 1 }]);
  const tick = (member: string) => tickDutyCall.do({ member }, { caseId: made.caseId, dutyCallId: call!.id, version: 1, note: "Spoke to Ann; visiting tonight." });
  await expect(tick(marek)).rejects.toMatchObject({ reason: "summary-only" });
  await tick(dan);
  await expect(tick(priya)).rejects.toMatchObject({ rule: "already-rung" });
  expect((await open(dan)).aside.dutyCalls).toEqual([]);
  expect((await bodies(priya))[0]).toBe("Rang Night desk. Spoke to Ann; visiting tonight.");
});

it("asks the database no more for a long log than for a short one", async () => {
  const short = await makeCase({ by: jo, area: "FEN", rag: "green" });
  const count = async () => (await recordStatements(() => getCase.ask({ member: jo }, { caseId: short.caseId }))).statements.length;
  await addEntry.do({ member: jo }, { caseId: short.caseId, kind: "note", body: "One" });
  await count();
  const before = await count();
  for (let number = 0; number < 20; number += 1) await addEntry.do({ member: jo }, { caseId: short.caseId, kind: "note", body: `Another ${number}` });
  expect(await count()).toBe(before);
  expect(before).toBeLessThan(47);
});
