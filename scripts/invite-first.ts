import "./machine/environment-file";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { linkMail } from "../lib/agencies/invitations/labels";
import { env } from "../lib/platform/env";
import { canMail, sendMail } from "../lib/platform/mail";
import { type FirstPerson, inviteFirst } from "../prisma/seed/first";
import { ownerClient } from "../prisma/seed/owner";
import { dataDir } from "./machine/paths";
import { openEmbedded } from "./machine/postgres/embedded";
import { secretsIn } from "./machine/postgres/secrets";
import { addressesGiven, settingsOf } from "./machine/settings";
import { inWords, Stopped } from "./machine/stopped";

const help = `Usage: npm run invite:first -- --governance "Name <address>" --system "Name <address>" [--county "Name"]

Invites the first two people of an empty county: an information governance officer, and a system
administrator. Both are of county governance, since what one asks for, another agrees to. Each gets
a link that works once within 7 days: by e-mail where SMTP_URL is set, else printed here once, to be
handed over in person. Refused where there are members already.

It works on the database of "npm start": DATABASE_URL, its owner, or the built-in one; and with the
server's settings, which .env.example explains. The server need not run.
`;

function person(given: string | undefined, what: string): FirstPerson {
  const found = /^\s*(.{2,120}?)\s*<([^<>@\s]+@[^<>@\s]+\.[^<>@\s]+)>\s*$/.exec(given ?? "");
  if (!found) throw new Stopped(`Say who with ${what} "Name <address>".`);
  return { name: found[1]!, email: found[2]!.toLowerCase() };
}

/** The database and settings of this machine's server, put where everything looks for them. */
async function findDatabase(): Promise<{ stop: () => Promise<void> }> {
  const folder = dataDir();
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await openEmbedded(folder);
  const urls = embedded?.urls ?? addressesGiven(given ?? "", folder);
  const note = path.join(folder, "serving.json");
  const serving = existsSync(note) ? (JSON.parse(readFileSync(note, "utf8")) as { port: number; origin: string }) : undefined;
  const outside = { ...process.env, APP_ORIGIN: process.env.APP_ORIGIN || serving?.origin };
  Object.assign(process.env, settingsOf({ urls, secrets: secretsIn(folder), port: Number(process.env.PORT) || (serving?.port ?? 3000), demo: false }, outside));
  return { stop: async () => embedded?.stop() };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { governance: { type: "string" }, system: { type: "string" }, county: { type: "string", default: "County information governance" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const two = { county: values.county.trim(), governance: person(values.governance, "--governance"), system: person(values.system, "--system") };
  if (two.governance.email === two.system.email) throw new Stopped("These are to be two people, with an address each.");
  const { stop } = await findDatabase();
  const db = ownerClient();
  try {
    for (const { name, email, secret } of await inviteFirst(db, two)) {
      const link = `${env().APP_ORIGIN}/join#${secret}`;
      // Where the mail server refuses, the link must not be lost: there is no one yet to make another.
      const isMailed = canMail() && (await sendMail("invitation.first", email, linkMail("join", link)).then(() => true, () => false));
      console.log(isMailed ? `${name} <${email}>: the link was mailed.` : `${name} <${email}>, once within 7 days:\n  ${link}`);
    }
  } finally {
    await db.$disconnect();
    await stop();
  }
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 1;
});
