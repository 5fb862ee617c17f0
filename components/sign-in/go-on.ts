import { ask } from "../shell/send";

export type Post = { memberId: string; title: string; agency: string; isCurrent: boolean };

/** Only a path of our own: never another site, never words. */
export function safePath(next: string): string {
  return /^\/(?!\/)[A-Za-z0-9/_-]*$/.test(next) ? next : "/my-day";
}

/** Goes on after signing in: who has several posts chooses first which one they act in. */
export async function goOn(next: string): Promise<void> {
  const posts = await ask<{ posts: Post[] }>("/api/session/posts").then((answer) => answer.posts, () => []);
  location.replace(posts.length > 1 ? `/sign-in/post?next=${encodeURIComponent(next)}` : next);
}
