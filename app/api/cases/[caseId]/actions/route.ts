import { raiseAction } from "@/lib/shared-actions/raising/commands";
import { route } from "@/lib/platform/route";

export const POST = route(raiseAction);
