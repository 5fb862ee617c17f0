import { recordTrigger } from "@/lib/assessments/triggers/commands";
import { route } from "@/lib/platform/route";

export const POST = route(recordTrigger);
