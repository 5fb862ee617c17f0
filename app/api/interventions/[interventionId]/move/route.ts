import { moveIntervention } from "@/lib/interventions/commands";
import { route } from "@/lib/platform/route";

export const POST = route(moveIntervention);
