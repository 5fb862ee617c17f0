import { withinReach } from "../../agencies/visibility";
import type { Actor } from "../../platform/actor";
import type { Prisma } from "../../platform/generated/client";

/** Clocks the actor may read: of cases they read at contribute, by side; none from the perpetrator's side, which would learn a victim's risk by them. */
export function visibleClocks(actor: Actor, now: Date): Prisma.ClockWhereInput {
  return {
    OR: [
      { asbCase: withinReach(actor, now, "contribute", ["both"]) },
      { side: { in: ["both", "victim"] }, asbCase: withinReach(actor, now, "contribute", ["victim"]) },
    ],
  };
}
