import { answerHateQuery } from "../../../lib/assessments/hate/commands";
import { completeAssessment } from "../../../lib/assessments/risk/commands";
import type { CompleteAssessmentInput } from "../../../lib/assessments/risk/schema";
import { recordNeed } from "../../../lib/assessments/needs/commands";
import type { NeedSource } from "../../../lib/assessments/needs/schema";
import { endTrigger, recordTrigger } from "../../../lib/assessments/triggers/commands";
import { closeCase, decideClosure, recordVictimView } from "../../../lib/assessments/closing/commands";
import { tickDutyCall } from "../../../lib/cases/duty/commands";
import { addEntry } from "../../../lib/cases/log/commands";
import type { CaseOutcome, LegalGateway } from "../../../lib/cases/schema";
import { shareCase } from "../../../lib/cases/sharing/commands";
import { logContact } from "../../../lib/contacts/commands";
import type { ContactType } from "../../../lib/contacts/schema";
import { placeHold } from "../../../lib/governance/commands";
import { recordBreach, recordIntervention } from "../../../lib/interventions/commands";
import { decideOnCase } from "../../../lib/meetings/commands";
import { recordReferral, answerReferral } from "../../../lib/referrals/commands";
import type { AnswerReferral, RecordReferral } from "../../../lib/referrals/schema";
import type { County } from "./county";

/** Who reads an entry: everyone when left out; some agencies by code, with the line that others see; or the case's named members. */
export type Readers = { agencies: string[]; notice?: string } | "members" | "both-sides";

/** Somebody on a case, by name. */
export type Party = { personId: string; involvementId: string };

type Contact = { type: ContactType; body?: string; impact?: "better" | "same" | "worse"; next?: Date; promise?: string; safeHonoured?: boolean; direction?: "in" | "out"; withName?: string; readers?: Readers };
type Shared = { agency: string; level?: "summary" | "contribute"; side?: "both" | "victim" | "perpetrator" };
type Order = { party?: Party; family?: string; placeId?: string; startsOn: string; endsOn?: string; terms?: string; status?: "considered" | "applied" | "in_force" };
type Assessed = Pick<CompleteAssessmentInput, "answers"> & Partial<CompleteAssessmentInput>;

/** One case, worked by members by name: every method is a command, at the time the clock shows. */
export class CaseHand {
  constructor(readonly county: County, readonly caseId: string, readonly reference: string) {}

  private audience(readers: Readers | undefined) {
    if (readers === undefined) return {};
    if (readers === "members") return { audience: { to: "members" as const } };
    if (readers === "both-sides") return { audience: { to: "everyone" as const, withOtherSide: true } };
    return { audience: { to: "agencies" as const, agencyIds: readers.agencies.map((code) => this.county.agency(code)), notice: readers.notice ?? "" } };
  }

  async note(by: string, body: string, readers?: Readers): Promise<void> {
    await addEntry.do(this.county.as(by), { caseId: this.caseId, kind: "note", body, ...this.audience(readers) });
  }

  async informs(by: string, body: string, readers?: Readers): Promise<void> {
    await addEntry.do(this.county.as(by), { caseId: this.caseId, kind: "information", body, ...this.audience(readers) });
  }

  async decides(by: string, body: string, reason: string): Promise<void> {
    await addEntry.do(this.county.as(by), { caseId: this.caseId, kind: "decision", body, reason });
  }

  async evidence(by: string, body: string, reference: string): Promise<void> {
    await addEntry.do(this.county.as(by), { caseId: this.caseId, kind: "evidence", body, reference });
  }

  async contact(by: string, withWhom: Party | "family" | "professional", { next, readers, ...contact }: Contact): Promise<void> {
    await logContact.do(this.county.as(by), {
      caseId: this.caseId, withWhom: typeof withWhom === "string" ? withWhom : withWhom.involvementId, ...contact,
      ...(next ? { nextContactAt: next.toISOString() } : {}), ...this.audience(readers),
    });
  }

  async share(by: string, agencies: Shared[], purpose: string, legalBasis: LegalGateway): Promise<void> {
    await shareCase.do(this.county.as(by), {
      caseId: this.caseId, purpose, legalBasis,
      agencies: agencies.map(({ agency, level = "contribute", side = "both" }) => ({ agencyId: this.county.agency(agency), level, side })),
    });
  }

  async trigger(by: string, key: string, party: Party | null, note: string): Promise<void> {
    await recordTrigger.do(this.county.as(by), { caseId: this.caseId, key, note, involvementId: party?.involvementId ?? null });
  }

  async need(by: string, code: string, party: Party | null, source: NeedSource, note = ""): Promise<void> {
    await recordNeed.do(this.county.as(by), { caseId: this.caseId, code, source, note, involvementId: party?.involvementId ?? null });
  }

  /** Assesses a person or a place again, from where the last assessment of them left off. */
  async assess(by: string, about: Party | { placeId: string }, given: Assessed): Promise<void> {
    const subject = "placeId" in about ? { placeId: about.placeId } : { involvementId: about.involvementId };
    const templateKey = given.templateKey ?? "VRA";
    const latest = await this.county.db.assessment.findFirst({
      where: { caseId: this.caseId, templateKey, involvementId: null, placeId: null, ...subject }, orderBy: { completedAt: "desc" }, select: { id: true },
    });
    await completeAssessment.do(this.county.as(by), {
      purpose: "review", source: "phone", ...given, ...subject, templateKey, caseId: this.caseId, lastAssessmentId: latest?.id ?? null,
    });
  }

  async order(by: string, typeCode: string, { party, ...given }: Order): Promise<string> {
    const { interventionId } = await recordIntervention.do(this.county.as(by), { caseId: this.caseId, typeCode, victimElsewhere: "no" as const, ...(party ? { personId: party.personId } : {}), ...(given.family ? { familySide: "perpetrator" as const } : {}), ...given });
    return interventionId;
  }

  async breach(by: string, interventionId: string, on: string, words: string): Promise<void> {
    const { version } = await this.county.db.intervention.findUniqueOrThrow({ where: { id: interventionId }, select: { version: true } });
    await recordBreach.do(this.county.as(by), { interventionId, version, on, words });
  }

  async refer(by: string, given: Omit<RecordReferral, "caseId" | "toAgencyId"> & { to?: string }): Promise<string> {
    const { to, ...rest } = given;
    const { referralId } = await recordReferral.do(this.county.as(by), { ...rest, caseId: this.caseId, ...(to ? { toAgencyId: this.county.agency(to) } : {}) });
    return referralId;
  }

  async answerReferral(by: string, referralId: string, status: AnswerReferral["status"], outcome: string): Promise<void> {
    const { version } = await this.county.db.referral.findUniqueOrThrow({ where: { id: referralId }, select: { version: true } });
    await answerReferral.do(this.county.as(by), { referralId, version, status, outcome });
  }

  async panelDecides(by: string, area: string, decision: string, reason: string, actions: { what: string; agency: string; dueOn: string }[] = []): Promise<void> {
    const panel = await this.county.db.panel.findFirstOrThrow({ where: { areaId: this.county.area(area) }, select: { id: true } });
    await decideOnCase.do(this.county.as(by), {
      panelId: panel.id, caseId: this.caseId, decision, reason, actions: actions.map(({ agency, ...action }) => ({ ...action, ownerAgencyId: this.county.agency(agency) })),
    });
  }

  /** Ticks off every call that stands on the case's list. */
  async rings(by: string, said: (name: string) => string): Promise<void> {
    const calls = await this.county.db.dutyCall.findMany({ where: { caseId: this.caseId, doneAt: null }, orderBy: [{ createdAt: "asc" }, { name: "asc" }], select: { id: true, version: true, name: true } });
    for (const { id, version, name } of calls) {
      await tickDutyCall.do(this.county.as(by), { caseId: this.caseId, dutyCallId: id, version, note: said(name) });
    }
  }

  /** Asks each victim who was not asked yet, closes the case, and has a manager approve it where one must. */
  async close(by: string, outcome: CaseOutcome, reason: string): Promise<void> {
    await this.settles(by);
    for (const { involvementId } of await this.victims()) await recordVictimView.do(this.county.as(by), { caseId: this.caseId, involvementId, view: "agrees", words: "" });
    const { status } = await closeCase.do(this.county.as(by), { caseId: this.caseId, version: await this.version(), outcome, reason });
    if (status === "closed") return;
    await decideClosure.do(this.county.as(await this.managerBeside(by)), { caseId: this.caseId, version: await this.version(), decision: "closed", reason: "Read through with the officer: quiet since, and those affected agree." });
  }

  /** Answers what is still open on a case that comes to its end: whether it is hate, and what held its colour. */
  private async settles(by: string): Promise<void> {
    const { hateQueryOpen } = await this.county.db.case.findUniqueOrThrow({ where: { id: this.caseId }, select: { hateQueryOpen: true } });
    if (hateQueryOpen) {
      await answerHateQuery.do(this.county.as(await this.managerBeside(by)), { caseId: this.caseId, version: await this.version(), isHate: false, reason: "Asked by a trained officer: nobody thinks so now, and nothing that was said or done points to it." });
    }
    const triggers = await this.county.db.liveTrigger.findMany({ where: { caseId: this.caseId, endedAt: null }, select: { id: true, version: true, key: true }, orderBy: { key: "asc" } });
    for (const { id: triggerId, version, key } of triggers) {
      const isHatePathwayClosed = key === "T4" || key === "T5";
      await endTrigger.do(this.county.as(await this.managerBeside(by)), { caseId: this.caseId, triggerId, version, isHatePathwayClosed, reason: isHatePathwayClosed ? "Support was offered and taken up; the police have finished." : "Safe and supported since, and assessed again." });
    }
  }

  /** A manager of the lead agency, and not this member. */
  private async managerBeside(by: string): Promise<string> {
    const { name } = await this.county.db.member.findFirstOrThrow({
      where: { roles: { has: "manager" }, name: { not: by }, agency: { grants: { some: { caseId: this.caseId, level: "lead", revokedAt: null } } } }, select: { name: true }, orderBy: { name: "asc" },
    });
    return name;
  }

  private async version(): Promise<number> {
    return (await this.county.db.case.findUniqueOrThrow({ where: { id: this.caseId }, select: { version: true } })).version;
  }

  async hold(by: string, reason: string): Promise<void> {
    await placeHold.do(this.county.as(by), { caseId: this.caseId, reason });
  }

  /** Those who suffer from it, as the case has them. */
  async victims(): Promise<Party[]> {
    const rows = await this.county.db.involvement.findMany({ where: { caseId: this.caseId, role: "victim", endsAt: null }, select: { id: true, personId: true }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] });
    return rows.map(({ id, personId }) => ({ involvementId: id, personId }));
  }

  /** Somebody on the case by their whole name, or the words for a group. */
  async party(fullName: string): Promise<Party> {
    const found = await this.county.db.involvement.findFirstOrThrow({
      where: { caseId: this.caseId, endsAt: null, person: { fullName } }, orderBy: { startsAt: "asc" }, select: { id: true, personId: true },
    });
    return { involvementId: found.id, personId: found.personId };
  }
}
