import { decideRoles } from "@/lib/agencies/members/roles/commands";
import { route } from "@/lib/platform/route";

export const POST = route(decideRoles);
