import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApplication } from "../../scripts/machine/build";
import { startServer, startWorker, untilServing } from "../../scripts/machine/children";
import { anyFree } from "../../scripts/machine/postgres/ports";
import { generateClient } from "../../scripts/machine/prisma-client";
import { loadSeed } from "../../scripts/machine/seeds";
import { settingsOf } from "../../scripts/machine/settings";
import { cloneTemplate, startThrowaway, testSecrets } from "../../scripts/machine/postgres/throwaway";
import { mailFolder } from "./mail-folder";
import { openSink } from "./mail-sink";

/** The built application with its worker, on a database of its own that holds the demo county. */
export interface TestServer {
  /** What its processes run with: APP_ORIGIN is where it listens, DATABASE_URL lets a journey arrange and check as the owner, HEREWARD_MAILS is the folder that the worker's mail ends in. */
  settings: Record<string, string>;
  /** The last lines the server and the worker wrote. */
  lastWords(lines?: number): string;
  stop(): Promise<void>;
}

/** Builds when needed, makes the demo county, and serves it on a free port in demo mode until stop(). Further cases: as many as are said; "all" for the whole county. */
export async function startTestServer(cases: number | "all" = 24): Promise<TestServer> {
  await generateClient();
  const cluster = await startThrowaway();
  try {
    const port = await anyFree();
    const urls = await cloneTemplate(cluster.ownerUrl, "journeys");
    const logFolder = mkdtempSync(path.join(tmpdir(), "hereward-server-"));
    const mails = path.join(logFolder, "mails");
    const sink = await openSink({ took: mailFolder(mails) });
    // Set and empty, so that a developer's .env cannot fill them: tests send no mail to anyone. The worker alone has a mail server, that of the test.
    const silent = { SMTP_URL: "", MAIL_FROM: "" };
    const settings = { ...settingsOf({ urls, secrets: testSecrets, port, demo: true }), ...silent, HOST: "127.0.0.1", LOG_LEVEL: "warn", HEREWARD_MAILS: mails };
    await Promise.all([buildApplication(), loadSeed("demo", { ...settings, DEMO_CASES: cases === "all" ? "" : String(cases) })]);

    const logFile = path.join(logFolder, "server.log");
    const log = openSync(logFile, "a");
    const children = [startServer(settings, log), startWorker({ ...settings, ...sink.settings }, log)];
    closeSync(log);
    const lastWords = (lines = 40) => readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
    const stop = async () => {
      await Promise.all(children.map((child) => child.stop()));
      await sink.close();
      await cluster.stop();
      rmSync(logFolder, { recursive: true, force: true });
    };
    if (children[0] && (await untilServing(port, children[0]))) return { settings, lastWords, stop };
    const words = lastWords();
    await stop();
    throw new Error(`The server under test did not come up. Its last words:\n${words}`);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
