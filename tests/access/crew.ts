import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { Findings, Unit } from "./units";

export type Said = { findings: Findings } | { failed: string };

/** Does these pieces of work in so many processes of their own, each taking the next when it has done one; says of each what came of it. */
export async function workOff(units: Unit[], hands: number, told: (unit: Unit, findings: Findings, seconds: number) => void): Promise<void> {
  const waiting = [...units];
  const crew: ChildProcess[] = [];
  const hand = async () => {
    let worker: ChildProcess | undefined;
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      const begun = Date.now();
      worker = worker?.connected ? worker : hire(crew);
      // One piece that breaks is told with the others, and spoils none of them.
      const findings = await give(worker, unit).catch((error: Error): Findings => ({ sums: {}, odd: { broken: [error.message] }, tried: [], line: `BROKE: ${error.message.slice(0, 300)}` }));
      told(unit, findings, (Date.now() - begun) / 1_000);
    }
    worker?.kill();
  };
  try {
    await Promise.all(Array.from({ length: hands }, hand));
  } finally {
    for (const worker of crew) worker.kill();
  }
}

function hire(crew: ChildProcess[]): ChildProcess {
  const worker = fork(path.join(__dirname, "worker.ts"), [], { execArgv: [...process.execArgv, "--max-old-space-size=4096"] });
  crew.push(worker);
  return worker;
}

function give(worker: ChildProcess, unit: Unit): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A worker ended with ${code} in ${unit.part}, seed ${unit.seed}`));
    worker.once("exit", ended);
    worker.once("message", (said: Said) => {
      worker.off("exit", ended);
      if ("failed" in said) reject(new Error(said.failed));
      else resolve(said.findings);
    });
    worker.send(unit);
  });
}
