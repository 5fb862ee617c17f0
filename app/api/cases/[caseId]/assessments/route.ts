import { completeAssessment } from "@/lib/assessments/risk/commands";
import { route } from "@/lib/platform/route";

export const POST = route(completeAssessment);
