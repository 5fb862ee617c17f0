import { Logger, runOnce } from "graphile-worker";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { resetSignIn } from "@/lib/agencies/invitations/commands";
import { addMember } from "@/lib/agencies/members/commands";
import { endMember } from "@/lib/agencies/members/leaving/commands";
import { openLink } from "@/lib/platform/sign-in/joining/links";
import { taskList } from "@/lib/tasks";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, testDatabase } from "../../support/database";
import { type Mail, openSink } from "../../support/mail-sink";

let sink: Awaited<ReturnType<typeof openSink>>;
const mails: Mail[] = [];
let tom: string;
beforeAll(async () => {
  sink = await openSink({ keep: mails });
  await loadTestCounty();
  tom = await memberNamed("Tom Barrett");
});
afterAll(() => sink.close());
afterEach(() => sink.empty());

const workOff = () => runOnce({ connectionString: testDatabase().JOBS_DATABASE_URL, taskList, noHandleSignals: true, logger: new Logger(() => () => undefined) });
let count = 0;
const add = () => addMember.do({ member: tom }, { name: `Edda Post ${(count += 1)}`, email: `edda.post.${count}@fen-homes.example`, title: "Housing officer", roles: ["practitioner"] });
// A mail breaks its long lines, and writes "=" as "=3D".
const secretIn = (raw: string) => /\/join#([\w-]{43})/.exec(raw.replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[1] ?? "";
const opens = (secret: string) => openLink({ secret, address: "10.0.0.2" }).then(({ name }) => name, (error: { rule: string }) => error.rule);

it("brings the link to the member and to nobody else, holding nothing of whom or what; the administrator is shown none", async () => {
  const { memberId, name, link } = await add();
  expect(link).toBe("");
  const jobs = await asOwner<{ payload: Record<string, string> }>(`SELECT payload FROM graphile_worker._private_jobs WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'mail-invitation')`);
  expect(jobs.map(({ payload }) => Object.keys(payload).sort())).toEqual([["invitationId", "memberId"]]);
  await workOff();
  expect(mails.map(({ to }) => to)).toEqual([[`edda.post.${count}@fen-homes.example`]]);
  const secret = secretIn(mails[0]!.raw);
  expect(await opens(secret)).toBe(name);
  for (const told of ["Edda", "Tom", "Barrett", "Fen Homes", "Housing", memberId]) expect(mails[0]!.raw.replace(/^To:.*$/im, "")).not.toContain(told);
  await workOff();
  expect(mails).toHaveLength(1);
});

it("that the mail server refuses is tried again with a link that works", async () => {
  const { name } = await add();
  sink.refuse(true);
  await workOff();
  expect(mails).toEqual([]);
  sink.refuse(false);
  await asOwner(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
  await workOff();
  expect(await opens(secretIn(mails[0]!.raw))).toBe(name);
});

it("is not sent to one who left meanwhile, nor for an administrator who did", async () => {
  const { memberId } = await add();
  await endMember.do({ member: tom }, { memberId, version: 1, reason: "Did not come" });
  await add();
  await asOwner(`UPDATE "Member" SET "endsAt" = app_now() WHERE id = $1`, [tom]);
  await workOff();
  await asOwner(`UPDATE "Member" SET "endsAt" = NULL WHERE id = $1`, [tom]);
  expect(mails).toEqual([]);
});

it("brings a reset in the same way, and tells the member once more that something urgent waits", async () => {
  const { memberId, name } = await add();
  await workOff();
  mails.length = 0;
  const { link, waits } = await resetSignIn.do({ member: tom }, { memberId, kind: "password" });
  expect([link, waits]).toEqual(["", false]);
  await workOff();
  const own = mails.filter(({ to }) => to[0] === `edda.post.${count}@fen-homes.example`).map(({ raw }) => raw);
  expect(own).toHaveLength(2);
  expect(await opens(own.map(secretIn).find(Boolean)!)).toBe(name);
});
