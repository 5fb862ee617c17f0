import { asOwner } from "../support/database";

export type Figure = { name: string; value: number; target: string; unit: string; pass: boolean };

type Ran = { minutes: number; reports: number; day: number; night: number };
type Told = { alerts: number; never: number; longest: number | null };

/** Hours in which somebody must have been told. */
const within = 4;

/**
 * Counted from what happened, not from the clocks: every time a case turned red or something that cannot wait was
 * recorded, and the first call that was ticked off or notice that somebody got of it after that.
 */
const toldSql = `
  WITH alert AS (
    SELECT "caseId", at FROM "RagChange" WHERE rag = 'red' UNION SELECT "caseId", "startedAt" FROM "LiveTrigger" WHERE key IN ('T1', 'T2', 'T3')
  ), told AS (
    SELECT a."caseId", a.at, least(
      (SELECT min(d."doneAt") FROM "DutyCall" d WHERE d."caseId" = a."caseId" AND d."doneAt" >= a.at),
      (SELECT min(n."createdAt") FROM "Notification" n WHERE n."caseId" = a."caseId" AND n.kind = 'late:personTold' AND n."createdAt" >= a.at)) AS first FROM alert a
  )
  SELECT count(*)::int AS alerts, count(*) FILTER (WHERE first IS NULL)::int AS never, (max(extract(epoch FROM first - at)) / 3600)::float8 AS longest FROM told`;

const count = async (sql: string) => (await asOwner<{ n: number }>(sql))[0]!.n;

/** What a simulated year came to, each figure beside its target. */
export async function figuresOf({ minutes, reports, day, night }: Ran): Promise<Figure[]> {
  const [told] = (await asOwner<Told>(toldSql)) as [Told];
  const taken = await count(`SELECT count(*)::int AS n FROM "Report"`);
  const red = await count(`SELECT count(DISTINCT "caseId")::int AS n FROM "RagChange" WHERE rag = 'red'`);
  const steps = await count(`SELECT count(*)::int AS n FROM "ClockStep"`);
  const twice = await count(`SELECT count(*)::int AS n FROM (SELECT FROM "Notification" WHERE kind LIKE 'late:%' GROUP BY "memberId", coalesce("clockId", id), kind HAVING count(*) > 1) again`);
  // A clock has one notice a member; that no two clocks stand for one and the same wait is looked at by itself.
  const doubled = await count(`SELECT count(*)::int AS n FROM (SELECT FROM "Clock" WHERE name <> 'personTold' AND "stoppedAt" IS NULL GROUP BY "caseId", name, "subjectId" HAVING count(*) > 1) again`);
  const nobody = await count(`SELECT count(*)::int AS n FROM "ClockStep" s JOIN "Clock" k ON k.id = s."clockId" WHERE k.name = 'personTold' AND s.step = 1 AND cardinality(s.told) = 0`);
  const longest = told.never > 0 ? Infinity : told.longest ?? 0;
  return [
    { name: "reports", value: taken, target: `= ${reports}`, unit: "reports", pass: taken === reports },
    { name: "red cases", value: red, target: "> 0", unit: "cases", pass: red > 0 },
    { name: "alerts by day, 9 to 17 London", value: day, target: "> 0", unit: "alerts", pass: day > 0 },
    { name: "alerts by night", value: night, target: "> 0", unit: "alerts", pass: night > 0 },
    { name: "longest time without a person being told", value: longest === Infinity ? -1 : Math.round(longest * 100) / 100, target: `<= ${within}`, unit: "hours", pass: longest <= within },
    { name: "alerts of which nobody was ever told", value: told.never, target: "= 0", unit: "alerts", pass: told.never === 0 && told.alerts > 0 },
    { name: "escalations for which there was nobody", value: nobody, target: "= 0", unit: "steps", pass: nobody === 0 },
    { name: "told twice the same thing", value: twice + doubled, target: "= 0", unit: "notices", pass: twice + doubled === 0 },
    { name: "steps of clocks that ran out", value: steps, target: "> 0", unit: "steps", pass: steps > 0 },
    { name: "how long it took", value: Math.round(minutes * 10) / 10, target: "<= 10", unit: "minutes", pass: minutes <= 10 },
  ];
}
