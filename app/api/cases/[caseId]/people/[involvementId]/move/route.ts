import { recordMove } from "@/lib/cases/involvements/moving/commands";
import { route } from "@/lib/platform/route";

export const POST = route(recordMove);
