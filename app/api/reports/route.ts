import { takeReport } from "@/lib/assessments/intake/commands";
import { route } from "@/lib/platform/route";
import { getInbox } from "@/lib/reports/inbox/queries";

export const GET = route(getInbox);
export const POST = route(takeReport);
