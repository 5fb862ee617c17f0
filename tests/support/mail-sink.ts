import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Mail = { to: string[]; raw: string };

/** A real mail server for this process, which keeps what it takes in and can be told to refuse, and says what it `took`; opened before the settings are first read. */
export async function openSink({ keep = [] as Mail[], took = (_mail: Mail): void => {} } = {}) {
  let isRefusing = false;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (isRefusing) return done(new Error("Not now"));
        const mail = { to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString("utf8") };
        keep.push(mail);
        took(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.server.unref();
  const settings = { SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, MAIL_FROM: "hereward@county.example" };
  Object.assign(process.env, settings);
  return {
    settings,
    mails: keep,
    refuse: (refusing: boolean) => void (isRefusing = refusing),
    empty: () => {
      keep.length = 0;
      isRefusing = false;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
