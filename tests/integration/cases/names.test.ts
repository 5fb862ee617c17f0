import { beforeAll, expect, it } from "vitest";
import { addEntry, correctEntry } from "@/lib/cases/log/commands";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { logContact } from "@/lib/contacts/commands";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, amina: string;
let made: MadeCase;
const toAll = { to: "everyone", withOtherSide: true };

beforeAll(async () => {
  await loadTestCounty();
  [jo, amina] = await Promise.all(["Jo Ellwood", "Amina Yusuf"].map(memberNamed)) as [string, string];
  made = await makeCase({ by: jo, area: "FEN", rag: "amber", victim: "Karen Kettle", alleged: "Jason Drove", sharedWith: [{ agency: "county-youth-justice", side: "perpetrator" }] });
  const place = (await asOwner<{ id: string }>(`SELECT "placeId" AS id FROM "Case" WHERE id = $1`, [made.caseId]))[0]!.id;
  await asOwner(`INSERT INTO "Residence" ("personId", "placeId", "caseId", side, "recordedById") VALUES ($1, $2, $3, 'victim', $4)`, [made.victimId, place, made.caseId, jo]);
  await asOwner(`INSERT INTO "ContactPoint" ("personId", method, number, "caseId", side, "recordedById") VALUES ($1, 'phone', '07700 900142', $2, 'victim', $3)`, [made.victimId, made.caseId, jo]);
  await asOwner(`INSERT INTO "Alias" ("personId", name, "caseId", side, "recordedById") VALUES ($1, 'Kaz', $2, 'victim', $3)`, [made.victimId, made.caseId, jo]);
});

const note = (member: string, body: string, more: object = {}) => addEntry.do({ member }, { caseId: made.caseId, kind: "note", body, audience: toAll, ...more });
const home = async () => (await asOwner<{ line: string }>(`SELECT line FROM "Place" WHERE id = (SELECT "placeId" FROM "Case" WHERE id = $1)`, [made.caseId]))[0]!.line;
const seenByOtherSide = async () => JSON.stringify((await getCase.ask({ member: amina }, { caseId: made.caseId })).view.log);

it("asks before a name, a home or a number goes to the perpetrator's side, and saves nothing until it is said", async () => {
  for (const [body, found] of [["Kettle was upset.", "Kettle"], ["Kaz rang.", "Kaz"], [`Seen outside ${await home()}`, await home()], ["Ring her on 07700900142", "07700 900142"]] as const) {
    await expect(note(jo, body)).rejects.toMatchObject({ rule: "names-protected", words: expect.stringContaining(`“${found}”`) });
  }
  expect(await seenByOtherSide()).not.toMatch(/Kettle|Kaz|900142/);
});

it("lets it go when the writer says it must, and keeps that they did in the entry and the audit", async () => {
  const { entryId } = await note(jo, "The court named Karen Kettle in open session.", { confirmsNames: true });
  expect(await asOwner(`SELECT data ->> 'namesConfirmed' AS said FROM "Entry" WHERE id = $1`, [entryId])).toEqual([{ said: "true" }]);
  const [audited] = await asOwner<{ payload: string }>(`SELECT payload FROM "AuditEvent" WHERE verb = 'entry.add' AND outcome = 'done' ORDER BY at DESC LIMIT 1`);
  expect((JSON.parse(audited!.payload) as { detail: string }).detail).toContain("namesConfirmed");
});

it("asks nothing where that side cannot read it, and nothing about the other side's own people", async () => {
  await note(jo, "Karen Kettle was upset.", { audience: { to: "everyone", withOtherSide: false } });
  await note(jo, "Jason Drove keeps his appointments.");
});

it("asks the same of a contact with them, of a correction, and of an action that they are given", async () => {
  const jason = (await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]))[0]!.id;
  await expect(logContact.do({ member: jo }, { caseId: made.caseId, withWhom: jason, type: "visit", body: "Told him Karen had complained." })).rejects.toMatchObject({ rule: "names-protected" });
  const { entryId } = await note(jo, "He was warned.");
  await expect(correctEntry.do({ member: jo }, { caseId: made.caseId, entryId, readId: entryId, body: "He was warned off Kettle.", reason: "Wrong" })).rejects.toMatchObject({ rule: "names-protected" });
  const asked = { caseId: made.caseId, ownerAgencyId: await agencyCoded("county-youth-justice"), what: "Speak to Jason about Karen Kettle" };
  await expect(raiseAction.do({ member: jo }, asked)).rejects.toMatchObject({ rule: "names-protected" });
  await raiseAction.do({ member: jo }, { ...asked, confirmsNames: true });
});

it("asks nobody on that side: the question itself would tell them", async () => {
  await expect(note(amina, "Jason says Kettle started it.", { audience: { to: "everyone" } })).resolves.toMatchObject({ entryId: expect.any(String) });
});
