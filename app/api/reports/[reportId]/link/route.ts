import { linkToCase } from "@/lib/assessments/intake/triage/commands";
import { route } from "@/lib/platform/route";

export const POST = route(linkToCase);
