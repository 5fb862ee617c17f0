import { decideTemplate } from "@/lib/assessments/templates/publishing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(decideTemplate);
