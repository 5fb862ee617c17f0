import { dropDraft, findDraft, keepDraft } from "@/lib/platform/drafts/commands";
import { route } from "@/lib/platform/route";

export const GET = route(findDraft);
export const PUT = route(keepDraft);
export const DELETE = route(dropDraft);
