import { defineConfig } from "prisma/config";

// The address is read when a command needs it: making the client needs none.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
