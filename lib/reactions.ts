import { noticeReactions } from "./notices/reactions";
import type { Reaction } from "./platform/events";
import { sharedActionReactions } from "./shared-actions/reactions";

/** Every area's reactions, lowest area first: the one place where areas above are joined to events below. */
export const reactions: Reaction[] = [...sharedActionReactions, ...noticeReactions];
