import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { digestOf } from "./hash";

const folder = mkdtempSync(path.join(tmpdir(), "hereward-hash-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, "src", "deep"), { recursive: true });
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const digest = () => digestOf(folder, ["src", "one.ts", "absent"], (name) => name.endsWith(".test.ts"));

it("changes with a text, a name, a new file and a lost one, and with nothing else", () => {
  write("src/deep/a.ts", "a");
  write("one.ts", "1");
  const seen = [digest()];
  const expectNew = () => {
    expect(seen).not.toContain(digest());
    seen.push(digest());
  };
  write("src/deep/a.test.ts", "skipped");
  write("elsewhere.ts", "not asked for");
  write("one.ts", "1");
  expect(digest()).toBe(seen[0]);
  write("one.ts", "2");
  expectNew();
  renameSync(path.join(folder, "src/deep/a.ts"), path.join(folder, "src/deep/b.ts"));
  expectNew();
  write("src/c.ts", "");
  expectNew();
  rmSync(path.join(folder, "src/deep/b.ts"));
  expectNew();
});
