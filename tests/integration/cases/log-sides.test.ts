import { beforeAll, expect, it } from "vitest";
import { addEntry } from "@/lib/cases/log/commands";
import { followCase, getCaseLog } from "@/lib/cases/log/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { getCaseHistory } from "@/lib/cases/history/queries";
import { getCasePeople } from "@/lib/cases/involvements/queries";
import { logContact } from "@/lib/contacts/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let priya: string, jo: string, dan: string, mette: string, amina: string, grace: string, made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [priya, jo, dan, mette, amina, grace] = await Promise.all(["Priya Shah", "Jo Ellwood", "Dan Okafor", "Mette Larsen", "Amina Yusuf", "Grace Obi"].map(memberNamed)) as [string, string, string, string, string, string];
  made = await makeCase({
    by: jo, area: "FEN", rag: "red", ragReason: "Karen Kettle took tablets", victim: "Karen Kettle", alleged: "Jason Drove", nextContactAt: new Date(Date.now() + 3_600_000),
    sharedWith: ["fen-homes", "police-fenland", "mental-health-trust", { agency: "county-youth-justice", side: "perpetrator" }, { agency: "victim-service", side: "victim" }],
  });
});

const add = (member: string, body: string, audience: Record<string, unknown> = {}) => addEntry.do({ member }, { caseId: made.caseId, kind: "note", body, audience });
const bodies = async (member: string) => (await getCase.ask({ member }, { caseId: made.caseId })).view.log!.page.entries.map((entry) => entry.body);

it("keeps an entry for named agencies from every other: list, older pages, feed, filter, but for one line its author allows", async () => {
  const everything = async (member: string) => {
    const page = (await getCase.ask({ member }, { caseId: made.caseId })).view;
    const log = (await getCaseLog.ask({ member }, { caseId: made.caseId, kind: "note" })).view;
    const feed = (await followCase.ask({ member }, { caseId: made.caseId, after: "0.0" })).view;
    return { entries: page.log!.page.entries.length, filtered: log.entries.length, feed: feed.entries.length, words: JSON.stringify([page, log, feed]), sealed: page.header.warnings.filter((warning) => warning.kind === "sealed") };
  };
  const before = await everything(dan);
  const { reads } = await add(mette, "Sectioned in March.", { to: "agencies", agencyIds: [await agencyCoded("fen-homes")], notice: "We hold health information." });
  expect(reads).toBe("Fen Homes and Mental health trust");
  expect(await bodies(priya)).toContain("Sectioned in March.");
  const after = await everything(dan);
  expect(after).toMatchObject({ entries: before.entries, filtered: before.filtered, feed: before.feed });
  expect(after.words).not.toContain("Sectioned");
  expect(after.sealed).toMatchObject([{ notice: "We hold health information.", agencyName: "Mental health trust" }]);
  expect((await everything(amina)).sealed).toEqual([]);
});

it("shows an entry for named members to those named on the case and to its author alone", async () => {
  const { reads } = await add(dan, "Informant's name.", { to: "members" });
  expect(reads).toBe("Jo Ellwood (Fenland DC)");
  expect(await bodies(jo)).toContain("Informant's name.");
  expect(await bodies(dan)).toContain("Informant's name.");
  expect(await bodies(priya)).not.toContain("Informant's name.");
});

it("keeps the usual entry from the perpetrator's side, and shows theirs what is meant for both", async () => {
  await add(priya, "At the victim's flat.");
  await add(priya, "Mediation is offered to both.", { withOtherSide: true });
  expect(await bodies(amina)).toEqual(expect.arrayContaining(["Mediation is offered to both."]));
  expect(await bodies(amina)).not.toContain("At the victim's flat.");
  expect(await bodies(grace)).toEqual(expect.arrayContaining(["At the victim's flat.", "Mediation is offered to both."]));
});

it("keeps what each side's worker writes, and a contact with a person, to that person's side", async () => {
  await add(amina, "Jason keeps his appointments.");
  expect(await bodies(grace)).not.toContain("Jason keeps his appointments.");
  expect(await bodies(dan)).toContain("Jason keeps his appointments.");
  await expect(add(amina, "For all", { withOtherSide: true })).rejects.toMatchObject({ rule: "one-side-only" });
  const contact = { caseId: made.caseId, withWhom: made.victimInvolvementId, type: "visit", body: "“He was outside again.”", impact: "worse", nextContactAt: new Date(Date.now() + 7_200_000).toISOString() };
  await logContact.do({ member: dan }, contact);
  expect(await bodies(amina)).not.toContain("“He was outside again.”");
  const nextContact = async () => (await getCase.ask({ member: priya }, { caseId: made.caseId })).view.header.nextContact?.at;
  const before = await nextContact();
  await logContact.do({ member: mette }, { ...contact, body: "“Only you.”", nextContactAt: new Date(Date.now() + 9_000_000).toISOString(), audience: { to: "agencies", agencyIds: [await agencyCoded("mental-health-trust")] } });
  expect(await nextContact()).toBe(before);
  await expect(logContact.do({ member: dan }, { ...contact, audience: { to: "agencies", agencyIds: [await agencyCoded("county-youth-justice")] } })).rejects.toMatchObject({ rule: "kept-from-that-side" });
  const [alleged] = await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]);
  await logContact.do({ member: dan }, { caseId: made.caseId, withWhom: alleged!.id, type: "visit", body: "“It was not me.”" });
  expect(await bodies(amina)).toContain("“It was not me.”");
  expect(await bodies(grace)).not.toContain("“It was not me.”");
});

it("gives the perpetrator's side no name, word, colour or clock of a victim on any tab", async () => {
  await asOwner(`UPDATE "Case" SET "behaviourRag" = 'amber' WHERE id = $1`, [made.caseId]);
  await asOwner(`INSERT INTO "Warning" ("caseId", "personId", words, "reviewOn", "recordedById") VALUES ($1, $2, 'Karen has a dog', current_date + 30, $3)`, [made.caseId, made.victimId, jo]);
  const log = (await getCase.ask({ member: amina }, { caseId: made.caseId })).view;
  const people = (await getCasePeople.ask({ member: amina }, { caseId: made.caseId })).view;
  const history = (await getCaseHistory.ask({ member: amina }, { caseId: made.caseId })).view;
  const words = JSON.stringify([log, people, history]);
  for (const secret of ["Karen", "Kettle", made.victimId, "tablets", "outside again"]) expect(words).not.toContain(secret);
  expect(log.header).toMatchObject({ rag: "amber", ragReason: "for the behaviour alone", ragHistory: [], nextContact: null, nextReview: null });
  // Whether the case is red shows in nothing: the same words when it is green.
  await asOwner(`UPDATE "Case" SET rag = 'green', "ragReason" = 'Calm' WHERE id = $1`, [made.caseId]);
  const calm = (await getCase.ask({ member: amina }, { caseId: made.caseId })).view;
  expect({ header: { ...calm.header, now: "" }, readers: calm.log!.readers }).toEqual({ header: { ...log.header, now: "" }, readers: log.log!.readers });
  expect(log.aside.otherSide).toMatchObject([{ label: "Victim A", roleWords: "victim" }]);
  expect(log.aside.figures).toEqual([]);
  expect(history.colours).toEqual([]);
  expect(JSON.stringify((await getCasePeople.ask({ member: grace }, { caseId: made.caseId })).view)).not.toContain("Drove");
});
