/** Runs once when the server starts: wrong settings are said then, and not to the first person who opens a page. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await import("./lib/platform/start-check");
}
