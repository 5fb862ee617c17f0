import { appendAudit } from "./audit";
import { inContext, type Door } from "./db";
import { Conflict, Forbidden, InvalidInput, NotFound, Refused, StepUpNeeded, Unauthenticated } from "./errors";
import { Prisma } from "./generated/client";

type Named = { name: string; words?: Record<string, string> };

/** Records a request that came to nothing (its own transaction was undone) and gives back the error to throw. */
export async function recordRefusal(door: Door, definition: Named, error: unknown, raw: unknown): Promise<unknown> {
  const known = inWords(definition, asKnown(error));
  const outcome = outcomeOf(known);
  if (outcome) {
    await inContext(door, ({ tx }) => appendAudit(tx, definition.name, outcome.word, { detail: { ...outcome.detail, ...askedFor(raw) } }));
  }
  return known;
}

// The ids that were asked for, and no other word of the request: who tries doors is known by which doors.
function askedFor(raw: unknown): { asked?: Record<string, string> } {
  const ids = Object.entries(typeof raw === "object" && raw !== null ? raw : {}).filter(([name, value]) => /^[a-z][A-Za-z]{0,30}Id$/.test(name) && typeof value === "string" && uuid.test(value));
  return ids.length > 0 ? { asked: Object.fromEntries(ids.slice(0, 8)) } : {};
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function outcomeOf(error: unknown): { word: string; detail: Record<string, unknown> } | null {
  // Nobody was refused anything: they are asked for their second factor and send it again.
  if (error instanceof StepUpNeeded) return null;
  if (error instanceof NotFound) return { word: "not-found", detail: {} };
  if (error instanceof Forbidden) return { word: "forbidden", detail: { reason: error.reason } };
  if (error instanceof Refused) return { word: "refused", detail: { rule: error.rule } };
  if (error instanceof Conflict) return { word: "conflict", detail: {} };
  if (error instanceof InvalidInput || error instanceof Unauthenticated) return null;
  return null;
}

function inWords(definition: Named, error: unknown): unknown {
  if (error instanceof Refused && !error.words && definition.words?.[error.rule]) return new Refused(error.rule, definition.words[error.rule], error.detail);
  if (error instanceof Forbidden && !error.words && definition.words?.[error.reason]) return new Forbidden(error.reason, definition.words[error.reason], error.asker);
  return error;
}

// The database's own refusals, in the house's terms: a broken invariant or wall is never an answer of 500.
function asKnown(error: unknown): unknown {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify((error as { meta?: unknown }).meta ?? "")}` : "";
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025") return new Conflict();
  if (/row-level security/.test(text)) return new NotFound();
  if (/canceling statement due to lock timeout|deadlock detected|could not serialize/.test(text)) return new Conflict();
  return error;
}
