import path from "node:path";
import { defineConfig } from "vitest/config";

process.env.TZ = "UTC";

const shared = {
  environment: "node" as const,
  setupFiles: ["tests/support/console.ts"],
  restoreMocks: true,
};

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    // Postgres shares these processors, and more workers than this only take turns.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { ...shared, name: "unit", include: ["{lib,components,scripts,tests/properties}/**/*.test.{ts,tsx}"] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: ["tests/{permissions,integration,architecture,faults}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/cluster.ts"],
          setupFiles: [...shared.setupFiles, "tests/support/own-database.ts"],
        },
      },
    ],
  },
});
