import { route } from "@/lib/platform/route";
import { listPosts } from "@/lib/platform/sign-in/posts/queries";

export const POST = route(listPosts);
