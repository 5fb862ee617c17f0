import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asOwner, setClock } from "../../support/database";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { addressIn, answers, aReport, take } from "../../support/factories-reports";

let priya: string;
let callum: string;
let place: { id: string; wardName: string };
let used = 0;

beforeAll(async () => {
  await loadTestCounty();
  priya = await memberNamed("Priya Shah");
  callum = await memberNamed("Callum Reid");
});

beforeEach(async () => {
  await setClock("2026-11-18T09:12:00Z");
  place = await addressIn("FEN", used++);
});

const count = async (table: string, where = "true", values: unknown[] = []) => (await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}" WHERE ${where}`, values))[0]!.n;
const at = (instant: string) => ({ happenedFrom: instant });
const today = "2026-11-17T23:00:00Z";
const report = (more: Parameters<typeof aReport>[0] = {}) => aReport({ placeId: place.id, ...at(today), ...more });

const karen24 = { H1: "weekly", H2: "yes", H3: "yes", H4: "known", V1: ["me"], V3: "yes", S1: "alone", I1: "lot", I2: "mental", I4: "routine" };
const judged = { rag: "amber" as const, reason: "Calm on the phone, sister is with her tonight." };
const assessment = (more: object = {}) => ({ source: "phone" as const, answers: answers(karen24), factors: ["mental_health"], confirmedTriggers: [], judgement: judged, ...more });

describe("a report left for triage", () => {
  it("keeps the words, the people, where they live and how it is safe to reach them", async () => {
    const taken = await take(priya, report());
    expect(taken).toMatchObject({ outcome: "triage", asbCase: null, rag: null });
    expect(taken.reference).toMatch(/^R-FEN-2026-\d{5}$/);
    expect(taken.next).toEqual([{ what: "The area's coordinator decides where it goes", when: "by Fri 20 Nov 17:00", who: expect.stringContaining("Jo Ellwood") }]);
    const [row] = await asOwner(`SELECT status, heading, "originalHeading", "whatHappened", screening, "caseId", version FROM "Report" WHERE id = $1`, [taken.reportId]);
    expect(row).toMatchObject({ status: "screened", heading: "noise", originalHeading: "noise", caseId: null, screening: { startsAs: "green", answers: { H1: "weekly" } } });
    const people = await asOwner(`SELECT i.role, i.side, i.label, i.note, p."fullName" FROM "Involvement" i JOIN "Person" p ON p.id = i."personId" WHERE i."reportId" = $1 ORDER BY i.role`, [taken.reportId]);
    expect(people).toEqual([
      { role: "victim", side: "victim", label: "Victim A", note: "Told us", fullName: "Karen Kettle" },
      { role: "alleged_perpetrator", side: "perpetrator", label: "Person A", note: "", fullName: "Man at no. 14, known by sight" },
    ]);
    expect(await asOwner(`SELECT number, "safeWhen", side FROM "ContactPoint" WHERE "reportId" = $1`, [taken.reportId])).toEqual([{ number: "07700900142", safeWhen: "After 16:00", side: "victim" }]);
    expect(await count("Residence", `"reportId" = $1 AND "placeId" = $2`, [taken.reportId, place.id])).toBe(1);
  });

  it("is the sooner due the worse the screening sounds", async () => {
    const hate = await take(priya, report({ screeningAnswers: { H1: "weekly", V2: "unsure" } }));
    expect(hate.next[0]?.when).toBe("by tomorrow 17:00");
    const danger = await take(priya, report({ safeNow: "danger_999_rung", whatHappened: "He is kicking the door." }));
    expect(danger.next[0]?.when).toBe("by tomorrow 09:12");
  });

  it("ends in advice when that is enough", async () => {
    const taken = await take(priya, report({ outcome: { kind: "advice_only", adviceGiven: "Ring environmental health out of hours." } }));
    expect(taken.next).toEqual([{ what: "Nothing more is due. The report is kept, and counts if they ring again." }]);
    expect(await asOwner(`SELECT status, "adviceGiven" FROM "Report" WHERE id = $1`, [taken.reportId])).toEqual([{ status: "advice_only", adviceGiven: "Ring environmental health out of hours." }]);
  });
});

describe("a report that begins a case", () => {
  it("stays in intake until it is assessed, with the first assessment due", async () => {
    const taken = await take(priya, report({ outcome: { kind: "new_case" } }));
    expect(taken).toMatchObject({ rag: null, score: null, asbCase: { mayOpen: true, leadName: "Fen Homes", isAssessed: false } });
    expect(taken.next).toContainEqual(expect.objectContaining({ what: "Risk assessment: the case stays in intake until it is done" }));
    const [asbCase] = await asOwner(`SELECT status, rag, title, "namedOfficerId", "placeId" FROM "Case" WHERE id = $1`, [taken.asbCase!.caseId]);
    expect(asbCase).toEqual({ status: "intake", rag: null, title: `Noise, ${place.wardName}`, namedOfficerId: priya, placeId: place.id });
    await expect(asOwner(`UPDATE "Case" SET status = 'open' WHERE id = $1`, [taken.asbCase!.caseId])).rejects.toThrow(/without a risk assessment/);
  });

  it("is open, coloured and shared in the same save once it is assessed", async () => {
    const [council, police] = [await agencyCoded("fenland-dc"), await agencyCoded("police-fenland")];
    const taken = await take(priya, report({ outcome: { kind: "new_case" }, assessment: assessment(), shareWith: [council, police] }));
    expect(taken).toMatchObject({ rag: "amber", score: 24, asbCase: { isAssessed: true }, ring: [], notPossible: [] });
    expect(taken.toldNames.sort()).toEqual(["Fenland DC", "Police Fenland"]);
    expect(taken.next).toContainEqual({ what: "First contact with the victim", when: "Fri 20 Nov 17:00", who: "Priya Shah" });
    const id = taken.asbCase!.caseId;
    expect(await asOwner(`SELECT status, rag FROM "Case" WHERE id = $1`, [id])).toEqual([{ status: "open", rag: "amber" }]);
    expect(await asOwner(`SELECT status, "caseId" FROM "Report" WHERE id = $1`, [taken.reportId])).toEqual([{ status: "new_case", caseId: id }]);
    const people = await asOwner(`SELECT i.role, i.label, p."fullName" FROM "Involvement" i JOIN "Person" p ON p.id = i."personId" WHERE i."caseId" = $1 ORDER BY i.label DESC`, [id]);
    expect(people.map(({ label, fullName }) => [label, fullName])).toEqual([["Victim A", "Karen Kettle"], ["Person A", "Man at no. 14, known by sight"]]);
    expect(await count("ContactPoint", `"caseId" = $1`, [id])).toBe(1);
    expect(await asOwner(`SELECT side, body FROM "Entry" WHERE "caseId" = $1 AND kind = 'report_linked'`, [id])).toEqual([{ side: "victim", body: expect.stringContaining("Music through the wall") }]);
    expect(await count("Grant", `"caseId" = $1 AND "revokedAt" IS NULL AND "agreementId" IS NOT NULL`, [id])).toBe(3);
  });

  it("asks for judgement on the border, and keeps nothing until it has it", async () => {
    const before = [await count("Report"), await count("Case"), await count("Person"), await count("Entry")];
    await expect(take(priya, report({ outcome: { kind: "new_case" }, assessment: assessment({ judgement: null }) }))).rejects.toMatchObject({ rule: "judgement-needed" });
    expect([await count("Report"), await count("Case"), await count("Person"), await count("Entry")]).toEqual(before);
  });

  it("is red by what was said, even when the call ended before the assessment", async () => {
    const taken = await take(priya, report({ outcome: { kind: "new_case" }, triggers: ["T1"], shareWith: [await agencyCoded("police-fenland")] }));
    expect(taken).toMatchObject({ rag: "red", score: null, asbCase: { isAssessed: false } });
    expect(taken.reason).toContain("Suicide or self-harm recorded by Fen Homes");
    expect(taken.ring.map(({ agencyName }) => agencyName)).toEqual(["Police Fenland"]);
    expect(await asOwner(`SELECT status, rag FROM "Case" WHERE id = $1`, [taken.asbCase!.caseId])).toEqual([{ status: "intake", rag: "red" }]);
  });

  it("marks hate, and hate that is not ruled out", async () => {
    const hate = await take(priya, report({ outcome: { kind: "new_case" }, screeningAnswers: { V2: "yes" } }));
    const query = await take(priya, report({ outcome: { kind: "new_case" }, screeningAnswers: { V2: "unsure" }, confirmedNew: true }));
    expect(await asOwner(`SELECT "isHate", "hateQueryOpen" FROM "Case" WHERE id = ANY ($1) ORDER BY reference`, [[hate.asbCase!.caseId, query.asbCase!.caseId]]))
      .toEqual([{ isHate: true, hateQueryOpen: false }, { isHate: false, hateQueryOpen: true }]);
  });

  it("is assessed by the place when nobody affected is named", async () => {
    const impact = { answers: { B1: "nuisance", B2: "daily", B3: "worse", C1: "many", C2: "avoid", R1: "formal_breach", R2: "refusing" } };
    const anonymous = { caller: { who: "anonymous" as const }, affected: [{ isAnonymous: true }], safeContact: undefined, screeningAnswers: {} };
    const taken = await take(priya, report({ ...anonymous, outcome: { kind: "new_case" }, impact, nsirHeading: "street_drinking", nsirQualifier: "nuisance" }));
    expect(taken).toMatchObject({ rag: "red", score: 22 });
    expect(await asOwner(`SELECT "placeId", "involvementId" FROM "Assessment" WHERE "caseId" = $1`, [taken.asbCase!.caseId])).toEqual([{ placeId: place.id, involvementId: null }]);
    await expect(take(priya, report({ ...anonymous, outcome: { kind: "new_case" }, assessment: assessment(), confirmedNew: true }))).rejects.toMatchObject({ fields: [expect.objectContaining({ path: "assessment" })] });
  });
});

describe("a case begun by those who do not lead", () => {
  it("is led by the area's council for a call taker, whose agency keeps a summary", async () => {
    const taken = await take(callum, report({ channel: "phone_101", outcome: { kind: "new_case" } }));
    expect(taken.asbCase).toMatchObject({ leadName: "Fenland DC", mayOpen: false, ring: { name: "Jo Ellwood" } });
    const grants = await asOwner(`SELECT a.code, g.level, g.side FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE g."caseId" = $1 ORDER BY g.level`, [taken.asbCase!.caseId]);
    expect(grants).toEqual([{ code: "police-contact", level: "summary", side: "both" }, { code: "fenland-dc", level: "lead", side: "both" }]);
  });

  it("is led by the area's council for an agency that works one side, which goes on working its own", async () => {
    const amina = await memberNamed("Amina Yusuf");
    const taken = await take(amina, report({ outcome: { kind: "new_case" } }));
    const grants = await asOwner(`SELECT a.code, g.level, g.side FROM "Grant" g JOIN "Agency" a ON a.id = g."agencyId" WHERE g."caseId" = $1 ORDER BY g.level`, [taken.asbCase!.caseId]);
    expect(grants).toEqual([{ code: "county-youth-justice", level: "contribute", side: "perpetrator" }, { code: "fenland-dc", level: "lead", side: "both" }]);
  });

  it("is handed to the council when its taker says so", async () => {
    const taken = await take(priya, report({ outcome: { kind: "new_case" }, leads: "area" }));
    expect(taken.asbCase).toMatchObject({ leadName: "Fenland DC", mayOpen: true });
  });
});

describe("the same again", () => {
  it("makes one report of one key, however often it is sent", async () => {
    const key = randomUUID();
    const sent = report();
    const answersOf = await Promise.all([take(priya, sent, key), take(priya, sent, key)]);
    expect(answersOf[0]).toEqual(answersOf[1]);
    expect(await take(priya, sent, key)).toEqual(answersOf[0]);
    expect(await count("Report", `"placeId" = $1`, [place.id])).toBe(1);
  });

  it("asks about the same words under another key, and saves them when told that they are new", async () => {
    const sent = report();
    const first = await take(priya, sent, randomUUID());
    await expect(take(priya, sent, randomUUID())).rejects.toMatchObject({ rule: "looks-like-duplicate", detail: { reference: first.reference } });
    await take(priya, { ...sent, confirmedNew: true }, randomUUID());
    expect(await count("Report", `"placeId" = $1`, [place.id])).toBe(2);
  });

  it("lets two presses at once save one report", async () => {
    const sent = report();
    const done = await Promise.allSettled([take(priya, sent, randomUUID()), take(priya, sent, randomUUID())]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await count("Report", `"placeId" = $1`, [place.id])).toBe(1);
  });

  it("does not ask after two minutes", async () => {
    await take(priya, report());
    await setClock("2026-11-18T09:14:30Z");
    await expect(take(priya, report())).resolves.toMatchObject({ outcome: "triage" });
  });
});
