import { changeDraft } from "@/lib/assessments/templates/drafting/commands";
import { route } from "@/lib/platform/route";

export const POST = route(changeDraft);
