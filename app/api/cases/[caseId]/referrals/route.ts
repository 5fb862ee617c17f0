import { route } from "@/lib/platform/route";
import { recordReferral } from "@/lib/referrals/commands";

export const POST = route(recordReferral);
