import { placeHold } from "@/lib/governance/commands";
import { route } from "@/lib/platform/route";

export const POST = route(placeHold);
