/** Runs once when the server starts: wrong settings are said then, and not to the first person who opens a page; requests are marked with where they come from. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("./lib/platform/start-check");
  (await import("./lib/platform/sign-in/address")).markPeers();
}
