import { listAskable } from "@/lib/shared-actions/plan/queries";
import { route } from "@/lib/platform/route";

export const POST = route(listAskable);
