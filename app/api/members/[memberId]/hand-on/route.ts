import { handOnWork } from "@/lib/agencies/members/leaving/commands";
import { route } from "@/lib/platform/route";

export const POST = route(handOnWork);
