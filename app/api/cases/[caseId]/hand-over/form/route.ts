import { getHandOverForm } from "@/lib/referrals/handing-over/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getHandOverForm);
