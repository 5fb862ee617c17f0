import { generateClient } from "./machine/prisma-client";
import { inWords } from "./machine/stopped";

const help = `Usage: npm run generate

Makes the Prisma client in lib/platform/generated from prisma/schema when that has
changed, without a connection to anything.
`;

async function main(): Promise<void> {
  if (process.argv.includes("--help")) return void console.log(help);
  console.log((await generateClient()) ? "Made the Prisma client." : "The Prisma client is up to date.");
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 1;
});
