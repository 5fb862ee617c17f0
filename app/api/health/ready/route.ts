import { Client } from "pg";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";

export const dynamic = "force-dynamic";

// Probes come every few seconds: only the change is news.
let wasReady = true;

const headers = { "Cache-Control": "no-store" };

/** Whether this process can serve people: its database answers, and knows the time and the tables. */
export async function GET(): Promise<Response> {
  const client = new Client({ connectionString: env().APP_DATABASE_URL, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  try {
    await client.connect();
    await client.query("SELECT app_now()");
    wasReady = true;
    return Response.json({ status: "ready" }, { headers });
  } catch (error) {
    if (wasReady) logger.error("not ready: the database does not answer", { error });
    wasReady = false;
    return Response.json({ status: "unavailable", detail: "The database does not answer." }, { status: 503, headers });
  } finally {
    await client.end().catch(() => undefined);
  }
}
