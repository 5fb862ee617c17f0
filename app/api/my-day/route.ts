import { getMyDay } from "@/lib/notices/my-day/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getMyDay);
