import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "lib"], { encoding: "utf8" }).split("\n").filter((file) => /\.ts$/.test(file) && !file.endsWith(".test.ts"));
/** What is the same in no two rows of a list: where it ends an order, the order says everything. */
const tellsApart = /\b(id|seq|code|reference|position|version|shortName|caseId)\s*:\s*("asc"|"desc"|\{)|\{ (name|label): "asc" \}\s*$|\[column\]/;
/** Lists of what has no id of its own, or one row a day and case. */
const keyedOtherwise = ["draft", "code", "interventionType", "contact", "timeStandard", "caseLook"];

/** The order that a list asks for at its own level, in the words of the source. */
function orderOf(source: string, from: number): string | null {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const letter = source[at]!;
    if (depth === 1 && source.startsWith("orderBy:", at)) return bracketed(source, at + "orderBy:".length);
    if ("{[(".includes(letter)) depth += 1;
    if ("}])".includes(letter) && (depth -= 1) === 0) return null;
  }
  return null;
}

function bracketed(source: string, from: number): string | null {
  const start = source.slice(from).search(/\S/) + from;
  if (!"{[".includes(source[start]!)) return null;
  let depth = 0;
  for (let at = start; ; at += 1) {
    if ("{[".includes(source[at]!)) depth += 1;
    if ("}]".includes(source[at]!) && (depth -= 1) === 0) return source.slice(start, at + 1);
  }
}

test("a list that has an order has one order: rows that are alike in it never change places", () => {
  const loose = files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return [...source.matchAll(/(\w+)\.(?:findMany|findFirst|findFirstOrThrow)\(/g)].flatMap((found) => {
      const order = keyedOtherwise.includes(found[1]!) ? null : orderOf(source, found.index + found[0].length);
      return order === null || tellsApart.test(order.replace(/\]$/, "")) ? [] : [`${file}: ${found[1]} ${order}`];
    });
  });
  expect(loose).toEqual([]);
});
