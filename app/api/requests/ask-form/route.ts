import { getAskForm } from "@/lib/referrals/requests/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getAskForm);
