import { cancelAction } from "@/lib/shared-actions/settling/commands";
import { route } from "@/lib/platform/route";

export const POST = route(cancelAction);
