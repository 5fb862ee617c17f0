import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Heads, Mark } from "./heads";

type Client = Pick<ClientBase, "query">;

type Link = {
  stream: string; seq: string; atMs: string; payload: string; prevHash: Buffer; hash: Buffer;
  member: string | null; agency: string | null; verb: string; outcome: string; case: string | null; person: string | null;
};

/** Something that does not hold, and where: lines `from` to `to` of a chain. */
export type Broken = { stream: string; from: number; to: number; what: string };

export type Verdict = { streams: number; lines: number; broken: Broken[]; /** How many more there are than are told. */ untold: number; marks: Mark[] };

type Options = { heads?: Heads; /** A mark every so many lines. */ every?: number; /** At most so many told for each chain. */ most?: number };

const batch = 2_000;
const nothing = Buffer.alloc(0);
const columns = ["member", "agency", "verb", "outcome", "case", "person"] as const;

/** Works every chain of the audit out again from the text that was hashed; holds one batch of lines in memory. Run it inside one snapshot. */
export async function verifyAudit(client: Client, { heads, every = 1_000, most = 20 }: Options = {}): Promise<Verdict> {
  const ends = await endsOf(client);
  const exported = byStream(heads?.marks ?? []);
  const verdict: Verdict = { streams: 0, lines: 0, broken: [], untold: 0, marks: [] };
  let chain: Chain | undefined;
  const finish = () => {
    if (!chain) return;
    chain.end(ends.get(chain.stream));
    ends.delete(chain.stream);
    exported.delete(chain.stream);
    chain.into(verdict, most);
  };
  for await (const link of links(client)) {
    if (chain?.stream !== link.stream) {
      finish();
      chain = new Chain(link.stream, exported.get(link.stream) ?? [], every);
    }
    chain.take(link);
  }
  finish();
  for (const stream of new Set([...ends.keys(), ...exported.keys()])) {
    const empty = new Chain(stream, exported.get(stream) ?? [], every);
    empty.end(ends.get(stream));
    empty.into(verdict, most);
  }
  return verdict;
}

type End = { seq: number; hash: string };

async function endsOf(client: Client): Promise<Map<string, End>> {
  const { rows } = await client.query<{ stream: string; seq: string; hash: Buffer }>(`SELECT stream, seq, hash FROM "AuditHead"`);
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq: Number(seq), hash: hash.toString("hex") }]));
}

function byStream(marks: Mark[]): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>();
  for (const mark of [...marks].sort((a, b) => a.seq - b.seq)) found.set(mark.stream, [...(found.get(mark.stream) ?? []), mark]);
  return found;
}

async function* links(client: Client): AsyncGenerator<Link> {
  let after: [string, string] = ["", "-9223372036854775808"];
  for (;;) {
    const { rows } = await client.query<Link>(
      `SELECT stream, seq, floor(extract(epoch FROM at) * 1000)::bigint AS "atMs", payload, "prevHash", hash,
              "memberId" AS member, "agencyId" AS agency, verb, outcome, "caseId" AS case, "personId" AS person
       FROM "AuditEvent" WHERE (stream, seq) > ($1, $2::bigint) ORDER BY stream, seq LIMIT ${batch}`,
      after,
    );
    yield* rows;
    if (rows.length < batch) return;
    after = [rows.at(-1)!.stream, rows.at(-1)!.seq];
  }
}

class Chain {
  private broken: Broken[] = [];
  private marks: Mark[] = [];
  private lines = 0;
  private last = 0;
  private hash: Buffer = nothing;
  private nextMark = 0;
  private lastGood = 0;

  constructor(readonly stream: string, private readonly exported: Mark[], private readonly every: number) {}

  take(link: Link): void {
    const seq = Number(link.seq);
    this.lines += 1;
    if (seq > this.last + 1) this.say(this.last + 1, seq - 1, "missing");
    if (seq <= this.last) this.say(seq, seq, "stands before the first line a chain can have");
    if (!link.prevHash.equals(this.hash)) this.say(Math.max(seq - 1, 1), seq, "the second does not follow the first");
    if (!createHash("sha256").update(link.prevHash).update(link.payload, "utf8").digest().equals(link.hash)) this.say(seq, seq, "its text is not what was hashed");
    const told = contradictions(link, seq);
    if (told) this.say(seq, seq, told);
    this.compare(seq, link.hash.toString("hex"));
    this.last = seq;
    this.hash = link.hash;
    if (seq % this.every === 0) this.marks.push({ stream: this.stream, seq, hash: link.hash.toString("hex") });
  }

  /** With the lines that were exported: a chain that was written anew from some line on agrees with itself, but not with them. */
  private compare(seq: number, hash: string): void {
    const mark = this.exported[this.nextMark];
    if (!mark || seq < mark.seq) return;
    this.nextMark += 1;
    if (mark.seq === seq && mark.hash === hash) this.lastGood = seq;
    else this.say(this.lastGood + 1, mark.seq, "written anew since the heads were exported");
  }

  end(head: End | undefined): void {
    const hash = this.hash.toString("hex");
    if (!head && this.last > 0) this.say(this.last, this.last, "its chain has no head");
    else if (head && head.seq > this.last) this.say(this.last + 1, head.seq, "cut off: the head stands further on");
    else if (head && (head.seq !== this.last || head.hash !== hash)) this.say(Math.min(head.seq + 1, this.last), this.last, "not what the head says comes last");
    const lost = this.exported.at(-1);
    if (lost && lost.seq > this.last) this.say(this.lastGood + 1, lost.seq, "cut off, or written anew, since the heads were exported");
    if (this.last > 0 && this.last % this.every !== 0) this.marks.push({ stream: this.stream, seq: this.last, hash });
  }

  into(verdict: Verdict, most: number): void {
    verdict.streams += 1;
    verdict.lines += this.lines;
    verdict.broken.push(...this.broken.slice(0, most));
    verdict.untold += Math.max(0, this.broken.length - most);
    verdict.marks.push(...this.marks);
  }

  private say(from: number, to: number, what: string): void {
    this.broken.push({ stream: this.stream, from, to, what });
  }
}

/** Where a line's columns, which screens read, say something else than the text that was hashed. */
function contradictions(link: Link, seq: number): string | null {
  let said: Record<string, unknown>;
  try {
    said = JSON.parse(link.payload) as Record<string, unknown>;
  } catch {
    return "its text is not readable";
  }
  if (said.stream !== link.stream || said.seq !== seq) return `says that it is line ${String(said.seq)} of ${String(said.stream)}`;
  // The column is rounded to the millisecond, the text is cut off at it.
  const isThen = Math.abs(Date.parse(String(said.appNow)) - Number(link.atMs)) <= 1;
  const odd = [...columns.filter((column) => (said[column] ?? null) !== link[column]), ...(isThen ? [] : ["at"])];
  return odd.length > 0 ? `its columns do not say what its text says: ${odd.join(", ")}` : null;
}
