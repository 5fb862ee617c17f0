export type FieldProblem = { path: string; message: string };

/** What the API says when it does not do what was asked. */
export type Problem = {
  error: "InvalidInput" | "NotFound" | "Forbidden" | "Refused" | "Conflict" | "Unauthenticated" | "Busy" | "Unexpected";
  message: string;
  reason?: string;
  detail?: Record<string, unknown>;
  fields?: FieldProblem[];
  requestId?: string;
  /** With Conflict: the record as it stands now. */
  current?: unknown;
};

const kinds = ["InvalidInput", "NotFound", "Forbidden", "Refused", "Conflict", "Unauthenticated", "Busy", "Unexpected"];

export const notReached: Problem = {
  error: "Unexpected",
  message: "We could not reach Hereward. What you typed is still here. Check your connection and try again.",
};

const notUnderstood: Problem = {
  error: "Unexpected",
  message: "Something went wrong at our end. What you typed is still here. Try again in a minute.",
};

/** Reads a refusal. Anything that is not one of ours, such as a page from a proxy, becomes one plain sentence. */
export function problemFrom(body: unknown): Problem {
  if (typeof body !== "object" || body === null) return notUnderstood;
  const { error, message } = body as Partial<Problem>;
  if (typeof message !== "string" || !kinds.includes(String(error))) return notUnderstood;
  return body as Problem;
}
