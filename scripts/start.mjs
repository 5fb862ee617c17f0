import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { installPackages, requireNode } from "./machine/install.mjs";

const help = `Usage: npm start

Serves Hereward from this folder, and sets up whatever is missing first: packages,
a built-in Postgres, the tables, the demo county, the build. Ctrl-C ends all of it.

Settings are environment variables; .env.example explains each. The usual ones:

  PORT               the port to serve on (default 3000, or the next free one)
  HOST               the address to listen on (default 127.0.0.1 in demo mode, else all)
  DATABASE_URL       a Postgres of your own, as the owner of the tables
  DEMO_MODE          on or off (default on with the built-in Postgres, else off)
  HEREWARD_DATA_DIR  where the built-in Postgres lives (default .data)

To begin anew with the built-in Postgres, end Hereward and remove that folder.
`;

if (process.argv.includes("--help")) {
  console.log(help);
} else {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  requireNode();
  installPackages();
  await import("tsx");
  const { start } = createRequire(import.meta.url)("./machine/start.ts");
  await start();
}
