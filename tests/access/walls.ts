import { Client } from "pg";
import { sideWithinReach } from "../../lib/agencies/visibility";
import { reachedCases } from "../../lib/cases/board/visibility";
import { visibleClocks } from "../../lib/cases/clocks/visibility";
import { visiblePlaces as placesFound } from "../../lib/cases/find/visibility";
import { visibleGlass } from "../../lib/cases/glass/visibility";
import { visibleCases, visibleEntries, visibleInvolvements, visibleReports } from "../../lib/cases/visibility";
import { visibleTemplates } from "../../lib/assessments/templates/visibility";
import { visibleAssessments } from "../../lib/assessments/visibility";
import { parseActor, type Actor } from "../../lib/platform/actor";
import type { Prisma, PrismaClient } from "../../lib/platform/generated/client";
import { visibleRequests } from "../../lib/referrals/requests/visibility";
import { visibleReferrals } from "../../lib/referrals/visibility";
import { visibleInReports, visiblePlaces } from "../../lib/reports/visibility";
import { visibleActions } from "../../lib/shared-actions/visibility";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { quickClient } from "./aim";

type Found = Promise<{ id: string }[]>;
type Predicate = (db: PrismaClient, actor: Actor, now: Date) => Found;

const id = { id: true } as const;

/** The application's own predicates, each by the table (or the part of one) that it stands for. */
const predicates: Record<string, Predicate> = {
  "Case": (db, actor, now) => db.case.findMany({ where: visibleCases(actor, now), select: id }),
  "Case (board)": (db, actor, now) => db.$queryRaw`SELECT r.id::text AS id FROM (${reachedCases(actor, now)}) r`,
  "Entry": (db, actor, now) => db.entry.findMany({ where: visibleEntries(actor, now), select: id }),
  "Contact": async (db, actor, now) => (await db.contact.findMany({ where: { entry: visibleEntries(actor, now) }, select: { entryId: true } })).map(({ entryId }) => ({ id: entryId })),
  "Report": (db, actor, now) => db.report.findMany({ where: visibleReports(actor, now), select: id }),
  "Involvement": (db, actor, now) => db.involvement.findMany({ where: visibleInvolvements(actor, now), select: id }),
  "Person": (db, actor, now) => db.person.findMany({ where: visibleInReports(actor, now), select: id }),
  "Assessment": (db, actor, now) => db.assessment.findMany({ where: visibleAssessments(actor, now), select: id }),
  "Need": (db, actor, now) => db.need.findMany({ where: sideWithinReach(actor, now, "contribute") as Prisma.NeedWhereInput, select: id }),
  "ContactPlan": (db, actor, now) => db.contactPlan.findMany({ where: sideWithinReach(actor, now, "contribute") as Prisma.ContactPlanWhereInput, select: id }),
  "Intervention": (db, actor, now) => db.intervention.findMany({ where: sideWithinReach(actor, now, "summary") as Prisma.InterventionWhereInput, select: id }),
  "Warning": (db, actor, now) => db.warning.findMany({ where: sideWithinReach(actor, now, "summary") as Prisma.WarningWhereInput, select: id }),
  "SharedAction": (db, actor, now) => db.sharedAction.findMany({ where: visibleActions(actor, now), select: id }),
  "Referral": (db, actor, now) => db.referral.findMany({ where: { OR: [visibleReferrals(actor, now), visibleRequests(actor, now)] }, select: id }),
  "Clock": (db, actor, now) => db.clock.findMany({ where: visibleClocks(actor, now), select: id }),
  "BreakGlass": (db, actor, now) => db.breakGlass.findMany({ where: visibleGlass(actor, now), select: id }),
  "Template": (db, actor) => db.template.findMany({ where: visibleTemplates(actor), select: id }),
  "Place (opened)": (db, actor, now) => db.place.findMany({ where: visiblePlaces(actor, now), select: id }),
  "Place (found)": (db, actor, now) => db.place.findMany({ where: placesFound(actor, now), select: id }),
};

/** Tables that the second wall is asked for whole, with what names a row of theirs. */
const asked: Record<string, string> = {
  ...Object.fromEntries([
    "Organisation", "Area", "Agency", "Team", "Member", "Agreement", "AgreementSignature", "Panel", "Place", "Case", "Grant", "CaseMember", "CaseExclusion", "BreakGlass", "Person", "Report", "Involvement", "Alias", "Residence",
    "ContactPoint", "MatchDecision", "Entry", "Assessment", "LiveTrigger", "RagOverride", "RagChange", "VictimView", "ClosureProposal", "Need", "ContactPlan", "SharedAction", "Referral", "Household", "Intervention", "Breach", "Warning", "DutyCall", "Clock",
    "RetentionHold", "Notification", "Draft", "Invitation", "EntryReader", "EmergencySearch", "Template",
  ].map((table) => [table, "id::text"])),
  Contact: `"entryId"::text`, HouseholdMember: `"householdId" || '/' || "personId"`, CaseLook: `"memberId" || '/' || "caseId"`, ClockStep: `"clockId"::text`,
};

/** Tables whose rows may be changed, with a column that the application's role may write. */
const changed: Record<string, string> = {
  Case: "version", Need: "version", ContactPlan: "version", Warning: "version", Intervention: "version", Referral: "version", DutyCall: "version", Clock: "version", SharedAction: "version", Involvement: "version",
  LiveTrigger: "version", RagOverride: "endedAt", CaseMember: "endsAt", Residence: "endsOn", RetentionHold: "endedAt", Grant: "revokeReason",
};

export type Sets = Map<string, Set<string>>;

/** Asks both walls of one database, each alone. */
export class Walls {
  private readonly owner: PrismaClient;
  private readonly plain: Client;

  private constructor(urls: DatabaseUrls) {
    this.owner = quickClient(urls.DATABASE_URL);
    this.plain = new Client({ connectionString: urls.JOBS_DATABASE_URL, options: "-c plan_cache_mode=force_generic_plan" });
  }

  static async of(urls: DatabaseUrls): Promise<Walls> {
    const walls = new Walls(urls);
    await walls.plain.connect();
    return walls;
  }

  async close(): Promise<void> {
    await this.owner.$disconnect();
    await this.plain.end();
  }

  /** Plain SQL as the application's role under the member's context, with no predicate of ours; nothing is kept. Null where the member has no authority. */
  async second(memberId: string): Promise<{ actor: Actor; now: Date; reads: Sets; changes: Sets; points: Set<string>; elsewhere: Set<string> } | null> {
    await this.plain.query("BEGIN");
    try {
      const { rows } = await this.plain.query<{ who: unknown }>("SELECT open_as_member($1) AS who", [memberId]);
      await this.plain.query("SET LOCAL ROLE hereward_app");
      const reads = await this.sets(Object.entries(asked).map(([table, key]) => `SELECT '${table}' AS t, ${key} AS id FROM "${table}"`).join(" UNION ALL "));
      if (!rows[0]?.who) {
        if (reads.size > 0) throw new Error(`${memberId} has no authority and reads ${[...reads.keys()].join(", ")}`);
        return null;
      }
      const points = (await this.plain.query<{ id: string }>(`SELECT wanted.id::text FROM unnest($1::uuid[], $2::text[]) AS wanted (id, reference) CROSS JOIN LATERAL pointer_by_reference(wanted.reference)`, this.references)).rows;
      const told = (await this.plain.query<{ id: string }>(`SELECT k."personId" || '/' || k.reference || '/' || k.kind || '/' || k.words AS id FROM generate_series(0, cardinality($1::uuid[]) / 50) AS part CROSS JOIN LATERAL known_elsewhere(($1::uuid[])[part * 50 + 1 : part * 50 + 50]) k`, [this.people])).rows;
      const changes: Sets = new Map();
      for (const [table, column] of Object.entries(changed)) {
        const only = table === "Grant" ? ` WHERE "revokedAt" IS NULL` : "";
        const done = await this.plain.query<{ id: string }>(`UPDATE "${table}" SET "${column}" = "${column}"${only} RETURNING id::text`);
        changes.set(table, new Set(done.rows.map((row) => row.id)));
      }
      return { ...parseActor(rows[0].who), reads, changes, points: new Set(points.map((row) => row.id)), elsewhere: new Set(told.map((row) => row.id)) };
    } finally {
      await this.plain.query("ROLLBACK");
    }
  }

  references: [string[], string[]] = [[], []];
  people: string[] = [];

  /** The application's predicates as the owner, whom row-level security lets pass. */
  async first(actor: Actor, now: Date): Promise<Sets> {
    const sets: Sets = new Map();
    for (const [table, find] of Object.entries(predicates)) sets.set(table, new Set((await find(this.owner, actor, now)).map((row) => row.id)));
    return sets;
  }

  private async sets(sql: string): Promise<Sets> {
    const { rows } = await this.plain.query<{ t: string; id: string }>(sql);
    const sets: Sets = new Map();
    for (const { t, id: found } of rows) sets.set(t, (sets.get(t) ?? new Set()).add(found));
    return sets;
  }
}

export const firstWall = Object.keys(predicates);
export const secondWall = Object.keys(asked);
export const changeable = Object.keys(changed);
