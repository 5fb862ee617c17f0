import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** The areas, lowest first. An area uses those before it, never after. This list stands here alone; the tests read it. */
export const areas = [
  "agencies", "clocks", "people", "places", "reports", "cases", "assessments", "contacts", "shared-actions", "referrals", "interventions",
  "documents", "meetings", "case-reviews", "notices", "overview", "governance", "exchange",
];

const upward = areas.map((area, index) => ({
  target: `./lib/${area}`,
  from: areas.slice(index + 1).map((later) => `./lib/${later}`),
  message: "An area uses those before it, never after: react to the higher area's event instead.",
})).filter((zone) => zone.from.length > 0);

const zones = [
  ...upward,
  { target: ["./lib/platform", "./lib/format"], from: areas.map((area) => `./lib/${area}`), message: "The machinery knows no area." },
  { target: "./lib", from: ["./app", "./components"], message: "Rules and reads do not know how they are drawn or where they are found." },
  { target: "./components", from: "./app", message: "A component does not know where it stands." },
  { target: "./components/ui", from: [...areas.map((area) => `./lib/${area}`), "./lib/platform"], message: "The common parts know no area." },
  { target: ["./app", "./components", "./lib", "./prisma/seed"], from: "./tests", message: "What ships does not use the tests." },
  // The Prisma client has one door: query() and command() open every transaction. Types and enums may be had anywhere on the server.
  { target: ["./app", "./components"], from: "./lib/platform/generated", message: "Pages and components take view types, never rows." },
  { target: ["./app", "./components"], from: "./lib/platform/db.ts", message: "Only query() and command() open a transaction." },
];

// The plugin that ships inside eslint-config-next, so that the rule and the resolver are of one version.
const importPlugin = next.find((entry) => entry.plugins?.import)?.plugins.import;

const config = [
  { ignores: [".next/**", ".data/**", "lib/platform/generated/**", "node_modules/**", "next-env.d.ts"] },
  ...next,
  ...typescript,
  {
    plugins: { import: importPlugin },
    settings: { "import/resolver": { typescript: true } },
    rules: {
      "import/no-restricted-paths": ["error", { zones }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", { selector: "ExpressionStatement[directive='use server']", message: "There are no server actions: writes are JSON to route handlers." }],
    },
  },
  {
    // The type of a transaction may be named anywhere; opening one may not.
    files: ["lib/**/*.ts"],
    ignores: ["lib/platform/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: ["**/platform/generated/client"], importNames: ["PrismaClient"], message: "The Prisma client is not for areas: use query() and command()." }, { group: ["**/platform/db"], importNames: ["inContext"], message: "Only query() and command() open a transaction." }] }],
    },
  },
  { files: ["next.config.js", "scripts/*.mjs", "tests/sign-in/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
];

export default config;
