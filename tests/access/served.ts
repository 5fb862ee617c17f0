import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { startServer, untilServing } from "../../scripts/machine/children";
import { testSecrets } from "../../scripts/machine/postgres/throwaway";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { anyFree } from "../../scripts/machine/postgres/ports";
import { settingsOf } from "../../scripts/machine/settings";
import { Canaries } from "./canaries";
import { databaseFor } from "./databases";
import { forgeries } from "./forgeries";
import { personas } from "./personas";
import { signIn } from "./sign-in";
import { idOf } from "./truth";
import { extents, type Findings, type Unit } from "./units";
import { makeWorld, type Row, type World } from "./world";

const root = path.join(__dirname, "../..");

type Site = { origin: string; log: () => string; stop: () => Promise<void> };

/** The built application, serving one world. */
async function serve(urls: DatabaseUrls): Promise<Site> {
  const port = await anyFree();
  const folder = mkdtempSync(path.join(tmpdir(), "hereward-served-"));
  const file = path.join(folder, "server.log");
  const log = openSync(file, "a");
  // The database's clock stands still, which only a county of invented people may.
  const settings: Record<string, string> = { ...settingsOf({ urls, secrets: testSecrets, port, demo: true }), SMTP_URL: "", MAIL_FROM: "", HOST: "127.0.0.1", LOG_LEVEL: "info" };
  const server = startServer(settings, log);
  closeSync(log);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  if (await untilServing(port, server)) return { origin: settings.APP_ORIGIN!, log: () => readFileSync(file, "utf8"), stop };
  const words = readFileSync(file, "utf8").slice(-2_000);
  await stop();
  throw new Error(`The application did not come up: ${words}`);
}

/** Every page behind sign-in, as its folder names it. */
const pages = readdirSync(path.join(root, "app/(casework)"), { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "page.tsx").map((file) => `/${path.dirname(file).split(path.sep).join("/")}`).sort();

type Address = { page: string; at: string; caseId?: string; reportId?: string };

/** Each page for each record of the world that its address may name. */
function addresses(world: World, cases: number): Address[] {
  const { tables } = world;
  const some = tables.Case!.slice(0, cases);
  const first = (table: string, caseId: unknown) => tables[table]!.find((row) => row.caseId === caseId)?.id;
  const given: Record<string, (asbCase: Row, n: number) => unknown> = {
    caseId: ({ id }) => id, reportId: (_case, n) => tables.Report![n]?.id, placeId: ({ placeId }) => placeId, assessmentId: ({ id }) => first("Assessment", id), memberId: (_case, n) => tables.Member![n]?.id,
    personId: ({ id }) => tables.Involvement!.find((row) => row.caseId === id)?.personId, agreementId: () => tables.Agreement![0]!.id, templateId: () => tables.Template![0]!.id,
  };
  const search: Record<string, (asbCase: Row) => string> = {
    "/cases/[caseId]/risk/new": ({ id }) => `?subject=${String(tables.Involvement!.find((row) => row.caseId === id)?.id)}&template=VRA`, "/overview": () => "?area=QAA", "/overview/records": () => "?area=QAA&on=2026-01-01&section=cases&code=ongoing_cases",
    "/cases/board": ({ areaId }) => `?area=${String(tables.Area!.find(({ id }) => id === areaId)!.code)}`, "/find": ({ reference }) => `?reference=${String(reference)}`,
  };
  const found = new Map<string, Address>();
  for (const page of pages) {
    for (const [n, asbCase] of some.entries()) {
      const at = page.replace(/\[(\w+)\]/g, (_all, name: string) => {
        if (!given[name]) throw new Error(`No one says what stands for ${name} in ${page}`);
        return String(given[name](asbCase, n) ?? "none");
      }) + (search[page]?.(asbCase) ?? "");
      if (!at.includes("none")) found.set(at, { page, at, ...(page.includes("[caseId]") ? { caseId: idOf(asbCase) } : {}), ...(page.includes("[reportId]") ? { reportId: String(tables.Report![n]!.id) } : {}) });
    }
  }
  return [...found.values()];
}

/** What a page shows whole of one case to whoever may read it: the table, the column whose word is looked for, and how the row is found from the case. */
const shown: Record<string, [table: string, column: string][]> = {
  "/cases/[caseId]": [["Entry", "body"]], "/cases/[caseId]/plan": [["SharedAction", "what"]], "/cases/[caseId]/referrals": [["Referral", "question"]], "/cases/[caseId]/risk": [["Need", "note"]],
  "/cases/[caseId]/interventions": [["Intervention", "terms"]], "/reports/[reportId]": [["Report", "whatHappened"]],
};

export async function proveServed({ seed, extent }: Unit): Promise<Findings> {
  const { size, cases, personas: most } = extents[extent].served;
  const world = makeWorld(seed, size);
  const { urls, drop } = await databaseFor(world);
  const site = await serve(urls);
  const owner = new Client({ connectionString: urls.DATABASE_URL });
  await owner.connect();
  try {
    const crawl = new Crawl(world, site.origin);
    const members = personas(world, most);
    for (const member of members) await crawl.as(member, await signIn(owner, member), addresses(world, cases));
    await crawl.forge(await signIn(owner, members[0]!));
    const { findings } = crawl;
    const log = site.log();
    for (const word of crawl.canaries.in(log)) findings.odd.forbidden!.push(`seed ${seed}: the server's log holds ${crawl.canaries.where(word)}`);
    const { asked, triplesByHttp, canaries, forged } = findings.sums;
    findings.line = `${asked} pages and addresses asked of the server, ${triplesByHttp} triples, ${canaries} canaries seen, ${findings.odd.forbidden!.length} forbidden; ${forged} forged; ${log.trim().split("\n").length} lines of log`;
    return findings;
  } finally {
    await owner.end();
    await site.stop();
    await drop();
  }
}

class Crawl {
  readonly canaries: Canaries;
  readonly findings: Findings = { sums: { asked: 0, triplesByHttp: 0, canaries: 0, forged: 0 }, odd: { leaks: [], denials: [], forbidden: [], failures: [], forged: [] }, tried: [], line: "" };

  constructor(private readonly world: World, private readonly origin: string) {
    this.canaries = new Canaries(world);
  }

  /** Every page as its HTML and as what the browser fetches for it, and the log by the API. */
  async as(member: string, session: string, all: Address[]): Promise<void> {
    for (const address of all) {
      for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) this.read(member, address, await this.get(address.at, session, headers));
      if (address.page === "/cases/[caseId]") this.read(member, address, await this.get(`/api/cases/${address.caseId}/log`, session, {}));
    }
  }

  private async get(at: string, session: string, headers: Record<string, string>): Promise<{ status: number; text: string; at: string }> {
    // A payload is asked for under an address of its own.
    const response = await fetch(`${this.origin}${at}${headers.rsc ? `${at.includes("?") ? "&" : "?"}_rsc` : ""}`, { headers: { cookie: `hereward=${session}`, ...headers }, redirect: "manual" });
    if (response.status === 307 && headers.rsc) this.findings.odd.failures!.push(`${at} sent the payload elsewhere: ${response.headers.get("location")}`);
    if (headers.rsc && response.status === 200 && !response.headers.get("content-type")?.startsWith("text/x-component")) this.findings.odd.failures!.push(`${at} gave no payload`);
    return { status: response.status, text: await response.text(), at: `${at}${headers.rsc ? " (payload)" : ""}` };
  }

  private read(member: string, address: Address, { status, text, at }: { status: number; text: string; at: string }): void {
    const { sums, odd } = this.findings;
    sums.asked! += 1;
    if (status >= 500) odd.failures!.push(`${at} answered ${status}`);
    const words = this.canaries.in(text);
    sums.canaries! += words.length;
    for (const word of words) if (!this.canaries.isFor(member, word, at)) odd.forbidden!.push(`${at} showed ${member} ${this.canaries.where(word)}`);
    const truth = this.canaries.truth;
    const compare = (what: string, given: boolean, wanted: boolean) => {
      sums.triplesByHttp! += 1;
      if (given && !wanted) odd.leaks!.push(`${at} gave ${member} ${what}`);
      if (!given && wanted) odd.denials!.push(`${at} kept ${what} from ${member}`);
    };
    const seen = new Set(words);
    for (const [table, column] of shown[address.page] ?? []) {
      // What agencies ask each other about a case has a page of its own.
      const rows = this.world.tables[table]!.filter((row) => (table === "Report" ? row.id === address.reportId : row.caseId === address.caseId) && (table !== "Referral" || row.kind === "service"));
      for (const row of rows) compare(`${table} ${idOf(row)}`, seen.has(String(row[column])), truth.reads(member, table).has(idOf(row)) && this.canaries.isFor(member, String(row[column]), at));
    }
    // On a page that is not there, nothing is: each row of the case that some page shows.
    if (address.caseId && !truth.reads(member, "Case").has(address.caseId)) compare(`Case ${address.caseId}`, status === 200 && text.includes(String(this.world.tables.Case!.find(({ id }) => id === address.caseId)!.title)), false);
  }

  /** Seven forms of request from elsewhere, to every address that saves anything. */
  async forge(session: string): Promise<void> {
    const { everyAddress, messageTo, namesOf } = await import("./requests");
    const { truth } = this.canaries;
    const member = this.world.tables.Member!.map(idOf).find((id) => truth.isLive(id) && truth.reads(id, "Case").size > 0)!;
    const caseId = [...truth.reads(member, "Case")][0]!;
    const named = namesOf(this.world, caseId, [...truth.reads(member, "Report")][0] ?? idOf(this.world.tables.Report![0]!), member);
    const targets = everyAddress().map((address) => ({ method: address.method, at: address.at, ...messageTo(address, named) }));
    const special = ["/api/session/sign-out", "/api/demo/code"].map((at) => ({ method: "POST", at: `POST ${at}`, params: {}, body: {} }));
    for (const { method, at, params, body } of [...targets, ...special]) {
      for (const { headers, asForm } of forgeries) {
        const url = `${this.origin}${at.replace(/^\w+ /, "").replace(/\[(\w+)\]/g, (_all, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? ""))}`;
        const given = Object.entries({ origin: this.origin, "content-type": "application/json", "idempotency-key": crypto.randomUUID(), cookie: `hereward=${session}`, ...headers }).filter((one): one is [string, string] => one[1] !== null && one[0] !== "host");
        const response = await fetch(url, { method, headers: given, redirect: "manual", ...(method === "GET" ? {} : { body: asForm ? new URLSearchParams({ caseId }).toString() : JSON.stringify(body) }) });
        await response.arrayBuffer();
        this.findings.sums.forged! += 1;
        // Reading saves nothing; another site must not be let read the answer.
        const isAccepted = method === "GET" ? response.headers.has("access-control-allow-origin") || response.headers.get("cross-origin-resource-policy") !== "same-origin" : response.status < 400;
        if (isAccepted) this.findings.odd.forged!.push(`${at} with ${JSON.stringify(headers)}: ${response.status}`);
      }
    }
  }
}
