import { nameOfficer } from "@/lib/cases/keeping/commands";
import { route } from "@/lib/platform/route";

export const POST = route(nameOfficer);
