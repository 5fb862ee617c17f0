import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { routes } from "../../app/api/routes";
import { operationsOf } from "../../lib/platform/openapi";
import { env } from "../../lib/platform/env";
import { sessionCookieName } from "../../lib/platform/session-cookie";
import { inputFor, type Named } from "../permissions/asking";
import type { AnyDoor } from "../permissions/doors";
import type { World } from "./world";

type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** One method of one address of the API. */
export type Address = { at: string; method: string; operation: AnyDoor; handler: Handler; names: string[] };
export type Message = { params: Record<string, string>; body: Named };

export function everyAddress(): Address[] {
  return Object.entries(routes).flatMap(([address, module]) => operationsOf(module).map(({ method, operation }) => ({
    at: `${method} ${address}`, method, operation: operation as AnyDoor, handler: module[method] as Handler, names: [...address.matchAll(/\[(\w+)\]/g)].map((found) => found[1]!),
  })));
}

/** What somebody who knows these ids would send there. */
export function messageTo({ operation, names }: Address, named: Named): Message {
  const given = inputFor(operation, named, specialFor(named)) as Named;
  return {
    params: Object.fromEntries(names.map((name) => [name, String(given[name] ?? named[name] ?? "VRA")])),
    body: Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name))),
  };
}

/** Every id of one case by the name a form would give it; what the case has none of is left to chance. */
export function namesOf(world: World, caseId: string, reportId: string, memberId: string): Named {
  const { tables } = world;
  const asked = (kind: string) => tables.Referral!.find((row) => row.caseId === caseId && row.kind === kind)?.id ?? randomUUID();
  const one = (table: string, at = 0) => tables[table]!.filter((row) => row.caseId === caseId).at(at)?.id ?? randomUUID();
  const asbCase = tables.Case!.find(({ id }) => id === caseId)!;
  const involved = tables.Involvement!.filter((row) => row.caseId === caseId);
  return {
    caseId, reportId, sameAsId: reportId, areaId: asbCase.areaId, placeId: asbCase.placeId, reference: asbCase.reference, entryId: one("Entry"), readId: one("Entry"), actionId: one("SharedAction"), interventionId: one("Intervention"),
    referralId: asked("service"), accessRequestId: asked("access_request"), offerId: asked("lead_transfer"), needId: one("Need"), triggerId: one("LiveTrigger"), overrideId: one("RagOverride"), dutyCallId: one("DutyCall"), clockId: one("Clock"), callId: one("DutyCall"), grantId: one("Grant", -1), assessmentId: one("Assessment"),
    involvementId: involved[0]!.id, otherInvolvementId: involved[1]!.id, withWhom: involved[0]!.id, personId: involved[1]!.personId, exclusionId: one("CaseExclusion"), glassId: one("BreakGlass"), memberId,
    templateId: tables.Template![1]!.id, ownerAgencyId: tables.Agency![0]!.id, agencyId: tables.Agency![0]!.id, panelId: tables.Panel![0]!.id, panel: tables.Panel![0]!.id, area: "QAA", notificationId: randomUUID(), sessionId: randomUUID(), passkeyId: randomUUID(), version: 1, lastAssessmentId: null,
    on: "2026-11-18", onDay: "2026-11-18", dueOn: "2030-01-02", startsOn: "2026-01-05", expiresOn: "2030-01-02", endsOn: "", code: "isolation", section: "cases", key: "T2", typeCode: "good_neighbour_agreement", kind: "note", toName: "Somebody",
    consent: "given", legalBasis: "cda_s115", rag: "amber", outcome: "Words that fit a field", after: undefined, term: "zq", words: "zq", givenName: "zq", familyName: "zq", hours: 1, reason: "Words that fit a field",
  };
}

function specialFor(named: Named): Named {
  const key = { kind: "report", subject: "" };
  return {
    "action.acceptMany": { actions: [{ actionId: named.actionId, version: 1 }] }, "action.complete": { actionId: named.actionId, version: 1, outcome: "Done" }, "referral.answer": { referralId: named.referralId, version: 1, status: "declined", outcome: "No" },
    "clock.pause": { caseId: named.caseId, clockId: named.clockId, version: 1, until: "2026-12-01", reason: "Words" }, "case.supervise": { caseId: named.caseId, note: "Words" },
    "case.close": { caseId: named.caseId, version: 1, outcome: "no_further_reports", reason: "Quiet" }, "case.recordVictimView": { caseId: named.caseId, involvementId: named.involvementId, view: "agrees", words: "" },
    "case.decideClosure": { caseId: named.caseId, version: 1, decision: "declined", reason: "Words that fit a field" }, "case.log": { caseId: named.caseId }, "case.get": { caseId: named.caseId }, "case.list": {}, "notice.list": {}, "find.start": { reference: named.reference },
    "assessment.complete": { templateKey: "VRA", purpose: "review", source: "phone", answers: {}, caseId: named.caseId, involvementId: named.involvementId, lastAssessmentId: null },
    "contact.log": { caseId: named.caseId, withWhom: named.withWhom, type: "phone_out", body: "Words", nextContactAt: "2030-01-02T09:00:00Z", impact: "same" }, "need.end": { caseId: named.caseId, needId: named.needId, version: 1, reason: "Words" },
    "involvement.recordMove": { caseId: named.caseId, involvementId: named.involvementId, version: 1, place: { line: "1 Somewhere Else", areaCode: "FEN" }, movedOn: "2026-06-18", isConfidential: true },
    "involvement.end": { caseId: named.caseId, involvementId: named.involvementId, version: 1, reason: "wrong_person", note: "Words" }, "intervention.move": { interventionId: named.interventionId, version: 1, to: "completed", on: "2026-06-18" },
    "intervention.record": { caseId: named.caseId, typeCode: "good_neighbour_agreement", personId: named.personId, startsOn: "2026-01-05" }, "case.changeLevel": { caseId: named.caseId, grantId: named.grantId, level: "summary", side: "both", purpose: "Words", legalBasis: "cda_s115" },
    "lead.offer": { caseId: named.caseId, agencyId: named.agencyId, areaId: named.areaId, purpose: "Words", legalBasis: "cda_s115", note: "Words" },
    "lead.accept": { offerId: named.offerId, version: 1, officerId: named.memberId },
    "request.askAccess": { reference: named.reference, level: "summary", side: "both", purpose: "Words", reason: "Words", memberId: named.memberId },
    "request.grantAccess": { accessRequestId: named.accessRequestId, version: 1, level: "summary", side: "victim", purpose: "Words", legalBasis: "cda_s115" },
    "draft.keep": { ...key, data: {} }, "draft.drop": key, "draft.find": key, "notice.read": { upTo: "2026-06-18T09:00:00Z" }, "template.published": { key: "VRA" }, "template.import": { key: "VRA", text: "{}" },
  };
}

export type Answer = { status: number; text: string };

/** Sends it to the address's own handler, as the browser would unless told otherwise. */
export async function send(address: Address, { params, body }: Message, session: string | null, { headers = {}, text }: { headers?: Record<string, string | null>; text?: string } = {}): Promise<Answer> {
  const isGet = address.method === "GET";
  const path = address.at.replace(/^\w+ /, "").replace(/\[(\w+)\]/g, (_all, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = isGet ? `?${new URLSearchParams(Object.entries(body).filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => [name, String(value)]))}` : "";
  const given: Record<string, string | null> = { origin: env().APP_ORIGIN, "content-type": "application/json", "idempotency-key": randomUUID(), cookie: session ? `${sessionCookieName()}=${session}` : null, ...headers };
  const request = new NextRequest(new URL(`${path}${search}`, env().APP_ORIGIN), {
    method: address.method, headers: Object.entries(given).filter((one): one is [string, string] => one[1] !== null), ...(isGet ? {} : { body: text ?? JSON.stringify(body) }),
  });
  const response = await address.handler(request, { params: Promise.resolve(params) });
  return { status: response.status, text: (await response.text()).replace(/"requestId":"[^"]*"/, `"requestId":""`) };
}
