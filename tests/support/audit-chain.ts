import { createHash } from "node:crypto";
import type { ClientBase } from "pg";

type Link = { stream: string; seq: string; payload: string; prevHash: Buffer; hash: Buffer };
type Head = { stream: string; seq: string; hash: Buffer };

/** Works every chain of the audit out again from the text that was hashed, and names each place that does not hold. */
export async function brokenLinks(client: Pick<ClientBase, "query">): Promise<string[]> {
  const { rows: links } = await client.query<Link>(`SELECT stream, seq, payload, "prevHash", hash FROM "AuditEvent" ORDER BY stream, seq`);
  const { rows: heads } = await client.query<Head>(`SELECT stream, seq, hash FROM "AuditHead"`);
  const streams = new Set([...links, ...heads].map(({ stream }) => stream));
  return [...streams].flatMap((stream) => {
    const own = links.filter((link) => link.stream === stream);
    const head = heads.find((one) => one.stream === stream);
    return [...own.flatMap((link, index) => brokenAt(link, own[index - 1])), ...brokenEnd(stream, own.at(-1), head)];
  });
}

function brokenAt(link: Link, before: Link | undefined): string[] {
  const at = `${link.stream} ${link.seq}`;
  const said = JSON.parse(link.payload) as { stream: string; seq: number };
  return [
    ...(Number(link.seq) === Number(before?.seq ?? 0) + 1 ? [] : [`${at}: comes after ${before?.seq ?? "nothing"}`]),
    ...(link.prevHash.equals(before?.hash ?? Buffer.alloc(0)) ? [] : [`${at}: does not follow what stands before it`]),
    ...(createHash("sha256").update(link.prevHash).update(link.payload, "utf8").digest().equals(link.hash) ? [] : [`${at}: is not what was hashed`]),
    ...(said.stream === link.stream && said.seq === Number(link.seq) ? [] : [`${at}: says that it is ${said.stream} ${said.seq}`]),
  ];
}

function brokenEnd(stream: string, last: Link | undefined, head: Head | undefined): string[] {
  const isWhole = head && Number(head.seq) === Number(last?.seq ?? 0) && head.hash.equals(last?.hash ?? Buffer.alloc(0));
  return isWhole ? [] : [`${stream}: ends at ${last?.seq ?? 0}, its head at ${head?.seq ?? "nothing"}`];
}
