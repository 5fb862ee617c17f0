import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Heads } from "../../scripts/machine/audit/heads";
import { verifyAudit, type Broken } from "../../scripts/machine/audit/verify";

type Client = Pick<ClientBase, "query">;
type Random = (below: number) => number;
/** Where somebody had their way: lines of a chain, as they were numbered before. */
type Touched = { stream: string; from: number; to: number };
type Tampering = { kind: string; what: string; act: (client: Client, stream: string, last: number, random: Random) => Promise<Touched> };

const chains = 8;
const linesEach = 80;
/** How far apart the exported marks stand: what was written anew with every hash made right is placed between two of them. */
export const every = 10;

/** The same numbers for the same seed. */
export function seeded(seed: number): Random {
  let count = 0;
  return (below) => createHash("sha256").update(`${seed}:${count++}`).digest().readUInt32BE(0) % below;
}

/** Fills the audit through its only door, as several agencies. */
export async function fillAudit(client: Client): Promise<void> {
  await client.query(`DO $$
    DECLARE agency uuid;
    BEGIN
      FOR stretch IN 1..${chains} LOOP
        agency := gen_random_uuid();
        PERFORM set_config('app.agency_id', agency::text, true), set_config('app.member_id', gen_random_uuid()::text, true);
        FOR line IN 1..${linesEach} LOOP
          PERFORM append_audit('case.log', CASE line % 5 WHEN 0 THEN 'done' ELSE 'read' END, gen_random_uuid(), CASE line % 3 WHEN 0 THEN gen_random_uuid() END, '{}');
        END LOOP;
      END LOOP;
    END $$`);
}

const table = `"AuditEvent"`;
const row = "WHERE stream = $1 AND seq = $2";

/** Makes every hash from a line on right again, and the head, as somebody with the whole database could. */
async function rehash(client: Client, stream: string, from: number): Promise<void> {
  await client.query(`CREATE OR REPLACE FUNCTION pg_temp.rehash(s text, f bigint) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE line record; before bytea;
    BEGIN
      SELECT coalesce((SELECT hash FROM ${table} WHERE stream = s AND seq < f ORDER BY seq DESC LIMIT 1), '\\x') INTO before;
      FOR line IN SELECT seq, payload FROM ${table} WHERE stream = s AND seq >= f ORDER BY seq LOOP
        UPDATE ${table} SET "prevHash" = before, hash = sha256(before || convert_to(payload, 'UTF8')) WHERE stream = s AND seq = line.seq RETURNING hash INTO before;
      END LOOP;
      UPDATE "AuditHead" h SET seq = (SELECT max(seq) FROM ${table} WHERE stream = s), hash = before WHERE h.stream = s;
    END $$`);
  await client.query(`SELECT pg_temp.rehash($1, $2::bigint)`, [stream, from]);
}

// Past each other without meeting: a primary key is judged line by line.
async function renumber(client: Client, stream: string, from: number, by: number, alsoInside: boolean): Promise<void> {
  await client.query(`UPDATE ${table} SET seq = seq + 1000000 WHERE stream = $1 AND seq >= $2`, [stream, from]);
  const inside = alsoInside ? `, payload = (payload::jsonb || jsonb_build_object('seq', seq - 1000000 + $2::bigint))::text` : "";
  await client.query(`UPDATE ${table} SET seq = seq - 1000000 + $2::bigint${inside} WHERE stream = $1 AND seq > 900000`, [stream, by]);
}

const edited = `payload = replace(payload, '"case.log"', '"case.people"'), verb = 'case.people'`;
const at = (stream: string, from: number, to = from): Touched => ({ stream, from, to });

export const tamperings: Tampering[] = [
  { kind: "edit", what: "a line's text", act: async (client, stream, last, random) => {
    const seq = 1 + random(last);
    await client.query(`UPDATE ${table} SET ${edited} ${row}`, [stream, seq]);
    return at(stream, seq);
  } },
  { kind: "edit", what: "a column that screens read", act: async (client, stream, last, random) => {
    const seq = 1 + random(last);
    const columns = [`"memberId" = gen_random_uuid()`, `at = at - interval '3 days'`, `"caseId" = NULL`, `outcome = 'denied'`, `"personId" = gen_random_uuid()`, `"agencyId" = NULL`, `verb = 'case.board'`];
    await client.query(`UPDATE ${table} SET ${columns[random(columns.length)]} ${row}`, [stream, seq]);
    return at(stream, seq);
  } },
  { kind: "edit", what: "a line's text, with its own hash made right", act: async (client, stream, last, random) => {
    const seq = 1 + random(last);
    await client.query(`UPDATE ${table} SET ${edited}, hash = sha256("prevHash" || convert_to(replace(payload, '"case.log"', '"case.people"'), 'UTF8')) ${row}`, [stream, seq]);
    return at(stream, seq);
  } },
  { kind: "edit", what: "a line's text, with every hash after it and the head made right", act: async (client, stream, last, random) => {
    const seq = 1 + random(last);
    await client.query(`UPDATE ${table} SET ${edited} ${row}`, [stream, seq]);
    await rehash(client, stream, seq);
    return at(stream, seq);
  } },
  { kind: "delete", what: "a line", act: async (client, stream, last, random) => {
    const seq = 1 + random(last - 1);
    await client.query(`DELETE FROM ${table} ${row}`, [stream, seq]);
    return at(stream, seq);
  } },
  { kind: "delete", what: "some lines, the rest numbered and hashed anew", act: async (client, stream, last, random) => {
    const seq = 1 + random(last - 6);
    await client.query(`DELETE FROM ${table} WHERE stream = $1 AND seq BETWEEN $2 AND $2 + 2`, [stream, seq]);
    await renumber(client, stream, seq, -3, true);
    await rehash(client, stream, seq);
    return at(stream, seq, seq + 2);
  } },
  { kind: "insert", what: "a copy of a line, the rest moved on", act: async (client, stream, last, random) => {
    const seq = 2 + random(last - 2);
    await renumber(client, stream, seq, 1, false);
    await client.query(`INSERT INTO ${table} SELECT stream, $2::bigint, at, "memberId", "agencyId", verb, outcome, "caseId", "personId", payload, "prevHash", hash FROM ${table} WHERE stream = $1 AND seq = $2::bigint - 1`, [stream, seq]);
    return at(stream, seq);
  } },
  { kind: "insert", what: "a made-up line, the rest numbered and hashed anew", act: async (client, stream, last, random) => {
    const seq = 2 + random(last - 2);
    await renumber(client, stream, seq, 1, true);
    await client.query(`INSERT INTO ${table} SELECT stream, $2::bigint, at, "memberId", "agencyId", verb, outcome, "caseId", "personId", (payload::jsonb || jsonb_build_object('seq', $2::bigint))::text, "prevHash", hash FROM ${table} WHERE stream = $1 AND seq = $2::bigint - 1`, [stream, seq]);
    await rehash(client, stream, seq);
    return at(stream, seq);
  } },
  { kind: "insert", what: "a line behind the end", act: async (client, stream, last) => {
    await client.query(`INSERT INTO ${table} SELECT stream, seq + 1, at, "memberId", "agencyId", verb, outcome, "caseId", "personId", (payload::jsonb || jsonb_build_object('seq', seq + 1))::text, hash, sha256(hash || convert_to((payload::jsonb || jsonb_build_object('seq', seq + 1))::text, 'UTF8')) FROM ${table} ${row}`, [stream, last]);
    return at(stream, last + 1);
  } },
  { kind: "reorder", what: "two lines", act: async (client, stream, last, random) => {
    const seq = 1 + random(last - 1);
    await client.query(`UPDATE ${table} SET seq = seq + 1000000 WHERE stream = $1 AND seq IN ($2, $2::bigint + 1)`, [stream, seq]);
    await client.query(`UPDATE ${table} SET seq = 2 * $2::bigint + 1 - (seq - 1000000) WHERE stream = $1 AND seq > 900000`, [stream, seq]);
    return at(stream, seq, seq + 1);
  } },
  { kind: "reorder", what: "what two lines say, numbered and hashed anew", act: async (client, stream, last, random) => {
    const seq = 1 + random(last - 1);
    await client.query(`UPDATE ${table} a SET payload = (b.payload::jsonb || jsonb_build_object('seq', a.seq))::text, "caseId" = b."caseId", "personId" = b."personId", outcome = b.outcome, at = b.at FROM ${table} b
      WHERE a.stream = $1 AND b.stream = $1 AND a.seq IN ($2, $2::bigint + 1) AND a.seq + b.seq = 2 * $2::bigint + 1`, [stream, seq]);
    await rehash(client, stream, seq);
    return at(stream, seq, seq + 1);
  } },
  { kind: "cut tail", what: "the head left behind", act: async (client, stream, last, random) => {
    const seq = 2 + random(last - 1);
    await client.query(`DELETE FROM ${table} WHERE stream = $1 AND seq >= $2`, [stream, seq]);
    return at(stream, seq, last);
  } },
  { kind: "cut tail", what: "the head moved back", act: async (client, stream, last, random) => {
    const seq = 2 + random(last - 1);
    await client.query(`DELETE FROM ${table} WHERE stream = $1 AND seq >= $2`, [stream, seq]);
    await client.query(`UPDATE "AuditHead" h SET (seq, hash) = (SELECT e.seq, e.hash FROM ${table} e WHERE e.stream = $1 ORDER BY e.seq DESC LIMIT 1) WHERE h.stream = $1`, [stream]);
    return at(stream, seq, last);
  } },
  { kind: "cut tail", what: "a whole chain, its head too", act: async (client, stream, last) => {
    await client.query(`DELETE FROM ${table} WHERE stream = $1`, [stream]);
    await client.query(`DELETE FROM "AuditHead" WHERE stream = $1`, [stream]);
    return at(stream, 1, last);
  } },
];

export type Tried = { kind: string; what: string; touched: Touched; broken: Broken[]; isFound: boolean; isPlaced: boolean };

/** The lines named are the lines touched: in that chain alone, and no wider of them than one line or the marks around them. */
function isPlaced(touched: Touched, broken: Broken[]): boolean {
  const near = broken.filter(({ from, to }) => from - 1 <= touched.to && to + 1 >= touched.from);
  const tight = near.filter(({ from, to }) => from >= touched.from - every && to <= touched.to + every);
  return tight.length > 0 && broken.every(({ stream }) => stream === touched.stream);
}

/** Tampers once as the owner of the tables, with its triggers off, looks, and undoes it. */
export async function tryOnce(client: Client, heads: Heads, count: number, random: Random): Promise<Tried> {
  const { kind, what, act } = tamperings[count % tamperings.length]!;
  const ends = heads.marks.filter((mark, index) => heads.marks[index + 1]?.stream !== mark.stream);
  const { stream, seq } = ends[random(ends.length)]!;
  await client.query("BEGIN");
  try {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const touched = await act(client, stream, seq, random);
    const { broken } = await verifyAudit(client, { heads, every });
    return { kind, what, touched, broken, isFound: broken.length > 0, isPlaced: isPlaced(touched, broken) };
  } finally {
    await client.query("ROLLBACK");
  }
}
