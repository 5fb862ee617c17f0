import { z } from "zod";
import { env } from "@/lib/platform/env";
import { parseInput } from "@/lib/platform/input";
import { demoCode } from "@/lib/platform/sign-in/demo-code";
import { problem, statusOf } from "@/lib/platform/problem";

const asked = z.strictObject({ email: z.email().max(200) });

/** Before sign-in, so not a query: fills in a demo persona's code. Does not exist outside demo mode. */
export async function POST(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    if (request.headers.get("origin") !== env().APP_ORIGIN) return new Response(null, { status: 404, headers });
    return Response.json(await demoCode(parseInput(asked, await request.json().catch(() => null)).email), { headers });
  } catch (error) {
    return Response.json(problem(error, crypto.randomUUID(), "demo.code"), { status: statusOf(error), headers });
  }
}
