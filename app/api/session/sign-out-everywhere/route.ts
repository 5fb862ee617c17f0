import { route } from "@/lib/platform/route";
import { signOutEverywhere } from "@/lib/platform/sign-in/commands";

export const POST = route(signOutEverywhere);
