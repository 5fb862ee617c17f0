import { getOnSaving } from "@/lib/assessments/intake/saving/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getOnSaving);
