import { reviewGlass } from "@/lib/governance/glass/commands";
import { route } from "@/lib/platform/route";

export const POST = route(reviewGlass);
