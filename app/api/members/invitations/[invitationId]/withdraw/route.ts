import { withdrawInvitation } from "@/lib/agencies/invitations/commands";
import { route } from "@/lib/platform/route";

export const POST = route(withdrawInvitation);
