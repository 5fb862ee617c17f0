import { decideSignatory } from "@/lib/agencies/agreements/signing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(decideSignatory);
