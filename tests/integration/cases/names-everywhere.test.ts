import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addInvolvement, changeRole, endInvolvement } from "@/lib/cases/involvements/commands";
import { addEntry, correctEntry } from "@/lib/cases/log/commands";
import { changeLevel, shareCase } from "@/lib/cases/sharing/commands";
import { recordNeed, endNeed } from "@/lib/assessments/needs/commands";
import { logContact } from "@/lib/contacts/commands";
import { recordIntervention } from "@/lib/interventions/commands";
import { decideOnCase } from "@/lib/meetings/commands";
import { askForAccess, grantAccess, refuseAccess } from "@/lib/referrals/asking/commands";
import { answerReferral, recordReferral } from "@/lib/referrals/commands";
import { completeAction, declineAction } from "@/lib/shared-actions/answering/commands";
import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { cancelAction } from "@/lib/shared-actions/settling/commands";
import { everyDoor } from "../../permissions/doors";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase } from "../../support/factories-cases";

/*
 * Every field in which somebody can write words, by the command and its path. Those that workers of the perpetrator's side
 * can come to read ask before a victim's name, home or number goes there; of each of the others it says why they do not.
 * A new field fails here until it is in one list or the other.
 */
const asks = [
  "action.raise what", "action.raise why", "action.complete outcome", "action.decline reason", "action.cancel reason",
  "entry.add body", "entry.add reason", "entry.add reference", "entry.add audience.notice", "entry.correct body", "entry.correct reason",
  "contact.log withName", "contact.log body", "contact.log promise", "contact.log audience.notice",
  "involvement.add person.name", "involvement.add note", "involvement.end note", "involvement.changeRole note",
  "need.record note", "need.end reason", "intervention.record terms", "intervention.record family",
  "referral.record toName", "referral.record question", "referral.record wishes", "referral.answer outcome",
  "case.share purpose", "case.changeLevel purpose", "panel.decide actions[].what",
  "request.grantAccess purpose", "request.refuseAccess reason",
];

const kept: Record<string, RegExp> = {
  "stays on the victim's side": /^(case\.(close|decideClosure|reopen|recordVictimView|endShare|restrict|tickDutyCall) (reason|note|outcome|words)|panel\.decide (decision|reason)|(risk|hate)\.\w+ reason|trigger\.end reason|intervention\.(move|breach) (note|words)|retention\.hold reason|case\.supervise note|clock\.pause reason|report\.callMade note|assessment\.complete judgement\.reason)$/,
  "is written by the perpetrator's side, for which to be asked would be to be told, or stays on the victim's": /^(trigger\.record note|case\.askForAccess reason)$/,
  "is read by the lead, governance, or those whom a sealed entry is for": /^(case\.(excludeMember|breakGlass|seek|openSealed) \w+|glass\.review note|entry\.admitReader reason)$/,
  "is somebody's own name or language, on their own side": /\.(givenName|familyName|language)$/,
  "is read by its author's own agency alone": /^intervention\.record consideredHow$/,
  "is about a form, not a case": /^template\.(ask note|decide reason|import text)$/,
  "is somebody's own home, kept on their own side": /^involvement\.recordMove place\./,
  "is a report's, of the victim's side; what comes onto the case is told apart there": /^report\.(take|adviseOnly) /,
  "is asked by somebody who has no case to tell of": /^request\.askAccess /,
  "is between the lead and who is to lead next": /^lead\.(offer|decline) (purpose|note|reason)$/,
  "is about members, agencies, districts and agreements": /^(member|agency|area|agreement)\./,
  "is a draft of one's own": /^draft\./,
  "is a code, a day or an answer to choose": /(^| |\.|\])(kind|subject|key|code|typeCode|legalBasis|answers\{\}(\[\])?|factors\[\]|confirmedTriggers\[\])$|(On|\bon)$/,
};

type Json = { type?: string; format?: string; enum?: unknown[]; const?: unknown; anyOf?: Json[]; oneOf?: Json[]; properties?: Record<string, Json>; items?: Json; additionalProperties?: Json | boolean };

function wordsIn(at: string, schema: Json): string[] {
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return parts.flatMap((part) => wordsIn(at, part));
  if (schema.properties) return Object.entries(schema.properties).flatMap(([name, part]) => wordsIn(at ? `${at}.${name}` : name, part));
  if (schema.type === "array") return wordsIn(`${at}[]`, schema.items ?? {});
  if (schema.additionalProperties && typeof schema.additionalProperties === "object") return wordsIn(`${at}{}`, schema.additionalProperties);
  return schema.type === "string" && !schema.enum && schema.const === undefined && !schema.format ? [at] : [];
}

it("knows every field that takes words, and asks or says why not", async () => {
  const doors = (await everyDoor()).filter(({ kind }) => kind === "command");
  const fields = doors.flatMap(({ name, input }) => [...new Set(wordsIn("", z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Json))].map((at) => `${name} ${at}`));
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter((field) => !asks.includes(field) && !Object.values(kept).some((rule) => rule.test(field)))).toEqual([]);
  expect(asks.filter((field) => !fields.includes(field))).toEqual([]);
  expect(asks.filter((field) => !tried.some(([what]) => what === field))).toEqual([]);
});

type Ids = Record<"caseId" | "yjs" | "police" | "victim" | "alleged" | "allegedPerson" | "panelId" | "fire", string>;
type Try = (words: string, more: object, ids: Ids) => Promise<unknown>;

let jo: string, helen: string, dan: string, ids: Ids;
const as = (member: string) => ({ member });
const crossing = { audience: { to: "everyone", withOtherSide: true } };
const contact = { type: "phone_out", nextContactAt: new Date(Date.now() + 86_400_000).toISOString(), impact: "same" };
const referral = { toName: "Youth justice", sentBy: "phone", question: "Can you see him?", consent: "given", legalBasis: "consent_referral" };
const order = { typeCode: "acceptable_behaviour_contract", startsOn: "2026-06-01", victimElsewhere: "no" };

async function anAction(to: string): Promise<string> {
  return (await raiseAction.do(as(jo), { caseId: ids.caseId, ownerAgencyId: to, what: "Patrol the green" })).actionId;
}

/** Of an action that both sides read: asked of the youth workers and, declined by them, of the police. */
async function aSharedAction(): Promise<string> {
  const actionId = await anAction(ids.police);
  await asOwner(`UPDATE "SharedAction" SET side = 'both' WHERE id = $1`, [actionId]);
  return actionId;
}

async function aPerson(role: string): Promise<string> {
  return (await addInvolvement.do(as(jo), { caseId: ids.caseId, role, person: { kind: "individual", givenName: "Ash", familyName: `Reed${Math.random().toString(36).slice(2, 7)}` } })).involvementId;
}

const tried: [string, Try][] = [
  ["action.raise what", (what, more, { caseId, yjs }) => raiseAction.do(as(jo), { caseId, ownerAgencyId: yjs, what, ...more })],
  ["action.raise why", (why, more, { caseId, yjs }) => raiseAction.do(as(jo), { caseId, ownerAgencyId: yjs, what: "Meet him", why, ...more })],
  ["action.complete outcome", async (outcome, more) => completeAction.do(as(dan), { actionId: await aSharedAction(), version: 1, outcome, ...more })],
  ["action.decline reason", async (reason, more) => declineAction.do(as(dan), { actionId: await aSharedAction(), version: 1, reason, ...more })],
  ["action.cancel reason", async (reason, more) => cancelAction.do(as(jo), { actionId: await anAction(ids.yjs), version: 1, reason, ...more })],
  ["entry.add body", (body, more, { caseId }) => addEntry.do(as(jo), { caseId, kind: "note", body, ...crossing, ...more })],
  ["entry.add reason", (reason, more, { caseId }) => addEntry.do(as(jo), { caseId, kind: "decision", body: "x", reason, ...crossing, ...more })],
  ["entry.add reference", (reference, more, { caseId }) => addEntry.do(as(jo), { caseId, kind: "evidence", body: "x", reference, ...crossing, ...more })],
  ["entry.add audience.notice", (notice, more, { caseId, yjs }) => addEntry.do(as(jo), { caseId, kind: "note", body: "x", audience: { to: "agencies", agencyIds: [yjs], notice }, ...more })],
  ["entry.correct body", async (body, more, { caseId }) => correctEntry.do(as(jo), { caseId, ...(await aNote()), body, reason: "Slip", ...more })],
  ["entry.correct reason", async (reason, more, { caseId }) => correctEntry.do(as(jo), { caseId, ...(await aNote()), body: "y", reason, ...more })],
  ["contact.log body", (body, more, { caseId }) => logContact.do(as(jo), { caseId, withWhom: "professional", withName: "A head teacher", body, ...contact, ...crossing, ...more })],
  ["contact.log withName", (withName, more, { caseId }) => logContact.do(as(jo), { caseId, withWhom: "professional", withName, body: "x", ...contact, ...crossing, ...more })],
  ["contact.log promise", (promise, more, { caseId }) => logContact.do(as(jo), { caseId, withWhom: "professional", withName: "A head teacher", body: "x", promise, ...contact, ...crossing, ...more })],
  ["contact.log audience.notice", (notice, more, { caseId, yjs }) => logContact.do(as(jo), { caseId, withWhom: "professional", withName: "A head teacher", body: "x", ...contact, audience: { to: "agencies", agencyIds: [yjs], notice }, ...more })],
  ["involvement.add person.name", (name, more, { caseId }) => addInvolvement.do(as(jo), { caseId, role: "alleged_perpetrator", person: { kind: "group", name }, ...more })],
  ["involvement.add note", (note, more, { caseId }) => addInvolvement.do(as(jo), { caseId, role: "alleged_perpetrator", person: { kind: "group", name: "Boys on bicycles" }, note, ...more })],
  ["involvement.end note", async (note, more, { caseId }) => endInvolvement.do(as(jo), { caseId, involvementId: await aPerson("alleged_perpetrator"), version: 1, reason: "duplicate", note, ...more })],
  ["involvement.changeRole note", async (note, more, { caseId }) => changeRole.do(as(jo), { caseId, involvementId: await aPerson("alleged_perpetrator"), version: 1, finding: "admitted", note, ...more })],
  ["need.record note", async (note, more, { caseId }) => recordNeed.do(as(jo), { caseId, involvementId: await aPerson("alleged_perpetrator"), code: "isolation", source: "said", note, ...more })],
  ["need.end reason", async (reason, more, { caseId }) => {
    const { needId } = await recordNeed.do(as(jo), { caseId, involvementId: await aPerson("alleged_perpetrator"), code: "isolation", source: "said" });
    return endNeed.do(as(jo), { caseId, needId, version: 1, reason, ...more });
  }],
  ["intervention.record terms", (terms, more, { caseId, allegedPerson }) => recordIntervention.do(as(jo), { caseId, personId: allegedPerson, terms, ...order, ...more })],
  ["intervention.record family", (family, more, { caseId }) => recordIntervention.do(as(jo), { caseId, family, familySide: "perpetrator", ...order, startsOn: "2012-01-09", typeCode: "family_intervention_project", ...more })],
  ["referral.record toName", (toName, more, { caseId, yjs }) => recordReferral.do(as(jo), { caseId, toAgencyId: yjs, ...referral, toName, ...more })],
  ["referral.record question", (question, more, { caseId, yjs }) => recordReferral.do(as(jo), { caseId, toAgencyId: yjs, ...referral, question, ...more })],
  ["referral.record wishes", (wishes, more, { caseId, yjs }) => recordReferral.do(as(jo), { caseId, toAgencyId: yjs, ...referral, wishes, ...more })],
  ["referral.answer outcome", async (outcome, more, { caseId, yjs }) => {
    const { referralId } = await recordReferral.do(as(jo), { caseId, toAgencyId: yjs, ...referral });
    return answerReferral.do(as(jo), { referralId, version: 1, status: "accepted", outcome, ...more });
  }],
  ["case.share purpose", (purpose, more, { caseId, fire }) => shareCase.do(as(jo), { caseId, agencies: [{ agencyId: fire, level: "summary", side: "both" }], purpose, legalBasis: "cda_s17", ...more })],
  ["case.changeLevel purpose", async (purpose, more, { caseId, police }) => {
    const [grant] = await asOwner<{ id: string; level: string }>(`SELECT id, level FROM "Grant" WHERE "caseId" = $1 AND "agencyId" = $2 AND "revokedAt" IS NULL`, [caseId, police]);
    return changeLevel.do(as(jo), { caseId, grantId: grant!.id, level: grant!.level === "summary" ? "contribute" : "summary", side: "both", purpose, legalBasis: "cda_s17", ...more });
  }],
  ["panel.decide actions[].what", (what, more, { caseId, panelId, yjs }) => decideOnCase.do(as(helen), { panelId, caseId, decision: "Go on", reason: "It works", actions: [{ what, ownerAgencyId: yjs, dueOn: "2030-01-02" }], ...more })],
  ["request.grantAccess purpose", async (purpose, more) => grantAccess.do(as(jo), { accessRequestId: await aRequest(), version: 1, level: "summary", side: "both", purpose, legalBasis: "cda_s17", ...more })],
  ["request.refuseAccess reason", async (reason, more) => refuseAccess.do(as(jo), { accessRequestId: await aRequest(), version: 1, reason, ...more })],
];

/** Of a landlord, on a case of its own. */
async function aRequest(): Promise<string> {
  const priya = await memberNamed("Priya Shah");
  const { reference } = await makeCase({ by: jo, area: "FEN", rag: "amber", victim: "Karen Kettle", alleged: "Jason Drove" });
  return (await askForAccess.do(as(priya), { reference, level: "summary", side: "both", purpose: "Her landlord", reason: "We have had calls too", memberId: priya })).requestId;
}

async function aNote(): Promise<{ entryId: string; readId: string }> {
  const { entryId } = await addEntry.do(as(jo), { caseId: ids.caseId, kind: "note", body: "For both", ...crossing });
  return { entryId, readId: entryId };
}

beforeAll(async () => {
  await loadTestCounty();
  [jo, helen, dan] = await Promise.all(["Jo Ellwood", "Insp Helen Marsh", "Dan Okafor"].map(memberNamed)) as [string, string, string];
  const made = await makeCase({ by: jo, area: "FEN", rag: "red", victim: "Karen Kettle", alleged: "Jason Drove", sharedWith: ["police-fenland", { agency: "county-youth-justice", side: "perpetrator" }] });
  const one = async (sql: string, value: string) => (await asOwner<{ id: string }>(sql, [value]))[0]!.id;
  ids = {
    caseId: made.caseId, yjs: await agencyCoded("county-youth-justice"), police: await agencyCoded("police-fenland"), fire: await agencyCoded("fire"), victim: made.victimInvolvementId,
    alleged: await one(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, made.caseId), allegedPerson: await one(`SELECT "personId" AS id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, made.caseId),
    panelId: await one(`SELECT id FROM "Panel" WHERE "areaId" = $1`, await areaCoded("FEN")),
  };
});

describe("each of those fields", () => {
  it.each(tried)("%s is held back where it gives a victim away, and goes once that is said", async (_field, write) => {
    await expect(write("Keeps away from Karen Kettle", {}, ids)).rejects.toMatchObject({ rule: "names-protected", message: expect.stringContaining("“Kettle”") });
    await write("Keeps away from Karen Kettle", { confirmsNames: true }, ids);
  });

  it.each(tried)("%s is not asked about where it gives nobody away", async (_field, write) => {
    await write("Keeps away from the green", {}, ids).catch((error: { rule?: string }) => expect(["already-shared", "there-already"]).toContain(error.rule));
  });
});
