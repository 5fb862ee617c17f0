import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { Stopped } from "../stopped";

/** A line of a chain as it stood when it was exported. */
export type Mark = { stream: string; seq: number; hash: string };

/** Where every chain stood at a moment: its last line, and lines on the way, so that a rewriting can be placed between two of them. */
export type Heads = { exportedAt: string; marks: Mark[] };

const format = "hereward-audit-heads-1";

/** The key that signs heads files. It is kept apart from the database: who has both can rewrite the past unseen. */
export function headsKey(source: Readonly<Record<string, string | undefined>> = process.env): Buffer {
  const key = Buffer.from(source.AUDIT_HEADS_KEY ?? "", "base64");
  if (key.length < 32) throw new Stopped("AUDIT_HEADS_KEY must be at least 32 bytes in base64; make one with: openssl rand -base64 32");
  return key;
}

function signature(heads: Heads, key: Buffer): Buffer {
  const lines = [format, heads.exportedAt, ...heads.marks.map(({ stream, seq, hash }) => `${stream} ${seq} ${hash}`)];
  return createHmac("sha256", key).update(lines.join("\n")).digest();
}

/** The text of a heads file. */
export function sealHeads(heads: Heads, key: Buffer): string {
  return `${JSON.stringify({ format, ...heads, signature: signature(heads, key).toString("hex") }, null, 1)}\n`;
}

/** Reads a heads file. Throws Stopped where it is none, or was not sealed with this key. */
export function openHeads(text: string, key: Buffer): Heads {
  const read = parsed(text);
  if (read.format !== format || !Array.isArray(read.marks)) throw new Stopped("The heads file is not one that this version wrote.");
  const heads = { exportedAt: String(read.exportedAt), marks: read.marks.map(({ stream, seq, hash }) => ({ stream: String(stream), seq: Number(seq), hash: String(hash) })) };
  const said = Buffer.from(String(read.signature), "hex");
  const real = signature(heads, key);
  if (said.length !== real.length || !timingSafeEqual(said, real)) throw new Stopped("The heads file was changed, or was sealed with another key.");
  return heads;
}

function parsed(text: string): Partial<Heads> & { format?: string; signature?: string } {
  try {
    return JSON.parse(text) as Partial<Heads>;
  } catch {
    throw new Stopped("The heads file is not one that this version wrote.");
  }
}

export function readHeads(file: string, key: Buffer): Heads {
  return openHeads(readFileSync(file, "utf8"), key);
}

/** Writes beside and renames, so that a full disk never costs the heads there were. */
export function writeHeads(file: string, heads: Heads, key: Buffer): void {
  writeFileSync(`${file}.new`, sealHeads(heads, key), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
