import { findLines } from "@/lib/cases/find/queries";
import { route } from "@/lib/platform/route";

export const POST = route(findLines);
