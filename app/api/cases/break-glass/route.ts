import { breakGlass } from "@/lib/cases/glass/commands";
import { route } from "@/lib/platform/route";

export const POST = route(breakGlass);
