import { getAgreementEffect } from "@/lib/agencies/agreements/withdrawing/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getAgreementEffect);
