import { decideOnCase } from "@/lib/meetings/commands";
import { route } from "@/lib/platform/route";

export const POST = route(decideOnCase);
