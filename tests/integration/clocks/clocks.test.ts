import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordTrigger } from "@/lib/assessments/triggers/commands";
import { shareCase } from "@/lib/cases/sharing/commands";
import { tickDutyCall } from "@/lib/cases/duty/commands";
import { ladders, type RunningClock, stepDueAt } from "@/lib/clocks/escalation/rules";
import { bankHolidaysBetween, isBankHoliday } from "@/lib/clocks/holidays/rules";
import { logContact } from "@/lib/contacts/commands";
import { londonInstant } from "@/lib/format/dates";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { listNotices } from "@/lib/notices/queries";
import { assess } from "../../support/factories-assessments";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type GivenCase } from "../../support/factories-cases";
import { doTask } from "../../support/worker";

let jo: string, beth: string, martin: string, ruth: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, beth, martin, ruth] = await Promise.all(["Jo Ellwood", "Beth Sallow", "Martin Crake", "Sgt Ruth Hale"].map(memberNamed)) as [string, string, string, string];
});
afterEach(resetClock);

type Row = { name: string; dueAt: Date; startedAt: Date; stopped: string | null; tellAt: Date | null };
const open = (given: Partial<GivenCase> = {}) => makeCase({ by: beth, area: "FEN", ...given });
const clocks = (caseId: string) => asOwner<Row>(`SELECT name, "dueAt", "startedAt", stopped, "tellAt" FROM "Clock" WHERE "caseId" = $1 ORDER BY "startedAt", name`, [caseId]);
const running = async (caseId: string) => (await clocks(caseId)).filter(({ stopped }) => stopped === null).map(({ name }) => name).sort();
const due = async (caseId: string, name: string) => (await clocks(caseId)).find((row) => row.name === name && row.stopped === null)?.dueAt;
const escalate = async (at: string) => { await setClock(at); await doTask("escalate-clocks"); };
const told = async (caseId: string) => (await asOwner<{ name: string; step: number; told: string[] }>(
  `SELECT k.name, s.step, ARRAY(SELECT m.name FROM "Member" m WHERE m.id = ANY (s.told) ORDER BY 1) AS told FROM "ClockStep" s JOIN "Clock" k ON k.id = s."clockId" WHERE k."caseId" = $1 ORDER BY s.at, k.name, s.step`, [caseId]));

describe("the clocks of a case", () => {
  it("begin when it is opened and when it takes a colour, by the standards of that day", async () => {
    await setClock("2026-06-12T17:00:00Z");
    const { caseId, victimInvolvementId } = await open();
    expect(await running(caseId)).toEqual(["firstAssessmentHardStop"]);
    // A Friday evening: the working day is Monday's.
    expect(await due(caseId, "firstAssessmentHardStop")).toEqual(londonInstant("2026-06-15", "17:00"));
    await assess(beth, { caseId, involvementId: victimInvolvementId, answers: { H1: "most_days", V3: "yes" } });
    expect(await running(caseId)).toEqual(expect.arrayContaining(["firstContact", "leadAndPlan", "review"]));
    expect((await clocks(caseId)).find(({ name }) => name === "firstAssessmentHardStop")?.stopped).toBe("done");
    await raiseAction.do({ member: beth }, { caseId, what: "Write to them", ownerAgencyId: await agencyCoded("fenland-dc") });
    expect(await running(caseId)).not.toContain("leadAndPlan");
    expect(await running(caseId)).toContain("actionDefault");
  });

  it("are stopped by what they wait for, whoever does it", async () => {
    await setClock("2026-06-10T09:00:00Z");
    const { caseId, victimInvolvementId } = await open();
    await recordTrigger.do({ member: beth }, { caseId, key: "T2", note: "Came with a knife." });
    expect(await running(caseId)).toEqual(expect.arrayContaining(["firstContact", "personTold", "share"]));
    await shareCase.do({ member: beth }, { caseId, agencies: [{ agencyId: await agencyCoded("police-fenland"), level: "contribute", side: "both" }], purpose: "Stop it", legalBasis: "cda_s115" });
    expect(await running(caseId)).not.toContain("share");
    // What the trigger asked of others is a plan.
    expect(await running(caseId)).not.toContain("leadAndPlan");
    const contact = { caseId, withWhom: victimInvolvementId, nextContactAt: "2026-06-16T09:00:00Z" };
    await logContact.do({ member: beth }, { ...contact, type: "failed_attempt" });
    // A try names when the next one is; the first contact is due when it was.
    expect(await running(caseId)).toContain("firstContact");
    expect((await due(caseId, "firstContact"))!.getTime()).toBeLessThan(Date.parse("2026-06-11T09:01:00Z"));
    await logContact.do({ member: beth }, { ...contact, type: "phone_out", impact: "worse", body: "I am frightened.", nextContactAt: "2026-06-17T09:00:00Z" });
    expect(await running(caseId)).not.toContain("firstContact");
    expect(await due(caseId, "victimContact")).toEqual(new Date("2026-06-17T09:00:00Z"));
  });

  it("count a victim who was spoken to and knows when next as a plan, below red alone", async () => {
    await setClock("2026-06-10T09:00:00Z");
    for (const [answers, isLeft] of [[{ H1: "most_days", V3: "yes" }, false], [{ H1: "most_days", H2: "yes", H3: "yes", H4: "known", H5: "past", V1: ["me"], V3: "yes", S1: "alone", I1: "extreme", I2: "both", I4: "routine" }, true]] as const) {
      const { caseId, victimInvolvementId } = await open();
      await assess(beth, { caseId, involvementId: victimInvolvementId, answers: answers as Record<string, string> });
      expect(await running(caseId)).toContain("leadAndPlan");
      await logContact.do({ member: beth }, { caseId, withWhom: victimInvolvementId, type: "phone_out", impact: "same", body: "Ring me on Monday.", nextContactAt: "2026-06-15T09:00:00Z" });
      expect((await running(caseId)).includes("leadAndPlan")).toBe(isLeft);
    }
  });

  it("keep the due time that they began with when a standard changes", async () => {
    await setClock("2026-06-10T09:00:00Z");
    const [before] = [await open()];
    const dueBefore = await due(before.caseId, "firstAssessmentHardStop");
    await asOwner(`INSERT INTO "TimeStandard" ("areaId", rag, clock, amount, unit, "validFrom") SELECT id, 'amber', 'firstAssessmentHardStop', 5, 'workingDays', '2026-06-11' FROM "Area" WHERE code = 'FEN'`);
    await setClock("2026-06-11T09:00:00Z");
    const after = await open();
    expect(await due(before.caseId, "firstAssessmentHardStop")).toEqual(dueBefore);
    expect(await due(after.caseId, "firstAssessmentHardStop")).toEqual(londonInstant("2026-06-18", "17:00"));
    await asOwner(`DELETE FROM "TimeStandard" WHERE "validFrom" = '2026-06-11'`);
  });
});


describe("a clock that ran out", () => {
  it("of a call that nobody ticked off climbs within four hours, at night too, and tells each once", async () => {
    // A Friday evening.
    await setClock("2026-06-12T17:00:00Z");
    const { caseId } = await open({ rag: "amber", sharedWith: ["police-fenland"] });
    await recordTrigger.do({ member: beth }, { caseId, key: "T1", note: "Took tablets last night." });
    await escalate("2026-06-12T18:55:00Z");
    expect((await told(caseId)).filter(({ name }) => name === "personTold")).toEqual([]);
    await escalate("2026-06-12T19:01:00Z");
    await doTask("escalate-clocks");
    await escalate("2026-06-12T20:01:00Z");
    await escalate("2026-06-12T21:01:00Z");
    await escalate("2026-06-13T09:00:00Z");
    const steps = (await told(caseId)).filter(({ name }) => name === "personTold");
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(steps[0]!.told).toEqual(["Jo Ellwood"]);
    expect(steps[1]!.told).toContain("Martin Crake");
    expect(steps[2]!.told).toContain("Sgt Ruth Hale");
    const all = steps.flatMap((one) => one.told);
    expect(new Set(all).size).toBe(all.length);
    const { view } = await listNotices.ask({ member: ruth }, {});
    expect(view.notices.find(({ kind }) => kind === "late:personTold")).toMatchObject({ isUrgent: true, words: expect.stringContaining("Nobody has been told in person") });
    // An escalation satisfies nothing: it runs until the calls are ticked off.
    expect(await running(caseId)).toContain("personTold");
    for (const call of await asOwner<{ id: string; version: number }>(`SELECT id, version FROM "DutyCall" WHERE "caseId" = $1`, [caseId])) {
      await tickDutyCall.do({ member: beth }, { caseId, dutyCallId: call.id, version: call.version, note: "Spoke to the sergeant." });
    }
    expect(await running(caseId)).not.toContain("personTold");
  });

  it("has somebody to ring even where no other agency works the case", async () => {
    await setClock("2026-06-10T09:00:00Z");
    const { caseId } = await open({ rag: "red" });
    const calls = await asOwner<{ code: string }>(`SELECT a.code FROM "DutyCall" d JOIN "Agency" a ON a.id = d."agencyId" WHERE d."caseId" = $1`, [caseId]);
    expect(calls).toEqual([{ code: "fenland-dc" }]);
    expect(await running(caseId)).toContain("personTold");
  });

  it("goes up past whoever has left and whoever is kept from the case", async () => {
    await setClock("2026-06-10T09:00:00Z");
    const { caseId } = await open({ rag: "red", sharedWith: ["police-fenland"] });
    await asOwner(`INSERT INTO "CaseExclusion" ("caseId", "memberId", reason, "recordedById") VALUES ($1, $2, 'A neighbour', $3)`, [caseId, jo, martin]);
    await escalate("2026-06-10T11:01:00Z");
    const [step] = (await told(caseId)).filter(({ name }) => name === "personTold");
    expect(step!.told).not.toContain("Jo Ellwood");
    expect(step!.told).toContain("Martin Crake");
  });

  it("waits for the next working day where the case is not red, and says nothing of what was done in time", async () => {
    await setClock("2026-06-10T09:00:00Z");
    const { caseId } = await open({ rag: "amber", nextContactAt: londonInstant("2026-06-12", "17:00") });
    await escalate("2026-06-12T15:59:00Z");
    expect((await told(caseId)).map(({ name }) => name)).not.toContain("firstContact");
    await escalate("2026-06-12T16:00:00Z");
    expect((await told(caseId)).filter(({ name }) => name === "firstContact")).toEqual([{ name: "firstContact", step: 1, told: ["Beth Sallow"] }]);
    await escalate("2026-06-14T12:00:00Z");
    expect((await told(caseId)).filter(({ name }) => name === "firstContact")).toHaveLength(1);
    await escalate("2026-06-15T16:00:00Z");
    expect((await told(caseId)).filter(({ name }) => name === "firstContact").map(({ told: who }) => who)).toEqual([["Beth Sallow"], ["Jo Ellwood"]]);
    expect((await asOwner(`SELECT FROM "AuditEvent" WHERE verb = 'clock.escalated' AND "caseId" = $1`, [caseId])).length).toBeGreaterThanOrEqual(2);
  });

  it("is told nobody twice, whatever happens at once: the database refuses it", async () => {
    await expect(asOwner(`INSERT INTO "Notification" ("memberId", kind, "clockId") SELECT $1, 'late:review', k.id FROM (SELECT id FROM "Clock" LIMIT 1) k CROSS JOIN generate_series(1, 2)`, [jo])).rejects.toThrow("Notification_once_a_clock");
    await expect(asOwner(`UPDATE "ClockStep" SET told = '{}'`)).rejects.toThrow();
  });
});

it("does its steps when the rules say, over changes of the clocks and holidays", async () => {
  const holidays = bankHolidaysBetween("2010-01-01", "2060-12-31");
  for (const started of ["2026-03-27T18:00:00Z", "2026-10-24T09:30:00Z", "2026-12-24T16:00:00Z", "2027-05-28T15:59:00Z"]) {
    for (const [name, ladder] of Object.entries(ladders)) {
      for (const step of [...ladder.red, ...ladder.other]) {
        const clock = { startedAt: started, dueAt: new Date(Date.parse(started) + 4 * 3_600_000) };
        const [row] = await asOwner<{ at: Date }>(`SELECT step_due($1, $2, $3::jsonb, $4::date[]) AS at`, [clock.startedAt, clock.dueAt, JSON.stringify(step), holidays]);
        expect({ name: name as RunningClock, step, at: row!.at }).toEqual({ name, step, at: stepDueAt(step, clock, isBankHoliday) });
      }
    }
  }
});
