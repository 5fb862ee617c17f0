import { z } from "zod";

export const memberRoles = ["reporter", "practitioner", "coordinator", "manager", "chair", "agency_admin", "governance", "analyst", "system_admin"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** The member who asks, with the authority the database found for them in this transaction. */
const actorShape = z.object({
  memberId: z.string(),
  userId: z.string(),
  sessionId: z.string().optional(),
  /** When the second factor was last shown in this session; never for a job, which has no session. */
  secondFactorAt: z.string().nullish(),
  name: z.string(),
  title: z.string(),
  phone: z.string(),
  roles: z.array(z.enum(memberRoles)),
  agencyId: z.string(),
  agencyName: z.string(),
  agencyShortName: z.string(),
  agencyKind: z.string(),
  side: z.enum(["both", "victim", "perpetrator"]),
  /** Areas in which the agency has a live agreement now. */
  areaIds: z.array(z.string()),
  /** Areas whose unlinked reports the member triages. */
  triageAreaIds: z.array(z.string()),
  /** Areas of the panels that the member chairs or coordinates. */
  panelAreaIds: z.array(z.string()),
  /** Cases that the member is kept from for a conflict of interest: to them they do not exist. */
  excludedCaseIds: z.array(z.string()),
  /** Cases that the member reads by break-glass alone; empty while they write. */
  glassCaseIds: z.array(z.string()),
  /** Sealed entries that the member reads by name, or in an emergency, although their agency is not in the audience. */
  openedEntryIds: z.array(z.string()),
  /** False for roles that read no cases (call takers, administrators, analysts, governance). */
  readsCases: z.boolean(),
});

export type Actor = z.infer<typeof actorShape>;

export function parseActor(row: unknown): { actor: Actor; now: Date } {
  const { now } = z.object({ now: z.string() }).parse(row);
  return { actor: actorShape.parse(row), now: new Date(now) };
}

export function hasRole(actor: Pick<Actor, "roles">, ...roles: MemberRole[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
