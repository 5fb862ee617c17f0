import { listGlass } from "@/lib/governance/glass/queries";
import { route } from "@/lib/platform/route";

export const GET = route(listGlass);
