import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../../../scripts/machine/migrations/apply";
import type { DatabaseUrls } from "../../../scripts/machine/postgres/addresses";
import { emptyDatabase } from "../../support/database";

const folder = mkdtempSync(path.join(tmpdir(), "hereward-migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

const table = `CREATE TABLE kept (id int PRIMARY KEY);
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1; -- a semicolon inside a function
  RETURN n * 2;
END $$;
`;

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

let urls: DatabaseUrls;

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: urls.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const books = () => rows(`SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at, applied_steps_count AS steps FROM _prisma_migrations ORDER BY started_at`);

beforeEach(async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  urls = await emptyDatabase();
});

describe("migrations", () => {
  it("are applied whole and in order, and booked as Prisma books them", async () => {
    write("20260102000000_second", "INSERT INTO kept VALUES (twice(21));");
    write("20260101000000_first", table);
    expect(await migrate(urls, folder)).toEqual({ applied: ["20260101000000_first", "20260102000000_second"], changed: [] });
    expect(await rows("SELECT id FROM kept")).toEqual([{ id: 42 }]);
    expect(await books()).toMatchObject([
      { name: "20260101000000_first", checksum: createHash("sha256").update(table).digest("hex"), finished: true, rolled_back_at: null, steps: 1 },
      { name: "20260102000000_second", finished: true, steps: 1 },
    ]);
  });

  it("are applied once, also when several processes try at the same time", async () => {
    write("20260101000000_first", table);
    const reports = await Promise.all([migrate(urls, folder), migrate(urls, folder), migrate(urls, folder)]);
    expect(reports.flatMap(({ applied }) => applied)).toEqual(["20260101000000_first"]);
    expect(await books()).toHaveLength(1);
  });

  it("take less than a second and a half when there is nothing to do", async () => {
    write("20260101000000_first", table);
    await migrate(urls, folder);
    const begun = performance.now();
    expect(await migrate(urls, folder)).toEqual({ applied: [], changed: [] });
    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  it("are said to have changed when a file is edited after it was applied", async () => {
    write("20260101000000_first", table);
    await migrate(urls, folder);
    write("20260101000000_first", `${table}-- edited`);
    expect(await migrate(urls, folder)).toEqual({ applied: [], changed: ["20260101000000_first"] });
  });

  it("that fail leave nothing half-done, name the line, and stop those after them", async () => {
    write("20260101000000_first", table);
    write("20260102000000_broken", "INSERT INTO kept VALUES (1);\nINSERT INTO kept VALUE (2);");
    await expect(migrate(urls, folder)).rejects.toThrow(/20260102000000_broken failed, line 2: syntax error/);
    expect(await rows("SELECT id FROM kept")).toEqual([]);
    expect((await books()).at(-1)).toMatchObject({ name: "20260102000000_broken", finished: false, steps: 0 });
    write("20260103000000_third", "SELECT 1;");
    await expect(migrate(urls, folder)).rejects.toThrow(/found failed migrations/);
  });
});
