/** Where the shell itself sends things. Each area knows its own addresses. */
export const paths = {
  home: "/my-day",
  notices: "/notices",
  signIn: "/sign-in",
  newReport: "/reports/new",
  signOut: "/api/session/sign-out",
  signOutEverywhere: "/api/session/sign-out-everywhere",
  stillHere: "/api/session/still-here",
  posts: "/api/session/posts",
  switchMember: "/api/session/switch",
  drafts: "/api/drafts",
  find: "/api/find",
} as const;
