import { type Mail, openSink } from "../support/mail-sink";

// Spoilt copies of the code share this process, and its mail.
const shared = globalThis as unknown as { heMails?: Mail[] };

/** Every mail that this process has sent, as it went out. */
export const sent: Mail[] = (shared.heMails ??= []);

/** A mail server for this process, before its settings are first read. */
export async function openSinkOnce(): Promise<void> {
  await openSink({ keep: sent });
  process.env.LOG_LEVEL = "silent";
}
