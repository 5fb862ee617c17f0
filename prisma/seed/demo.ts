import type { PrismaClient } from "../../lib/platform/generated/client";
import { readNotices } from "../../lib/notices/commands";
import { County } from "./casework/county";
import { loadCounty } from "./county";
import { loadCasework, type Size } from "./county-casework";
import { restoreClock } from "./driver";
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
