import { z } from "zod";
import { anyMember } from "../../decision";
import { query } from "../../query";

/** The posts that the signed-in user acts in: a secondment or a second agency is a post of its own. */
export const listPosts = query({
  name: "session.posts",
  summary: "The posts that the signed-in user acts in, and which of them this session is in.",
  input: z.strictObject({}),
  output: z.object({ posts: z.array(z.object({ memberId: z.string(), title: z.string(), agency: z.string(), isCurrent: z.boolean() })) }),
  allow: anyMember,
  run: async ({ tx, actor }) => {
    const posts = await tx.$queryRaw<{ memberId: string; title: string; agency: string }[]>`SELECT "memberId", title, agency FROM my_posts()`;
    return { posts: posts.map((post) => ({ ...post, isCurrent: post.memberId === actor.memberId })) };
  },
  audit: "none",
});
