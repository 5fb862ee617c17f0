import { getBadges } from "@/lib/notices/badges/queries";
import { route } from "@/lib/platform/route";

export const POST = route(getBadges);
