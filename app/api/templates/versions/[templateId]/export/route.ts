import { exportTemplate } from "@/lib/assessments/templates/version/queries";
import { route } from "@/lib/platform/route";

export const GET = route(exportTemplate);
