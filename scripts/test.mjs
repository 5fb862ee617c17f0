import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { installPackages, requireNode } from "./machine/install.mjs";

const help = `Usage: npm test [-- --only STEP,STEP…] [FILTER…]

Runs every check and closes with one line: N passed, N failed, N skipped.

  types         the whole tree is typed
  lint          the rules of eslint.config.mjs hold
  unit          tests beside the source, and rules held against sums done another way
  permissions   who may do what           (with a Postgres of its own)
  integration   commands and queries      (with a Postgres of its own)
  architecture  the structure of the code (with a Postgres of its own)
  faults        bad and repeated requests (with a Postgres of its own)
  access        a tenth of the proof of the access rule (with a Postgres of its own)
  sign-in       guesses, and second uses of what works once, over HTTP (with a Postgres of its own)
  journeys      a real browser against the built application with the demo county

A FILTER is part of a file name; it narrows the tests of the steps that run.
It needs no settings and touches no database but those it makes and removes.

  npm test -- --only unit,integration
  npm test -- --only journeys report
`;

if (process.argv.includes("--help")) {
  console.log(help);
} else {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  requireNode();
  installPackages();
  await import("tsx");
  const { test } = createRequire(import.meta.url)("./machine/testing/run.ts");
  await test(process.argv.slice(2));
}
