import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "../env";

const peerHeader = "x-hereward-peer";
const held = globalThis as unknown as { heMarksPeers?: boolean };

/** From now on every request to this process carries the address of its own socket: a header that a browser sends under that name is overwritten. */
export function markPeers(): void {
  if (held.heMarksPeers) return;
  held.heMarksPeers = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
  });
}

/** Where a request came from: the socket's own address, or the one that the last trusted proxy saw. What stands before it in X-Forwarded-For anybody may have written. */
export function addressOf(header: (name: string) => string | null | undefined, trustedProxies = env().TRUSTED_PROXIES): string {
  const peer = header(peerHeader);
  if (!peer) return "unknown";
  const forwarded = (header("x-forwarded-for") ?? "").split(",").map((part) => part.trim()).filter(Boolean);
  const chain = [...forwarded, peer];
  return network(chain[chain.length - 1 - trustedProxies] ?? peer);
}

// One household or office has a whole /64 of IPv6 to guess from.
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 45).toLowerCase();
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
