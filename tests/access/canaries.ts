import { idOf, truthOf, type Truth } from "./truth";
import type { Row, World } from "./world";

type Cell = { table: string; column: string; row: Row };

/** Words that each stand in one cell of a world, and who may read that cell. */
export class Canaries {
  private readonly cells = new Map<string, Cell[]>();
  readonly truth: Truth;

  constructor(world: World) {
    this.truth = truthOf(world);
    for (const [table, rows] of Object.entries(world.tables)) {
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          for (const word of wordsIn(JSON.stringify(value) ?? "")) this.cells.set(word, [...(this.cells.get(word) ?? []), { table, column, row }]);
        }
      }
    }
  }

  /** The words of ours that stand in some text, each once. */
  in(text: string): string[] {
    return [...new Set(wordsIn(text))].filter((word) => this.cells.has(word));
  }

  /** Whether the member may read the word where they met it: the address of a page, or the name of a query. */
  isFor(memberId: string, word: string, at: string): boolean {
    return this.cells.get(word)!.some((cell) => this.reads(memberId, cell) || this.answersFor(memberId, cell, at));
  }

  where(word: string): string {
    const [cell] = this.cells.get(word)!;
    return `${cell!.table}.${cell!.column} ${idOf(cell!.row)}`;
  }

  // Who looked at a person, and why: governance is told the purpose that an agency had, and nothing else of the case.
  private answersFor(memberId: string, { table, column, row }: Cell, at: string): boolean {
    return table === "Grant" && column === "purpose" && /^(\/audit\/people\/|audit\.person$)/.test(at) && this.truth.oversees(memberId, String(row.agencyId));
  }

  private reads(memberId: string, { table, column, row }: Cell): boolean {
    const ways = this.truth.ways(memberId, String(table === "Case" ? row.id : row.caseId));
    const works = ways.filter(({ level }) => level === "contribute" || level === "lead");
    const seesVictims = (some: typeof ways) => some.some(({ side }) => side !== "perpetrator");
    // The one line of a sealed entry is for those on the case who may not read the entry itself.
    if (table === "Entry" && column === "notice") return this.truth.reads(memberId, "Entry").has(idOf(row)) || works.some(({ side }) => side === "both" || row.side === "both" || row.side === side);
    if (this.isToldElsewhere(memberId, { table, column, row })) return true;
    if (!this.truth.reads(memberId, table).has(idOf(row))) return false;
    if (table === "Case" && column === "ragReason") return seesVictims(ways);
    if (table === "Intervention" && column === "terms") return works.length > 0;
    if (table === "Involvement" && column === "note" && row.caseId) return works.length > 0;
    return true;
  }

  /** Terms of an order and staff safety go with somebody to whoever meets them elsewhere. */
  private isToldElsewhere(memberId: string, { table, column, row }: Cell): boolean {
    const kind = `${table}.${column}` === "Intervention.terms" ? "order" : `${table}.${column}` === "Warning.words" ? "warning" : "";
    return kind !== "" && [...this.truth.elsewhere(memberId)].some((told) => told.endsWith(`/${kind}/${String(row[column])}`));
  }
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/zq[0-9a-z]{7}x/g) ?? [];
}
