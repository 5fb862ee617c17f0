import { acceptAction } from "@/lib/shared-actions/answering/commands";
import { route } from "@/lib/platform/route";

export const POST = route(acceptAction);
