import { askWithdrawal } from "@/lib/agencies/agreements/withdrawing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(askWithdrawal);
