import type { extents, Findings, Part } from "./units";

export type Figure = { name: string; value: number; target: string; unit: string; pass: boolean };
type Target = { atLeast: number } | { atMost: number };

/** One figure beside what it is to be. */
function figure(name: string, value: number, target: Target, unit = ""): Figure {
  const pass = "atLeast" in target ? value >= target.atLeast : value <= target.atMost;
  return { name, value, target: "atLeast" in target ? `≥ ${target.atLeast.toLocaleString("en-GB")}` : target.atMost === 0 ? "0" : `≤ ${target.atMost.toLocaleString("en-GB")}`, unit, pass };
}

/** The figures of the parts that ran. */
export function figuresOf({ sums, odd, tried }: Findings, least: (typeof extents)["full"]["least"], ran: ReadonlySet<Part>, minutes: number): Figure[] {
  const sum = (name: string) => sums[name] ?? 0;
  const count = (...names: string[]) => names.reduce((total, name) => total + (odd[name]?.length ?? 0), 0);
  const caught = tried.filter((one) => one.caught).length;
  const headings = [...new Set(tried.map(({ threat }) => threat))];
  const thin = headings.filter((threat) => tried.filter((one) => one.threat === threat && one.caught).length < 3);
  const isWhole = least.faults >= 60;
  const some = (part: Part, figures: Figure[]) => (ran.has(part) ? figures : []);
  return [
    ...(count("broken") > 0 ? [figure("pieces of the proof that broke", count("broken"), { atMost: 0 })] : []),
    ...some("agreement", [figure("authorisation triples", sum("triples"), { atLeast: least.triples }, "actor × row × operation")]),
    ...some("served", [figure("authorisation triples by HTTP", sum("triplesByHttp"), { atLeast: least.triplesByHttp }, "actor × row × page or address")]),
    ...(ran.has("agreement") || ran.has("served") || ran.has("doors") ? [figure("leaks", count("leaks", "wrongLeaks"), { atMost: 0 }), figure("wrongful denials", count("denials"), { atMost: 0 })] : []),
    ...some("doors", [figure("doors that disagree", count("wrong"), { atMost: 0 }), figure("questions that failed", count("failures"), { atMost: 0 }, `of ${sum("asked").toLocaleString("en-GB")}`),
      figure("forbidden canaries, first wall alone", count("forbiddenFirstWall"), { atMost: 0 }, `of ${sum("canariesFirstWall").toLocaleString("en-GB")}`)]),
    ...some("faults", [
      figure("seeded faults", tried.length, { atLeast: least.faults }, "patches"), figure("seeded faults caught %", tried.length ? (100 * caught) / tried.length : 0, { atLeast: 98 }, "%"), figure("faults that can no longer be seeded", count("stale"), { atMost: 0 }),
      ...(isWhole ? [figure("threat headings", headings.length, { atLeast: 14 }), figure("threat headings with fewer than three", thin.length, { atMost: 0 }, thin.join(", "))] : []),
    ]),
    ...some("interference", [figure("non-interference pairs", sum("pairs"), { atLeast: least.pairs }, "member × set of hidden rows, with and without"), figure("non-interference differences", count("differences"), { atMost: 0 }, `of ${sum("compared").toLocaleString("en-GB")} answers`)]),
    ...(ran.has("served") || ran.has("doors") ? [figure("canaries seen", sum("canaries"), { atLeast: ran.has("served") && ran.has("doors") ? least.canaries : 1 }, "in answers, pages, payloads, mail and logs"), figure("forbidden canaries", count("forbidden"), { atMost: 0 })] : []),
    ...some("mail", [figure("mails", sum("mails"), { atLeast: 1 }), figure("mails sent or not sent wrongly", count("mail"), { atMost: 0 })]),
    ...some("requests", [figure("id swaps tried", sum("swaps"), { atLeast: least.swaps }, "in every position of every route"), figure("id swaps that leaked or changed", count("swaps"), { atMost: 0 })]),
    ...some("served", [figure("forged requests tried", sum("forged"), { atLeast: 500 }, "7 forms × every route"), figure("forged requests accepted", count("forged"), { atMost: 0 })]),
    ...some("requests", [figure("revocations", sum("runs"), { atLeast: least.runs }, "runs"), figure("late revocations", count("late"), { atMost: 0 })]),
    ...(isWhole && ran.size === 7 ? [figure("minutes", minutes, { atMost: 45 }, "on 2 cores")] : []),
  ];
}

export function table(figures: Figure[]): string {
  const rows = figures.map(({ name, value, target, unit, pass }) => [name, `${value.toLocaleString("en-GB", { maximumFractionDigits: 1 })} ${unit}`.trim(), `target ${target}`, pass ? "met" : "MISSED"]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
