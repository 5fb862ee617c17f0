import { listNotices } from "@/lib/notices/queries";
import { route } from "@/lib/platform/route";

export const POST = route(listNotices);
