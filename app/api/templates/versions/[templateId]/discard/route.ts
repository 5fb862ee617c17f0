import { discardDraft } from "@/lib/assessments/templates/drafting/commands";
import { route } from "@/lib/platform/route";

export const POST = route(discardDraft);
