import { beforeAll, expect, it } from "vitest";
import { addInvolvement, changeRole, endInvolvement } from "@/lib/cases/involvements/commands";
import { getCasePeople } from "@/lib/cases/involvements/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { Conflict, InvalidInput, NotFound } from "@/lib/platform/errors";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, dan: string, amina: string, marek: string, leila: string, made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [jo, dan, amina, marek, leila] = await Promise.all(["Jo Ellwood", "Dan Okafor", "Amina Yusuf", "Marek Nowak", "Leila Haddad"].map(memberNamed)) as [string, string, string, string, string];
  made = await makeCase({ by: jo, area: "FEN", rag: "amber", sharedWith: ["police-fenland", { agency: "county-youth-justice", side: "perpetrator" }, { agency: "county-adults", level: "summary" }] });
});

const people = (member: string) => getCasePeople.ask({ member }, { caseId: made.caseId }).then(({ view: { people: all, ...view } }) => ({ ...view, people: all.filter((one) => one.kind === "known"), otherSide: all.filter((one) => one.kind === "restricted") }));
const named = async (member: string, name: string) => (await people(member)).people.find((person) => person.name === name);
const someone = (givenName: string, more: Record<string, unknown> = {}) => ({ kind: "individual", givenName, familyName: "Marsh", ...more });
const add = (member: string, role: string, given: Record<string, unknown>) => addInvolvement.do({ member }, { caseId: made.caseId, role, ...given });

it("adds somebody new in a role, labelled for the other side, and warns of a child", async () => {
  await add(jo, "victim", { person: someone("Nina", { bornOn: "2014-05-06" }) });
  expect(await named(jo, "Nina Marsh")).toMatchObject({ roleWords: "Victim", label: "Victim B", ageWords: "under 18", isUnder18: true });
  // The whole day: a random id may hold the year.
  expect(JSON.stringify(await people(jo))).not.toMatch(/2014-05-06|May 2014/);
  expect((await getCase.ask({ member: dan }, { caseId: made.caseId })).view.header.warnings).toContainEqual(expect.objectContaining({ kind: "under-18", name: "Nina Marsh" }));
  const theirs = await people(amina);
  // A label, a role and the district, and no field in which anything else could stand.
  expect(theirs.otherSide.map(({ id: _id, ...rest }) => rest)).toEqual(["Victim A", "Victim B"].map((label) => ({ kind: "restricted", label, roleWords: "victim", area: "Fenland" })));
  expect(JSON.stringify(theirs)).not.toMatch(/Nina|Kettle/);
});

it("adds somebody of the case in a second role, once", async () => {
  const { personId } = (await named(jo, "Jason Drove"))!;
  await add(jo, "victim", { personId });
  expect((await named(jo, "Jason Drove"))?.otherRoles).toHaveLength(1);
  await expect(add(jo, "victim", { personId })).rejects.toMatchObject({ rule: "there-already" });
});

it("refuses the other side's roles, summary, strangers, and people of other cases", async () => {
  await expect(add(amina, "victim", { person: someone("Ida") })).rejects.toMatchObject({ reason: "other-side" });
  await expect(add(marek, "witness", { person: someone("Ida") })).rejects.toMatchObject({ reason: "summary-only" });
  await expect(add(leila, "witness", { person: someone("Ida") })).rejects.toThrow(NotFound);
  const other = await makeCase({ by: jo, area: "FEN", rag: "green" });
  await expect(add(dan, "witness", { personId: other.victimId })).rejects.toThrow(NotFound);
  await expect(add(amina, "witness", { personId: made.victimId })).rejects.toMatchObject({ reason: "other-side" });
  await expect(add(jo, "witness", { person: someone("Ida", { bornOn: "2199-01-01" }) })).rejects.toThrow(InvalidInput);
  await expect(add(jo, "household_member", { person: someone("Ida") })).rejects.toThrow(InvalidInput);
  expect(await named(jo, "Ida Marsh")).toBeUndefined();
});

it("takes a wrong person off with the reason and deletes nothing; a stale version conflicts", async () => {
  const { involvementId } = await add(jo, "witness", { person: someone("Wrong") });
  const end = (version: number) => endInvolvement.do({ member: dan }, { caseId: made.caseId, involvementId, version, reason: "wrong_person", note: "A namesake." });
  await expect(end(7)).rejects.toThrow(Conflict);
  await end(1);
  const view = await people(jo);
  expect(view.people.map((person) => person.name)).not.toContain("Wrong Marsh");
  expect(view.former).toMatchObject([{ name: "Wrong Marsh", endedWords: expect.stringContaining("Wrong person added: A namesake.") }]);
  await expect(end(2)).rejects.toMatchObject({ rule: "ended-already" });
  expect(await asOwner(`SELECT 1 FROM "Person" WHERE "givenName" = 'Wrong'`)).toHaveLength(1);
});

it("says alleged until it was admitted or found", async () => {
  const jason = (await named(jo, "Jason Drove"))!;
  const [alleged] = await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator' AND "personId" = $2`, [made.caseId, jason.personId]);
  const change = (involvementId: string) => changeRole.do({ member: jo }, { caseId: made.caseId, involvementId, version: 1, finding: "found", note: "County court, 18 November." });
  await expect(change(made.victimInvolvementId)).rejects.toMatchObject({ rule: "not-alleged" });
  await change(alleged!.id);
  expect((await people(amina)).people).toMatchObject([{ name: "Jason Drove", role: "perpetrator" }]);
});
