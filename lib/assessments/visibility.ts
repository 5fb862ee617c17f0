import { sideWithinReach } from "../agencies/visibility";
import type { Actor } from "../platform/actor";
import type { Prisma } from "../platform/generated/client";

/** Assessments the actor may read: contribute, by side. Scores and triggers have no audience: what must be sealed is an entry. */
export function visibleAssessments(actor: Actor, now: Date): Prisma.AssessmentWhereInput {
  return sideWithinReach(actor, now, "contribute");
}
