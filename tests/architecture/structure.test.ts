import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { areas } from "../../eslint.config.mjs";

const root = process.cwd();
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" }).split("\n").filter(Boolean);
const kinds = ["schema", "labels", "rules", "policy", "events", "visibility", "queries", "commands", "reactions"];
const compositionRoots = ["lib/reactions.ts", "lib/tasks.ts"];
const lines = (file: string) => readFileSync(path.join(root, file), "utf8").split("\n").length - 1;

describe("the house", () => {
  test("lib holds the areas, the machinery and the words of format, and nothing else", () => {
    const tops = [...new Set(files.filter((file) => file.startsWith("lib/") && !compositionRoots.includes(file)).map((file) => file.split("/")[1]!))];
    expect(tops.filter((top) => ![...areas, "platform", "format"].includes(top))).toEqual([]);
  });

  test("an area holds only the closed list of files, however deep", () => {
    const odd = files.filter((file) => /^lib\/[^/]+\/.*\.tsx?$/.test(file) && !/^lib\/(platform|format)\//.test(file)).filter((file) => {
      const name = path.basename(file).replace(/\.tsx?$/, "").replace(/\.test$/, "");
      return !kinds.includes(name);
    });
    expect(odd).toEqual([]);
  });

  test("pure files stay pure: they import no database, no server part and no React", () => {
    const bad = files
      .filter((file) => /^lib\/[^/]+\/(.*\/)?(schema|labels|rules|policy|events)\.ts$/.test(file) && !file.startsWith("lib/platform/"))
      .filter((file) => /^import (?!type ).*(platform\/(db|query|command|page|route|live|env|generated)|from "(react|next|pg|node:)|\/(queries|commands|visibility|reactions)")/m.test(readFileSync(path.join(root, file), "utf8")));
    expect(bad).toEqual([]);
  });

  test("app holds addresses only: thin pages and routes, no rule", () => {
    const thick = files.filter((file) => /^app\/.*(page|route)\.tsx?$/.test(file) && lines(file) > 40).map((file) => `${lines(file)} ${file}`);
    expect(thick).toEqual([]);
    const ruling = files.filter((file) => /^app\/.*\.tsx?$/.test(file) && /\.roles\b|readsCases|hasRole\(/.test(readFileSync(path.join(root, file), "utf8")));
    expect(ruling).toEqual([]);
  });

  test("no file of ours is longer than 250 lines, tests 400", () => {
    const long = files
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith("prisma/migrations/"))
      .filter((file) => lines(file) > (/\.test\.tsx?$|^tests\/|^prisma\/seed\//.test(file) ? 400 : 250))
      .map((file) => `${lines(file)} ${file}`);
    expect(long).toEqual([]);
  });

  test("nothing asks the clock but the clock: rules, reads and writes take now as given", () => {
    const asking = files
      .filter((file) => /^lib\/.*\.ts$/.test(file) && !/^lib\/(platform|format)\//.test(file) && !file.endsWith(".test.ts"))
      .filter((file) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(path.join(root, file), "utf8")));
    expect(asking).toEqual([]);
  });

  test("there are no server actions, no prefetching links, and nothing from another host", () => {
    const sources = files.filter((file) => /^(app|components|lib)\/.*\.(ts|tsx|css)$/.test(file)).map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
    expect(sources.filter(({ text }) => /["']use server["']/.test(text)).map(({ file }) => file)).toEqual([]);
    expect(sources.filter(({ file, text }) => /from "next\/link"/.test(text) && file !== "components/ui/link.tsx").map(({ file }) => file)).toEqual([]);
    expect(sources.filter(({ text }) => /(src|href|url\()=?["'(]https?:\/\//.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
