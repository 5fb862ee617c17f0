import "./machine/environment-file";
import { Logger, run } from "graphile-worker";
import { env } from "../lib/platform/env";
import { logger } from "../lib/platform/logger";
import { taskList, timetable } from "../lib/tasks";
import { inWords, Stopped } from "./machine/stopped";

const help = `Usage: npm run worker

Does the background jobs (mail, escalation, retention) until it is told to end, then
finishes those it has begun. .env.example explains the settings; JOBS_DATABASE_URL is needed.
`;

/** The queue's own messages, without the payloads it would add to them. */
const queueLogger = new Logger(() => (level, message, meta) => {
  const { job, error } = (meta ?? {}) as { job?: { id: string; task_identifier: string; attempts: number }; error?: unknown };
  const fields = { jobId: job?.id, job: job?.task_identifier, attempt: job?.attempts, error };
  if (level === "error") logger.error("job queue: failure", fields);
  else if (level === "warning") logger.warn("job queue: warning", fields);
  else logger.debug(job ? "job queue: job" : message, fields);
});

async function main(): Promise<void> {
  if (process.argv.includes("--help")) return void console.log(help);
  const connectionString = env().JOBS_DATABASE_URL;
  if (!connectionString) throw new Stopped("JOBS_DATABASE_URL is missing.");
  const runner = await run({ connectionString, taskList, crontab: timetable, concurrency: 4, pollInterval: 2_000, noHandleSignals: true, logger: queueLogger });
  logger.info("worker started", { count: Object.keys(taskList).length });
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void runner.stop();
    });
  }
  await runner.promise;
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exit(1);
});
