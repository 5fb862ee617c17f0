import type { NextRequest } from "next/server";
import { cookies } from "next/headers";
import { followInput } from "@/lib/cases/log/schema";
import { parseInput } from "@/lib/platform/input";
import { followCase, listenToCase } from "@/lib/cases/log/queries";
import { Unauthenticated } from "@/lib/platform/errors";
import { problem, statusOf } from "@/lib/platform/problem";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { eventStream } from "@/lib/platform/stream";

type Given = { params: Promise<{ caseId: string }> };

const consultationMs = 15 * 60_000;

/** The log of a case as it is written. Listening is recorded when it begins and every quarter of an hour; each entry is read as the listener, under the rule as it is then. */
export async function GET(request: NextRequest, { params }: Given): Promise<Response> {
  try {
    const { caseId } = await params;
    const session = (await cookies()).get(sessionCookieName())?.value;
    if (!session) throw new Unauthenticated();
    const door = { session, quiet: true };
    const after = request.nextUrl.searchParams.get("after") ?? "";
    // A cursor that cannot be read is refused now, with an answer in words, rather than in the middle of a stream.
    parseInput(followInput, { caseId, after });
    await listenToCase.ask(door, { caseId });
    const again = setInterval(() => void listenToCase.ask(door, { caseId }).catch(() => clearInterval(again)), consultationMs);
    request.signal.addEventListener("abort", () => clearInterval(again));
    return eventStream(request, {
      channel: "hereward_entry",
      id: caseId,
      from: after,
      next: async (from) => {
        const { view } = await followCase.ask(door, { caseId, after: from });
        return view.entries.length > 0 ? { data: view, cursor: view.cursor } : null;
      },
    });
  } catch (error) {
    return Response.json(problem(error, crypto.randomUUID(), "case.follow"), { status: statusOf(error), headers: { "Cache-Control": "private, no-store" } });
  }
}
