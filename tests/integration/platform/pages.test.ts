import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { recordTrigger } from "../../../lib/assessments/triggers/commands";
import { recordNeed } from "../../../lib/assessments/needs/commands";
import { addEntry, correctEntry } from "../../../lib/cases/log/commands";
import { logContact } from "../../../lib/contacts/commands";
import { recordIntervention } from "../../../lib/interventions/commands";
import { recordStatements } from "../../../lib/platform/db";
import type { Query } from "../../../lib/platform/query";
import { recordReferral } from "../../../lib/referrals/commands";
import { raiseAction } from "../../../lib/shared-actions/raising/commands";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { addReport, assess } from "../../support/factories-assessments";
import { makeCase, type MadeCase } from "../../support/factories-cases";
import { aReport, addressIn, take } from "../../support/factories-reports";
import { versionId } from "../../support/factories-templates";
import { sessionOf } from "../../support/sessions";

/** No page is worth more round trips than this. */
const ceiling = 60;

type World = { main: MadeCase; reportId: string; assessmentId: string; placeId: string; agreementId: string; templateId: string; colleagueId: string };
let world: World;
let jo: string;
let dan: string;

/** Each page's member and what its address holds. A page that is not here fails. */
const pages: Record<string, [who: string, input: (world: World) => object]> = {
  "/account": ["Priya Shah", () => ({})],
  "/actions": ["Dan Okafor", () => ({})],
  "/admin": ["Owen Price", () => ({})],
  "/admin/adoption": ["Owen Price", () => ({})],
  "/admin/agreements": ["Owen Price", () => ({})],
  "/admin/agreements/[agreementId]": ["Owen Price", ({ agreementId }) => ({ agreementId })],
  "/admin/county": ["Owen Price", () => ({})],
  "/admin/members": ["Tom Barrett", () => ({})],
  "/admin/members/[memberId]": ["Tom Barrett", ({ colleagueId }) => ({ memberId: colleagueId })],
  "/admin/permissions": ["Owen Price", () => ({})],
  "/admin/templates": ["Owen Price", () => ({})],
  "/admin/templates/[templateId]": ["Owen Price", ({ templateId }) => ({ templateId })],
  "/admin/waiting": ["Owen Price", () => ({})],
  "/audit": ["Jo Ellwood", () => ({})],
  "/audit/cases/[caseId]": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/audit/denied": ["Owen Price", () => ({})],
  "/audit/members/[memberId]": ["Owen Price", () => ({ memberId: jo })],
  "/audit/people": ["Owen Price", () => ({})],
  "/audit/people/[personId]": ["Owen Price", ({ main }) => ({ personId: main.victimId })],
  "/audit/searches": ["Owen Price", () => ({})],
  "/audit/team": ["Martin Crake", () => ({})],
  "/audit/team/without-work": ["Martin Crake", () => ({})],
  "/cases": ["Jo Ellwood", () => ({})],
  "/cases/board": ["Jo Ellwood", () => ({ area: "FEN" })],
  "/cases/[caseId]": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/history": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/clocks": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/closing": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/interventions": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/people": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/plan": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/referrals": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/risk": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/cases/[caseId]/risk/[assessmentId]": ["Jo Ellwood", ({ main, assessmentId }) => ({ caseId: main.caseId, assessmentId })],
  "/cases/[caseId]/risk/new": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId, subject: main.victimInvolvementId, template: "VRA" })],
  "/cases/[caseId]/sharing": ["Jo Ellwood", ({ main }) => ({ caseId: main.caseId })],
  "/find": ["Jo Ellwood", ({ main }) => ({ reference: main.reference })],
  "/governance/break-glass": ["Owen Price", () => ({})],
  "/meetings": ["Insp Helen Marsh", () => ({})],
  "/my-day": ["Jo Ellwood", () => ({})],
  "/notices": ["Dan Okafor", () => ({})],
  "/overview": ["Jo Ellwood", () => ({ area: "FEN", on: "2012-06-30" })],
  "/overview/records": ["Jo Ellwood", () => ({ area: "FEN", on: "2012-06-30", section: "orders", code: "asbo" })],
  "/places/[placeId]": ["Jo Ellwood", ({ placeId }) => ({ placeId })],
  "/requests": ["Jo Ellwood", () => ({})],
  "/reports": ["Jo Ellwood", () => ({})],
  "/reports/[reportId]": ["Jo Ellwood", ({ reportId }) => ({ reportId })],
  "/reports/new": ["Jo Ellwood", () => ({})],
};

const folder = path.join(process.cwd(), "app", "(casework)");
const onDisk = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "page.tsx").map((file) => `/${path.dirname(file).split(path.sep).join("/")}`).sort();

/** The query that a page's file asks. */
async function queryOf(address: string): Promise<Query> {
  const source = readFileSync(path.join(folder, address, "page.tsx"), "utf8");
  const name = /\bquery: (\w+)/.exec(source)?.[1];
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "@/(lib/[^"]+)"`).exec(source)?.[1];
  if (!name || !from) throw new Error(`${address} asks no query by caseworkPage`);
  return ((await import(path.join(process.cwd(), `${from}.ts`))) as Record<string, Query>)[name]!;
}

type Asked = { statements: string[]; begun: number };

async function ask(address: string): Promise<Asked> {
  const [who, input] = pages[address]!;
  const query = await queryOf(address);
  const session = await sessionOf(who);
  // Prisma does not say when it begins a transaction; the driver is told.
  const wire = vi.spyOn(Client.prototype, "query");
  try {
    const { statements } = await recordStatements(() => query.ask({ session }, input(world)));
    const sent = wire.mock.calls.map(([first]) => String(typeof first === "string" ? first : (first as unknown as { text?: string }).text));
    return { statements, begun: sent.filter((sql) => /^BEGIN/i.test(sql)).length };
  } finally {
    wire.mockRestore();
  }
}

/** Adds as much as a case collects: a contact, a note, its correction, an action for each agency, a referral, an order, a need, a trigger, a report. */
async function addTo(made: MadeCase): Promise<void> {
  const { caseId, victimInvolvementId } = made;
  const door = { member: jo };
  const { entryId } = await addEntry.do(door, { caseId, kind: "note", body: "Heard again on Friday." });
  await correctEntry.do(door, { caseId, entryId, readId: entryId, body: "Heard again on Saturday.", reason: "The wrong day" });
  await addEntry.do({ member: dan }, { caseId, kind: "note", body: "Called at the address." });
  await logContact.do(door, { caseId, withWhom: victimInvolvementId, type: "phone_out", body: "It is worse.", impact: "worse", nextContactAt: new Date(Date.now() + 3 * 86_400_000).toISOString() });
  for (const agency of ["police-fenland", "fen-homes", "fenland-dc"]) await raiseAction.do(door, { caseId, ownerAgencyId: await agencyCoded(agency), what: "Call at the address" });
  await recordReferral.do(door, { caseId, toName: "Fen Hope CIC", sentBy: "phone", question: "Can you help?", consent: "given", legalBasis: "consent_referral" });
  const [alleged] = await asOwner<{ id: string }>(`SELECT "personId" AS id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator' LIMIT 1`, [caseId]);
  await recordIntervention.do(door, { caseId, typeCode: "good_neighbour_agreement", personId: alleged!.id, startsOn: "2026-01-05" });
  await addReport(caseId, { receivedAt: new Date(), personId: made.victimId });
}

async function grow(cases: number): Promise<MadeCase[]> {
  const made: MadeCase[] = [];
  for (let count = 0; count < cases; count += 1) {
    const one = await makeCase({ by: jo, area: "FEN", rag: "red", sharedWith: ["fen-homes", "police-fenland", { agency: "probation", level: "summary", side: "perpetrator" }], nextContactAt: new Date(Date.now() - 86_400_000), nextReviewAt: new Date(Date.now() + 86_400_000) });
    await addTo(one);
    await recordNeed.do({ member: jo }, { caseId: one.caseId, involvementId: one.victimInvolvementId, code: "isolation", source: "said", note: "" });
    await recordTrigger.do({ member: jo }, { caseId: one.caseId, key: "T1", involvementId: one.victimInvolvementId, note: "Said so." });
    await take(await memberNamed("Callum Reid"), aReport({ placeId: world?.placeId ?? (await addressIn("FEN")).id, whatHappened: `Music until four, night ${count} of ${cases} ${crypto.randomUUID()}` }));
    made.push(one);
  }
  return made;
}

let few: Record<string, number>;
let many: Record<string, number>;
let begun: Record<string, number>;

beforeAll(async () => {
  await loadTestCounty();
  jo = await memberNamed("Jo Ellwood");
  dan = await memberNamed("Dan Okafor");
  const [main] = await grow(3);
  await addTo(main!);
  const { assessmentId } = await assess(jo, { caseId: main!.caseId, involvementId: main!.victimInvolvementId });
  const placeId = (await addressIn("FEN")).id;
  const { reportId } = await take(jo, aReport({ placeId, whatHappened: "Shouting in the yard, and a window broken." }));
  const [agreement] = await asOwner<{ id: string }>(`SELECT id FROM "Agreement" ORDER BY "startsOn" LIMIT 1`);
  world = { main: main!, assessmentId, placeId, reportId, agreementId: agreement!.id, templateId: await versionId("VRA", 1), colleagueId: await memberNamed("Priya Shah") };
  few = {};
  many = {};
  begun = {};
  for (const address of Object.keys(pages)) {
    const asked = await ask(address);
    few[address] = asked.statements.length;
    begun[address] = asked.begun;
  }
  await grow(8);
  for (let count = 0; count < 4; count += 1) await addTo(main!);
  for (const address of Object.keys(pages)) many[address] = (await ask(address)).statements.length;
}, 240_000);

describe("a page", () => {
  test("is on the list, each of them", () => {
    expect(Object.keys(pages).sort()).toEqual(onDisk);
  });

  test("makes one transaction", () => {
    expect(begun).toEqual(Object.fromEntries(Object.keys(pages).map((address) => [address, 1])));
  });

  test("asks the database no more often for many cases and long logs than for few", () => {
    if (process.env.SHOW_COUNTS) console.log(many);
    expect(many).toEqual(few);
  });

  test(`sends at most ${ceiling} statements`, () => {
    expect(Object.entries(many).filter(([, count]) => count > ceiling)).toEqual([]);
  });
});
