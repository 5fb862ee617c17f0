import { afterEach, beforeAll, expect, it } from "vitest";
import { seekCase } from "@/lib/cases/glass/commands";
import { excludeMember, restrictCase } from "@/lib/cases/keeping/commands";
import { listGlass } from "@/lib/governance/glass/queries";
import { listNotices } from "@/lib/notices/queries";
import { Forbidden, InvalidInput } from "@/lib/platform/errors";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

const wednesday = "2026-11-18T10:00:00Z";
let priya: string, tom: string, made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [priya, tom] = await Promise.all(["Priya Shah", "Tom Barrett"].map(memberNamed)) as [string, string];
  await setClock(wednesday);
  made = await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Karen Kettle", alleged: "Jason Drove" });
  await asOwner(`UPDATE "Person" SET "bornOn" = '1971-03-09' WHERE "fullName" = 'Karen Kettle'`);
  await asOwner(`UPDATE "Person" SET "bornOn" = '1990-06-07' WHERE "fullName" = 'Jason Drove'`);
});
afterEach(resetClock);

const karen = { givenName: "karen", familyName: " KETTLE ", bornOn: "1971-03-09", reason: "Screaming behind the door, no answer" };
const jason = { ...karen, givenName: "Jason", familyName: "Drove", bornOn: "1990-06-07" };
const seek = async (name: string, who = karen) => seekCase.do({ member: await memberNamed(name) }, who);
const clear = () => asOwner(`DELETE FROM "EmergencySearch"`);

it("answers an exact name and day of birth with a pointer and nothing more, and tells governance", async () => {
  await setClock(wednesday);
  const found = await seek("Dan Okafor");
  expect(found).toEqual({ pointers: [{ reference: made.reference, leadName: expect.any(String), ring: expect.any(String) }], triesLeft: 2 });
  expect(JSON.stringify(found)).not.toMatch(/Kettle|Karen|amber|victim/i);
  const { notices } = (await listNotices.ask({ member: await memberNamed("Owen Price") }, {})).view;
  expect(notices[0]).toMatchObject({ kind: "case-sought", isUrgent: true, words: "Police Fenland looked for a case in an emergency by name and date of birth", detail: karen.reason, href: "/governance/break-glass" });
  const { searches } = (await listGlass.ask({ member: await memberNamed("Owen Price") }, {})).view;
  expect(searches).toMatchObject([{ memberName: "Dan Okafor", reason: karen.reason, foundWords: "was told of 1 case" }]);
  const [line] = await asOwner<{ payload: string }>(`SELECT payload FROM "AuditEvent" WHERE verb = 'case.seek' ORDER BY at DESC LIMIT 1`);
  expect(line!.payload).toContain(made.reference);
  expect(line!.payload).not.toMatch(/Kettle|1971/);
});

it("finds nothing by a beginning, another day, or a name alone, and a miss counts as a try", async () => {
  await setClock(wednesday);
  await clear();
  expect((await seek("Dan Okafor", { ...karen, familyName: "Kett" })).pointers).toEqual([]);
  expect((await seek("Dan Okafor", { ...karen, bornOn: "1971-03-10" })).pointers).toEqual([]);
  expect(await seek("Dan Okafor", { ...karen, givenName: "%" })).toEqual({ pointers: [], triesLeft: 0 });
  await expect(seek("Dan Okafor")).rejects.toMatchObject({ rule: "sought-too-often" });
  await expect(seek("Dan Okafor", { ...karen, bornOn: "" })).rejects.toThrow(InvalidInput);
  await setClock("2026-11-19T10:00:01Z");
  expect((await seek("Dan Okafor")).pointers).toHaveLength(1);
  await expect(seek("Callum Reid")).rejects.toThrow(Forbidden);
});

it("evaluates no more than three of many at once", async () => {
  await setClock(wednesday);
  await clear();
  const dan = await memberNamed("Dan Okafor");
  const all = await Promise.all(Array.from({ length: 12 }, () => seekCase.do({ member: dan }, karen).then(({ pointers }) => pointers.length, () => 0)));
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(3);
  expect(await asOwner(`SELECT 1 FROM "EmergencySearch"`)).toHaveLength(3);
  // Plain SQL tries no further either, and writes no record of its own.
  expect(await plainSqlAs(dan, `SELECT * FROM seek_in_emergency('Karen', 'Kettle', '1971-03-09', 'long enough a reason')`)).toEqual([]);
  await expect(plainSqlAs(dan, `DELETE FROM "EmergencySearch"`)).rejects.toThrow(/permission denied/);
});

it("finds people of the asker's own side alone, and no case that is restricted, closed to them or kept from them", async () => {
  await setClock(wednesday);
  await clear();
  expect((await seek("Amina Yusuf")).pointers).toEqual([]);
  expect((await seek("Amina Yusuf", jason)).pointers).toHaveLength(1);
  expect((await seek("Leila Haddad")).pointers).toEqual([]);
  await excludeMember.do({ member: priya }, { caseId: made.caseId, memberId: tom, reason: "A neighbour" });
  expect((await seek("Tom Barrett")).pointers).toEqual([]);
  const [{ version }] = await asOwner<{ version: number }>(`SELECT version FROM "Case" WHERE id = $1`, [made.caseId]) as [{ version: number }];
  await asOwner(`UPDATE "CaseExclusion" SET "endedAt" = app_now(), "endedById" = $2 WHERE "caseId" = $1`, [made.caseId, priya]);
  await restrictCase.do({ member: tom }, { caseId: made.caseId, version, isRestricted: true, reason: "A councillor" });
  expect((await seek("Jo Ellwood")).pointers).toEqual([]);
});
