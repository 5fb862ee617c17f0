import { route } from "@/lib/platform/route";
import { removePasskey } from "@/lib/platform/sign-in/commands";

export const DELETE = route(removePasskey);
