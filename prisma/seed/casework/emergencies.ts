import { breakGlass, endGlass } from "../../../lib/cases/glass/commands";
import { excludeMember, restrictCase } from "../../../lib/cases/keeping/commands";
import { reviewGlass } from "../../../lib/governance/glass/commands";
import type { CaseHand } from "./hand";

/** Takes a member off a case by their own word. */
export async function declaresConflict({ county, caseId }: CaseHand, by: string, reason: string): Promise<void> {
  const door = county.as(by);
  await excludeMember.do(door, { caseId, memberId: door.member, reason });
}

/** Hides a case from everyone it is not shared with. */
export async function restricts({ county, caseId }: CaseHand, by: string, reason: string): Promise<void> {
  const { version } = await county.db.case.findUniqueOrThrow({ where: { id: caseId }, select: { version: true } });
  await restrictCase.do(county.as(by), { caseId, version, isRestricted: true, reason });
}

/** Opens a case that is not shared with the member's agency, to read. */
export async function opensInEmergency({ county, reference }: CaseHand, by: string, reason: string, hours: number): Promise<void> {
  await breakGlass.do(county.as(by), { reference, reason, hours });
}

export async function endsReading({ county, caseId }: CaseHand, by: string): Promise<void> {
  await endGlass.do(county.as(by), { caseId });
}

/** Says of the case's last emergency opening whether it was right. */
export async function reviewsOpening({ county, caseId }: CaseHand, by: string, finding: "justified" | "not_justified", note: string): Promise<void> {
  const { id: glassId, version } = await county.db.breakGlass.findFirstOrThrow({ where: { caseId }, orderBy: { startedAt: "desc" }, select: { id: true, version: true } });
  await reviewGlass.do(county.as(by), { glassId, version, finding, note });
}
