import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Pool } from "pg";
import { personas } from "../prisma/seed/personas";
import { startTestServer } from "../tests/support/server";

const help = `Usage: npm run bench:pages -- [--rounds N] [--json FILE] [--here]

Serves the built application with the whole demo county and asks for every page as the member it is for,
one request after another. Prints each page's p50 and p95 in milliseconds beside the target.
--here measures the server of APP_ORIGIN with the database of DATABASE_URL instead.
`;

const target = 150;
type Figure = { name: string; value: number; target: number; unit: string; pass: boolean };

/** Every page, the persona it is for, and how to find an address for it. */
const pages: [name: string, persona: string, address: string][] = [
  ["My day", "Priya Shah", "/my-day"],
  ["My day of a coordinator", "Jo Ellwood", "/my-day"],
  ["New report", "Priya Shah", "/reports/new"],
  ["Reports", "Jo Ellwood", "/reports"],
  ["Cases", "Jo Ellwood", "/cases"],
  ["Board", "Jo Ellwood", "/cases/board"],
  ["Case log", "Jo Ellwood", "/cases/:case"],
  ["Case people", "Jo Ellwood", "/cases/:case/people"],
  ["Case risk", "Jo Ellwood", "/cases/:case/risk"],
  ["New assessment", "Jo Ellwood", "/cases/:case/risk/new"],
  ["Case plan", "Jo Ellwood", "/cases/:case/plan"],
  ["Case interventions", "Jo Ellwood", "/cases/:case/interventions"],
  ["Case referrals", "Jo Ellwood", "/cases/:case/referrals"],
  ["Case sharing", "Jo Ellwood", "/cases/:case/sharing"],
  ["Case history", "Jo Ellwood", "/cases/:case/history"],
  ["Case clocks", "Jo Ellwood", "/cases/:case/clocks"],
  ["Case closing", "Jo Ellwood", "/cases/:case/closing"],
  ["Actions", "Dan Okafor", "/actions"],
  ["Notices", "Dan Okafor", "/notices"],
  ["Requests between agencies", "Jo Ellwood", "/requests"],
  ["Find", "Callum Reid", "/find"],
  ["Place", "Jo Ellwood", "/places/:place"],
  ["Agenda", "Insp Helen Marsh", "/meetings"],
  ["Overview", "Jo Ellwood", "/overview?area=FEN&on=2012-06-30"],
  ["What I did", "Priya Shah", "/audit"],
  ["Who looked at a case", "Owen Price", "/audit/cases/:case"],
  ["Who looked at a person", "Owen Price", "/audit/people/:person"],
  ["What a team did", "Sgt Ruth Hale", "/audit/team"],
  ["Looked without working on it", "Sgt Ruth Hale", "/audit/team/without-work"],
  ["What a member did", "Owen Price", "/audit/members/:member"],
  ["Searches", "Owen Price", "/audit/searches"],
  ["Opened in an emergency", "Owen Price", "/governance/break-glass"],
  ["Members", "Tom Barrett", "/admin/members"],
  ["A member who leaves", "Tom Barrett", "/admin/members/:colleague"],
  ["What waits", "Owen Price", "/admin/waiting"],
  ["Agreements", "Owen Price", "/admin/agreements"],
  ["An agreement", "Owen Price", "/admin/agreements/:agreement"],
  ["Setting up", "Owen Price", "/admin"],
  ["Areas and agencies", "Owen Price", "/admin/county"],
  ["Risk forms", "Owen Price", "/admin/templates"],
  ["A version of a form", "Owen Price", "/admin/templates/:template"],
  ["Who signs in", "Owen Price", "/admin/adoption"],
  ["Who may do what", "Owen Price", "/admin/permissions"],
  ["How one signs in", "Priya Shah", "/account"],
  ["A report", "Jo Ellwood", "/reports/:report"],
  ["An assessment", "Jo Ellwood", "/cases/:case/risk/:assessment"],
  ["Denied attempts", "Owen Price", "/audit/denied"],
  ["Behind a figure", "Jo Ellwood", "/overview/records?area=FEN&on=2012-06-30&section=orders&code=asbo"],
];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "20" }, json: { type: "string" }, here: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const running = { settings: process.env as Record<string, string>, stop: async () => undefined };
  const server = values.here ? running : await startTestServer("all");
  try {
    const figures = await measure(server.settings, Number(values.rounds));
    if (values.json) writeFileSync(values.json, JSON.stringify({ figures }, null, 2));
    if (figures.some((figure) => !figure.pass)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

async function measure(settings: Record<string, string>, rounds: number): Promise<Figure[]> {
  const pool = new Pool({ connectionString: settings.DATABASE_URL, max: 1 });
  const ids = await addressIds(pool);
  const figures: Figure[] = [];
  const asked = await Promise.all(pages.map(async ([name, persona, address]) => {
    const cookie = `hereward=${await sessionOf(pool, persona)}`;
    return { name, ask: () => timeOf(name, settings.APP_ORIGIN + address.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name), cookie) };
  }));
  // A server that has just started compiles as it answers: what counts is one at work.
  for (let round = 0; round < 5; round += 1) for (const { ask } of asked) await ask();
  for (const { name, ask } of asked) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await ask());
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)]!;
    const value = Math.round(at(0.95));
    figures.push({ name: `${name} p95`, value, target, unit: "ms", pass: value <= target });
    console.log(`${name.padEnd(26)} p50 ${at(0.5).toFixed(0).padStart(4)} ms   p95 ${String(value).padStart(4)} ms   target ${target} ms   ${value <= target ? "ok" : "OVER"}`);
  }
  await pool.end();
  return figures;
}

async function timeOf(name: string, url: string, cookie: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${name} answered ${response.status}`);
  return performance.now() - started;
}

/** The Fenland case with the longest log and what hangs on it, and others by whom a page is asked. */
async function addressIds(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string; id: string | null }>(
    `WITH main AS (SELECT c.id, c."placeId" FROM "Case" c JOIN "Area" a ON a.id = c."areaId" JOIN "Entry" e ON e."caseId" = c.id
                   WHERE a.code = 'FEN' AND c.status <> 'closed' AND c.rag = 'red' AND EXISTS (SELECT FROM "Assessment" s WHERE s."caseId" = c.id AND s.side <> 'perpetrator')
                   GROUP BY c.id ORDER BY count(*) DESC LIMIT 1)
     SELECT 'case' AS name, id FROM main UNION ALL SELECT 'place', "placeId" FROM main
     UNION ALL SELECT 'person', (SELECT i."personId" FROM "Involvement" i JOIN main ON i."caseId" = main.id WHERE i.role = 'victim' LIMIT 1)
     UNION ALL SELECT 'assessment', (SELECT s.id FROM "Assessment" s JOIN main ON s."caseId" = main.id LIMIT 1)
     UNION ALL SELECT 'report', (SELECT t.id FROM "Report" t JOIN "Agency" g ON g.id = t."agencyId" WHERE g.code = 'fenland-dc' ORDER BY t."receivedAt" DESC LIMIT 1)
     UNION ALL SELECT 'member', (SELECT id FROM "Member" WHERE name = 'Jo Ellwood')
     UNION ALL SELECT 'colleague', (SELECT id FROM "Member" WHERE name = 'Priya Shah')
     UNION ALL SELECT 'template', (SELECT id FROM "Template" WHERE key = 'VRA' AND status = 'published' ORDER BY version LIMIT 1)
     UNION ALL SELECT 'agreement', (SELECT id FROM "Agreement" WHERE "activatedAt" IS NOT NULL ORDER BY "startsOn" LIMIT 1)`,
  );
  const missing = rows.filter(({ id }) => !id).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`The demo county lacks: ${missing.join(", ")}`);
  return Object.fromEntries(rows.map(({ name, id }) => [name, id!]));
}

async function sessionOf(pool: Pool, name: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const email = personas.find((one) => one.name === name)!.email;
  await pool.query(
    `INSERT INTO "Session" ("tokenHash", "userId", "memberId", "expiresAt") SELECT $1, u.id, m.id, app_now() + interval '1 hour' FROM "User" u JOIN "Member" m ON m."userId" = u.id WHERE u.email = $2`,
    [createHash("sha256").update(token).digest(), email],
  );
  return token;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
