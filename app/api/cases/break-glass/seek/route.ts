import { seekCase } from "@/lib/cases/glass/commands";
import { route } from "@/lib/platform/route";

export const POST = route(seekCase);
