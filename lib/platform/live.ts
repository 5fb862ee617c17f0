import { Client } from "pg";
import { env } from "./env";
import { logger } from "./logger";

/** What can be followed: a case's log, a member's notices. */
export type LiveChannel = "hereward_entry" | "hereward_notice";

type Hub = { listeners: Map<string, Set<() => void>>; client?: Client; starting?: Promise<void> };

const held = globalThis as unknown as { heHub?: Hub };
const hub: Hub = (held.heHub ??= { listeners: new Map() });

/** Calls back whenever something was committed under that id. One database connection a process, not one a listener. */
export async function follow(channel: LiveChannel, id: string, callback: () => void): Promise<() => void> {
  const key = `${channel}:${id}`;
  const set = hub.listeners.get(key) ?? new Set();
  hub.listeners.set(key, set.add(callback));
  await connected();
  return () => {
    set.delete(callback);
    if (set.size === 0) hub.listeners.delete(key);
  };
}

function connected(): Promise<void> {
  if (hub.client) return Promise.resolve();
  return (hub.starting ??= start().finally(() => (hub.starting = undefined)));
}

async function start(): Promise<void> {
  const client = new Client({ connectionString: env().APP_DATABASE_URL });
  // Listening holds no transaction open, so the role's idle limit does not apply; a lost line is taken up again.
  client.on("notification", ({ channel, payload }) => hub.listeners.get(`${channel}:${payload}`)?.forEach((call) => call()));
  client.on("error", () => lost(client));
  client.on("end", () => lost(client));
  await client.connect();
  await client.query("LISTEN hereward_entry");
  await client.query("LISTEN hereward_notice");
  hub.client = client;
}

function lost(client: Client): void {
  if (hub.client !== client) return;
  hub.client = undefined;
  if (hub.listeners.size === 0) return;
  logger.warn("live connection lost, taking it up again");
  // Whatever was missed meanwhile is found by asking again from the last cursor.
  setTimeout(() => connected().then(() => hub.listeners.forEach((set) => set.forEach((call) => call())), () => lost(client)), 500);
}
