import path from "node:path";
import { parseArgs } from "node:util";
import { writeEnvironmentFile } from "./machine/dotenv";
import { openEmbedded, resetEmbedded, stopEmbedded } from "./machine/postgres/embedded";
import { migrate } from "./machine/migrations/apply";
import { dataDir } from "./machine/paths";
import { generateClient } from "./machine/prisma-client";
import { secretsIn } from "./machine/postgres/secrets";
import { settingsOf } from "./machine/settings";
import { inWords } from "./machine/stopped";

const help = `Usage: npm run dev:db -- [options]

Starts the built-in Postgres in the data folder (or joins the one running there),
makes the Prisma client, applies the migrations and writes the settings to
<data folder>/env for use with "next dev":

  set -a; . .data/env; set +a; npx next dev

It stays until Ctrl-C, then ends the database it started.

  --detach  leave the database running and return
  --stop    end the database, whoever started it
  --reset   empty the database first; everything in it is lost
  --help    show this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { detach: { type: "boolean" }, stop: { type: "boolean" }, reset: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) return void console.log(help);
  const folder = dataDir();
  if (values.stop) return void console.log((await stopEmbedded(folder)) ? "The database has ended." : "No database was running.");

  const embedded = await openEmbedded(folder, values.detach);
  try {
    if (values.reset) await resetEmbedded(embedded);
    if (await generateClient()) console.log("Made the Prisma client.");
    const { applied, changed } = await migrate(embedded.urls);
    for (const name of applied) console.log(`Applied migration ${name}.`);
    for (const name of changed) console.log(`Migration ${name} was edited after it was applied here. "npm run dev:db -- --reset" begins anew.`);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const file = path.join(folder, "env");
  const settings = settingsOf({ urls: embedded.urls, secrets: secretsIn(folder), port: 3000, demo: true }, process.env);
  writeEnvironmentFile(file, settings);
  for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_DATABASE_URL", "JOBS_DATABASE_URL"]) console.log(`${name}=${settings[name]}`);
  console.log(`Settings are in ${file}.`);
  if (!embedded.isOurs) return;
  console.log("Ctrl-C ends the database.");
  const stay = setInterval(() => undefined, 60_000);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      clearInterval(stay);
      void embedded.stop();
    });
  }
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 1;
});
