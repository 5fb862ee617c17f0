import { Busy, Conflict, Forbidden, InvalidInput, NotFound, Refused, Unauthenticated, type FieldMessage } from "./errors";
import { logger } from "./logger";

/** What the API answers when it does not do what was asked. */
export type Problem = {
  error: "InvalidInput" | "NotFound" | "Forbidden" | "Refused" | "Conflict" | "Unauthenticated" | "Busy" | "Unexpected";
  message: string;
  reason?: string;
  detail?: Record<string, unknown>;
  fields?: FieldMessage[];
  current?: unknown;
  requestId: string;
};

export function problem(error: unknown, requestId: string, operation: string): Problem {
  if (error instanceof InvalidInput) return { error: "InvalidInput", message: error.message, fields: error.fields, requestId };
  if (error instanceof NotFound) return { error: "NotFound", message: error.message, requestId };
  if (error instanceof Forbidden) return { error: "Forbidden", message: error.words ?? "You may not do this.", reason: error.reason, requestId };
  if (error instanceof Refused) return { error: "Refused", message: error.words ?? "This cannot be done now.", reason: error.rule, detail: error.detail, requestId };
  if (error instanceof Conflict) return { error: "Conflict", message: error.message, current: error.current, requestId };
  if (error instanceof Unauthenticated) return { error: "Unauthenticated", message: error.message, requestId };
  if (error instanceof Busy) {
    logger.warn("too busy", { requestId, operation });
    return { error: "Busy", message: error.message, requestId };
  }
  // A bug.
  logger.error("unexpected error", { requestId, operation, error });
  return { error: "Unexpected", message: "Something went wrong on our side. Nothing was saved. Try again, and quote the number if it goes on.", requestId };
}

export function statusOf(error: unknown): number {
  if (error instanceof InvalidInput) return 400;
  if (error instanceof Unauthenticated) return 401;
  if (error instanceof Forbidden) return 403;
  if (error instanceof NotFound) return 404;
  if (error instanceof Conflict) return 409;
  if (error instanceof Refused) return 422;
  if (error instanceof Busy) return 503;
  return 500;
}
