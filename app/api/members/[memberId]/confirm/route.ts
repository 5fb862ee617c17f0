import { confirmMember } from "@/lib/agencies/members/commands";
import { route } from "@/lib/platform/route";

export const POST = route(confirmMember);
