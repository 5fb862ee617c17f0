import { afterEach, beforeAll, expect, it } from "vitest";
import { pauseClock, resumeClock, superviseCase } from "@/lib/cases/clocks/commands";
import { getClocks } from "@/lib/cases/clocks/queries";
import { recordTrigger } from "@/lib/assessments/triggers/commands";
import { getBadges } from "@/lib/notices/badges/queries";
import { getMyDay } from "@/lib/notices/my-day/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { getBoard } from "@/lib/cases/board/queries";
import { londonInstant } from "@/lib/format/dates";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { assess } from "../../support/factories-assessments";
import { makeCase } from "../../support/factories-cases";
import { doTask } from "../../support/worker";

let beth: string, jo: string, martin: string, priya: string, amina: string;

beforeAll(async () => {
  await loadTestCounty();
  [beth, jo, martin, priya, amina] = await Promise.all(["Beth Sallow", "Jo Ellwood", "Martin Crake", "Priya Shah", "Amina Yusuf"].map(memberNamed)) as [string, string, string, string, string];
});
afterEach(resetClock);

const wednesday = "2026-06-10T09:00:00Z";
const amber = { H1: "most_days", V3: "yes", H5: "past", S1: "alone", I2: "both" };

/** An amber case of the council's, assessed on a Wednesday: contact due on Friday at five. */
async function amberCase() {
  await setClock(wednesday);
  const made = await makeCase({ by: beth, area: "FEN", sharedWith: ["fen-homes", { agency: "county-youth-justice", side: "perpetrator" }] });
  await assess(beth, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: amber });
  return made;
}
const clockOf = async (caseId: string, name: string) => (await asOwner<{ id: string; version: number; dueAt: Date }>(`SELECT id, version, "dueAt" FROM "Clock" WHERE "caseId" = $1 AND name = $2 AND "stoppedAt" IS NULL`, [caseId, name]))[0]!;
const pause = async (member: string, caseId: string, name: string, more: object = {}) => {
  const { id, version } = await clockOf(caseId, name);
  return pauseClock.do({ member }, { caseId, clockId: id, version, until: "2026-06-17", reason: "She is in hospital.", ...more });
};

it("stands still until a day, is due as many working days later, shows the date everywhere, and can run again sooner", async () => {
  const { caseId } = await amberCase();
  expect((await clockOf(caseId, "firstContact")).dueAt).toEqual(londonInstant("2026-06-12", "17:00"));
  await expect(pause(beth, caseId, "firstContact")).rejects.toMatchObject({ reason: "not-a-supervisor" });
  await pause(jo, caseId, "firstContact");
  // Five working days stand still.
  expect((await clockOf(caseId, "firstContact")).dueAt).toEqual(londonInstant("2026-06-19", "17:00"));
  const { view } = await getClocks.ask({ member: beth }, { caseId });
  expect(view.header.nextContact?.at).toBe(londonInstant("2026-06-19", "17:00").toISOString());
  expect(view.clocks.running.find(({ name }) => name === "firstContact")?.pause).toMatchObject({ reason: "She is in hospital.", byName: "Jo Ellwood" });
  expect(await asOwner(`SELECT side FROM "Entry" WHERE "caseId" = $1 AND body LIKE '%She is in hospital.'`, [caseId])).toEqual([{ side: "victim" }]);
  await setClock("2026-06-15T09:00:00Z");
  await doTask("escalate-clocks");
  expect(await asOwner(`SELECT FROM "ClockStep" s JOIN "Clock" k ON k.id = s."clockId" WHERE k."caseId" = $1 AND k.name = 'firstContact'`, [caseId])).toEqual([]);
  const { id, version } = await clockOf(caseId, "firstContact");
  await resumeClock.do({ member: jo }, { caseId, clockId: id, version });
  // From Wednesday to Monday three working days stood still.
  expect((await clockOf(caseId, "firstContact")).dueAt).toEqual(londonInstant("2026-06-17", "17:00"));
  await expect(resumeClock.do({ member: jo }, { caseId, clockId: id, version: version + 1 })).rejects.toMatchObject({ rule: "not-paused" });
});

it("never hides what is late, never waits for red, and lasts 28 days at most", async () => {
  const { caseId } = await amberCase();
  await expect(pause(jo, caseId, "firstContact", { until: "2026-07-20" })).rejects.toMatchObject({ rule: "pause-too-long" });
  await expect(pause(jo, caseId, "firstContact", { until: "2026-06-10" })).rejects.toMatchObject({ rule: "pause-in-the-past" });
  await setClock("2026-06-15T09:00:00Z");
  await expect(pause(jo, caseId, "firstContact")).rejects.toMatchObject({ rule: "late-already" });
  await recordTrigger.do({ member: beth }, { caseId, key: "T2", note: "A knife." });
  await expect(pause(jo, caseId, "review")).rejects.toMatchObject({ rule: "red-never-waits" });
  await expect(pause(jo, caseId, "personTold")).rejects.toMatchObject({ rule: "never-pauses" });
});

it("is refused to other agencies, and told to none of the perpetrator's side", async () => {
  const { caseId } = await amberCase();
  await expect(pause(priya, caseId, "firstContact")).rejects.toMatchObject({ reason: "not-lead-agency" });
  await expect(getClocks.ask({ member: amina }, { caseId })).rejects.toMatchObject({ reason: "perpetrator-side" });
  await setClock("2026-06-20T09:00:00Z");
  expect((await getCase.ask({ member: amina }, { caseId })).view.header.late).toEqual([]);
  expect((await getCase.ask({ member: priya }, { caseId })).view.header.late.map(({ words }) => words)).toContain("No contact with the victim yet");
});

it("shows what ran out on the case, on My day and on the board, and a supervisor's review begins the next", async () => {
  await setClock(wednesday);
  const made = await makeCase({ by: beth, area: "FEN" });
  await assess(beth, { caseId: made.caseId, involvementId: made.victimInvolvementId, answers: amber });
  await setClock("2026-07-06T09:00:00Z");
  const { view: mine } = await getMyDay.ask({ member: beth }, {});
  expect(mine.items.filter((item) => item.kind === "clock" && item.caseId === made.caseId).map((item) => item.kind === "clock" && item.clock)).toEqual(expect.arrayContaining(["share", "leadAndPlan"]));
  const { view: supervising } = await getMyDay.ask({ member: jo }, {});
  expect(supervising.items.some((item) => item.kind === "clock" && item.clock === "supervisorReview" && item.caseId === made.caseId && item.isMine)).toBe(true);
  expect((await getBadges.ask({ member: jo }, {})).view.myDay).toBe(supervising.counts.mine);
  const { view: board } = await getBoard.ask({ member: beth }, { area: "FEN" });
  expect(board.columns.amber.find(({ caseId }) => caseId === made.caseId)?.late).toEqual(expect.arrayContaining(["Not shared with anybody", "No plan"]));
  await expect(superviseCase.do({ member: beth }, { caseId: made.caseId, note: "Looked." })).rejects.toMatchObject({ reason: "not-a-supervisor" });
  await setClock("2026-07-09T09:00:00Z");
  await superviseCase.do({ member: martin }, { caseId: made.caseId, note: "Went through the plan with Beth." });
  expect((await clockOf(made.caseId, "supervisorReview")).dueAt).toEqual(londonInstant("2026-08-06", "17:00"));
  expect((await getMyDay.ask({ member: jo }, {})).view.items.some((item) => item.kind === "clock" && item.clock === "supervisorReview" && item.caseId === made.caseId)).toBe(false);
});
