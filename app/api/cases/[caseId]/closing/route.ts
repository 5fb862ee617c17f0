import { getClosing } from "@/lib/assessments/closing/queries";
import { route } from "@/lib/platform/route";

export const GET = route(getClosing);
