import { Client } from "pg";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { answer, type Question } from "./doors";
import { insert } from "./load";
import { Chance } from "./random";
import { idOf, truthOf, type Truth } from "./truth";
import { listed, type Row, type World } from "./world";

export type Interference = { pairs: number; compared: number; differences: string[] };

/** Lists and pages asked of each pair, another choice each time. */
const listsEach = 9;
const pagesEach = 4;
/** Members who are asked of one set of rows that is hidden from them all. */
const groupOf = 4;

/** Lists, searches, counts, pages of places, suggestions, figures that count one by one, and notices. */
const lists = ["action.board", "badge.mine", "case.board", "case.list", "day.mine", "find.all", "find.lines", "notice.list", "overview.behindFigure", "panel.agenda", "place.get", "place.search", "report.inbox", "report.knownHere", "report.knownCaller", "request.list"];
const pages = ["action.plan", "case.get", "case.history", "case.log", "case.people", "case.sharing", "intervention.list", "referral.list", "report.get", "risk.tab"];
export const comparedDoors = [...lists, ...pages];

/** Rows on which nothing else stands. Whoever is on the other side of a case is known there by a label, so those stay. */
const leaves = ["Contact", "Entry", "SharedAction", "Referral", "Need", "ContactPlan", "LiveTrigger", "RagOverride", "RagChange", "VictimView", "ClosureProposal", "DutyCall", "Breach", "Alias", "Residence", "ContactPoint", "MatchDecision", "Assessment"];

type Hidden = { table: string; row: Row }[];

/** Takes away what some members may not see, and compares to the byte what each is answered with and without it. */
export class Comparison {
  private readonly truth: Truth;
  private readonly chance: Chance;
  private readonly owner: Client;
  private readonly before = new Map<string, string>();

  constructor(private readonly world: World, urls: DatabaseUrls, private readonly questions: Question[]) {
    this.truth = truthOf(world);
    this.chance = new Chance(world.seed + 77);
    this.owner = new Client({ connectionString: urls.DATABASE_URL });
  }

  /** Takes away one set of hidden rows after another, and asks those whom it was hidden from some lists and some pages: each of them, each time, is one pair. */
  async run(members: string[], pairs: number): Promise<Interference> {
    const result: Interference = { pairs: 0, compared: 0, differences: [] };
    await this.owner.connect();
    try {
      for (const table of Object.keys(this.world.tables)) await this.owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      const asked = new Map(members.map((member) => [member, this.worthAsking(member)]));
      // Opening a case marks it as looked at: asked once for that, and once to know the answers.
      for (const member of members) for (const question of [...asked.get(member)!.pages, ...asked.get(member)!.lists]) await this.ask(member, question);
      for (const member of members) for (const question of [...asked.get(member)!.pages, ...asked.get(member)!.lists]) this.before.set(key(member, question), await this.ask(member, question));
      while (result.pairs < pairs) {
        const group = this.chance.mixed(members).slice(0, groupOf);
        const hidden = this.hiddenFrom(group);
        if (hidden.length === 0) continue;
        await this.remove(hidden);
        for (const member of group) {
          result.pairs += 1;
          const { lists: all, pages: some } = asked.get(member)!;
          for (const question of [...this.chance.mixed(all).slice(0, listsEach), ...this.chance.mixed(some).slice(0, pagesEach)]) {
            result.compared += 1;
            const now = await this.ask(member, question);
            const then = this.before.get(key(member, question))!;
            if (now !== then) result.differences.push(`seed ${this.world.seed}, ${member}, ${question.door.name} ${JSON.stringify(question.input)}: ${whereTheyPart(then, now)} without ${hidden.length} hidden rows of ${[...new Set(hidden.map(({ table }) => table))].join(", ")}`);
          }
        }
        await this.restore(hidden);
      }
      return result;
    } finally {
      await this.owner.end();
    }
  }

  /** Every list, with two places of theirs, and the pages of what the member may open. */
  private worthAsking(member: string): { lists: Question[]; pages: Question[] } {
    const opened = (question: Question) => this.truth.reads(member, "Case").has(String(question.input.caseId)) || this.truth.reads(member, "Report").has(String(question.input.reportId));
    const ofPlaces = this.questions.filter(({ door, input }) => lists.includes(door.name) && input.placeId && this.truth.reads(member, "Place (opened)").has(String(input.placeId)));
    const plain = this.questions.filter(({ door, input }) => lists.includes(door.name) && !input.placeId);
    const places = new Map(this.chance.mixed(ofPlaces).map((question) => [`${question.door.name} ${this.chance.below(2)}`, question]));
    return { lists: [...plain, ...places.values()], pages: this.chance.mixed(this.questions.filter((question) => pages.includes(question.door.name) && opened(question))).slice(0, pagesEach * 3) };
  }

  private async ask(member: string, question: Question): Promise<string> {
    // The place in the feed is a transaction's number, and counts every transaction of the machine.
    return (await answer(question, member)).replace(/"cursor":"[^"]*"/g, `"cursor":""`);
  }

  private hiddenFrom(group: string[]): Hidden {
    const isHidden = (table: string, row: Row) => group.every((member) => !this.truth.reads(member, table).has(idOf(row)));
    const some = leaves.flatMap((table) => this.world.tables[table]!.filter((row) => isHidden(table, row) && this.chance.is(0.5) && !(table === "Entry" && (row.notice || this.isHeld(row))) && !(table === "Assessment" && this.isItsFirst(row)) && !(table === "Residence" && this.pointsElsewhere(row))).map((row) => ({ table, row })));
    const entries = new Set(some.filter(({ table }) => table === "Entry").map(({ row }) => row.id));
    const contacts = this.world.tables.Contact!.filter((row) => entries.has(row.entryId) && !some.some((one) => one.row === row)).map((row) => ({ table: "Contact", row }));
    const reports = this.world.tables.Report!.filter((row) => isHidden("Report", row) && !this.isCounted(row) && this.chance.is(0.5));
    const known = new Set(some.map(({ row }) => row));
    const ofReports = reports.flatMap((report) => ["Involvement", "Alias", "Residence", "ContactPoint"].flatMap((table) => this.world.tables[table]!.filter((row) => row.reportId === report.id && !known.has(row)).map((row) => ({ table, row }))));
    return [...some, ...contacts, ...ofReports, ...reports.map((row) => ({ table: "Report", row }))];
  }

  /** Where somebody said to be responsible lives decides in which district they are known, which the model permits. */
  private pointsElsewhere(home: Row): boolean {
    return home.caseId !== null && home.side !== "victim";
  }

  /** An entry that something else points at cannot be taken away alone. */
  private isHeld({ id }: Row): boolean {
    return ["EntryReader", "BreakGlass"].some((table) => this.world.tables[table]!.some(({ entryId }) => entryId === id)) || this.world.tables.Entry!.some(({ correctsId }) => correctsId === id);
  }

  /** A case is counted in its area's figures, which everybody may read, once somebody has assessed it. */
  private isItsFirst({ id, caseId }: Row): boolean {
    return this.world.tables.Assessment!.find((one) => one.caseId === caseId)!.id === id;
  }

  /** Reports that a place's page counts for every agency there, which the model permits: that one happened, never what. */
  private isCounted(report: Row): boolean {
    const asbCase = this.world.tables.Case!.find(({ id }) => id === report.caseId);
    return listed(report.audience).length === 0 && !asbCase?.isRestricted;
  }

  private async remove(hidden: Hidden): Promise<void> {
    const tables = Object.keys(this.world.tables).reverse().filter((table) => hidden.some((one) => one.table === table));
    await this.owner.query("BEGIN");
    for (const table of tables) {
      const column = table === "Contact" ? `"entryId"` : "id";
      await this.owner.query(`DELETE FROM "${table}" WHERE ${column} = ANY ($1::uuid[])`, [hidden.filter((one) => one.table === table).map(({ row }) => row.entryId && table === "Contact" ? row.entryId : row.id)]);
    }
    await this.owner.query("COMMIT");
  }

  private async restore(hidden: Hidden): Promise<void> {
    const { rows } = await this.owner.query<{ id: string }>(`SELECT id FROM "Template" WHERE key = 'VRA' AND status = 'published'`);
    await this.owner.query("BEGIN");
    for (const table of Object.keys(this.world.tables)) {
      const again = hidden.filter((one) => one.table === table).map(({ row }) => row);
      if (again.length > 0) await insert(this.owner, table, again, rows[0]!.id);
    }
    await this.owner.query("COMMIT");
  }
}

function key(member: string, { door, input }: Question): string {
  return `${member} ${door.name} ${JSON.stringify(input)}`;
}

/** What was said before, and what is said now, from a little before where they part. */
function whereTheyPart(then: string, now: string): string {
  let at = 0;
  while (at < then.length && then[at] === now[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `“${then.slice(from, at + 60)}” became “${now.slice(from, at + 60)}”`;
}
