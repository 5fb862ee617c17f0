/** Where a page of the list ended: the order of its colour, its first clock, and its id. */
export type Cursor = { rank: number; due: Date | null; id: string };

/** A cursor as it stands in an address: "0.1795000000000.5f0c…"; "x" for a case with no clock. */
export function cursorWords({ rank, due, id }: Cursor): string {
  return `${rank}.${due ? due.getTime() : "x"}.${id}`;
}

/** Reads a cursor back. The schema has seen to its shape. */
export function cursorFrom(words: string): Cursor {
  const [rank = "0", due = "x", id = ""] = words.split(".");
  return { rank: Number(rank), due: due === "x" ? null : new Date(Number(due)), id };
}
