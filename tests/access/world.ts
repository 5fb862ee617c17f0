import { Chance } from "./random";
import { anAssessment, clocksOf, colouredBy, formVersions } from "./risk";
import { openedByName } from "./sealed";

/** A row as the database holds it: instants as ISO text, days as YYYY-MM-DD. */
export type Row = Record<string, unknown>;
export type Side = "both" | "victim" | "perpetrator";
export type World = { seed: number; now: Date; tables: Record<string, Row[]> };
export type Size = { agencies: number; members: number; cases: number; /** Times as many entries, actions and referrals on each case. */ density?: number };

/** Instants on which a day, a summer time or an agreement turns, and one ordinary afternoon. */
const withoutId = ["SignatureArea", "HouseholdMember", "Contact", "CaseLook", "ClockStep"];
const moments = ["2026-11-18T14:05:00.000Z", "2026-07-01T22:59:59.999Z", "2026-07-01T23:00:00.000Z", "2026-10-25T00:30:00.000Z", "2026-12-31T23:59:59.999Z", "2026-03-29T01:00:00.000Z"];

const tables = [
  "Organisation", "Area", "Agency", "Team", "User", "Member", "Agreement", "AgreementSignature", "SignatureArea", "Panel", "Place", "Case", "Grant", "CaseMember", "CaseExclusion",
  "Person", "Report", "Involvement", "Alias", "Residence", "ContactPoint", "MatchDecision", "Entry", "EntryReader", "BreakGlass", "EmergencySearch", "Contact", "Assessment", "LiveTrigger", "RagOverride", "RagChange", "VictimView", "ClosureProposal",
  "Need", "ContactPlan", "SharedAction", "Referral", "Household", "HouseholdMember", "Intervention", "Breach", "Warning", "DutyCall", "Clock", "ClockStep", "RetentionHold", "Notification", "Draft", "CaseLook", "Invitation", "Template",
];

const [hour, day] = [3_600_000, 86_400_000];

/** Builds one world: agencies and agreements in every odd state, members who left or have not begun, cases shared every way, and one of everything on them. */
export function makeWorld(seed: number, size: Size): World {
  return new Maker(seed, size).make();
}

class Maker {
  private readonly chance: Chance;
  private readonly now: Date;
  private readonly rows: Record<string, Row[]> = Object.fromEntries(tables.map((name) => [name, []]));
  private words = 0;
  private signatures = 0;
  private entries = 0;
  private areas: string[] = [];
  private agencies: string[] = [];
  private members: { id: string; agencyId: string; roles: string[] }[] = [];
  private places: string[] = [];
  private people: string[] = [];

  constructor(private readonly seed: number, private readonly size: Size) {
    this.chance = new Chance(seed);
    this.now = new Date(moments[seed % moments.length]!);
  }

  make(): World {
    this.makeAgencies();
    this.makeAgreements();
    this.makeMembers();
    this.makePlaces();
    for (let n = 0; n < this.size.cases; n += 1) this.makeCase(n);
    this.makeReportsWithoutCases();
    this.makeMatches();
    this.makeOwnRows();
    for (const row of formVersions({ word: () => this.word(), askedAt: this.at(-hour), askedBy: this.members[0]!.id })) this.add("Template", row);
    return { seed: this.seed, now: this.now, tables: this.rows };
  }

  private add(table: string, row: Row): string {
    const id = (row.id as string | undefined) ?? this.chance.id();
    this.rows[table]!.push("id" in row || withoutId.includes(table) ? row : { id, ...row });
    return id;
  }

  /** A word that stands in one cell of one row and nowhere else. */
  private word(): string {
    this.words += 1;
    return `zq${(this.seed * 100_000 + this.words).toString(36).padStart(7, "0")}x`;
  }

  private at(offset: number): string {
    return new Date(this.now.getTime() + offset).toISOString();
  }

  /** A London day, counted from today. */
  private on(days: number): string {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(this.now);
    return new Date(Date.parse(`${today}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
  }

  private makeAgencies(): void {
    for (const code of ["QAA", "QAB", "QAC"]) this.areas.push(this.add("Area", { code, name: `Area ${this.word()}`, validFrom: "1974-04-01" }));
    const organisation = this.add("Organisation", { name: `Organisation ${this.seed}` });
    for (let n = 0; n < this.size.agencies; n += 1) {
      const side = (["both", "both", "both", "victim", "perpetrator"] as const)[n % 5]!;
      const id = this.add("Agency", { code: `q-${this.seed}-${n}`, name: `Agency ${n}`, shortName: `A${n}`, organisationId: organisation, kind: n === 6 ? "governance" : "council", side, contactPhone: "01234 567890" });
      this.agencies.push(id);
      this.add("Team", { agencyId: id, name: "Team" });
    }
  }

  private makeAgreements(): void {
    const agreement = (startsOn: number, endsOn: number, isActive: boolean, isWithdrawn = false) =>
      this.add("Agreement", { name: "Agreement", purposes: "{}", startsOn: this.on(startsOn), endsOn: this.on(endsOn), activatedAt: isActive ? this.at(-30 * day) : null, withdrawnAt: isWithdrawn ? this.at(-1) : null });
    const live = agreement(-200, 200, true);
    const odd = [agreement(-200, 0, true), agreement(-200, -1, true), agreement(0, 20, true), agreement(1, 20, true), agreement(-200, 200, false), agreement(-200, 200, true, true)];
    this.agencies.forEach((agencyId, n) => {
      if (n < 5) return this.sign(agencyId, live, this.areas, {});
      const kind = (n - 5) % (odd.length + 1);
      if (kind > 0) this.sign(agencyId, odd[kind - 1]!, this.chance.mixed(this.areas).slice(0, 2), {});
      if (kind === 0 || this.chance.is(0.3)) this.sign(agencyId, live, this.chance.mixed(this.areas).slice(0, 1 + this.chance.below(2)), this.oddSignature());
    });
  }

  private oddSignature(): Row {
    const all: Row[] = [{ signedOn: this.on(1) }, { endsOn: this.on(-1) }, {}, { endsOn: this.on(0) }, { withdrawnAt: this.at(-5) }, { endsOn: this.on(1) }, { signedOn: this.on(0) }];
    this.signatures += 1;
    return all[(this.signatures + this.seed) % all.length]!;
  }

  private sign(agencyId: string, agreementId: string, areas: string[], but: Row): void {
    const signatureId = this.add("AgreementSignature", { agreementId, agencyId, signatoryName: "Signatory", signedOn: this.on(-100), endsOn: null, withdrawnAt: null, coversTriage: this.chance.is(0.6), ...but });
    for (const areaId of areas) this.add("SignatureArea", { signatureId, areaId });
  }

  private makeMembers(): void {
    const kinds = [["practitioner"], ["practitioner"], ["manager"], ["coordinator"], ["practitioner", "coordinator"], ["chair"], ["reporter"], ["agency_admin"], ["governance"], ["analyst"], ["system_admin"], ["practitioner", "manager"]];
    let lastUser = "";
    for (let n = 0; n < this.size.members; n += 1) {
      const agencyId = n < this.agencies.length ? this.agencies[n]! : this.chance.is(0.5) ? this.agencies[this.chance.below(5)]! : this.chance.one(this.agencies);
      const roles = n < this.agencies.length ? ["practitioner"] : kinds[n % kinds.length]!;
      // Every ninth is the second post of somebody seconded.
      const userId = n % 9 === 8 ? lastUser : this.add("User", { email: `q${this.seed}-${n}@example.test`, name: `Member ${n}`, disabledAt: n >= this.agencies.length && this.chance.is(0.06) ? this.at(-day) : null });
      lastUser = userId;
      const time = n < this.agencies.length ? {} : this.chance.one<Row>([{}, {}, {}, {}, {}, {}, {}, {}, { endsAt: this.at(0) }, { endsAt: this.at(-40 * day) }, { endsAt: this.at(1) }, { startsAt: this.at(1) }, { startsAt: this.at(0) }]);
      const id = this.add("Member", { userId, agencyId, teamId: null, name: `Member ${n}`, title: "Officer", phone: "", roles: `{${roles.join(",")}}`, startsAt: this.at(-300 * day), endsAt: null, ...time });
      this.members.push({ id, agencyId, roles });
    }
    for (const areaId of this.areas) {
      const standing = this.chance.one<Row>([{}, {}, { endsAt: this.at(0) }, { startsAt: this.at(1) }]);
      const candidates = this.members.filter(({ roles }) => roles.some((role) => ["chair", "coordinator", "manager", "analyst", "governance"].includes(role)));
      for (const but of [{}, standing]) this.add("Panel", { areaId, name: "Panel", chairId: this.chance.one(candidates).id, coordinatorId: this.chance.one(candidates).id, startsAt: this.at(-100 * day), endsAt: null, ...but });
    }
  }

  private makePlaces(): void {
    for (let n = 0; n < 12; n += 1) {
      const line = `${n + 1} ${this.word()} Street`;
      this.places.push(this.add("Place", { kind: "address", uprn: `${this.seed}${String(n).padStart(4, "0")}`, line, town: "", postcode: "", wardName: "Ward", areaId: this.areas[n % 3]!, searchText: line.toLowerCase(), agencyId: null }));
    }
  }

  /** A place: mostly one that somebody typed, which only those of its case or report may read. */
  private place(areaId: string, agencyId: string): string {
    if (this.chance.is(0.3)) return this.chance.one(this.places);
    const line = `${this.word()} yard`;
    return this.add("Place", { kind: "address", uprn: null, line, town: this.word(), postcode: "", wardName: "Ward", areaId, searchText: line, agencyId });
  }

  private person(recordedById: string): string {
    if (this.people.length > 6 && this.chance.is(0.25)) return this.chance.one(this.people);
    const [givenName, familyName] = [this.word(), this.word()];
    const id = this.add("Person", { kind: "individual", givenName, familyName, fullName: `${givenName} ${familyName}`, bornOn: "1980-02-03", language: "", recordedById, recordedAt: this.at(-50 * day) });
    this.people.push(id);
    return id;
  }

  private memberOf(agencyId: string): string {
    return (this.members.find((member) => member.agencyId === agencyId && this.chance.is(0.5)) ?? this.members.find((member) => member.agencyId === agencyId)!).id;
  }

  private side(): Side {
    return this.chance.one(["both", "victim", "victim", "perpetrator"]);
  }

  private audience(author: string): string[] {
    return this.chance.is(0.7) ? [] : [...new Set([author, ...this.chance.some(this.agencies, 3)])];
  }

  private makeCase(n: number): void {
    const { chance } = this;
    const areaId = chance.one(this.areas);
    const lead = this.agencies[chance.is(0.7) ? chance.below(5) : chance.below(this.agencies.length)]!;
    const opener = this.memberOf(lead);
    const status = chance.one(["intake", "open", "open", "open", "monitoring", "closure_proposed", "closed"]);
    const isNew = chance.is(0.15);
    const rag = chance.one(["red", "red", "amber", "green"]);
    const typist = chance.one(this.agencies);
    const caseId = this.add("Case", {
      reference: `${["QAA", "QAB", "QAC"][this.areas.indexOf(areaId)]}-2026-${String(n + 1).padStart(5, "0")}`, areaId, placeId: this.place(areaId, typist), title: `Noise, ${this.word()}`,
      heading: "noise", qualifier: "personal", originalHeading: "noise", isHate: false, status, isRestricted: chance.is(0.15), rag, ragReason: this.word(), ragSince: this.at(-day), behaviourRag: chance.one(["red", "amber", "green", null]),
      namedOfficerId: chance.is(0.8) ? opener : null, openedAt: isNew ? this.at(chance.one([-hour, -24 * hour, -24 * hour + 1])) : this.at(-40 * day),
      nextReviewAt: this.at(chance.one([-1, 1, 30]) * day), nextContactAt: this.at(chance.one([-1, 1, 9]) * day),
      // Handed over from another district, before or after others were given it.
      ...(chance.is(0.3) ? { fromAreaId: chance.one(this.areas.filter((id) => id !== areaId)), fromAgencyId: chance.one(this.agencies), movedAt: this.at(chance.one([-35, -25]) * day) } : {}),
      closedAt: status === "closed" ? this.at(-2 * day) : null, outcome: status === "closed" ? "no_further_reports" : null, openedById: opener,
    });
    const reached = this.share(caseId, lead, opener);
    const around = { caseId, areaId, lead, opener, reached };
    this.keepApart(around);
    const parties = this.involve(around);
    for (let one = chance.below(3); one > 0; one -= 1) this.report(areaId, caseId);
    this.write(around);
    this.judge(around, parties);
    this.work(around, parties);
    this.order(around, parties);
  }

  private share(caseId: string, lead: string, grantedById: string): string[] {
    const grant = (agencyId: string, level: string, side: Side, but: Row) => this.add("Grant", { caseId, agencyId, level, side, purpose: this.word(), legalBasis: "cda_s115", grantedById, grantedAt: this.at(-30 * day), endsAt: null, revokedAt: null, revokeReason: null, ...but });
    grant(lead, "lead", "both", {});
    const others = this.chance.mixed(this.agencies.filter((id) => id !== lead)).slice(0, 3 + this.chance.below(6));
    for (const agencyId of others) {
      const state = this.chance.one<Row>([{}, {}, {}, {}, { endsAt: this.at(0) }, { endsAt: this.at(1) }, { endsAt: this.at(-day) }, { revokedAt: this.at(-1) }]);
      grant(agencyId, this.chance.one(["pointer", "summary", "summary", "contribute", "contribute", "contribute"]), this.chance.one(["both", "both", "victim", "perpetrator"]), state);
      // A grant that was there before: ended for good.
      if (this.chance.is(0.15)) grant(agencyId, "contribute", "both", { revokedAt: this.at(-3 * day) });
    }
    return [lead, ...others];
  }

  private keepApart({ caseId, areaId, lead, opener, reached }: Around): void {
    const { chance } = this;
    const near = this.members.filter(({ agencyId }) => reached.includes(agencyId));
    for (const member of chance.some(near, 4)) {
      this.add("CaseMember", { caseId, memberId: member.id, agencyId: member.agencyId, part: "worker", startsAt: this.at(-20 * day), endsAt: chance.one([null, null, this.at(0), this.at(1), this.at(-day)]) });
    }
    for (const member of chance.some(chance.is(0.5) ? near : this.members, 3)) {
      const ended = chance.is(0.3);
      if (ended && member.id === opener) continue;
      this.add("CaseExclusion", { caseId, memberId: member.id, reason: this.word(), recordedById: opener, startsAt: this.at(-5 * day), endedAt: ended ? this.at(-day) : null, endedById: ended ? opener : null });
    }
    const { reference, rag } = this.rows.Case!.at(-1)!;
    const seats = this.rows.Panel!.filter((panel) => panel.areaId === areaId).flatMap(({ chairId, coordinatorId }) => [chairId, coordinatorId]);
    const kept = this.rows.CaseExclusion!.filter((one) => one.caseId === caseId).map(({ memberId }) => memberId);
    for (const memberId of new Set(seats)) {
      if (rag === "red" && !kept.includes(memberId) && chance.is(0.25)) this.add("CaseExclusion", { caseId, memberId, reason: this.word(), recordedById: opener, startsAt: this.at(-5 * day), endedAt: null, endedById: null });
    }
    for (const member of chance.some(this.members.filter(({ roles }) => roles.includes("practitioner") || roles.includes("manager") || roles.includes("analyst")), 3)) {
      const startsAt = chance.one([-hour, -4 * hour, -4 * hour + 1, -3 * day]);
      this.add("BreakGlass", {
        caseId, reference, areaId, leadAgencyId: lead, memberId: member.id, agencyId: member.agencyId, reason: `Because of ${this.word()}`,
        startedAt: this.at(startsAt), endsAt: this.at(startsAt + 4 * hour), endedAt: chance.is(0.35) ? this.at(-1) : null,
      });
    }
    // An emergency of somebody who stands on one side, and whose agency has no share.
    const oneSided = this.members[3 + (this.rows.Case!.length % 2)]!;
    if (!reached.includes(oneSided.agencyId) && !this.rows.BreakGlass!.some((one) => one.caseId === caseId && one.memberId === oneSided.id)) {
      this.add("BreakGlass", { caseId, reference, areaId, leadAgencyId: lead, memberId: oneSided.id, agencyId: oneSided.agencyId, reason: `Because of ${this.word()}`, startedAt: this.at(-hour), endsAt: this.at(3 * hour), endedAt: null });
    }
  }

  private involve({ caseId, opener }: Around): Party[] {
    const kinds: [string, Side, string][] = [["victim", "victim", "Victim A"], ["alleged_perpetrator", "perpetrator", "Person A"], ["household_member", "victim", ""], ["professional", "both", ""], ["witness", "victim", "Witness A"]];
    const parties = kinds.slice(0, 2 + this.chance.below(4)).map(([role, side, label]) => {
      const personId = this.person(opener);
      const id = this.add("Involvement", { personId, caseId, reportId: null, role, side, label, note: this.word(), startsAt: this.at(-30 * day), endsAt: this.chance.is(0.1) ? this.at(-1) : null, addedById: opener });
      return { id, personId, side, role };
    });
    for (const { personId, side } of parties) this.detail(personId, caseId, null, this.chance.is(0.7) ? side : this.side(), opener);
    return parties;
  }

  private detail(personId: string, caseId: string | null, reportId: string | null, side: Side, recordedById: string): void {
    const learned = { caseId, reportId, side, recordedById, recordedAt: this.at(-10 * day) };
    if (this.chance.is(0.6)) this.add("Alias", { personId, name: this.word(), ...learned });
    if (this.chance.is(0.8)) this.add("Residence", { personId, placeId: this.place(this.chance.one(this.areas), this.chance.one(this.agencies)), startsOn: this.on(-900), endsOn: this.people.length % 5 === 0 ? this.on(-3) : null, isConfidential: this.chance.is(0.3), ...learned });
    if (this.chance.is(0.7)) this.add("ContactPoint", { personId, method: "phone", number: this.word(), safeWhen: this.word(), doNot: "", safeWords: "", interpreter: "", leaveMessage: false, ...learned });
  }

  private report(areaId: string, caseId: string | null): void {
    const { chance } = this;
    const callTakers = this.members.filter(({ roles }) => roles.includes("reporter"));
    const taker = chance.one(chance.is(0.3) && callTakers.length > 0 ? callTakers : this.members);
    const receivedAt = chance.one([-hour, -24 * hour, -24 * hour + 1, -3 * day, -3 * day]);
    const reportId = this.add("Report", {
      reference: `R-QAA-2026-${String(this.rows.Report!.length + 1).padStart(5, "0")}`, agencyId: taker.agencyId, takenById: taker.id, receivedAt: this.at(receivedAt), channel: "phone", areaId,
      placeId: this.place(areaId, taker.agencyId), whatHappened: this.word(), happenedFrom: this.at(receivedAt - hour), howOften: "", heading: "noise", qualifier: "personal", originalHeading: "noise", originalQualifier: "personal",
      immediateSteps: this.word(), adviceGiven: "", externalReference: this.word(), screening: {}, triggers: "{}", audience: list(this.audience(taker.agencyId)), side: this.side(),
      status: caseId ? "linked" : chance.one(["received", "screened", "advice_only"]), caseId,
    });
    for (const [role, side, label] of [["complainant", "victim", "Caller"], ["alleged_perpetrator", "perpetrator", ""]] as const) {
      if (chance.is(0.25)) continue;
      const personId = this.person(taker.id);
      this.add("Involvement", { personId, caseId: null, reportId, role, side, label, note: this.word(), startsAt: this.at(receivedAt), endsAt: null, addedById: taker.id });
      this.detail(personId, null, reportId, side, taker.id);
    }
  }

  private makeReportsWithoutCases(): void {
    for (let n = 0; n < this.size.cases / 2; n += 1) this.report(this.chance.one(this.areas), null);
  }

  private makeMatches(): void {
    for (let n = 0; n + 1 < this.people.length; n += 4) {
      const [aId, bId] = [this.people[n]!, this.people[n + 1]!].sort();
      if (aId !== bId) this.add("MatchDecision", { aId, bId, decision: this.chance.one(["same", "different", "possible"]), reason: this.word(), decidedById: this.members[0]!.id, decidedAt: this.at(-day), endedAt: null });
    }
  }

  private write({ caseId, areaId, lead, opener, reached }: Around): void {
    const { chance } = this;
    for (let n = (3 + chance.below(5)) * (this.size.density ?? 1); n > 0; n -= 1) {
      const authorAgencyId = chance.one(reached);
      const audience = this.audience(authorAgencyId);
      this.entries += 1;
      const id = this.add("Entry", {
        seq: this.entries, txId: 3, caseId, kind: "note", body: this.word(), data: {}, authorId: this.memberOf(authorAgencyId), authorAgencyId, side: this.side(), audience: list(audience),
        membersOnly: chance.is(0.2), notice: audience.length > 0 && chance.is(0.5) ? this.word() : "", happenedAt: this.at(-n * hour), recordedAt: this.at(-n * hour),
      });
      const onCase = { caseId, areaId, leadAgencyId: lead, opener, reference: this.rows.Case!.at(-1)!.reference, entryId: id, holderAgencyId: authorAgencyId };
      for (const [table, row] of audience.length > 0 ? openedByName(chance, (offset) => this.at(offset), () => this.word(), this.members, onCase) : []) this.add(table, row);
      if (chance.is(audience.length > 0 ? 0.6 : 0.15)) this.add("Entry", { ...this.rows.Entry!.find((row) => row.id === id)!, id: chance.id(), seq: (this.entries += 1), body: this.word(), notice: "", correctsId: id, recordedAt: this.at(-n * hour + 1) });
      if (chance.is(0.3)) this.add("Contact", { entryId: id, caseId, involvementId: null, type: "phone_out", withRole: "victim", impact: "", promise: this.word(), nextContactAt: null });
    }
  }

  private judge({ caseId, lead, opener }: Around, parties: Party[]): void {
    const { chance } = this;
    const around = { caseId, lead, opener };
    const made = { chance, at: (offset: number) => this.at(offset), word: () => this.word() };
    for (const party of [parties[0]!, parties[1]!]) {
      this.add("Assessment", anAssessment(around, made, { score: 20, daysAgo: 1, involvementId: party.id, side: party.side }));
      this.add("Need", { caseId, involvementId: party.id, code: "isolation", source: "self", severity: "", note: this.word(), side: party.side, startsOn: this.on(-20), endsOn: null, recordedById: opener });
    }
    this.add("Assessment", anAssessment(around, made, { score: 10, daysAgo: 2, involvementId: null, placeId: this.rows.Case!.at(-1)!.placeId, side: this.side() }));
    this.add("Need", { caseId, involvementId: null, code: "isolation", source: "self", severity: "", note: this.word(), side: this.side(), startsOn: this.on(-20), endsOn: null, recordedById: opener });
    this.add("ContactPlan", { caseId, involvementId: parties[0]!.id, method: "phone", safeWhen: this.word(), doNot: this.word(), sayWho: "", everyDays: 7, nextDueAt: this.at(day), side: this.side(), endedAt: null });
    for (const [table, row] of [...colouredBy(around, made, { seq: ++this.entries, involvementId: parties[0]!.id }), ...clocksOf(around, made, this.side())]) this.add(table, row);
    if (chance.is(0.6)) {
      const createdAt = chance.is(0.5) ? this.rows.Case!.at(-1)!.openedAt : this.at(-2 * hour);
      this.add("DutyCall", { caseId, agencyId: lead, name: this.word(), phone: "01234 567899", reason: this.word(), dueAt: this.at(hour), createdAt, note: "" });
    }
  }

  private work({ caseId, lead, opener, reached }: Around, parties: Party[]): void {
    const { chance } = this;
    for (let n = (1 + chance.below(3)) * (this.size.density ?? 1); n > 0; n -= 1) {
      this.add("SharedAction", {
        caseId, what: this.word(), why: this.word(), askedById: opener, askedByAgencyId: lead, ownerAgencyId: chance.is(0.8) ? chance.one(reached) : chance.one(this.agencies), ownerMemberId: null, status: "offered", isUrgent: false,
        dueAt: this.at(chance.one([-1, 1, 5]) * day), offeredAt: this.at(-2 * day), side: this.side(),
      });
    }
    for (let n = chance.below(3) * (this.size.density ?? 1); n > 0; n -= 1) {
      this.add("Referral", {
        caseId, kind: "service", toAgencyId: chance.is(0.7) ? chance.one(reached) : null, toName: "Service", sentBy: "phone", question: this.word(), wishes: this.word(), consent: "given", legalBasis: "consent_referral", status: "sent", sentAt: this.at(-day),
        respondBy: this.at(day), raisedById: opener, raisedByAgencyId: lead, involvementId: parties[0]!.id, side: this.side(),
      });
    }
    this.ask({ caseId, lead, opener, reached });
    for (const agencyId of reached.slice(0, 2)) {
      const who = this.members.find((member) => member.agencyId === agencyId);
      if (who) this.add("Notification", { memberId: who.id, kind: "case-red", isUrgent: false, caseId, createdAt: this.at(-hour) });
    }
  }

  /** Agencies that ask for reach, on the case or not, and a lead that is offered. */
  private ask({ caseId, lead, opener, reached }: Omit<Around, "areaId">): void {
    const { chance } = this;
    const { reference } = this.rows.Case!.at(-1)!;
    const ended = () => chance.one<Row>([{ status: "sent" }, { status: "sent" }, { status: "declined", outcome: this.word(), outcomeAt: this.at(-hour) }, { status: "withdrawn", outcomeAt: this.at(-hour) }]);
    const common = () => ({ caseId, toName: "", reference, question: this.word(), purpose: this.word(), sentAt: this.at(-day), respondBy: this.at(hour), side: this.side() });
    for (const agencyId of chance.some(chance.is(0.6) ? this.agencies : reached, 2).filter((id) => id !== lead)) {
      const asker = this.memberOf(agencyId);
      this.add("Referral", { ...common(), kind: "access_request", toAgencyId: lead, legalBasis: "", wantedLevel: "contribute", wantedSide: this.side(), forMemberId: asker, raisedById: asker, raisedByAgencyId: agencyId, ...ended() });
    }
    if (chance.is(0.5)) {
      const toAgencyId = chance.one(this.agencies.filter((id) => id !== lead));
      this.add("Referral", { ...common(), kind: "lead_transfer", toAgencyId, toAreaId: chance.one(this.areas), legalBasis: "cda_s115", raisedById: opener, raisedByAgencyId: lead, ...ended() });
    }
  }

  private order({ caseId, areaId, lead, opener, reached }: Around, parties: Party[]): void {
    const { chance } = this;
    if (chance.is(0.6)) {
      const subject = chance.one([{ personId: parties[1]!.personId, placeId: null, householdId: null }, { personId: null, placeId: chance.one(this.places), householdId: null }]);
      const interventionId = this.add("Intervention", { typeCode: "good_neighbour_agreement", areaId, caseId, ...subject, side: this.chance.one(["both", "both", "victim"]), agencyId: lead, status: this.people.length % 6 === 0 ? "considered" : "in_force", startsOn: this.on(-10), endsOn: this.on(this.people.length % 4 === 0 ? -1 : 90), endedOn: null, terms: this.word(), recordedById: opener });
      if (chance.is(0.6)) this.add("Breach", { interventionId, caseId, happenedOn: this.on(-1), words: this.word(), recordedById: chance.is(0.5) ? opener : this.memberOf(chance.one(reached)) });
    }
    if (chance.is(0.3)) {
      const householdId = this.add("Household", { label: this.word(), caseId, side: this.side() });
      this.add("HouseholdMember", { householdId, personId: parties[0]!.personId });
    }
    for (const side of ["victim", "perpetrator", "both"]) if (chance.is(0.6)) this.add("Warning", { caseId, personId: chance.is(0.5) ? parties[1]!.personId : null, words: this.word(), side, reviewOn: this.on(30), recordedById: opener, recordedAt: this.at(-day) });
    if (chance.is(0.1)) this.add("RetentionHold", { caseId, reason: this.word(), placedById: opener });
  }

  private makeOwnRows(): void {
    for (const { id } of this.members.slice(0, 20)) {
      this.add("Draft", { memberId: id, kind: "report", subject: "", data: { words: this.word() } });
      this.add("Invitation", { memberId: id, userId: this.rows.Member!.find((one) => one.id === id)!.userId, agencyId: this.members.find((one) => one.id === id)!.agencyId, kind: "join", needsSecond: this.chance.is(0.5), askedAt: this.at(-hour), version: 1 });
      if (this.chance.is(0.3)) this.add("EmergencySearch", { memberId: id, agencyId: this.members.find((one) => one.id === id)!.agencyId, reason: `Because of ${this.word()}`, found: 1, at: this.at(-hour) });
      this.add("CaseLook", { memberId: id, caseId: this.chance.one(this.rows.Case!).id, lookedAt: this.at(-3 * hour) });
    }
  }
}

type Around = { caseId: string; areaId: string; lead: string; opener: string; reached: string[] };
type Party = { id: string; personId: string; side: Side; role: string };

/** A list as Postgres writes it. */
function list(ids: string[]): string {
  return `{${ids.join(",")}}`;
}

/** Reads such a list. */
export function listed(value: unknown): string[] {
  return String(value).slice(1, -1).split(",").filter(Boolean);
}
