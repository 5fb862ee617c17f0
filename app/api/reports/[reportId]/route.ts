import { getReport } from "@/lib/reports/page/queries";
import { route } from "@/lib/platform/route";

export const GET = route(getReport);
