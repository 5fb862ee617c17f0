import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getKnownCaller, getKnownHere } from "../../../lib/reports/known/queries";
import { recordStatements } from "../../../lib/platform/db";
import { asOwner, setClock } from "../../support/database";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { addressIn, aReport, take } from "../../support/factories-reports";

let priya: string, jo: string, dan: string, callum: string, marek: string, leila: string;
let place: { id: string };
let used = 0;

beforeAll(async () => {
  await loadTestCounty();
  [priya, jo, dan, callum, marek, leila] = await Promise.all(["Priya Shah", "Jo Ellwood", "Dan Okafor", "Callum Reid", "Marek Nowak", "Leila Haddad"].map(memberNamed)) as [string, string, string, string, string, string];
});

beforeEach(async () => {
  await setClock("2026-11-18T09:12:00Z");
  place = await addressIn("FEN", 40 + used++);
});

const here = async (member: string, placeId = place.id) => (await getKnownHere.ask({ member }, { placeId })).view;
const caller = async (member: string, words: object) => (await getKnownCaller.ask({ member }, words)).view;
const taken = (member: string, more: Parameters<typeof aReport>[0] = {}) => take(member, aReport({ placeId: place.id, happenedFrom: "2026-11-17T23:00:00Z", ...more }));
const karen = { kind: "individual" as const, givenName: "Karen", familyName: "Kettle", bornOn: "1979-03-02" };

describe("what is known of a place", () => {
  it("lists reports a member may read and counts the others by who took them", async () => {
    await taken(priya);
    await taken(dan, { channel: "visit" });
    await taken(dan, { channel: "visit", whatHappened: "Again." });
    expect(await here(priya)).toMatchObject({ total: 3, reports: [{ headingLabel: "Noise", agencyName: "Fen Homes" }], others: [{ agencyName: "Police Fenland", count: 2 }], inThreeMonths: 3 });
    // The coordinator triages them all; adult social care reads none.
    expect((await here(jo)).reports).toHaveLength(3);
    expect(await here(marek)).toMatchObject({ total: 3, reports: [], others: expect.arrayContaining([{ agencyName: "Fen Homes", count: 1 }]) });
    // Another county's council knows nothing of Fenland.
    expect(await here(leila)).toMatchObject({ total: 0, reports: [], others: [], cases: [], pointers: [] });
  });

  it("links cases a member reaches and points to the others", async () => {
    const { asbCase } = await taken(priya, { outcome: { kind: "new_case" }, shareWith: [await agencyCoded("police-fenland")] });
    expect((await here(dan)).cases).toEqual([expect.objectContaining({ caseId: asbCase!.caseId, mayJoin: true, leadName: "Fen Homes", ring: { name: "Priya Shah", phone: expect.stringMatching(/^01632/) }, people: expect.arrayContaining([expect.objectContaining({ name: "Karen Kettle", label: "Victim A" })]) })]);
    expect(await here(marek)).toMatchObject({ cases: [], pointers: [{ reference: asbCase!.reference, leadName: "Fen Homes", ring: { phone: expect.any(String) } }] });
    expect(await here(callum)).toMatchObject({ cases: [], pointers: [{ reference: asbCase!.reference }] });
    expect(JSON.stringify(await here(marek))).not.toMatch(/Karen|Kettle|caseId":"/);
    // Whoever works with somebody said to be responsible could try each neighbour's address.
    expect(await here(await memberNamed("Amina Yusuf"))).toMatchObject({ total: 0, reports: [], others: [], inThreeMonths: 0, cases: [], pointers: [] });
  });

  it("is not found for a place nobody has, or that another agency typed", async () => {
    await expect(here(priya, "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ name: "Error", message: "We could not find that." });
    const typed = await take(dan, aReport({ happenedFrom: "2026-11-17T23:00:00Z", place: { kind: "other", line: "Behind the old mill", areaCode: "FEN" } }));
    const [row] = await asOwner<{ placeId: string }>(`SELECT "placeId" FROM "Report" WHERE id = $1`, [typed.reportId]);
    await expect(here(marek, row!.placeId)).rejects.toMatchObject({ message: "We could not find that." });
    expect((await here(dan, row!.placeId)).total).toBe(1);
  });

  it("asks the same number of questions however much there is", async () => {
    await taken(priya);
    const one = (await recordStatements(() => here(jo))).statements.length;
    await taken(dan, { channel: "visit" });
    await taken(priya, { whatHappened: "More.", outcome: { kind: "new_case" } });
    const more = (await recordStatements(() => here(jo))).statements.length;
    expect(more - one).toBeLessThanOrEqual(2);
  });
});

describe("what is known of a caller", () => {
  it("knows them by name with date of birth or number, and counts events", async () => {
    const first = { givenName: "Zoë", familyName: "O’Marsh", bornOn: "1980-01-02" };
    const person = { affected: [{ person: { kind: "individual" as const, ...first } }], safeContact: { method: "phone" as const, number: "07700 900 777" } };
    const one = await taken(priya, { ...person, whatHappened: "First." });
    await taken(priya, { ...person, whatHappened: "Second." });
    await taken(priya, { ...person, whatHappened: "Second, from his wife.", outcome: { kind: "same_event", reportId: one.reportId } });
    const view = await caller(priya, { givenName: "zoe", familyName: "O'Marsh", bornOn: "1980-01-02" });
    expect(view).toMatchObject({ total: 2, inThreeMonths: 2 });
    expect(view.people).toHaveLength(3);
    expect((await caller(priya, { givenName: "Zoe", familyName: "O Marsh", number: "+44 7700 900777" })).people[0]).toMatchObject({ sameBy: "same name and number" });
    await setClock("2027-03-18T09:12:00Z");
    expect(await caller(priya, { givenName: "zoe", familyName: "O'Marsh", bornOn: "1980-01-02" })).toMatchObject({ total: 2, inThreeMonths: 0 });
  });

  it("says nothing for a name alone, for another birthday, or to those who may not read the reports", async () => {
    await taken(priya, { affected: [{ person: { ...karen, familyName: "Alone" } }] });
    const asked = { givenName: "Karen", familyName: "Alone", bornOn: "1979-03-02" };
    expect((await caller(priya, asked)).people).toHaveLength(1);
    expect((await caller(priya, { ...asked, bornOn: "" })).people).toEqual([]);
    expect((await caller(priya, { ...asked, bornOn: "1979-03-03" })).people).toEqual([]);
    expect((await caller(marek, asked)).people).toEqual([]);
    expect((await caller(leila, asked)).people).toEqual([]);
  });

  it("lets a call taker know only whom they took themselves today", async () => {
    const own = { givenName: "Tom", familyName: "Taken", bornOn: "1990-01-01" };
    await taken(callum, { channel: "phone_101", affected: [{ person: { kind: "individual", ...own } }] });
    expect((await caller(callum, own)).people).toHaveLength(1);
    await setClock("2026-11-19T10:00:00Z");
    expect((await caller(callum, own)).people).toEqual([]);
  });
});
