import { getPublishedTemplate } from "@/lib/assessments/templates/queries";
import { route } from "@/lib/platform/route";

export const GET = route(getPublishedTemplate);
