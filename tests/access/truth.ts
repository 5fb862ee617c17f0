import { listed, type Row, type Side, type World } from "./world";

/*
 * The access rule once more, for the third time and on purpose: read from the model in words, over rows in memory. It
 * shares nothing with the application's predicates or with the database's policies, and both are held to it.
 */

type Level = "pointer" | "summary" | "contribute" | "lead";
type Way = { level: Level; side: Side; by: "grant" | "panel" | "glass" };
type Member = { id: string; agencyId: string; side: Side; roles: string[]; isCounty: boolean; areas: Set<string>; triage: Set<string>; readsCases: boolean };
type Judge = (row: Row) => boolean;

const order: Level[] = ["pointer", "summary", "contribute", "lead"];
const hour = 3_600_000;

export type Truth = {
  /** Whether the member has any authority now. */
  isLive: (memberId: string) => boolean;
  /** Ids of a table's rows that the member may read. */
  reads: (memberId: string, table: string) => Set<string>;
  /** Ids of a table's rows that the member may change. */
  changes: (memberId: string, table: string) => Set<string>;
  /** Cases that the member may find as a pointer, by their reference. */
  points: (memberId: string) => Set<string>;
  /** What the member is told of people said to be responsible who are known elsewhere: person, case reference, and what stands there. */
  elsewhere: (memberId: string) => Set<string>;
  /** How the member reaches one case, for what is judged cell by cell. */
  ways: (memberId: string, caseId: string) => Way[];
  /** Whether the member answers for what an agency does: governance, of the whole county or of that agency. */
  oversees: (memberId: string, agencyId: string) => boolean;
};

export const idOf = (row: Row): string => String(row.id ?? row.entryId ?? row.clockId ?? `${row.householdId ?? row.memberId}/${row.personId ?? row.caseId}`);

function londonDay(instant: Date): string {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** What agencies ask each other about a case itself. */
const isRequest = (row: Row) => row.kind === "access_request" || row.kind === "lead_transfer";

export function truthOf(world: World): Truth {
  return new Rule(world).truth();
}

class Rule {
  private readonly now: number;
  private readonly today: string;
  private readonly members = new Map<string, Member | null>();
  private readonly waysOf = new Map<string, Way[]>();
  private readonly by: Record<string, Map<string, Row>> = {};
  private readonly children: Record<string, Map<string, Row[]>> = {};
  private readonly seen = new Map<string, Set<string>>();
  private readonly toldElsewhere = new Map<string, Set<string>>();

  constructor(private readonly world: World) {
    this.now = world.now.getTime();
    this.today = londonDay(world.now);
  }

  truth(): Truth {
    return {
      isLive: (id) => this.member(id) !== null,
      reads: (id, table) => this.reads(id, table),
      changes: (id, table) => this.changes(id, table),
      points: (id) => this.points(id),
      elsewhere: (id) => this.elsewhere(id),
      ways: (id, caseId) => this.ways(id, caseId),
      oversees: (id, agencyId) => this.member(id)?.roles.includes("governance") === true && (this.member(id)!.isCounty || this.member(id)!.agencyId === agencyId),
    };
  }

  private rows(table: string): Row[] {
    return this.world.tables[table.split(" ")[0]!] ?? [];
  }

  private row(table: string, id: unknown): Row | undefined {
    this.by[table] ??= new Map(this.rows(table).map((one) => [idOf(one), one]));
    return this.by[table].get(String(id));
  }

  private of(table: string, column: string, value: unknown): Row[] {
    const key = `${table}.${column}`;
    if (!this.children[key]) {
      const groups = new Map<string, Row[]>();
      for (const one of this.rows(table)) groups.set(String(one[column]), [...(groups.get(String(one[column])) ?? []), one]);
      this.children[key] = groups;
    }
    return this.children[key].get(String(value)) ?? [];
  }

  private isPast(instant: unknown): boolean {
    return instant !== null && instant !== undefined && Date.parse(String(instant)) <= this.now;
  }

  /** Begun, and not ended: an end is the first instant that no longer counts. */
  private isLive(row: Row): boolean {
    return (row.startsAt === undefined || this.isPast(row.startsAt)) && !this.isPast(row.endsAt);
  }

  private isAgreed(signature: Row): boolean {
    const agreement = this.row("Agreement", signature.agreementId)!;
    if (signature.withdrawnAt || agreement.withdrawnAt || !agreement.activatedAt) return false;
    const first = [String(agreement.startsOn), String(signature.signedOn)].sort().at(-1)!;
    const last = [String(agreement.endsOn), ...(signature.endsOn ? [String(signature.endsOn)] : [])].sort()[0]!;
    return first <= this.today && this.today <= last;
  }

  private member(id: string): Member | null {
    const known = this.members.get(id);
    if (known !== undefined) return known;
    const row = this.row("Member", id)!;
    const isDisabled = Boolean(this.row("User", row.userId)!.disabledAt);
    const found = isDisabled || !this.isLive(row) ? null : this.authority(row);
    this.members.set(id, found);
    return found;
  }

  private authority(row: Row): Member {
    const roles = listed(row.roles);
    const signatures = this.of("AgreementSignature", "agencyId", row.agencyId).filter((one) => this.isAgreed(one));
    const areasOf = (some: Row[]) => new Set(some.flatMap((one) => this.of("SignatureArea", "signatureId", one.id).map(({ areaId }) => String(areaId))));
    return {
      id: String(row.id), agencyId: String(row.agencyId), side: this.row("Agency", row.agencyId)!.side as Side, roles, isCounty: this.row("Agency", row.agencyId)!.kind === "governance",
      areas: areasOf(signatures), triage: roles.includes("coordinator") ? areasOf(signatures.filter(({ coversTriage }) => coversTriage)) : new Set(),
      readsCases: roles.some((role) => ["practitioner", "coordinator", "manager", "chair"].includes(role)),
    };
  }

  /** Kept from it by name: to them it does not exist. */
  private isKeptFrom(member: Member, caseId: unknown): boolean {
    return this.of("CaseExclusion", "caseId", caseId).some((one) => one.memberId === member.id && !one.endedAt);
  }

  private ways(memberId: string, caseId: string): Way[] {
    const key = `${memberId} ${caseId}`;
    const known = this.waysOf.get(key);
    if (known) return known;
    const member = this.member(memberId);
    const asbCase = this.row("Case", caseId);
    const found = member && asbCase ? this.waysTo(member, asbCase) : [];
    this.waysOf.set(key, found);
    return found;
  }

  private waysTo(member: Member, asbCase: Row): Way[] {
    if (!member.readsCases || this.isKeptFrom(member, asbCase.id)) return [];
    const ways: Way[] = this.of("Grant", "caseId", asbCase.id)
      .filter((grant) => grant.agencyId === member.agencyId && !grant.revokedAt && !this.isPast(grant.endsAt) && this.isCovered(member, asbCase, grant.side as Side))
      .map((grant) => ({ level: grant.level as Level, side: grant.side as Side, by: "grant" as const }));
    const sits = this.of("Panel", "areaId", asbCase.areaId).some((panel) => [panel.chairId, panel.coordinatorId].includes(member.id) && this.isLive(panel));
    if (sits && member.areas.has(String(asbCase.areaId)) && asbCase.rag === "red" && asbCase.status !== "closed") ways.push({ level: "contribute", side: "both", by: "panel" });
    const broke = this.of("BreakGlass", "caseId", asbCase.id).some((one) => one.memberId === member.id && !one.entryId && !one.endedAt && member.areas.has(String(one.areaId)) && this.isPast(one.startedAt) && !this.isPast(one.endsAt));
    // An agency that works the case by a grant of its own reads it by that, not by an emergency.
    if (broke && !this.of("Grant", "caseId", asbCase.id).some((grant) => grant.agencyId === member.agencyId && !grant.revokedAt && !this.isPast(grant.endsAt) && order.indexOf(grant.level as Level) >= 2)) ways.push({ level: "contribute", side: member.side, by: "glass" });
    return ways;
  }

  /** An agreement for the case's district lets an agency work it, or for the one that it was handed over from; to the perpetrator's side it never left that one. */
  private isCovered(member: Member, asbCase: Row, side: Side): boolean {
    const from = asbCase.fromAreaId ? String(asbCase.fromAreaId) : null;
    if (side === "perpetrator") return member.areas.has(from ?? String(asbCase.areaId));
    return member.areas.has(String(asbCase.areaId)) || (from !== null && member.areas.has(from));
  }

  /** On a case that went to another district, the perpetrator's side sees its own agency there, and those it knew before. */
  private isKnownThere(member: Member, row: Row, since: unknown): boolean {
    if (this.reaches(member, row, "summary", { bySide: false, sides: ["both", "victim"] })) return true;
    const asbCase = this.row("Case", row.caseId)!;
    if (!asbCase.fromAreaId || row.agencyId === member.agencyId) return true;
    return !row.revokedAt && (String(since) < String(asbCase.movedAt) || row.agencyId === asbCase.fromAgencyId);
  }

  private reaches(member: Member, row: Row, level: Level, { bySide = true, sides = ["both", "victim", "perpetrator"] as Side[], but = [] as Way["by"][] } = {}): boolean {
    if (!row.caseId) return false;
    return this.ways(member.id, String(row.caseId)).some((way) =>
      order.indexOf(way.level) >= order.indexOf(level) && sides.includes(way.side) && !but.includes(way.by) && (!bySide || way.side === "both" || row.side === "both" || row.side === way.side));
  }

  private isAddressed(member: Member, row: Row): boolean {
    const audience = listed(row.audience);
    return audience.length === 0 || audience.includes(member.agencyId);
  }

  /** Named by the agency that keeps a sealed entry, or opened in an emergency: that entry, and what corrects it. */
  private isOpenedTo(member: Member, row: Row): boolean {
    const root = row.correctsId ?? row.id;
    const isOpen = (one: Row, from: unknown) => one.memberId === member.id && !one.endedAt && this.isPast(from) && !this.isPast(one.endsAt);
    return this.of("EntryReader", "entryId", root).some((one) => isOpen(one, one.startsAt)) || this.of("BreakGlass", "entryId", root).some((one) => isOpen(one, one.startedAt));
  }

  private isNamed(member: Member, caseId: unknown): boolean {
    return this.of("CaseMember", "caseId", caseId).some((one) => one.memberId === member.id && !this.isPast(one.endsAt));
  }

  /** Whoever took a report, or triages it, reads it whole: with everyone on it, whichever side. */
  private readsWhole(member: Member, report: Row): boolean {
    if (report.caseId && this.isKeptFrom(member, report.caseId)) return false;
    if (!member.areas.has(String(report.areaId))) return false;
    if (member.readsCases && report.agencyId === member.agencyId) return true;
    if (report.takenById === member.id && Date.parse(String(report.receivedAt)) > this.now - 24 * hour) return true;
    return !report.caseId && member.triage.has(String(report.areaId)) && this.isAddressed(member, report);
  }

  private readsReport(member: Member, report: Row): boolean {
    return this.readsWhole(member, report) || (this.reaches(member, report, "contribute") && this.isAddressed(member, report));
  }

  /** What was learned in a report, or who stands on it: by side, unless the report is read whole. */
  private readsFromReport(member: Member, row: Row): boolean {
    const report = this.row("Report", row.reportId);
    if (!report) return false;
    if (this.readsWhole(member, report)) return true;
    return this.readsReport(member, report) && this.reaches(member, { caseId: report.caseId, side: row.side }, "contribute");
  }

  private judges(member: Member): Record<string, Judge> {
    const onCase = (level: Level, more = {}): Judge => (row) => this.reaches(member, row, level, { bySide: false, ...more });
    const bySide = (level: Level): Judge => (row) => this.reaches(member, row, level);
    const keptFromPerpetrators = { sides: ["both", "victim"] as Side[] };
    const learned: Judge = (row) => this.reaches(member, row, "contribute") || this.readsFromReport(member, row);
    const own: Judge = (row) => row.memberId === member.id;
    const everyone: Judge = () => true;
    const sees = (table: string, id: unknown) => this.reads(member.id, table).has(String(id));
    return {
      Organisation: everyone, Area: everyone, Agency: everyone, Team: everyone, Member: everyone, Agreement: everyone, AgreementSignature: everyone, Panel: everyone,
      User: () => false,
      Template: (row) => row.status === "published" || (member.roles.includes("governance") && member.isCounty),
      Case: (row) => this.reaches(member, { caseId: row.id }, "summary", { bySide: false }),
      Grant: (row) => onCase("summary")(row) && this.isKnownThere(member, row, row.grantedAt),
      CaseMember: (row) => onCase("summary")(row) && this.isKnownThere(member, row, row.startsAt), RetentionHold: onCase("summary", keptFromPerpetrators),
      Warning: bySide("summary"), Intervention: bySide("summary"), Household: bySide("summary"),
      LiveTrigger: onCase("summary", keptFromPerpetrators), RagOverride: onCase("summary", keptFromPerpetrators), RagChange: onCase("summary", keptFromPerpetrators),
      VictimView: onCase("contribute", keptFromPerpetrators), ClosureProposal: onCase("contribute", keptFromPerpetrators),
      Assessment: bySide("contribute"), Need: bySide("contribute"), ContactPlan: bySide("contribute"),
      Breach: (row) => onCase("contribute", keptFromPerpetrators)(row) || (onCase("contribute")(row) && row.recordedById === member.id),
      DutyCall: (row) => onCase("contribute", keptFromPerpetrators)(row) || this.listedInOpening(member, row),
      Clock: (row) => this.reaches(member, row, "contribute", keptFromPerpetrators), ClockStep: (row) => sees("Clock", row.clockId),
      Entry: (row) => this.reaches(member, row, "contribute") && (this.isAddressed(member, row) || this.isOpenedTo(member, row)) && (!row.membersOnly || row.authorId === member.id || this.isNamed(member, row.caseId)),
      EntryReader: (row) => sees("Entry", row.entryId),
      EmergencySearch: (row) => row.memberId === member.id || (member.roles.includes("governance") && (member.isCounty || row.agencyId === member.agencyId)),
      Contact: (row) => sees("Entry", row.entryId),
      Report: (row) => this.readsReport(member, row),
      Involvement: (row) => this.reaches(member, row, "summary") || this.readsFromReport(member, row),
      Person: (row) => this.of("Involvement", "personId", row.id).some((one) => sees("Involvement", one.id)),
      Alias: learned, Residence: learned, ContactPoint: learned,
      MatchDecision: (row) => sees("Person", row.aId) && sees("Person", row.bId),
      Place: (row) => this.readsPlace(member, row) || this.of("Residence", "placeId", row.id).some((one) => sees("Residence", one.id)),
      // Somebody's home is named with them, and is not opened as a place.
      "Place (opened)": (row) => this.readsPlace(member, row),
      "Place (found)": (row) => this.readsPlace(member, row),
      "Case (board)": (row) => sees("Case", row.id),
      SharedAction: (row) => this.reaches(member, row, "contribute") || (row.ownerAgencyId === member.agencyId && this.reaches(member, row, "summary", { bySide: false })),
      Referral: (row) => (isRequest(row) ? this.readsRequest(member, row)
        : this.reaches(member, row, "contribute") || (row.toAgencyId === member.agencyId && this.reaches(member, row, "summary", { bySide: false }))),
      HouseholdMember: (row) => sees("Household", row.householdId),
      CaseExclusion: onCase("lead"),
      BreakGlass: (row) => row.memberId === member.id || (row.entryId ? member.readsCases && row.holderAgencyId === member.agencyId && onCase("contribute")(row) : onCase("lead")(row)) || (member.roles.includes("governance") && (member.isCounty || row.agencyId === member.agencyId)),
      Invitation: (row) => (member.roles.includes("governance") && member.isCounty) || (member.roles.includes("agency_admin") && row.agencyId === member.agencyId),
      Notification: own, Draft: own, CaseLook: own,
    };
  }

  /** Who asked, who leads, and (of a lead that is offered) who may take it: nobody else on the case, and nobody who is kept from it. */
  private readsRequest(member: Member, row: Row): boolean {
    if (!member.readsCases || this.isKeptFrom(member, row.caseId)) return false;
    const takesOver = row.kind === "lead_transfer" && row.toAgencyId === member.agencyId && member.roles.some((role) => role === "coordinator" || role === "manager");
    return row.raisedByAgencyId === member.agencyId || takesOver || this.reaches(member, row, "lead", { bySide: false, but: ["glass", "panel"] });
  }

  /** Whoever opened a case rings those its saving listed, for a day. */
  private listedInOpening(member: Member, call: Row): boolean {
    const asbCase = this.row("Case", call.caseId)!;
    return asbCase.openedById === member.id && asbCase.openedAt === call.createdAt && Date.parse(String(asbCase.openedAt)) > this.now - 24 * hour
      && member.areas.has(String(asbCase.areaId)) && !this.isKeptFrom(member, call.caseId);
  }

  /** The gazetteer is everyone's. To the perpetrator's side a case's place is the victim's address. */
  private readsPlace(member: Member, place: Row): boolean {
    if (place.agencyId === null || place.agencyId === member.agencyId) return true;
    const sees = (table: string, id: unknown) => this.reads(member.id, table).has(String(id));
    return this.of("Case", "placeId", place.id).some((one) => this.reaches(member, { caseId: one.id }, "summary", { bySide: false, sides: ["both", "victim"] }))
      || this.of("Report", "placeId", place.id).some((one) => sees("Report", one.id));
  }

  private reads(memberId: string, table: string): Set<string> {
    const key = `${memberId} ${table}`;
    const known = this.seen.get(key);
    if (known) return known;
    const member = this.member(memberId);
    const judge = member ? this.judges(member)[table] : () => false;
    if (!judge) throw new Error(`No rule says who reads ${table}`);
    const found = new Set(this.rows(table).filter(judge).map(idOf));
    this.seen.set(key, found);
    return found;
  }

  /** Changing takes reading, and contribute by what is no emergency; a grant is ended by the lead, an asked agency answers what it was asked. */
  private changes(memberId: string, table: string): Set<string> {
    const member = this.member(memberId);
    if (!member) return new Set();
    const readable = this.reads(memberId, table);
    const asked: Record<string, string> = { SharedAction: "ownerAgencyId", Referral: "toAgencyId" };
    const glassed = (row: Row) => this.ways(memberId, String(row.caseId)).some(({ by }) => by === "glass");
    const may: Judge = (whole) => {
      const row = table === "Case" ? { caseId: whole.id } : whole;
      if (!readable.has(idOf(whole)) || glassed(row)) return false;
      if (table === "DutyCall" && this.listedInOpening(member, whole)) return true;
      if (table === "Referral" && isRequest(row)) return !row.outcomeAt;
      if (table === "Grant") return this.reaches(member, row, "lead", { bySide: false });
      // A clock stands still by the agency that leads, never by a panel.
      if (table === "Clock") return !row.stoppedAt && this.reaches(member, row, "lead", { bySide: false, sides: ["both", "victim"] });
      const isAsked = asked[table] !== undefined && row[asked[table]] === member.agencyId && this.reaches(member, row, "summary", { bySide: false });
      return isAsked || this.reaches(member, row, "contribute", { bySide: false });
    };
    return new Set(this.rows(table).filter(may).filter((row) => table !== "Grant" || !row.revokedAt).map(idOf));
  }

  /** An agency that works with perpetrators, or does on this case. */
  private isOtherSide(member: Member, asbCase: Row): boolean {
    return member.side === "perpetrator" || this.of("Grant", "caseId", asbCase.id).some((grant) => grant.agencyId === member.agencyId && !grant.revokedAt && grant.side === "perpetrator");
  }

  /** Every agency with a live agreement for a case's area may know that there is one and whom to ring, unless it is restricted. */
  private points(memberId: string): Set<string> {
    const member = this.member(memberId);
    if (!member) return new Set();
    return new Set(this.rows("Case").filter((one) => !one.isRestricted && this.isCovered(member, one, this.isOtherSide(member, one) ? "perpetrator" : "both") && !this.isKeptFrom(member, one.id)).map(idOf));
  }

  /** Who is said to be responsible here takes along, to whoever may know of another case or works where they live now, its pointer with orders in force on them and staff safety. */
  private elsewhere(memberId: string): Set<string> {
    const known = this.toldElsewhere.get(memberId);
    if (known) return known;
    const told = this.allElsewhere(memberId);
    this.toldElsewhere.set(memberId, told);
    return told;
  }

  private allElsewhere(memberId: string): Set<string> {
    const member = this.member(memberId);
    if (!member || member.side === "victim") return new Set();
    const isAlleged = (one: Row) => (one.role === "alleged_perpetrator" || one.role === "perpetrator") && !one.endsAt;
    const told = new Set<string>();
    for (const person of this.rows("Person")) {
      if (!this.of("Involvement", "personId", person.id).some((one) => isAlleged(one) && this.reads(memberId, "Involvement").has(String(one.id)))) continue;
      const others = this.rows("Person").filter((other) => other.id === person.id || ["givenName", "familyName", "bornOn", "kind"].every((part) => other[part] && String(other[part]).toLowerCase() === String(person[part]).toLowerCase()));
      for (const other of others) {
        for (const one of this.of("Involvement", "personId", other.id).filter((row) => isAlleged(row) && row.caseId)) this.tellOf(member, person, other, this.row("Case", one.caseId)!, told);
      }
    }
    return told;
  }

  private tellOf(member: Member, person: Row, other: Row, asbCase: Row, told: Set<string>): void {
    if (asbCase.isRestricted || this.isKeptFrom(member, asbCase.id) || this.ways(member.id, String(asbCase.id)).some(({ level }) => level !== "pointer")) return;
    const about = (table: string) => this.of(table, "caseId", asbCase.id).filter((row) => row.personId === other.id && row.side !== "victim");
    const livesThere = about("Residence").some((home) => !home.endsOn && !home.isConfidential && home.placeId && member.areas.has(String(this.row("Place", home.placeId)!.areaId)));
    if (!livesThere && !this.points(member.id).has(String(asbCase.id))) return;
    const orders = about("Intervention").filter((one) => !["considered", "applied", "completed", "discharged", "expired"].includes(String(one.status)) && String(one.startsOn) <= this.today && (!one.endsOn || String(one.endsOn) >= this.today) && (!one.endedOn || String(one.endedOn) > this.today));
    if (asbCase.status === "closed" && orders.length === 0) return;
    const warnings = about("Warning").filter((one) => !one.endedAt);
    for (const [kind, words] of [["pointer", ""], ...orders.map(({ terms }) => ["order", terms]), ...warnings.map((one) => ["warning", one.words])]) told.add(`${person.id}/${asbCase.reference}/${kind}/${words}`);
  }
}
