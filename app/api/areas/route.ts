import { addArea } from "@/lib/agencies/county/commands";
import { route } from "@/lib/platform/route";

export const POST = route(addArea);
