import { closeCase } from "@/lib/assessments/closing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(closeCase);
