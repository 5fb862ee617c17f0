import { listRequests } from "@/lib/referrals/requests/queries";
import { route } from "@/lib/platform/route";

export const POST = route(listRequests);
