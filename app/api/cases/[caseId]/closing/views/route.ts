import { recordVictimView } from "@/lib/assessments/closing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(recordVictimView);
