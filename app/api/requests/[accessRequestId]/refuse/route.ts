import { refuseAccess } from "@/lib/referrals/asking/commands";
import { route } from "@/lib/platform/route";

export const POST = route(refuseAccess);
