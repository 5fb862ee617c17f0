import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asOwner, setClock } from "../../support/database";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { makeCase } from "../../support/factories-cases";
import { addressIn, answers, aReport, take } from "../../support/factories-reports";

let priya: string, dan: string, callum: string, marek: string;
let place: { id: string };
let before: number[];
let used = 0;

const tables = ["Report", "Case", "Person", "Involvement", "ContactPoint", "Residence", "Place", "Entry", "Grant", "Assessment", "LiveTrigger", "DutyCall", "IdempotencyRecord"];
const counts = async () => (await asOwner<{ n: number[] }>(`SELECT ARRAY[${tables.map((table) => `(SELECT count(*) FROM "${table}")`).join(",")}]::int[] AS n`))[0]!.n;

beforeAll(async () => {
  await loadTestCounty();
  [priya, dan, callum, marek] = await Promise.all(["Priya Shah", "Dan Okafor", "Callum Reid", "Marek Nowak"].map(memberNamed)) as [string, string, string, string];
});

beforeEach(async () => {
  await setClock("2026-11-18T09:12:00Z");
  place = await addressIn("FEN", 140 + used++);
  before = await counts();
});

// Whatever was wrong, nothing of it stands.
afterEach(async () => expect(await counts()).toEqual(before));

const report = (more: object = {}) => ({ ...aReport({ placeId: place.id, happenedFrom: "2026-11-17T23:00:00Z" }), ...more }) as ReturnType<typeof aReport>;
const messages = async (more: object, member = priya) => {
  const error = await take(member, report(more), randomUUID()).then(() => null, (thrown: unknown) => thrown);
  return (error as { fields?: { path: string; message: string }[] } | null)?.fields?.map(({ path, message }) => `${path}: ${message}`) ?? error;
};
const person = (more: object) => ({ affected: [{ person: { kind: "individual", givenName: "Karen", familyName: "Kettle", ...more } }] });

describe("dates that cannot be", () => {
  it("refuses a report from tomorrow", async () => {
    expect(await messages({ happenedFrom: "2026-11-19T09:12:00Z" })).toEqual(["happenedFrom: The time it happened must not be in the future"]);
    expect(await messages({ receivedAt: "2026-11-19T09:12:00Z" })).toContain("receivedAt: The time you received it must not be in the future");
  });

  it("refuses an end before the beginning, and an event after its report", async () => {
    expect(await messages({ happenedTo: "2026-11-17T22:00:00Z" })).toEqual(["happenedTo: The end must be after the beginning"]);
    expect(await messages({ receivedAt: "2026-11-17T12:00:00Z" })).toEqual(["happenedFrom: The time it happened must be before you received the report"]);
  });

  it("refuses a birth after the report, beyond belief, or on no day", async () => {
    expect(await messages(person({ bornOn: "2026-11-19" }))).toEqual(["affected.0.person.bornOn: The date of birth must be before the report"]);
    expect(await messages(person({ bornOn: "1850-01-01" }))).toEqual(["affected.0.person.bornOn: The date of birth must be in the last 120 years"]);
    expect(await messages(person({ bornOn: "31/2/1979" }))).toEqual(["affected.0.person.bornOn: Enter a real date, like 18 11 2026"]);
  });
});

describe("what is not part of the form", () => {
  it("refuses unknown keys wherever they stand", async () => {
    expect(await messages({ status: "new_case" })).toEqual([": Not part of this form: status"]);
    expect(await messages(person({ isPerpetrator: true }))).toEqual(["affected.0.person: Not part of this form: isPerpetrator"]);
    expect(await messages({ outcome: { kind: "triage", caseId: randomUUID() } })).toEqual(["outcome: Not part of this form: caseId"]);
  });

  it("refuses over-long text, naming the limit", async () => {
    expect(await messages({ whatHappened: "x".repeat(4001) })).toEqual(["whatHappened: What happened must be 4,000 characters or fewer"]);
    expect(await messages(person({ familyName: "x".repeat(101) }))).toEqual(["affected.0.person.familyName: The last name must be 100 characters or fewer"]);
  });

  it("refuses answers and triggers that the form does not have", async () => {
    expect(await messages({ screeningAnswers: { H1: "hourly" } })).toEqual([expect.stringContaining("screeningAnswers.H1: Select an answer")]);
    expect(await messages({ screeningAnswers: { Z9: "yes" } })).toEqual(["screeningAnswers: Not part of this form: Z9"]);
    expect(await messages({ triggers: ["T4"], outcome: { kind: "new_case" } })).toEqual([expect.stringContaining("triggers.0: Select triggers from the list")]);
    expect(await messages({ outcome: { kind: "new_case" }, assessment: { source: "phone", answers: { H1: "first" }, factors: [], confirmedTriggers: [] } })).toContainEqual(expect.stringMatching(/^assessment\.answers\.H2: Select an answer/));
  });

  it("says what is missing, each in its place", async () => {
    expect(await messages({ safeNow: undefined, whatHappened: "  ", nsirHeading: "murder", placeId: undefined, affected: [] })).toEqual(expect.arrayContaining([
      expect.stringContaining("safeNow: Select whether anyone is in danger now"), "whatHappened: Enter what happened", "nsirHeading: Select what kind of problem it is",
    ]));
  });
});

describe("ids that are hidden or made up", () => {
  it("finds no place, person or report that does not exist", async () => {
    for (const more of [{ placeId: randomUUID() }, { affected: [{ personId: randomUUID() }] }, { responsible: [{ personId: randomUUID() }] }, { outcome: { kind: "same_event", reportId: randomUUID() } }, { outcome: { kind: "join_case", caseId: randomUUID() } }]) {
      expect(await messages(more)).toMatchObject({ message: "We could not find that." });
    }
  });

  it("shares with no agency that does not exist, and nothing with one that has no agreement", async () => {
    const assessment = { source: "phone", answers: answers({ I1: "little" }), factors: [], confirmedTriggers: [] };
    expect(await messages({ outcome: { kind: "new_case" }, assessment, shareWith: [randomUUID()] })).toMatchObject({ message: "We could not find that." });
    expect(await messages({ outcome: { kind: "new_case" }, assessment, shareWith: [await agencyCoded("police-fenland"), await agencyCoded("fen-hope")] })).toMatchObject({ rule: "no-live-agreement" });
  });
});

describe("what belongs to somebody else", () => {
  let hidden: { caseId: string; victimId: string };
  beforeEach(async () => {
    hidden = await makeCase({ by: dan, area: "FEN", rag: "amber", victim: "Hidden Heron" });
    before = await counts();
  });

  it("is as if it were not there: a hidden case and a hidden person answer as made-up ones do", async () => {
    expect(await messages({ outcome: { kind: "join_case", caseId: hidden.caseId } }, marek)).toMatchObject({ message: "We could not find that." });
    expect(await messages({ affected: [{ personId: hidden.victimId }] }, marek)).toMatchObject({ message: "We could not find that." });
    expect(await messages({ outcome: { kind: "join_case", caseId: hidden.caseId } }, callum)).toMatchObject({ message: "We could not find that." });
  });

  it("keeps a hidden place hidden", async () => {
    await asOwner(`UPDATE "Place" SET "agencyId" = $1 WHERE id = $2`, [await agencyCoded("police-fenland"), place.id]);
    expect(await messages({}, marek)).toMatchObject({ message: "We could not find that." });
  });

  it("is refused with its reason where it is seen: another district, a case closed for 28 days, the other side", async () => {
    expect(await messages({ placeId: (await addressIn("PET")).id })).toMatchObject({ reason: "area-not-covered" });
    await asOwner(`UPDATE "Case" SET status = 'closed', "closedAt" = app_now() - interval '29 days', outcome = 'withdrawn' WHERE id = $1`, [hidden.caseId]);
    expect(await messages({ outcome: { kind: "join_case", caseId: hidden.caseId } }, dan)).toMatchObject({ reason: "case-closed" });
  });
});

describe("words that mean harm", () => {
  const hostile = "'; DROP TABLE \"Report\"; --<script>alert(1)</script>{{7*7}}\u202Egnp.exe=HYPERLINK(\"http://x\")\u200B\r\nBcc: x@example.org";

  it("are kept as words, without what cannot be seen", async () => {
    const taken = await take(priya, report({ whatHappened: hostile, ...person({ familyName: "O'Neill; DROP TABLE" }), immediateSteps: hostile }));
    const [row] = await asOwner<{ whatHappened: string }>(`SELECT "whatHappened" FROM "Report" WHERE id = $1`, [taken.reportId]);
    expect(row!.whatHappened).toBe("'; DROP TABLE \"Report\"; --<script>alert(1)</script>{{7*7}}gnp.exe=HYPERLINK(\"http://x\")\nBcc: x@example.org");
    before = await counts();
  });

  it("are refused where a code belongs", async () => {
    expect(await messages({ channel: hostile })).toEqual(["channel: Select how the report came in"]);
    expect(await messages({ placeId: hostile })).toEqual(["placeId: Choose a place"]);
  });
});

describe("a trigger", () => {
  it("is never left for later or ended in advice", async () => {
    expect(await messages({ triggers: ["T1"] })).toMatchObject({ rule: "trigger-needs-case" });
    expect(await messages({ triggers: ["T2"], outcome: { kind: "advice_only", adviceGiven: "Ring 101." } })).toEqual([expect.stringContaining("outcome: A trigger is ticked, so this cannot end in advice")]);
  });
});
