import { tickDutyCall } from "@/lib/cases/duty/commands";
import { route } from "@/lib/platform/route";

export const POST = route(tickDutyCall);
