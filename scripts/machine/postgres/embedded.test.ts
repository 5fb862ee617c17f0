import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { inDatabase } from "./addresses";
import { openEmbedded, resetEmbedded, stopEmbedded } from "./embedded";

// A folder with a space in its name, and closed to all but passing through, as the data folder of a clone may be.
const folder = mkdtempSync(path.join(tmpdir(), "hereward embedded "));
chmodSync(folder, 0o711);
const noteFile = path.join(folder, "postgres.json");

afterEach(() => stopEmbedded(folder));
afterAll(async () => {
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

describe("the built-in Postgres", () => {
  it("is made once, keeps its secrets to its owner, and keeps what is in it", async () => {
    const first = await openEmbedded(folder);
    await ask(first.urls.DATABASE_URL, "CREATE TABLE kept AS SELECT 7 AS n");
    await first.stop();
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    const second = await openEmbedded(folder);
    expect(second.port).toBe(first.port);
    expect(await ask(second.urls.DATABASE_URL, "SELECT n FROM kept")).toEqual({ n: 7 });
    await resetEmbedded(second);
    expect(await ask(second.urls.DATABASE_URL, "SELECT to_regclass('kept') AS kept")).toEqual({ kept: null });
  });

  it("has an owner who makes roles and passes row-level security without being a superuser", async () => {
    const { urls } = await openEmbedded(folder);
    const role = await ask(urls.DATABASE_URL, "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user");
    expect(role).toEqual({ rolsuper: false, rolcreaterole: true, rolcreatedb: true, rolbypassrls: true });
    await expect(ask(inDatabase(urls.DATABASE_URL.replace(/:[^:@]+@/, ":wrong@"), "postgres"), "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("listens on this machine only, and sorts letters the same everywhere", async () => {
    const { urls } = await openEmbedded(folder);
    expect(await ask(urls.DATABASE_URL, "SHOW listen_addresses")).toEqual({ listen_addresses: "127.0.0.1" });
    expect(await ask(urls.DATABASE_URL, "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()")).toEqual({ datlocprovider: "b", datlocale: "C.UTF-8" });
  });

  it("is joined, not started again, by a second one, which leaves it running", async () => {
    const first = await openEmbedded(folder);
    // The first is kept by this very process; the second must believe it to be another's.
    writeFileSync(noteFile, JSON.stringify({ port: first.port, keeper: process.ppid }));
    const second = await openEmbedded(folder);
    expect([second.isOurs, second.port]).toEqual([false, first.port]);
    await second.stop();
    expect(await ask(first.urls.DATABASE_URL, "SELECT 1 AS n")).toEqual({ n: 1 });
  });

  it("becomes ours when the process that kept it is gone", async () => {
    const first = await openEmbedded(folder);
    const gone = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => gone.once("exit", resolve));
    writeFileSync(noteFile, JSON.stringify({ port: first.port, keeper: gone.pid }));
    const second = await openEmbedded(folder);
    expect(second.isOurs).toBe(true);
    await second.stop();
    await expect(ask(first.urls.DATABASE_URL, "SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
  });

  it("starts over the mark of a crash, whoever has that process number now", async () => {
    const first = await openEmbedded(folder);
    const mark = path.join(folder, "postgres", "postmaster.pid");
    const lines = readFileSync(mark, "utf8").split("\n");
    await first.stop();
    expect(existsSync(mark)).toBe(false);
    writeFileSync(mark, [process.pid, ...lines.slice(1)].join("\n"));
    const second = await openEmbedded(folder);
    expect(await ask(second.urls.DATABASE_URL, "SELECT 1 AS n")).toEqual({ n: 1 });
  });

  it("takes another port when its own is in use", async () => {
    const first = await openEmbedded(folder);
    await first.stop();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(first.port, "127.0.0.1", resolve));
    try {
      const second = await openEmbedded(folder);
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.urls.DATABASE_URL, "SELECT 1 AS n")).toEqual({ n: 1 });
    } finally {
      other.close();
    }
  });
});
