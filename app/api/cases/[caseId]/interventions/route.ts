import { recordIntervention } from "@/lib/interventions/commands";
import { route } from "@/lib/platform/route";

export const POST = route(recordIntervention);
