import { declineLead } from "@/lib/referrals/handing-over/commands";
import { route } from "@/lib/platform/route";

export const POST = route(declineLead);
