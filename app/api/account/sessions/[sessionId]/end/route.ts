import { route } from "@/lib/platform/route";
import { endOneSession } from "@/lib/platform/sign-in/commands";

export const POST = route(endOneSession);
