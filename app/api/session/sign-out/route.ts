import { env } from "@/lib/platform/env";
import { signOut } from "@/lib/platform/sign-in/cookie";

/** Not a command: it must work when the session has already ended. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("origin") !== env().APP_ORIGIN) return new Response(null, { status: 404 });
  await signOut();
  return Response.json({}, { headers: { "Cache-Control": "no-store", "Clear-Site-Data": '"cache"' } });
}
