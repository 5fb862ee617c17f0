export const dynamic = "force-dynamic";

const headers = { "Cache-Control": "no-store" };

/** Whether this process runs at all; asks nothing of anything else. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers });
}
