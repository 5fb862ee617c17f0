import { readNotices } from "@/lib/notices/commands";
import { route } from "@/lib/platform/route";

export const POST = route(readNotices);
