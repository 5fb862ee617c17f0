import { withdrawClosure } from "@/lib/assessments/closing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(withdrawClosure);
