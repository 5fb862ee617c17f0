import { getCaseLog } from "@/lib/cases/log/queries";
import { route } from "@/lib/platform/route";

export const GET = route(getCaseLog);
