import { correctEntry } from "@/lib/cases/log/commands";
import { route } from "@/lib/platform/route";

export const POST = route(correctEntry);
