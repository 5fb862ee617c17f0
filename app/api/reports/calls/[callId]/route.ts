import { tickCallOfReport } from "@/lib/assessments/intake/calls/commands";
import { route } from "@/lib/platform/route";

export const POST = route(tickCallOfReport);
