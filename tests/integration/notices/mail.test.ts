import { Logger, runOnce } from "graphile-worker";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { recordTrigger } from "@/lib/assessments/triggers/commands";
import { readNotices } from "@/lib/notices/commands";
import { mailNotices } from "@/lib/notices/mailing/commands";
import { taskList } from "@/lib/tasks";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, testDatabase } from "../../support/database";
import { type Mail, openSink } from "../../support/mail-sink";
import { makeCase } from "../../support/factories-cases";

let sink: Awaited<ReturnType<typeof openSink>>;
const mails: Mail[] = [];
const member: Record<string, string> = {};

beforeAll(async () => {
  sink = await openSink({ keep: mails });
  await loadTestCounty();
  for (const name of ["Priya Shah", "Tom Barrett", "Dan Okafor", "Marek Nowak", "Sheila Quy"]) member[name] = await memberNamed(name);
});
afterAll(() => sink.close());
afterEach(() => sink.empty());

const workOff = () => runOnce({ connectionString: testDatabase().JOBS_DATABASE_URL, taskList, noHandleSignals: true, logger: new Logger(() => () => undefined) });
const unmailed = (memberId: string) => asOwner(`SELECT id FROM "Notification" WHERE "memberId" = $1 AND "mailedAt" IS NULL`, [memberId]);

async function turnRed(victim: string) {
  const made = await makeCase({ by: member["Priya Shah"]!, area: "FEN", rag: "amber", victim, sharedWith: ["county-adults"] });
  await recordTrigger.do({ member: member["Priya Shah"]! }, { caseId: made.caseId, key: "T1", note: "Took tablets last night" });
  return made;
}

describe("an urgent mail", () => {
  it("goes out once for each member told, holding nothing of the case", async () => {
    const { caseId, reference } = await turnRed("Wilhelmina Quagmire");
    const [place] = await asOwner<{ line: string; postcode: string; title: string }>(`SELECT p.line, p.postcode, c.title FROM "Case" c JOIN "Place" p ON p.id = c."placeId" WHERE c.id = $1`, [caseId]);
    await workOff();
    expect(mails.map(({ to }) => to[0]).sort()).toEqual(["marek.nowak@county-adults.example", "sheila.quy@county-adults.example", "tom.barrett@fen-homes.example"]);
    for (const { raw } of mails) {
      expect(raw).toContain("You have an urgent item in Hereward. Sign in to see it.");
      expect(raw).toContain("/notices");
      for (const secret of ["Wilhelmina", "Quagmire", reference, caseId, place!.line, place!.postcode, place!.title, "Priya", "tablets", "FEN-", "red", "T1"]) expect(raw).not.toContain(secret);
      // No id of anything: the one long number in a mail is its own Message-ID.
      expect(raw.replace(/^Message-ID:.*$/im, "")).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
    }
    await mailNotices.do({ member: member["Marek Nowak"]! }, {});
    expect(mails).toHaveLength(3);
    expect(await unmailed(member["Marek Nowak"]!)).toEqual([]);
  });

  it("is one for several things at once, and none for what was read meanwhile", async () => {
    await turnRed("Ann One");
    await turnRed("Ben Two");
    await readNotices.do({ member: member["Sheila Quy"]! }, { upTo: new Date(Date.now() + 60_000).toISOString() });
    await workOff();
    const to = mails.map((mail) => mail.to[0]);
    expect(to.filter((address) => address === "marek.nowak@county-adults.example")).toHaveLength(1);
    expect(to).not.toContain("sheila.quy@county-adults.example");
  });

  it("is not sent to one who may not see the case any more, nor to one who has left", async () => {
    const { caseId } = await turnRed("Cara Three");
    await asOwner(`UPDATE "Grant" SET "revokedAt" = app_now() WHERE "caseId" = $1 AND "agencyId" = (SELECT id FROM "Agency" WHERE code = 'county-adults')`, [caseId]);
    await asOwner(`UPDATE "Member" SET "endsAt" = app_now() WHERE id = $1`, [member["Tom Barrett"]]);
    try {
      await workOff();
    } finally {
      await asOwner(`UPDATE "Member" SET "endsAt" = NULL WHERE id = $1`, [member["Tom Barrett"]]);
    }
    expect(mails).toEqual([]);
    expect((await unmailed(member["Marek Nowak"]!)).length).toBeGreaterThan(0);
  });

  it("that the mail server refuses is tried again, and then marked as sent", async () => {
    await turnRed("Dee Four");
    sink.refuse(true);
    await expect(mailNotices.do({ member: member["Marek Nowak"]! }, {})).rejects.toThrow(/Not now/);
    sink.refuse(false);
    expect(await mailNotices.do({ member: member["Marek Nowak"]! }, {})).toMatchObject({ notices: expect.any(Number) });
    expect(mails).toHaveLength(1);
  });

  it("is one when two jobs run at the same instant", async () => {
    await turnRed("Eve Five");
    await Promise.all([mailNotices.do({ member: member["Marek Nowak"]! }, {}), mailNotices.do({ member: member["Marek Nowak"]! }, {})]);
    expect(mails).toHaveLength(1);
  });
});

it("is queued with ids alone", async () => {
  await turnRed("Flo Six");
  const jobs = await asOwner<{ payload: Record<string, string> }>(`SELECT payload FROM graphile_worker._private_jobs`);
  expect(jobs.length).toBeGreaterThan(0);
  for (const { payload } of jobs) expect(Object.keys(payload)).toEqual(["memberId"]);
});
