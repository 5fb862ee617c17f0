import { logContact } from "@/lib/contacts/commands";
import { route } from "@/lib/platform/route";

export const POST = route(logContact);
