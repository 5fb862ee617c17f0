import type { BoardView } from "@/lib/shared-actions/board/schema";

/** The address of a list of actions, and of the stretch after a line. */
export function boardPath(view: BoardView, after?: string): string {
  const search = new URLSearchParams({ ...(view === "offered" ? {} : { view }), ...(after ? { after } : {}) }).toString();
  return search ? `/actions?${search}` : "/actions";
}
