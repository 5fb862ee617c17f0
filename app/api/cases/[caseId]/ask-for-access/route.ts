import { askForAccess } from "@/lib/cases/sharing/commands";
import { route } from "@/lib/platform/route";

export const POST = route(askForAccess);
