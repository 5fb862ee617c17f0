import { route } from "@/lib/platform/route";
import { answerReferral } from "@/lib/referrals/commands";

export const POST = route(answerReferral);
