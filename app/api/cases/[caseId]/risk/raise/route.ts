import { raiseRag } from "@/lib/assessments/override/commands";
import { route } from "@/lib/platform/route";

export const POST = route(raiseRag);
