import type { Reaction } from "./platform/events";

/** Every area's reactions, lowest area first: the one place where areas above are joined to events below. */
export const reactions: Reaction[] = [];
