import { recordNeed } from "@/lib/assessments/needs/commands";
import { route } from "@/lib/platform/route";

export const POST = route(recordNeed);
