import { addInvolvement } from "@/lib/cases/involvements/commands";
import { route } from "@/lib/platform/route";

export const POST = route(addInvolvement);
