import { resumeClock } from "@/lib/cases/clocks/commands";
import { route } from "@/lib/platform/route";

export const POST = route(resumeClock);
