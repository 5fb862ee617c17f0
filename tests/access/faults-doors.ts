/** A mistake someone could make in one query: words of its file, what they become, and the queries by which it would show. */
export type DoorFault = { threat: string; file: string; from: string; to: string; doors: string[] };

const payloads = "rows in page payloads";
const victim = "the victim's identity on the perpetrator's side";
const nested = "ids swapped or nested under another case";
const order = "counts, facets and order in search";
const repeats = "autocomplete and duplicate checks";
const health = "health inferred from RAG, badges, order, last updated";

const aside = "lib/cases/page/aside/queries.ts";
const people = "lib/cases/involvements/queries.ts";
const entries = "lib/cases/log/entries/queries.ts";
const report = "lib/reports/page/queries.ts";

export const doorFaults: DoorFault[] = [
  { threat: victim, file: aside, from: "endsAt: null, ...ofSide(standing) },\n    select: { id: true, role: true, side: true, person", to: "endsAt: null },\n    select: { id: true, role: true, side: true, person", doors: ["case.get"] },
  { threat: victim, file: people, from: "where: { caseId: standing.caseId, ...ofSide(standing) },\n", to: "where: { caseId: standing.caseId },\n", doors: ["case.people"] },
  { threat: victim, file: people, from: "row.personId) }, ...ofSide(standing), OR:", to: "row.personId) }, OR:", doors: ["case.people"] },
  { threat: victim, file: entries, from: "[{ caseId: standing.caseId, ...ofSide(standing) }, addressedTo(actor, now)]", to: "[{ caseId: standing.caseId }, addressedTo(actor, now)]", doors: ["case.get", "case.log"] },
  { threat: victim, file: "lib/interventions/queries.ts", from: "endsAt: null, ...ofSide(standing), role", to: "endsAt: null, role", doors: ["intervention.list"] },
  { threat: victim, file: "lib/interventions/queries.ts", from: `words: works && standing.side !== "perpetrator" ? one.words : ""`, to: "words: one.words", doors: ["intervention.list"] },
  { threat: victim, file: "lib/interventions/queries.ts", from: "where: { caseId: standing.caseId, ...ofSide(standing) },\n    include", to: "where: { caseId: standing.caseId },\n    include", doors: ["intervention.list"] },
  { threat: victim, file: "lib/interventions/queries.ts", from: `household && (side === "both" || household.side === "both" || household.side === side)`, to: "household", doors: ["intervention.list"] },
  { threat: victim, file: "lib/cases/page/queries.ts", from: "endedAt: null, ...ofSide(standing) }, select: { id: true, words", to: "endedAt: null }, select: { id: true, words", doors: ["case.get"] },
  { threat: victim, file: report, from: "endsAt: null }, visibleOnReports(actor, now)]", to: "endsAt: null }]", doors: ["report.get"] },
  { threat: victim, file: "lib/cases/board/queries.ts", from: `row.side !== "perpetrator" ? row.ragReason`, to: `row.side !== "nobody" ? row.ragReason`, doors: ["case.list", "case.board"] },
  { threat: victim, file: "lib/assessments/reading/queries.ts", from: "where: { caseId: standing.caseId, ...ofSide(standing) }, orderBy", to: "where: { caseId: standing.caseId }, orderBy", doors: ["risk.tab"] },
  { threat: victim, file: "lib/assessments/reading/queries.ts", from: "where: { id: assessmentId, caseId: standing.caseId, ...ofSide(standing) }", to: "where: { id: assessmentId, caseId: standing.caseId }", doors: ["assessment.get"] },
  { threat: victim, file: "lib/assessments/needs/queries.ts", from: "where: { caseId: standing.caseId, ...ofSide(standing) }, orderBy", to: "where: { caseId: standing.caseId }, orderBy", doors: ["risk.tab"] },
  { threat: health, file: entries, from: ", addressedTo(actor, now)]", to: "]", doors: ["case.get", "case.log"] },
  { threat: health, file: "lib/cases/visibility.ts", from: "{ OR: [{ audience: { isEmpty: true } }, { audience: { has: actor.agencyId } }, ...openedByName(actor)] },\n", to: "", doors: ["case.get", "case.log"] },
  { threat: health, file: "lib/cases/visibility.ts", from: "{ OR: [{ membersOnly: false }, { authorId: actor.memberId }, named] },\n", to: "", doors: ["case.get", "case.log"] },
  { threat: payloads, file: "lib/cases/page/log-tab/queries.ts", from: `reaches(standing.level, "contribute") ? await`, to: `reaches(standing.level, "summary") ? await`, doors: ["case.get"] },
  { threat: payloads, file: "lib/interventions/queries.ts", from: `works ? row.terms : ""`, to: "row.terms", doors: ["intervention.list"] },
  { threat: payloads, file: people, from: `reaches(standing.level, "contribute") ? row.note : ""`, to: "row.note", doors: ["case.people"] },
  { threat: nested, file: report, from: "[{ id: input.reportId }, visibleReports(actor, now)]", to: "[{ id: input.reportId }]", doors: ["report.get"] },
  { threat: nested, file: "lib/cases/visibility.ts", from: "[{ id: caseId }, visibleCases(actor, now, level)]", to: "[{ id: caseId }]", doors: ["case.get", "case.people"] },
  { threat: nested, file: "lib/cases/places/queries.ts", from: "homes.length > 0 ? {} : visiblePlaces(actor, now)", to: "{}", doors: ["place.get"] },
  { threat: nested, file: "lib/referrals/queries.ts", from: "[{ caseId: standing.caseId }, visibleReferrals(actor, now)]", to: "[{ caseId: standing.caseId }]", doors: ["referral.list"] },
  { threat: nested, file: "lib/shared-actions/plan/queries.ts", from: "[visibleActions(actor, now), { caseId: input.caseId }]", to: "[{ caseId: input.caseId }]", doors: ["action.plan"] },
  { threat: order, file: "lib/shared-actions/board/queries.ts", from: "[visibleActions(actor, now), wheres[view]]", to: "[wheres[view]]", doors: ["action.board"] },
  { threat: order, file: "lib/meetings/queries.ts", from: `[visibleCases(actor, now, "contribute"), { areaId`, to: "[{ areaId", doors: ["panel.agenda"] },
  { threat: order, file: "lib/notices/my-day/visibility.ts", from: `[visibleActions(actor, now), { asbCase: openCase }, {\n      OR: [{ ownerAgencyId`, to: `[{ asbCase: openCase }, {\n      OR: [{ ownerAgencyId`, doors: ["day.mine"] },
  { threat: repeats, file: "lib/reports/known/queries.ts", from: "[{ id: input.placeId }, visiblePlaces(actor, now)]", to: "[{ id: input.placeId }]", doors: ["report.knownHere"] },
  { threat: repeats, file: report, from: "...linked] }, visibleReports(actor, now)]", to: "...linked] }]", doors: ["report.get"] },
  { threat: repeats, file: "lib/reports/visibility.ts", from: "OR: [{ agencyId: null }, { agencyId: actor.agencyId }, { cases", to: "OR: [{ agencyId: null }, { areaId: { in: actor.areaIds } }, { cases", doors: ["report.onSaving", "report.knownHere", "place.get"] },
];
