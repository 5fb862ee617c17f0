import { route } from "@/lib/platform/route";
import { switchPost } from "@/lib/platform/sign-in/posts/commands";

export const POST = route(switchPost);
