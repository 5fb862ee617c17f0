import { listMembers } from "@/lib/agencies/queries";
import { route } from "@/lib/platform/route";

export const GET = route(listMembers);
