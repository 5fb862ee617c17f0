import { route } from "@/lib/platform/route";
import { stillHere } from "@/lib/platform/sign-in/commands";

export const POST = route(stillHere);
