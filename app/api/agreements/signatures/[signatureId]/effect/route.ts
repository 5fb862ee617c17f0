import { getWithdrawalEffect } from "@/lib/agencies/agreements/register/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getWithdrawalEffect);
