import { getKnownCaller } from "@/lib/reports/known/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getKnownCaller);
