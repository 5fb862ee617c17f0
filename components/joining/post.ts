import { notReached, problemFrom, type Problem } from "../shell/sending/problem";

export type Posted<Data> = { ok: true; data: Data } | { ok: false; error: Problem };

/** Sends what stands before any session: without a key, and without asking to sign in. */
export async function post<Data>(path: string, body: unknown): Promise<Posted<Data>> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body), cache: "no-store" });
    const answer: unknown = await response.json().catch(() => undefined);
    return response.ok && answer !== undefined ? { ok: true, data: answer as Data } : { ok: false, error: problemFrom(answer) };
  } catch {
    return { ok: false, error: notReached };
  }
}
