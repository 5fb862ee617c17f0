// The web server of a built Hereward, as npm start and the container run it.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const help = `Usage: node scripts/serve.mjs

Serves the build in .next on HOST and PORT. .env.example explains the settings.
It neither builds nor migrates: "npm start" does both, "npm run migrate" the latter.
`;

if (process.argv.includes("--help")) {
  console.log(help);
} else {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { env } = process;
  env.NODE_ENV = "production";
  env.NEXT_TELEMETRY_DISABLED = "1";
  env.NEXTAUTH_SECRET = env.AUTH_SECRET;
  env.NEXTAUTH_URL = env.APP_ORIGIN;
  // A web process that holds the owner's key could step past every wall.
  if (env.APP_DATABASE_URL && env.AUTH_DATABASE_URL) delete env.DATABASE_URL;
  // Next greets with an address of its own making; people must use APP_ORIGIN, the only one that may save anything.
  const write = console.log;
  console.log = (...words) => {
    if (!/[▲✓]|- (Local|Network)/.test(words.join(" "))) write(...words);
  };
  const require = createRequire(import.meta.url);
  const next = require.resolve("next/dist/bin/next");
  process.argv = [process.argv[0], next, "start", "--port", env.PORT || "3000", ...(env.HOST ? ["--hostname", env.HOST] : [])];
  require(next);
}
