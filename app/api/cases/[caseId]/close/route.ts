import { closeCase } from "@/lib/cases/closure/commands";
import { route } from "@/lib/platform/route";

export const POST = route(closeCase);
