import type { PrismaClient } from "../../lib/platform/generated/client";
import { readNotices } from "../../lib/notices/commands";
import { County } from "./casework/county";
import { loadCounty } from "./county";
import { loadCasework, type Size } from "./county-casework";
import { superviseCase } from "../../lib/cases/clocks/commands";
import { ladders } from "../../lib/clocks/escalation/rules";
import { bankHolidaysBetween } from "../../lib/clocks/holidays/rules";
import { moveClock, restoreClock } from "./driver";
import { ownerClient } from "./owner";
import { loadReference } from "./reference";

/** How many further cases the county has unless DEMO_CASES says otherwise. */
const usualCases = 300;

function casesWanted(): number {
  const given = Number(process.env.DEMO_CASES || usualCases);
  if (!Number.isInteger(given) || given < 0) throw new Error(`DEMO_CASES must be a whole number, and is ${process.env.DEMO_CASES}`);
  return given;
}

/** Loads the demo county once: agencies and members as administrators would set them up, casework through commands. What is there already stays. */
export async function loadDemo(db: PrismaClient, { cases }: Size = { cases: casesWanted() }, say: (words: string) => void = () => undefined): Promise<void> {
  await loadReference(db);
  if ((await db.agency.count()) === 0) await loadCounty(db);
  // The 2012 caseload is the oldest of the county: where it is, the rest was loaded with it.
  if ((await db.case.count({ where: { openedAt: { lt: new Date("2013-01-01") } } })) > 0) return;
  const [{ began } = { began: new Date() }] = await db.$queryRaw<{ began: Date }[]>`SELECT clock_timestamp() AS began`;
  const county = await County.open(db);
  await loadCasework(county, { cases }, say);
  await overseeThePast(county);
  await letThePastRest(county, began);
  await rememberSignIns(db);
}

/** Most signed in lately and a few did not, so that who lapses can be seen. Every such session has long ended. */
async function rememberSignIns(db: PrismaClient): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Session" ("tokenHash", "userId", "memberId", "createdAt", "lastSeenAt", "expiresAt", "revokedAt", device)
    SELECT sha256(convert_to(m.id::text, 'UTF8')), m."userId", m.id, at, at, at + interval '12 hours', at + interval '8 hours', 'Desk'
    FROM (SELECT one.*, app_now() - make_interval(days => (row_number() OVER (ORDER BY phone) * 5 % 33)::int + 1) AS at FROM "Member" one) m`;
}

const newsDays = 4;

/**
 * As supervisors and the worker would have done on the way: quiet cases were looked at, a few of them not, and whoever was
 * next was told of each clock that ran out. What runs out from then on is told by the worker itself.
 */
async function overseeThePast(county: County): Promise<void> {
  const { db } = county;
  const at = county.daysAgo(newsDays, "17:30");
  const late = await db.clock.findMany({
    where: { name: "supervisorReview", stoppedAt: null, dueAt: { lt: at }, asbCase: { status: { not: "closed" }, entries: { none: { recordedAt: { gt: at } } } } }, orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: { caseId: true, asbCase: { select: { namedOfficerId: true, grants: { where: { level: "lead", revokedAt: null }, select: { agencyId: true } } } } },
  });
  try {
    await moveClock(db, at);
    for (const [n, { caseId, asbCase }] of late.entries()) {
      const manager = await db.member.findFirst({ where: { agencyId: asbCase.grants[0]?.agencyId, roles: { has: "manager" }, endsAt: null, NOT: { id: asbCase.namedOfficerId ?? undefined } }, orderBy: { name: "asc" }, select: { id: true } });
      if (manager && n % 6 !== 5) await superviseCase.do({ member: manager.id }, { caseId, note: "Read the log and the plan with the officer. Goes on as agreed." });
    }
    const holidays = bankHolidaysBetween("2010-01-01", "2060-12-31");
    for (let done = 1; done > 0;) {
      const [told] = await db.$queryRaw<{ n: number }[]>`SELECT escalate_clocks(${JSON.stringify(ladders)}::jsonb, ${holidays}::date[]) AS n`;
      done = told?.n ?? 0;
    }
  } finally {
    await restoreClock(db);
  }
}

/** Nobody comes back to a year of unread notices, and no mail goes out about days that never were. */
async function letThePastRest(county: County, began: Date): Promise<void> {
  const { db } = county;
  const upTo = county.daysAgo(newsDays, "18:00").toISOString();
  const behind = await db.notification.findMany({ where: { readAt: null, createdAt: { lte: upTo } }, distinct: ["memberId"], orderBy: { memberId: "asc" }, select: { memberId: true } });
  for (const { memberId } of behind) await readNotices.do({ member: memberId }, { upTo });
  await db.$queryRaw`SELECT count(*)::int FROM graphile_worker.complete_jobs(ARRAY(
    SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'mail-notice' AND created_at >= ${began}))`;
}

async function main(): Promise<void> {
  const db = ownerClient();
  // Told to end, it leaves the true time behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void restoreClock(db).finally(() => process.exit(1)));
  const since = performance.now();
  await loadDemo(db, { cases: casesWanted() }, (words) => console.log(words));
  console.log(`  the demo county is there (${Math.round((performance.now() - since) / 1000)} s)`);
}

if (process.argv[1]?.endsWith("demo.ts")) {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
