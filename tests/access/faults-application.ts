/** A mistake someone could make in the first wall: words of one file of lib/, and what they become. */
export type ApplicationFault = { threat: string; file: string; from: string; to: string };

const agencies = "lib/agencies/visibility.ts";
const cases = "lib/cases/visibility.ts";
const reports = "lib/reports/visibility.ts";
const board = "lib/cases/board/visibility.ts";
const actions = "lib/shared-actions/visibility.ts";
const referrals = "lib/referrals/visibility.ts";
const requests = "lib/referrals/requests/visibility.ts";
const glass = "lib/cases/glass/visibility.ts";

const outlives = "access that outlives a job, a share or an agreement";
const browsing = "insider browsing";
const sharing = "over-sharing";
const victim = "the victim's identity on the perpetrator's side";
const admins = "rogue administrators";
const order = "counts, facets and order in search";

export const applicationFaults: ApplicationFault[] = [
  { threat: outlives, file: agencies, from: "        revokedAt: null,\n", to: "" },
  { threat: outlives, file: agencies, from: "{ endsAt: { gt: now } }", to: "{ endsAt: { gte: now } }" },
  { threat: outlives, file: agencies, from: "OR: [{ areaId }, { fromAreaId: areaId }], ", to: "" },
  { threat: victim, file: agencies, from: "{ areaId, fromAreaId: null }", to: "{ areaId }" },
  { threat: sharing, file: requests, from: `withinReach({ ...actor, panelAreaIds: [], glassCaseIds: [] }, now, "lead")`, to: `withinReach({ ...actor, panelAreaIds: [], glassCaseIds: [] }, now, "contribute")` },
  { threat: sharing, file: requests, from: "{ raisedByAgencyId: actor.agencyId }", to: "{}" },
  { threat: browsing, file: requests, from: "caseId: { notIn: actor.excludedCaseIds },", to: "" },
  { threat: sharing, file: referrals, from: "kind: { notIn: [...requestKinds] }, ", to: "" },
  { threat: outlives, file: agencies, from: `status: { not: "closed" } });`, to: "});" },
  { threat: outlives, file: agencies, from: ".filter((area) => actor.areaIds.includes(area))", to: "" },
  { threat: outlives, file: cases, from: "{ endsAt: { gt: now } }", to: "{ endsAt: { lte: now } }" },
  { threat: outlives, file: reports, from: "takersHours = 24", to: "takersHours = 48" },
  { threat: admins, file: agencies, from: "actor.readsCases ? actor.areaIds : []", to: "actor.areaIds" },
  { threat: admins, file: reports, from: "...(actor.readsCases ? [{ agencyId: actor.agencyId, areaId: { in: actor.areaIds } }] : [])", to: "{ agencyId: actor.agencyId, areaId: { in: actor.areaIds } }" },
  { threat: admins, file: glass, from: `asbCase: withinReach(actor, now, "lead") }`, to: `asbCase: withinReach(actor, now, "contribute") }` },
  { threat: browsing, file: agencies, from: "{ id: { notIn: actor.excludedCaseIds } }", to: "{}" },
  { threat: browsing, file: reports, from: "actor.excludedCaseIds.length > 0 ?", to: "actor.excludedCaseIds.length > 9999 ?" },
  { threat: browsing, file: reports, from: "takenById: actor.memberId, ", to: "" },
  { threat: browsing, file: agencies, from: "        agencyId: actor.agencyId,\n", to: "" },
  { threat: browsing, file: reports, from: "caseId: null, areaId: { in: actor.triageAreaIds }", to: "areaId: { in: actor.triageAreaIds }" },
  { threat: browsing, file: reports, from: "areaId: { in: actor.triageAreaIds }", to: "areaId: { in: actor.areaIds }" },
  { threat: sharing, file: agencies, from: "return levels.slice(levels.indexOf(level));", to: "return levels.slice(Math.max(0, levels.indexOf(level) - 1));" },
  { threat: sharing, file: agencies, from: `rag: "red", `, to: "" },
  { threat: sharing, file: cases, from: `sideWithinReach(actor, now, "contribute"), addressedTo`, to: `sideWithinReach(actor, now, "summary"), addressedTo` },
  { threat: sharing, file: actions, from: "ownerAgencyId: actor.agencyId, ", to: "" },
  { threat: sharing, file: referrals, from: "toAgencyId: actor.agencyId, ", to: "" },
  { threat: sharing, file: referrals, from: `.OR as Prisma.ReferralWhereInput[]`, to: `.OR.map(({ asbCase }) => ({ asbCase })) as Prisma.ReferralWhereInput[]` },
  { threat: sharing, file: "lib/assessments/visibility.ts", from: `"contribute"`, to: `"summary"` },
  { threat: victim, file: agencies, from: `{ side: { in: ["both", "perpetrator"] }, asbCase: withinReach(actor, now, level, ["perpetrator"]) }`, to: `{ asbCase: withinReach(actor, now, level, ["perpetrator"]) }` },
  { threat: victim, file: agencies, from: `{ side: { in: ["both", "victim"] }, asbCase: withinReach(actor, now, level, ["victim"]) }`, to: `{ side: { in: ["both", "victim"] }, asbCase: withinReach(actor, now, level) }` },
  { threat: victim, file: agencies, from: "some.filter((side) => !sides || sides.includes(side))", to: "[...some]" },
  { threat: victim, file: agencies, from: "(!sides || sides.includes(actor.side)) && actor.glassCaseIds", to: "actor.glassCaseIds" },
  { threat: victim, file: reports, from: `{ OR: [withinReach(actor, now, "summary", ["both"]), withinReach(actor, now, "summary", ["victim"])] }`, to: `withinReach(actor, now, "summary")` },
  { threat: victim, file: reports, from: `{ side: { in: ["both", "perpetrator"] }, ...onCase("perpetrator") }`, to: `onCase("perpetrator")` },
  { threat: victim, file: reports, from: "    report: visibleReports(actor, now),\n", to: "" },
  { threat: sharing, file: cases, from: "{ audience: { isEmpty: true } }, ", to: "{}, " },
  { threat: sharing, file: cases, from: "{ membersOnly: false }, ", to: "{}, " },
  { threat: sharing, file: cases, from: "memberId: actor.memberId, OR:", to: "OR:" },
  { threat: sharing, file: cases, from: `[sideWithinReach(actor, now, "contribute"), addressedTo(actor, now)]`, to: `[sideWithinReach(actor, now, "contribute")]` },
  { threat: sharing, file: reports, from: "{ OR: [{ audience: { isEmpty: true } }, { audience: { has: actor.agencyId } }] }", to: "{}" },
  { threat: sharing, file: cases, from: "...openedByName(actor)", to: "...(actor.openedEntryIds.length > 0 ? [{}] : [])" },
  { threat: sharing, file: cases, from: "{ correctsId: { in: openedEntryIds } }", to: "" },
  { threat: admins, file: glass, from: "entryId: null, asbCase", to: "asbCase" },
  { threat: admins, file: glass, from: `, asbCase: withinReach(actor, now, "contribute")`, to: "" },
  { threat: order, file: board, from: `g."revokedAt" IS NULL`, to: "true" },
  { threat: order, file: board, from: `g."endsAt" > \${now}`, to: `g."endsAt" >= \${now}` },
  { threat: order, file: board, from: "AND ${actor.readsCases} ", to: "" },
  { threat: order, file: board, from: `AND g.level >= \${level}::"GrantLevel"`, to: "" },
  { threat: order, file: board, from: "AND c.id <> ALL (${actor.excludedCaseIds}::uuid[]) ", to: "" },
  { threat: order, file: board, from: ` AND c.rag = 'red' AND c.status <> 'closed'`, to: "" },
  { threat: "clock skew", file: "lib/platform/actor.ts", from: "now: new Date(now) }", to: "now: new Date() }" },
  { threat: admins, file: "lib/assessments/templates/visibility.ts", from: `? {} : { status: "published" }`, to: "? {} : {}" },
  { threat: admins, file: "lib/referrals/requests/visibility.ts", from: "if (!actor.readsCases) return { id: { in: [] } };", to: "" },
];
