import { route } from "@/lib/platform/route";
import { endOtherSessions } from "@/lib/platform/sign-in/commands";

export const POST = route(endOtherSessions);
