import { endTrigger } from "@/lib/assessments/triggers/commands";
import { route } from "@/lib/platform/route";

export const POST = route(endTrigger);
