import type { LogPage } from "@/lib/cases/log/schema";

export type LogAnswer = { page: LogPage } | { ended: true } | { failed: true };

type Asked = { before?: string; after?: string; kind?: string; agencyId?: string };

/** Asks for older or newer entries. Asking by itself (quiet) does not count as the person being at work. */
export async function readLog(caseId: string, asked: Asked, quiet: boolean): Promise<LogAnswer> {
  const search = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => !!pair[1]));
  try {
    const response = await fetch(`/api/cases/${caseId}/log?${search}`, {
      headers: quiet ? { "X-Hereward-Quiet": "1" } : {}, cache: "no-store", signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return { page: (await response.json()) as LogPage };
    return response.status === 401 || response.status === 404 || response.status === 403 ? { ended: true } : { failed: true };
  } catch {
    return { failed: true };
  }
}
