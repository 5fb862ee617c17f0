import { addEntry } from "../../lib/cases/log/commands";
import { asOwner } from "../support/database";
import { addressIn } from "../support/factories-reports";
import { assess } from "../support/factories-assessments";
import { agencyCoded, areaCoded, loadTestCounty, memberNamed } from "../support/county";
import { makeCase } from "../support/factories-cases";
import { excludeMember } from "../../lib/cases/keeping/commands";
import { breakGlass } from "../../lib/cases/glass/commands";
import { recordIntervention } from "../../lib/interventions/commands";
import { askForAccess } from "../../lib/referrals/asking/commands";
import { offerLead } from "../../lib/referrals/handing-over/commands";
import { recordReferral } from "../../lib/referrals/commands";
import { raiseAction } from "../../lib/shared-actions/raising/commands";
import { recordTrigger } from "../../lib/assessments/triggers/commands";
import { recordNeed } from "../../lib/assessments/needs/commands";
import { aReport, take } from "../support/factories-reports";
import type { Named } from "./asking";

/** Words that stand in a hidden case and nowhere else. */
export const canaries = ["Quenby", "Zephaniah", "Ossington", "canary-entry", "canary-action", "canary-referral", "canary-need", "canary-report", "canary-trigger", "canary-conflict", "canary-emergency", "canary-request", "canary-offer"];

export type World = { named: Named; special: Named; canaries: string[]; caseId: string; reference: string };

/** A red Fenland case with one of everything, and every id in it by the name a form would give it. */
export async function buildWorld(): Promise<World> {
  await loadTestCounty();
  const jo = await memberNamed("Jo Ellwood");
  const door = { member: jo };
  const areaId = await areaCoded("FEN");
  const made = await makeCase({ by: jo, area: "FEN", rag: "amber", victim: "Quenby Ossington", alleged: "Zephaniah Drove", sharedWith: ["fen-homes", "police-fenland"] });
  const { caseId } = made;
  const entry = await addEntry.do(door, { caseId, kind: "note", body: "canary-entry" });
  const action = await raiseAction.do(door, { caseId, ownerAgencyId: await agencyCoded("police-fenland"), what: "canary-action" });
  const alleged = await one(`SELECT "personId" AS id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, caseId);
  const intervention = await recordIntervention.do(door, { caseId, typeCode: "good_neighbour_agreement", personId: alleged, startsOn: "2026-01-05" });
  const referral = await recordReferral.do(door, { caseId, toName: "Fen Hope CIC", sentBy: "phone", question: "canary-referral", consent: "given", legalBasis: "consent_referral" });
  await recordNeed.do(door, { caseId, involvementId: made.victimInvolvementId, code: "isolation", source: "said", note: "canary-need" });
  await recordTrigger.do(door, { caseId, key: "T1", involvementId: made.victimInvolvementId, note: "canary-trigger" });
  const placeId = (await addressIn("FEN", 30)).id;
  const report = await take(jo, aReport({ placeId, whatHappened: "canary-report" }));
  const other = await take(jo, aReport({ placeId, whatHappened: "Shouting in the yard on another night." }));
  const assessment = await assess(jo, { caseId, involvementId: made.victimInvolvementId });
  await excludeMember.do(door, { caseId, memberId: await memberNamed("Sgt Ruth Hale"), reason: "canary-conflict" });
  await breakGlass.do({ member: await memberNamed("Grace Obi") }, { reference: made.reference, reason: "canary-emergency" });
  const asker = await memberNamed("Moira Keane");
  const asked = await askForAccess.do({ member: asker }, { reference: made.reference, level: "summary", side: "victim", purpose: "Words", reason: "canary-request", memberId: asker });
  const offered = await offerLead.do(door, { caseId, agencyId: await agencyCoded("police-fenland"), areaId, purpose: "Words", legalBasis: "cda_s115", note: "canary-offer" });
  const fromCase = (column: string, table: string) => one(`SELECT "${column}" AS id FROM "${table}" WHERE "caseId" = $1 LIMIT 1`, caseId);
  const named: Named = {
    caseId, areaId, placeId, reportId: report.reportId, sameAsId: other.reportId, assessmentId: assessment.assessmentId, entryId: entry.entryId, readId: entry.entryId, actionId: action.actionId, interventionId: intervention.interventionId,
    referralId: referral.referralId, needId: await fromCase("id", "Need"), triggerId: await fromCase("id", "LiveTrigger"), overrideId: crypto.randomUUID(),
    grantId: await one(`SELECT id FROM "Grant" WHERE "caseId" = $1 AND level = 'contribute' ORDER BY id LIMIT 1`, caseId), otherGrantId: await one(`SELECT id FROM "Grant" WHERE "caseId" = $1 AND level = 'contribute' ORDER BY id DESC LIMIT 1`, caseId),
    otherInvolvementId: await one(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, caseId), dutyCallId: (await maybe(`SELECT id FROM "DutyCall" WHERE "caseId" = $1 LIMIT 1`, caseId)) ?? crypto.randomUUID(),
    clockId: await one(`SELECT id FROM "Clock" WHERE "caseId" = $1 AND name = 'firstContact' AND "stoppedAt" IS NULL`, caseId),
    involvementId: made.victimInvolvementId, personId: alleged, memberId: jo, ownerAgencyId: await agencyCoded("fenland-dc"), agencyId: await agencyCoded("fenland-dc"),
    panelId: await one(`SELECT id FROM "Panel" WHERE "areaId" = $1`, areaId), panel: await one(`SELECT id FROM "Panel" WHERE "areaId" = $1`, areaId),
    exclusionId: await fromCase("id", "CaseExclusion"), glassId: await fromCase("id", "BreakGlass"),
    accessRequestId: asked.requestId, offerId: offered.offerId, requestId: crypto.randomUUID(), invitationId: crypto.randomUUID(), templateId: crypto.randomUUID(), agreementId: crypto.randomUUID(), signatureId: crypto.randomUUID(), proposalId: crypto.randomUUID(),
    sessionId: crypto.randomUUID(), passkeyId: crypto.randomUUID(), readerId: crypto.randomUUID(), callId: crypto.randomUUID(), notificationId: crypto.randomUUID(), version: 1, lastAssessmentId: null, area: "FEN", on: "2026-11-18", onDay: "2026-11-18", dueOn: "2030-01-02", startsOn: "2026-01-05", expiresOn: "2030-01-02", endsOn: "",
    withWhom: made.victimInvolvementId, code: "isolation", section: "cases", key: "T2", typeCode: "good_neighbour_agreement", kind: "note", toName: "Fen Hope CIC", consent: "given",
    legalBasis: "cda_s115", rag: "amber", outcome: "Words that fit a field", after: undefined, reference: made.reference, term: "Quenby", words: "Quenby Ossington", givenName: "Quenby", familyName: "Ossington",
  };
  return { named, special: specialFor(named), canaries: [...canaries, made.reference, caseId], caseId, reference: made.reference };
}

/** Doors whose input no generator would guess. Each is still the request of someone who knows the ids. */
function specialFor(named: Named): Named {
  const key = { kind: "report", subject: "" };
  return {
    "assessment.complete": { templateKey: "VRA", purpose: "review", source: "phone", answers: {}, caseId: named.caseId, involvementId: named.involvementId, lastAssessmentId: null },
    "action.acceptMany": { actions: [{ actionId: named.actionId, version: 1 }] },
    "action.complete": { actionId: named.actionId, version: 1, outcome: "Done" },
    "clock.pause": { caseId: named.caseId, clockId: named.clockId, version: 1, until: "2030-01-02", reason: "Words" }, "case.supervise": { caseId: named.caseId, note: "Words" },
    "case.close": { caseId: named.caseId, version: 1, outcome: "no_further_reports", reason: "Quiet" }, "case.recordVictimView": { caseId: named.caseId, involvementId: named.involvementId, view: "agrees", words: "" },
    "case.decideClosure": { caseId: named.caseId, version: 1, decision: "declined", reason: "Words that fit a field" },
    "case.follow": { caseId: named.caseId, after: "0.0" },
    "case.list": {}, "case.board": { area: "FEN" }, "case.log": { caseId: named.caseId }, "case.get": { caseId: named.caseId }, "notice.list": {}, "notice.read": { upTo: "2026-11-18T09:00:00Z" },
    "case.changeLevel": { caseId: named.caseId, grantId: named.otherGrantId, level: "summary", side: "both", purpose: "Words", legalBasis: "cda_s115" },
    "involvement.recordMove": { caseId: named.caseId, involvementId: named.otherInvolvementId, version: 1, place: { line: "1 Somewhere Else", areaCode: "FEN" }, movedOn: "2026-11-01", isConfidential: true },
    "involvement.end": { caseId: named.caseId, involvementId: named.otherInvolvementId, version: 1, reason: "wrong_person", note: "Words" },
    "draft.keep": { ...key, data: {} }, "draft.drop": key, "draft.find": key,
    "contact.log": { caseId: named.caseId, withWhom: named.withWhom, type: "phone_out", body: "Words", nextContactAt: new Date(Date.now() + 7 * 86_400_000).toISOString(), impact: "same" },
    "intervention.record": { caseId: named.caseId, typeCode: "good_neighbour_agreement", personId: named.personId, startsOn: "2026-01-05" },
    "need.end": { caseId: named.caseId, needId: named.needId, version: 1, reason: "Words" },
    "case.breakGlass": { reference: named.reference, reason: "Words that fit a field" },
    "case.seek": { givenName: "Quenby", familyName: "Ossington", bornOn: "1980-02-03", reason: "Words that fit a field" },
    "case.openSealed": { caseId: named.caseId, entryId: named.entryId, reason: "Words that fit a field" },
    "entry.admitReader": { caseId: named.caseId, entryId: named.entryId, memberId: named.memberId, reason: "Words" },
    "find.start": { reference: named.reference },
    "intervention.move": { interventionId: named.interventionId, version: 1, to: "completed", on: "2026-11-18" },
    "referral.answer": { referralId: named.referralId, version: 1, status: "declined", outcome: "No" },
    "report.take": aReport({ placeId: String(named.placeId), outcome: { kind: "join_case", caseId: String(named.caseId) } }),
    "template.published": { key: "VRA" }, "template.import": { key: "VRA", text: "{}" },
    "lead.offer": { caseId: named.caseId, agencyId: named.agencyId, areaId: named.areaId, purpose: "Words", legalBasis: "cda_s115", note: "Words" },
    "lead.accept": { offerId: named.offerId, version: 1, officerId: named.memberId },
    "request.askAccess": { reference: named.reference, level: "summary", side: "both", purpose: "Words", reason: "Words that fit a field", memberId: named.memberId },
    "request.grantAccess": { accessRequestId: named.accessRequestId, version: 1, level: "summary", side: "victim", purpose: "Words", legalBasis: "consent_referral" },
    ...administration(named),
  };
}

/** County governance administers an agency without an administrator of its own: what it may do there, it asks for here in ways that a rule refuses. */
function administration({ memberId, agencyId }: Named): Named {
  const post = { title: "Officer", phone: "", team: "" };
  return {
    "member.add": { agencyId, name: "Jo Ellwood", email: "jo.ellwood@fenland-dc.example", roles: ["practitioner"], ...post },
    "member.change": { memberId, version: 1, roles: ["system_admin"], ...post },
    "member.confirm": { memberId, version: 2_000_000 },
    "member.end": { memberId, version: 1, reason: "Left" },
    "member.handOn": { memberId, toMemberId: memberId, items: [crypto.randomUUID()] },
    "invitation.make": { memberId: crypto.randomUUID() }, "invitation.reset": { memberId: crypto.randomUUID(), kind: "password" }, "session.switch": { memberId },
    "agency.add": { code: "fen-homes", name: "Words", shortName: "Words", organisation: "Words", kind: "housing", emailDomains: "words.example" }, "area.add": { code: "FEN", name: "Words" },
    "agency.change": { agencyId: crypto.randomUUID(), version: 1, name: "Words", shortName: "Words", emailDomains: "words.example" }, "area.change": { areaId: crypto.randomUUID(), version: 1, name: "Words" },
    "agreement.propose": { name: "Cambridgeshire and Peterborough community safety agreement", purposes: ["safeguarding"], startsOn: "2026-01-05", endsOn: "2090-01-05" },
    "agreement.addSignatory": { agreementId: crypto.randomUUID(), agencyId, signatoryName: "Words", signedOn: "2026-01-05", areaIds: [crypto.randomUUID()] },
  };
}

async function maybe(sql: string, value: unknown): Promise<string | undefined> {
  return (await asOwner<{ id: string }>(sql, [value]))[0]?.id;
}

async function one(sql: string, value: unknown): Promise<string> {
  const id = await maybe(sql, value);
  if (!id) throw new Error(`The world lacks: ${sql}`);
  return id;
}
