import { env } from "@/lib/platform/env";
import { describeApi } from "@/lib/platform/openapi";
import { routes } from "../routes";

/** The API's description holds no personal data and needs no sign-in. */
export async function GET(): Promise<Response> {
  return Response.json(describeApi(routes, env().APP_ORIGIN));
}
