import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths";
import { Stopped } from "./stopped";

/** A part of Hereward that runs until it is ended. */
export interface Child {
  /** Resolves when it has ended, however it came to it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

type Settings = Record<string, string | undefined>;

const patience = 10_000;
const loader = ["--import", pathToFileURL(path.join(root, "node_modules", "tsx", "dist", "loader.mjs")).href];
const followParent = ["--require", path.join(root, "scripts", "machine", "follow-parent.cjs")];
const running = new Set<ChildProcess>();

/** Starts a file with Node. It has its own process group, so that Ctrl-C reaches us alone and we end things in order. */
function startNode(args: string[], settings: Settings, output: "inherit" | "pipe" | number): ChildProcess {
  const child = spawn(process.execPath, [...followParent, ...args], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...settings, HEREWARD_PARENT: String(process.pid) } as NodeJS.ProcessEnv,
    stdio: ["ignore", output, output, "ipc"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Signals the child and whatever it has started in turn. */
function signal(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(-(child.pid ?? 0), name);
  } catch {
    // It has ended meanwhile.
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), patience);
  await ended;
  clearTimeout(timer);
}

function supervise(child: ChildProcess): Child {
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return { ended, stop: () => end(child) };
}

/** Ends every child that still runs. */
export async function endChildren(): Promise<void> {
  await Promise.all([...running].map(end));
}

/** Starts the web server on the build that is there. */
export function startServer(settings: Settings, output: "inherit" | number = "inherit"): Child {
  return supervise(startNode([path.join(root, "scripts", "serve.mjs")], settings, output));
}

/** Starts the worker for background jobs. */
export function startWorker(settings: Settings, output: "inherit" | number = "inherit"): Child {
  return supervise(startNode([...loader, path.join(root, "scripts", "worker.ts")], settings, output));
}

function untilDone(child: ChildProcess, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, killer) => (code === 0 ? resolve() : reject(new Stopped(`${what} ended with ${killer ?? `code ${code}`}.`))));
  });
}

/** Runs a TypeScript file of the repository to its end. Throws when it fails. */
export function runScript(file: string, settings: Settings): Promise<void> {
  return untilDone(startNode([...loader, path.join(root, file)], settings, "inherit"), file);
}

/** Runs a program of a package to its end, showing what it says. Throws when it fails. */
export function runShown(program: string, args: string[], settings: Settings): Promise<void> {
  return untilDone(startNode([path.join(root, "node_modules", program), ...args], settings, "inherit"), program);
}

/** Runs a program of a package to its end and shows what it says only when it fails; then it throws as well. */
export async function runQuietly(program: string, args: string[], settings: Settings): Promise<void> {
  const child = startNode([path.join(root, "node_modules", program), ...args], settings, "pipe");
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  try {
    await untilDone(child, program);
  } catch (error) {
    process.stderr.write(Buffer.concat(said));
    throw error;
  }
}

/** Waits until the server says that it and its database are ready; false when it has ended or the patience is used up. */
export async function untilServing(port: number, child: Child, seconds = 60): Promise<boolean> {
  let over = false;
  void child.ended.then(() => (over = true));
  const until = Date.now() + seconds * 1_000;
  while (!over && Date.now() < until) {
    const isReady = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
