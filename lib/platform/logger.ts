import { pino } from "pino";

/**
 * The only fields a log line may carry: ids, names of operations and figures. No body, no address, no words people typed.
 * Redaction by name covers one depth only, so this list says what may pass instead of what may not.
 */
export interface LogFields {
  requestId?: string;
  operation?: string;
  memberId?: string;
  agencyId?: string;
  subjectId?: string;
  jobId?: string;
  job?: string;
  attempt?: number;
  method?: string;
  route?: string;
  status?: number;
  outcome?: string;
  reason?: string;
  milliseconds?: number;
  count?: number;
  error?: unknown;
}

const plainFields = [
  "requestId",
  "operation",
  "memberId",
  "agencyId",
  "subjectId",
  "jobId",
  "job",
  "attempt",
  "method",
  "route",
  "status",
  "outcome",
  "reason",
  "milliseconds",
  "count",
] as const satisfies readonly (keyof LogFields)[];

const sink = pino({ level: process.env.LOG_LEVEL || "info", base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** A database error repeats the values that caused it in its message: kind, code and place are kept, the message is for debugging only. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  const places = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim());
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(sink.isLevelEnabled("debug") ? { message: error.message } : {}),
    places,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

/** What of the given fields may be written: unlisted names and nested values are dropped. */
export function loggable(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of plainFields) {
    const value = fields[name];
    if (typeof value === "string" || typeof value === "number") kept[name] = value;
  }
  if (fields.error !== undefined) kept.error = describe(fields.error);
  return kept;
}

/** Writes one JSON line to standard output. The message is a fixed sentence in the code, never made from input. */
export const logger = {
  debug: (message: string, fields: LogFields = {}) => sink.debug(loggable(fields), message),
  info: (message: string, fields: LogFields = {}) => sink.info(loggable(fields), message),
  warn: (message: string, fields: LogFields = {}) => sink.warn(loggable(fields), message),
  error: (message: string, fields: LogFields = {}) => sink.error(loggable(fields), message),
};
