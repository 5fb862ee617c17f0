import { getClocks } from "@/lib/cases/clocks/queries";
import { route } from "@/lib/platform/route";

export const GET = route(getClocks);
