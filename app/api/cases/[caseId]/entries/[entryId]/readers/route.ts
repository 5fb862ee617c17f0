import { admitReader } from "@/lib/cases/log/readers/commands";
import { route } from "@/lib/platform/route";

export const POST = route(admitReader);
