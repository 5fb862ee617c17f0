import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/cases/find/queries";
import { listCases } from "@/lib/cases/board/queries";
import { breakGlass, endGlass } from "@/lib/cases/glass/commands";
import { endExclusion, excludeMember, nameOfficer, restrictCase } from "@/lib/cases/keeping/commands";
import { addEntry } from "@/lib/cases/log/commands";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { getPlace } from "@/lib/cases/places/queries";
import { getCasePeople } from "@/lib/cases/involvements/queries";
import { listGlass } from "@/lib/governance/glass/queries";
import { reviewGlass } from "@/lib/governance/glass/commands";
import { getMyDay } from "@/lib/notices/my-day/queries";
import { listNotices } from "@/lib/notices/queries";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/platform/errors";
import { acceptAction } from "@/lib/shared-actions/answering/commands";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { plainSqlAs } from "../../support/plain-sql";

const wednesday = "2026-11-18T10:00:00Z";
let priya: string, tom: string, jo: string, dan: string, grace: string, amina: string, ingrid: string;
let made: MadeCase;

beforeAll(async () => {
  await loadTestCounty();
  [priya, tom, jo, dan, grace, amina] = await Promise.all(["Priya Shah", "Tom Barrett", "Jo Ellwood", "Dan Okafor", "Grace Obi", "Amina Yusuf"].map(memberNamed)) as [string, string, string, string, string, string];
  const [officer] = await asOwner<{ id: string }>(`SELECT id FROM "Member" WHERE 'governance' = ANY (roles) LIMIT 1`);
  ingrid = officer!.id;
});
afterEach(resetClock);

const open = (member: string, caseId = made.caseId) => getCase.ask({ member }, { caseId }).then(({ view }) => view);
const finds = async (member: string) => (await find.ask({ member }, { term: made.reference })).view;
const placeOf = async () => (await asOwner<{ placeId: string }>(`SELECT "placeId" FROM "Case" WHERE id = $1`, [made.caseId]))[0]!.placeId;
const rowsSeenBy = async (member: string, table: string) => (await plainSqlAs(member, `SELECT id FROM "${table}" WHERE "caseId" = $1`, [made.caseId])).length;

describe("a member with a conflict of interest", () => {
  it("no longer sees that the case exists: not by list, reference, place, action, or plain SQL", async () => {
    made = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["fenland-dc", "police-fenland"] });
    expect((await open(jo)).header.reference).toBe(made.reference);
    const { memberName } = await excludeMember.do({ member: priya }, { caseId: made.caseId, memberId: jo, reason: "Lives two doors from the complainant" });
    expect(memberName).toBe("Jo Ellwood");
    await expect(open(jo)).rejects.toThrow(NotFound);
    expect(await finds(jo)).toMatchObject({ cases: [], pointers: [] });
    expect(JSON.stringify((await listCases.ask({ member: jo }, {})).view)).not.toContain(made.reference);
    const place = (await getPlace.ask({ member: jo }, { placeId: await placeOf() })).view;
    expect(JSON.stringify(place)).not.toContain(made.reference);
    for (const table of ["Entry", "Involvement", "Grant", "Assessment", "CaseExclusion"]) expect(await rowsSeenBy(jo, table)).toBe(0);
    // A colleague of theirs sees it as before.
    expect((await finds(dan)).cases).toHaveLength(1);
  });

  it("stands in the log by name, and what the conflict is only with the lead", async () => {
    const words = JSON.stringify((await open(dan)).log);
    expect(words).toContain("Jo Ellwood is kept from this case");
    expect(words).not.toContain("two doors");
    expect(await rowsSeenBy(dan, "CaseExclusion")).toBe(0);
    expect(await rowsSeenBy(priya, "CaseExclusion")).toBe(1);
  });

  it("is let back in by a manager of the lead, never by themselves", async () => {
    const [row] = await asOwner<{ id: string; version: number }>(`SELECT id, version FROM "CaseExclusion" WHERE "caseId" = $1`, [made.caseId]);
    const back = { caseId: made.caseId, exclusionId: row!.id, version: row!.version };
    await expect(endExclusion.do({ member: jo }, back)).rejects.toThrow(NotFound);
    await expect(endExclusion.do({ member: priya }, back)).rejects.toThrow(Forbidden);
    await endExclusion.do({ member: tom }, back);
    expect((await open(jo)).header.reference).toBe(made.reference);
    await expect(endExclusion.do({ member: tom }, back)).rejects.toThrow(NotFound);
  });

  it("may declare it themselves, and their open actions go back to their agency", async () => {
    made = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    const { actionId } = await raiseAction.do({ member: priya }, { caseId: made.caseId, ownerAgencyId: await agencyCoded("police-fenland"), what: "Patrol the alley" });
    await acceptAction.do({ member: dan }, { actionId, version: 1 });
    await excludeMember.do({ member: dan }, { caseId: made.caseId, memberId: dan, reason: "My sister-in-law" });
    await expect(open(dan)).rejects.toThrow(NotFound);
    const [action] = await asOwner<{ status: string; ownerMemberId: string | null }>(`SELECT status, "ownerMemberId" FROM "SharedAction" WHERE id = $1`, [actionId]);
    expect(action).toEqual({ status: "offered", ownerMemberId: null });
    expect(JSON.stringify((await getMyDay.ask({ member: dan }, { view: "agency" })).view)).not.toContain("Patrol the alley");
    await expect(raiseAction.do({ member: dan }, { caseId: made.caseId, ownerAgencyId: await agencyCoded("police-fenland"), what: "x" })).rejects.toThrow(NotFound);
  });

  it("is not the named officer: another is named first, and then it can be done", async () => {
    made = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    await expect(excludeMember.do({ member: priya }, { caseId: made.caseId, memberId: priya, reason: "A neighbour" })).rejects.toMatchObject({ rule: "names-the-officer" });
    const { version } = (await open(priya)).header;
    await expect(nameOfficer.do({ member: tom }, { caseId: made.caseId, version: version + 7, memberId: tom })).rejects.toThrow(Conflict);
    await expect(nameOfficer.do({ member: tom }, { caseId: made.caseId, version, memberId: dan })).rejects.toMatchObject({ rule: "not-ours" });
    await nameOfficer.do({ member: tom }, { caseId: made.caseId, version, memberId: tom });
    expect((await open(priya)).header.lead.officerName).toBe("Tom Barrett");
    await excludeMember.do({ member: priya }, { caseId: made.caseId, memberId: priya, reason: "A neighbour" });
    await expect(open(priya)).rejects.toThrow(NotFound);
    await expect(nameOfficer.do({ member: tom }, { caseId: made.caseId, version: version + 1, memberId: priya })).rejects.toMatchObject({ rule: "not-ours" });
  });
});

describe("a restricted case", () => {
  it("is no pointer for anybody it is not shared with", async () => {
    made = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    expect((await finds(jo)).pointers).toHaveLength(1);
    const { version } = (await open(priya)).header;
    await expect(restrictCase.do({ member: priya }, { caseId: made.caseId, version, isRestricted: true, reason: "A councillor" })).rejects.toThrow(Forbidden);
    await restrictCase.do({ member: tom }, { caseId: made.caseId, version, isRestricted: true, reason: "A councillor" });
    expect(await finds(jo)).toMatchObject({ cases: [], pointers: [] });
    expect(JSON.stringify((await getPlace.ask({ member: jo }, { placeId: await placeOf() })).view)).not.toContain(made.reference);
    expect((await finds(dan)).cases).toHaveLength(1);
    // Those who work it are told so.
    expect((await open(dan)).header.isRestricted).toBe(true);
  });
});

describe("breaking the glass", () => {
  const emergency = () => ({ reference: made.reference, reason: "He is at her door now, officers on the way" });

  it("opens one case to one member, to read, until its time is up", async () => {
    await setClock(wednesday);
    made = await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Karen Kettle" });
    await expect(open(dan)).rejects.toThrow(NotFound);
    const opened = await breakGlass.do({ member: dan }, emergency());
    expect(opened).toMatchObject({ caseId: made.caseId, endsAt: expect.stringMatching(/^2026-11-18T14:00:00/) });
    const { header, log } = await open(dan);
    expect(header).toMatchObject({ reference: made.reference, may: { write: false, logContact: false, assess: false, share: false, addPeople: false, seeLog: true } });
    expect(JSON.stringify(log)).toContain("He is at her door now");
    expect(JSON.stringify((await getCasePeople.ask({ member: dan }, { caseId: made.caseId })).view)).toContain("Karen Kettle");
    // Nobody else at their agency.
    await expect(open(await memberNamed("Sgt Ruth Hale"))).rejects.toThrow(NotFound);
    await setClock("2026-11-18T14:00:10Z");
    await expect(open(dan)).rejects.toThrow(NotFound);
    expect(await rowsSeenBy(dan, "Entry")).toBe(0);
  });

  it("is offered beside a pointer to those who may, and to no call taker", async () => {
    expect((await finds(jo)).mayBreakGlass).toBe(true);
    expect((await finds(await memberNamed("Callum Reid"))).mayBreakGlass).toBe(false);
  });

  it("writes nothing: the command says why, and the database refuses the row", async () => {
    await setClock(wednesday);
    made = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    await breakGlass.do({ member: jo }, emergency());
    await expect(addEntry.do({ member: jo }, { caseId: made.caseId, kind: "note", body: "x" })).rejects.toMatchObject({ reason: "read-only" });
    const before = await rowsSeenBy(jo, "Entry");
    expect(before).toBeGreaterThan(1);
    await expect(plainSqlAs(jo, `INSERT INTO "Entry" ("caseId", kind, body, "authorId", "authorAgencyId") VALUES ($1, 'note', 'x', $2, $3)`, [made.caseId, jo, await agencyCoded("fenland-dc")])).rejects.toThrow(/row-level security/);
    expect(await plainSqlAs(jo, `UPDATE "Case" SET title = 'x' WHERE id = $1 RETURNING id`, [made.caseId])).toEqual([]);
    await expect(plainSqlAs(jo, `INSERT INTO "BreakGlass" ("caseId", reference, "areaId", "leadAgencyId", "memberId", "agencyId", reason, "endsAt") SELECT id, reference, "areaId", $2, $3, $2, 'long enough reason', app_now() + interval '1 hour' FROM "Case" WHERE id = $1`, [made.caseId, await agencyCoded("fen-homes"), jo])).rejects.toThrow(/permission denied/);
  });

  it("reads no further than the agency's own side", async () => {
    await setClock(wednesday);
    made = await makeCase({ by: priya, area: "FEN", rag: "amber", victim: "Karen Kettle", alleged: "Jason Drove" });
    await breakGlass.do({ member: amina }, emergency());
    const seen = JSON.stringify([await open(amina), (await getCasePeople.ask({ member: amina }, { caseId: made.caseId })).view]);
    expect(seen).toContain("Jason Drove");
    expect(seen).not.toMatch(/Karen|Kettle/);
  });

  it("tells the lead and governance at once, who reviews it once it has ended", async () => {
    await setClock(wednesday);
    made = await makeCase({ by: priya, area: "FEN", rag: "amber" });
    await breakGlass.do({ member: jo }, emergency());
    for (const member of [priya, tom]) {
      const { notices } = (await listNotices.ask({ member }, {})).view;
      expect(notices.find(({ reference }) => reference === made.reference)).toMatchObject({ kind: "glass-broken", isUrgent: true, detail: expect.stringContaining("at her door"), href: `/cases/${made.caseId}` });
    }
    const { notices } = (await listNotices.ask({ member: ingrid }, {})).view;
    expect(notices.find(({ reference }) => reference === made.reference)).toMatchObject({ kind: "glass-broken", href: "/governance/break-glass" });
    await expect(open(ingrid)).rejects.toThrow(Forbidden);

    const line = async () => (await listGlass.ask({ member: ingrid }, {})).view.lines.find(({ reference }) => reference === made.reference)!;
    const review = async (member: string) => reviewGlass.do({ member }, { glassId: (await line()).glassId, version: (await line()).version, finding: "justified", note: "Incident log matches" });
    expect(await line()).toMatchObject({ memberName: "Jo Ellwood", isOpen: true, lengthWords: "4 h", mayReview: false, review: null });
    await expect(review(ingrid)).rejects.toMatchObject({ rule: "still-open" });
    await endGlass.do({ member: jo }, { caseId: made.caseId });
    await expect(open(jo)).rejects.toThrow(NotFound);
    await expect(review(tom)).rejects.toThrow(Forbidden);
    await review(ingrid);
    expect(await line()).toMatchObject({ isOpen: false, mayReview: false, review: { finding: "justified" } });
    await expect(review(ingrid)).rejects.toThrow(Refused);
  });

  it("is not for what does not exist, is out of reach, is kept from one, is open already, or a fourth in a day", async () => {
    await setClock(wednesday);
    const tries = (member: string, reference: string) => breakGlass.do({ member }, { ...emergency(), reference });
    await expect(tries(grace, "FEN-2026-99999")).rejects.toThrow(NotFound);
    made = await makeCase({ by: priya, area: "FEN", rag: "amber", sharedWith: ["police-fenland"] });
    await expect(tries(dan, made.reference)).rejects.toMatchObject({ rule: "already-open" });
    await excludeMember.do({ member: priya }, { caseId: made.caseId, memberId: dan, reason: "A neighbour" });
    await expect(tries(dan, made.reference)).rejects.toThrow(NotFound);
    const references: string[] = [];
    for (let count = 0; count < 4; count += 1) references.push((await makeCase({ by: priya, area: "FEN", rag: "amber" })).reference);
    const [first, ...rest] = references;
    for (const reference of references.slice(0, 3)) await tries(grace, reference);
    await expect(tries(grace, first!)).rejects.toMatchObject({ rule: "already-open" });
    await expect(tries(grace, rest[2]!)).rejects.toMatchObject({ rule: "too-many" });
  });
});
