import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

// Spoilt copies of the code share this process, and its mail.
const shared = globalThis as unknown as { heMails?: string[] };

/** Every mail that this process has sent, as it went out. */
export const sent: string[] = (shared.heMails ??= []);

/** A mail server for this process, before its settings are first read. */
export async function openSink(): Promise<void> {
  const sink = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        sent.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`, MAIL_FROM: "hereward@county.example", LOG_LEVEL: "silent" });
}
