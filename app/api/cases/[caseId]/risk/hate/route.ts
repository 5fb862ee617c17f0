import { answerHateQuery } from "@/lib/assessments/hate/commands";
import { route } from "@/lib/platform/route";

export const POST = route(answerHateQuery);
