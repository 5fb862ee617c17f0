import type { z } from "zod";

/** What every door says of itself: for the permissions table, the stranger test and the API's description. */
export type Door = { name: string; summary: string; kind: "query" | "command"; input: z.ZodType; output: z.ZodType };

const doors = new Map<string, Door>();

export function register(door: Door): void {
  doors.set(door.name, door);
}

/** Every query and command whose module has been loaded. */
export function registeredDoors(): Door[] {
  return [...doors.values()].sort((a, b) => a.name.localeCompare(b.name));
}
