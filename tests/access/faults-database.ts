/** A mistake someone could make in the second wall: words of one policy, view or function, and what they become. */
export type DatabaseFault = { threat: string; where: string; from: string; to: string };

const threats = {
  browsing: "insider browsing", sharing: "over-sharing", nested: "ids swapped or nested under another case", counts: "counts, facets and order in search", outlives: "access that outlives a job, a share or an agreement",
  victim: "the victim's identity on the perpetrator's side", admins: "rogue administrators", skew: "clock skew",
};

const now = "( SELECT app_now() AS app_now)";
const reach = (column: string) => `r."caseId" = ${column}`;
const bySide = (table: string) => ` AND ((r.side = 'both'::"Side") OR (("${table}".side = 'both'::"Side") OR ("${table}".side = r.side)))`;
const notPerpetrator = ` AND (r.side <> 'perpetrator'::"Side")`;
const level = (name: string) => `'${name}'::"GrantLevel"`;

const fault = (threat: keyof typeof threats) => (where: string, from: string, to: string): DatabaseFault => ({ threat: threats[threat], where, from, to });
const [browsing, sharing, nested, counts, outlives, victim, admins, skew] = (["browsing", "sharing", "nested", "counts", "outlives", "victim", "admins", "skew"] as const).map(fault) as [F, F, F, F, F, F, F, F];
type F = (where: string, from: string, to: string) => DatabaseFault;

export const databaseFaults: DatabaseFault[] = [
  outlives("view case_reach", `(g."revokedAt" IS NULL) AND `, ""),
  outlives("view case_reach", `(g."endsAt" > ${now})`, `(g."endsAt" >= ${now})`),
  outlives("view case_reach", `AND (c."areaId" = ANY (( SELECT ctx_areas() AS ctx_areas)::uuid[])) AND (g."caseId"`, `AND (g."caseId"`),
  outlives("function live_areas", `least(a."endsOn", coalesce(s."endsOn", a."endsOn"))`, `a."endsOn"`),
  outlives("function live_areas", `s."withdrawnAt" IS NULL AND `, ""),
  outlives("function live_areas", `a."withdrawnAt" IS NULL AND `, ""),
  outlives("function live_areas", `AND a."activatedAt" IS NOT NULL`, ""),
  outlives("function live_areas", `greatest(a."startsOn", s."signedOn")`, `a."startsOn"`),
  skew("function london_today", `'Europe/London'`, `'UTC'`),
  skew("function london_today", "app_now()", "clock_timestamp()"),
  skew("view case_reach", `(g."endsAt" > ${now})`, `(g."endsAt" > now())`),
  skew("function set_member_context", `me."endsAt" > app_now()`, `me."endsAt" > now()`),
  outlives("function set_member_context", ` AND u."disabledAt" IS NULL`, ""),
  outlives("function set_member_context", `me."endsAt" > app_now()`, `me."endsAt" >= app_now()`),
  outlives("function set_member_context", `me."startsAt" <= app_now() AND `, ""),
  outlives("function set_member_context", `(p."endsAt" IS NULL OR p."endsAt" > app_now())`, "true"),
  outlives("function set_member_context", `b."endsAt" > app_now()`, `b."endsAt" >= app_now()`),
  outlives("function set_member_context", `b."endedAt" IS NULL AND `, ""),
  outlives("policy Entry.readable", `(m."endsAt" > ${now})`, "true"),
  outlives("policy Report.readable", "'24:00:00'::interval", "'48:00:00'::interval"),
  outlives("function listed_in_my_opening", `AND c."openedAt" > app_now() - interval '24 hours'`, ""),

  admins("function set_member_context", `'practitioner', 'coordinator', 'manager', 'chair'`, `'practitioner', 'coordinator', 'manager', 'chair', 'agency_admin'`),
  admins("function set_member_context", `'practitioner', 'coordinator', 'manager', 'chair'`, `'practitioner', 'coordinator', 'manager', 'chair', 'governance', 'analyst'`),
  admins("function set_member_context", `reads AND m.id IN (`, `m.id IN (`),
  admins("policy Report.readable", `("agencyId" = ( SELECT ctx_reach_agency() AS ctx_reach_agency))`, `("agencyId" = ( SELECT ctx_agency()))`),

  browsing("function set_member_context", `CASE WHEN 'coordinator' = ANY (m.roles) THEN live_areas(m."agencyId", true) ELSE '{}' END`, `live_areas(m."agencyId", true)`),
  browsing("function set_member_context", `b."memberId" = m.id`, `b."agencyId" = m."agencyId"`),
  browsing("function set_member_context", `x."memberId" = m.id AND x."endedAt" IS NULL`, "false"),
  browsing("view case_reach", ` AND (g."caseId" <> ALL (( SELECT ctx_excluded() AS ctx_excluded)::uuid[]))`, ""),
  browsing("view case_reach", ` AND (c.id <> ALL (( SELECT ctx_excluded() AS ctx_excluded)::uuid[]))`, ""),
  browsing("policy Report.not_excluded", `("caseId" IS NULL)`, "true"),
  browsing("policy Draft.own", `"memberId" = `, `NULL::uuid IS DISTINCT FROM `),
  admins("policy Invitation.readable", `("agencyId" = ( SELECT ctx_agency() AS ctx_agency)) AND `, ""),
  admins("policy Invitation.readable", `( SELECT ctx_has_role('agency_admin'::"MemberRole") AS ctx_has_role)`, "true"),
  browsing("policy Notification.own", `"memberId" = `, `NULL::uuid IS DISTINCT FROM `),
  browsing("policy BreakGlass.readable", `AND ("agencyId" = ( SELECT ctx_agency() AS ctx_agency))`, ""),
  browsing("function listed_in_my_opening", `c."openedById" = ctx_member() AND `, ""),

  sharing("policy Case.readable", level("summary"), level("pointer")),
  sharing("policy Entry.readable", level("contribute"), level("summary")),
  sharing("policy Assessment.readable", level("contribute"), level("summary")),
  sharing("policy Need.readable", level("contribute"), level("pointer")),
  sharing("policy ContactPlan.readable", level("contribute"), level("summary")),
  sharing("policy SharedAction.readable", ` AND ("SharedAction"."ownerAgencyId" = ( SELECT ctx_reach_agency() AS ctx_reach_agency))`, ""),
  sharing("policy Referral.readable", ` AND ("Referral"."toAgencyId" = ( SELECT ctx_reach_agency() AS ctx_reach_agency))`, ""),
  sharing("policy Breach.readable", level("contribute"), level("summary")),
  sharing("policy Alias.readable", level("contribute"), level("summary")),
  sharing("policy CaseExclusion.readable", `r.level = ${level("lead")}`, `r.level >= ${level("contribute")}`),
  sharing("policy BreakGlass.readable", `r.level = ${level("lead")}`, `r.level >= ${level("contribute")}`),
  sharing("policy Case.changeable", level("contribute"), level("summary")),
  sharing("policy Grant.revocable", `r.level = ${level("lead")}`, `r.level >= ${level("contribute")}`),
  sharing("policy Case.unchanged_by_glass", "<> ALL", "IS NOT NULL OR id <> ALL"),
  sharing("policy Need.unchanged_by_glass", `("caseId" IS NULL)`, "true"),

  sharing("policy Entry.readable", "(cardinality(audience) = 0)", "true"),
  sharing("policy Entry.readable", `(NOT "membersOnly")`, "true"),
  sharing("policy Report.readable", `) AND ((cardinality(audience) = 0) OR (( SELECT ctx_agency() AS ctx_agency) = ANY (audience)))) OR (("agencyId"`, `)) OR (("agencyId"`),
  sharing("policy Report.readable", ` AND ((cardinality(audience) = 0) OR (( SELECT ctx_agency() AS ctx_agency) = ANY (audience)))))`, "))"),

  sharing("policy Entry.readable", `COALESCE("correctsId", id)`, "id"),
  sharing("function set_member_context", `AND n."endedAt" IS NULL`, ""),
  sharing("function set_member_context", `n."endsAt" > app_now()`, `n."endsAt" >= app_now()`),
  sharing("function set_member_context", `n."memberId" = m.id`, `n."agencyId" = m."agencyId"`),
  sharing("function set_member_context", `s."endsAt" > app_now()`, `s."endsAt" >= app_now()`),
  sharing("function set_member_context", `AND s."endedAt" IS NULL`, ""),
  sharing("policy EntryReader.readable", `(e.id = "EntryReader"."entryId")`, "true"),
  browsing("policy EmergencySearch.readable", `("memberId" = ( SELECT ctx_member() AS ctx_member))`, "true"),
  browsing("function set_member_context", `b."entryId" IS NULL AND `, ""),
  counts("function pointer_by_reference", `NOT c."isRestricted" AND `, ""),
  counts("function pointer_by_reference", `AND c."areaId" = ANY (ctx_areas()) `, ""),
  counts("function pointer_by_reference", `AND c.id <> ALL (ctx_excluded()) `, ""),

  nested("policy Entry.readable", `(m."caseId" = "Entry"."caseId") AND `, ""),
  nested("policy Contact.readable", `(e.id = "Contact"."entryId")`, `(e."caseId" = "Contact"."caseId")`),
  nested("policy HouseholdMember.readable", `(h.id = "HouseholdMember"."householdId")`, "true"),
  nested("policy Person.readable", `(i."personId" = "Person".id)`, "true"),
  nested("policy MatchDecision.decidable", `(p.id = "MatchDecision"."bId")`, "true"),
  nested("policy Residence.readable", `(t.id = "Residence"."reportId")`, "true"),

  victim("policy Entry.readable", bySide("Entry"), ""),
  victim("policy Involvement.readable", `(r.level >= ${level("summary")})${bySide("Involvement")}`, `(r.level >= ${level("summary")})`),
  victim("policy Involvement.readable", `(${reach(`t."caseId"`)}) AND (r.level >= ${level("contribute")})${bySide("Involvement")}`, `(${reach(`t."caseId"`)}) AND (r.level >= ${level("contribute")})`),
  victim("policy Alias.readable", `(${reach(`t."caseId"`)}) AND (r.level >= ${level("contribute")})${bySide("Alias")}`, `(${reach(`t."caseId"`)}) AND (r.level >= ${level("contribute")})`),
  victim("policy Residence.readable", `(${reach(`"Residence"."caseId"`)}) AND (r.level >= ${level("contribute")})${bySide("Residence")}`, `(${reach(`"Residence"."caseId"`)}) AND (r.level >= ${level("contribute")})`),
  victim("policy ContactPoint.readable", `(${reach(`"ContactPoint"."caseId"`)}) AND (r.level >= ${level("contribute")})${bySide("ContactPoint")}`, `(${reach(`"ContactPoint"."caseId"`)}) AND (r.level >= ${level("contribute")})`),
  victim("policy Report.readable", bySide("Report"), ""),
  victim("policy Assessment.readable", bySide("Assessment"), ""),
  victim("policy Need.readable", bySide("Need"), ""),
  victim("policy ContactPlan.readable", bySide("ContactPlan"), ""),
  victim("policy SharedAction.readable", bySide("SharedAction"), ""),
  victim("policy Referral.readable", bySide("Referral"), ""),
  victim("policy Warning.readable", bySide("Warning"), ""),
  victim("policy Household.readable", bySide("Household"), ""),
  victim("policy Intervention.readable", bySide("Intervention"), ""),
  victim("policy Warning.changeable", bySide("Warning"), ""),
  victim("policy RetentionHold.readable", notPerpetrator, ""),
  victim("policy LiveTrigger.readable", notPerpetrator, ""),
  victim("policy RagOverride.readable", notPerpetrator, ""),
  victim("policy RagChange.readable", notPerpetrator, ""),
  victim("policy DutyCall.readable", notPerpetrator, ""),
  victim("policy Place.readable", notPerpetrator, ""),
  victim("view case_reach", `( SELECT ctx_side() AS ctx_side) AS side`, `'both'::"Side" AS side`),
];
