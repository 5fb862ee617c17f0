-- Reading the audit. No role may read its table: these reviewed functions decide again who asks, and return ids, moments,
-- verbs, references and, to governance alone, why an agency had the case. Never what a case says.
-- A place in a list is a moment and how many lines of it were shown: line numbers would tell how much others did.

/* Every id that a line's details name: what a list or a search showed. */
CREATE FUNCTION audit_shown(payload text) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT DISTINCT found[1]::uuid FROM regexp_matches(payload::jsonb ->> 'detail', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') found)
$$;
CREATE INDEX "AuditEvent_shown" ON "AuditEvent" USING gin (audit_shown(payload)) WHERE outcome = 'read';
CREATE INDEX "AuditEvent_person" ON "AuditEvent" ("personId", at) WHERE "personId" IS NOT NULL;
CREATE INDEX "AuditEvent_agency" ON "AuditEvent" ("agencyId", at);
CREATE INDEX "AuditEvent_denied" ON "AuditEvent" (at) WHERE outcome IN ('forbidden', 'not-found') OR verb = 'session.signIn' AND outcome = 'refused';

/* Whether a line is a search, or takes something out of Hereward. */
CREATE FUNCTION audit_is_search(verb text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT verb IN ('find.all', 'find.lines', 'report.knownCaller', 'report.knownHere', 'audit.find') OR verb ~* 'export|print|download'
$$;
CREATE INDEX "AuditEvent_searches" ON "AuditEvent" (at) WHERE audit_is_search(verb);
REVOKE EXECUTE ON FUNCTION audit_shown(text), audit_is_search(text) FROM PUBLIC;

/* How far a governance member's remit goes: the county's own sees every area, an agency's own sees its members. Null for everyone else. */
CREATE FUNCTION governance_scope() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN a.kind = 'governance' THEN 'county' ELSE 'agency' END
  FROM "Member" m JOIN "Agency" a ON a.id = m."agencyId" WHERE m.id = ctx_member() AND 'governance' = ANY (m.roles)
$$;

CREATE FUNCTION audit_is_manager() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM "Member" m WHERE m.id = ctx_member() AND 'manager' = ANY (m.roles))
$$;

/* As what the asker may read who looked at a case: 'governance', or 'lead' for its named officer and the managers of the agency that leads it. Null: to them it has no audit. */
CREATE FUNCTION audit_part_on_case(wanted uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE
    WHEN (SELECT governance_scope()) = 'county' THEN 'governance'
    WHEN (c."namedOfficerId" = ctx_member() OR (SELECT audit_is_manager()))
         AND EXISTS (SELECT FROM case_reach r WHERE r."caseId" = c.id AND r.level = 'lead') THEN 'lead'
    WHEN (SELECT governance_scope()) = 'agency' AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[]) THEN 'governance' END
  FROM "Case" c WHERE c.id = wanted
$$;

/* A case's pointer, for those who may read who looked at it. */
CREATE FUNCTION audit_case(wanted uuid) RETURNS TABLE (reference text, "leadAgencyId" uuid, part text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.reference, (SELECT g."agencyId" FROM "Grant" g WHERE g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL), p.part
  FROM "Case" c CROSS JOIN LATERAL (SELECT audit_part_on_case(c.id) AS part) p WHERE c.id = wanted AND p.part IS NOT NULL
$$;

/* Whether a member has worked on a case or is named on it. A lead is answered from what they may read themselves, so that a sealed entry tells nothing. */
CREATE FUNCTION audit_worked(wanted uuid, who uuid, part text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM "Case" c WHERE c.id = wanted AND who IN (c."namedOfficerId", c."openedById"))
    OR EXISTS (SELECT FROM "CaseMember" m WHERE m."caseId" = wanted AND m."memberId" = who)
    OR EXISTS (SELECT FROM "Assessment" a WHERE a."caseId" = wanted AND a."assessedById" = who)
    OR EXISTS (SELECT FROM "SharedAction" s WHERE s."caseId" = wanted AND who IN (s."askedById", s."ownerMemberId", s."answeredById", s."endedById"))
    OR EXISTS (SELECT FROM "Report" t WHERE t."caseId" = wanted AND t."takenById" = who
               AND (part = 'governance' OR cardinality(t.audience) = 0 OR (SELECT ctx_agency()) = ANY (t.audience)))
    OR EXISTS (SELECT FROM "Entry" e WHERE e."caseId" = wanted AND e."authorId" = who
               AND (part = 'governance'
                    OR (cardinality(e.audience) = 0 OR (SELECT ctx_agency()) = ANY (e.audience))
                       AND (NOT e."membersOnly" OR e."authorId" = ctx_member()
                            OR EXISTS (SELECT FROM "CaseMember" m WHERE m."caseId" = wanted AND m."memberId" = ctx_member() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())))))
$$;

/* Who looked at a case, newest first. Governance reads what was done as well; the lead reads who opened it, and neither governance's own reading nor reports that are kept from them. */
CREATE FUNCTION audit_of_case(wanted uuid, only_without_work boolean, upto timestamptz, skip int, most int)
RETURNS TABLE (at timestamptz, "memberId" uuid, verb text, outcome text, worked boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH part AS MATERIALIZED (SELECT audit_part_on_case(wanted) AS part),
  lookers AS MATERIALIZED (
    SELECT l."memberId" AS who, audit_worked(wanted, l."memberId", (SELECT part FROM part)) AS worked
    FROM (SELECT DISTINCT e."memberId" FROM "AuditEvent" e WHERE e."caseId" = wanted AND e."memberId" IS NOT NULL AND (SELECT part FROM part) IS NOT NULL) l)
  SELECT e.at, e."memberId", e.verb, e.outcome, l.worked
  FROM "AuditEvent" e JOIN lookers l ON l.who = e."memberId", part
  WHERE e."caseId" = wanted AND e.outcome IN ('read', 'done') AND (upto IS NULL OR e.at <= upto)
    AND (NOT only_without_work OR NOT l.worked)
    AND (part.part = 'governance' AND ((SELECT governance_scope()) = 'county' OR e."agencyId" = (SELECT ctx_agency()))
      OR part.part = 'lead' AND e.outcome = 'read' AND e.verb NOT LIKE 'audit.%'
         AND (e.verb NOT LIKE 'report.%' OR coalesce((SELECT cardinality(t.audience) = 0 OR (SELECT ctx_agency()) = ANY (t.audience) FROM "Report" t
                WHERE t.id::text = (e.payload::jsonb ->> 'detail')::jsonb ->> 'reportId'), false)))
  ORDER BY e.at DESC, e.stream, e.seq OFFSET least(skip, 1000) LIMIT least(most, 101)
$$;

/* Everyone who has looked at a case: how often, when last, and whether they have worked on it. Those without work come first. */
CREATE FUNCTION audit_lookers(wanted uuid, most int)
RETURNS TABLE ("memberId" uuid, looks int, "lastAt" timestamptz, worked boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT x."memberId", count(*)::int, max(x.at), x.worked FROM (
    SELECT e."memberId", e.at, l.worked
    FROM (SELECT audit_part_on_case(wanted) AS part) p
    CROSS JOIN LATERAL (SELECT DISTINCT d."memberId" AS who FROM "AuditEvent" d WHERE d."caseId" = wanted AND d."memberId" IS NOT NULL AND p.part IS NOT NULL) w
    CROSS JOIN LATERAL (SELECT audit_worked(wanted, w.who, p.part) AS worked) l
    JOIN "AuditEvent" e ON e."caseId" = wanted AND e."memberId" = w.who AND e.outcome = 'read'
    WHERE p.part = 'governance' AND ((SELECT governance_scope()) = 'county' OR e."agencyId" = (SELECT ctx_agency()))
      OR p.part = 'lead' AND e.verb NOT LIKE 'audit.%'
         AND (e.verb NOT LIKE 'report.%' OR coalesce((SELECT cardinality(t.audience) = 0 OR (SELECT ctx_agency()) = ANY (t.audience) FROM "Report" t
                WHERE t.id::text = (e.payload::jsonb ->> 'detail')::jsonb ->> 'reportId'), false))) x
  GROUP BY x."memberId", x.worked ORDER BY x.worked, max(x.at) DESC, x."memberId" LIMIT least(most, 200)
$$;

/* Records that are the same person by the live decisions. */
CREATE FUNCTION audit_same_people(wanted uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE same (id) AS (
    SELECT wanted
    UNION
    SELECT CASE WHEN d."aId" = s.id THEN d."bId" ELSE d."aId" END
    FROM same s JOIN "MatchDecision" d ON s.id IN (d."aId", d."bId") AND d.decision = 'same' AND d."endedAt" IS NULL)
  SELECT array_agg(id) FROM same
$$;

/* Cases that somebody is or was on, from when, as far as the asker's remit goes. */
CREATE FUNCTION audit_cases_of(people uuid[]) RETURNS TABLE ("caseId" uuid, reference text, since timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.reference, min(i."startsAt")
  FROM "Involvement" i JOIN "Case" c ON c.id = i."caseId"
  WHERE i."personId" = ANY (people) AND ((SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[]))
  GROUP BY c.id ORDER BY c.reference DESC
$$;

/* The same, of one person under all their records. */
CREATE FUNCTION audit_cases_of_person(person uuid) RETURNS TABLE ("caseId" uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c."caseId", c.reference FROM audit_cases_of(audit_same_people(person)) c
$$;

/* People of exactly that name or other name, and date of birth where given: ids, year of birth, references. For governance; nobody for anyone else. */
CREATE FUNCTION audit_find_people(typed text, born date) RETURNS TABLE ("personId" uuid, "bornYear" int, "references" text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, extract(year FROM p."bornOn")::int, r."references"
  FROM "Person" p
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(c.reference), '{}') AS "references" FROM audit_cases_of(ARRAY[p.id]) c) r
  WHERE (SELECT governance_scope()) IS NOT NULL AND length(trim(typed)) >= 2
    AND (p.id IN (SELECT n.id FROM "Person" n WHERE search_words(n."fullName") @@ search_beginnings(typed)
                    AND lower(regexp_replace(trim(n."fullName"), '\s+', ' ', 'g')) = lower(regexp_replace(trim(typed), '\s+', ' ', 'g')))
      OR p.id IN (SELECT a."personId" FROM "Alias" a WHERE search_words(a.name) @@ search_beginnings(typed)
                    AND lower(regexp_replace(trim(a.name), '\s+', ' ', 'g')) = lower(regexp_replace(trim(typed), '\s+', ' ', 'g'))))
    AND (born IS NULL OR p."bornOn" = born)
    AND ((SELECT governance_scope()) = 'county' OR cardinality(r."references") > 0)
  ORDER BY cardinality(r."references") DESC, p.id LIMIT 21
$$;

/* A case by its exact reference, for those who may read who looked at it. */
CREATE FUNCTION audit_find_case(typed text) RETURNS TABLE ("caseId" uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.reference FROM "Case" c WHERE c.reference = upper(trim(typed)) AND audit_part_on_case(c.id) IS NOT NULL
$$;

/* Why a member read a case by break-glass, where they did. */
CREATE FUNCTION audit_break_glass(wanted uuid, who uuid, moment timestamptz) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN (SELECT b.reason FROM "BreakGlass" b
          WHERE b."caseId" = wanted AND b."memberId" = who AND b."startedAt" <= moment AND least(b."endsAt", coalesce(b."endedAt", b."endsAt")) > moment
          ORDER BY b."startedAt" DESC LIMIT 1);
END $$;

/* Who looked at a person, in a time, and why their agency had the case: opened the person's case, opened the person, or was shown them by a list or a search. Governance only. */
CREATE FUNCTION audit_of_person(person uuid, since timestamptz, until timestamptz, upto timestamptz, skip int, most int)
RETURNS TABLE (at timestamptz, "memberId" uuid, verb text, outcome text, reference text, "caseId" uuid, worked boolean, purpose text, "legalBasis" text, "isPanel" boolean, "breakGlass" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH remit AS MATERIALIZED (SELECT governance_scope() AS scope),
  people AS MATERIALIZED (SELECT audit_same_people(person) AS ids FROM remit WHERE scope IS NOT NULL),
  cases AS MATERIALIZED (SELECT c.* FROM people, audit_cases_of(people.ids) c),
  ends AS MATERIALIZED (SELECT least(until, coalesce(upto + interval '1 millisecond', until)) AS until),
  lines AS (
    SELECT e.* FROM cases c JOIN "AuditEvent" e ON e."caseId" = c."caseId", ends WHERE e.at >= since AND e.at < ends.until AND e.at >= c.since
    UNION
    SELECT e.* FROM people, ends, "AuditEvent" e WHERE e."personId" = ANY (people.ids) AND e.at >= since AND e.at < ends.until
    UNION
    SELECT e.* FROM people, ends, "AuditEvent" e WHERE e.outcome = 'read' AND audit_shown(e.payload) && people.ids AND e.at >= since AND e.at < ends.until),
  page AS (
    SELECT l.* FROM lines l, remit
    WHERE l.outcome IN ('read', 'done') AND l."memberId" IS NOT NULL AND (remit.scope = 'county' OR l."agencyId" = (SELECT ctx_agency())) AND (upto IS NULL OR l.at <= upto)
    ORDER BY l.at DESC, l.stream, l.seq OFFSET least(skip, 1000) LIMIT least(most, 101))
  SELECT p.at, p."memberId", p.verb, p.outcome, c.reference, c.id, audit_worked(c.id, p."memberId", 'governance'), g.purpose, g."legalBasis",
    EXISTS (SELECT FROM "Panel" n WHERE n."areaId" = c."areaId" AND p."memberId" IN (n."chairId", n."coordinatorId") AND n."startsAt" <= p.at AND (n."endsAt" IS NULL OR n."endsAt" > p.at)),
    audit_break_glass(c.id, p."memberId", p.at)
  FROM page p
  LEFT JOIN "Case" c ON c.id = p."caseId"
  LEFT JOIN LATERAL (SELECT x.purpose, x."legalBasis" FROM "Grant" x
    WHERE x."caseId" = c.id AND x."agencyId" = p."agencyId" AND x."grantedAt" <= p.at AND (x."revokedAt" IS NULL OR x."revokedAt" >= p.at) AND (x."endsAt" IS NULL OR x."endsAt" > p.at)
    ORDER BY x."grantedAt" DESC LIMIT 1) g ON true
  ORDER BY p.at DESC, p.stream, p.seq
$$;

/* Whether the asker may read what a member did: their own, a manager their agency's, governance within its remit. */
CREATE FUNCTION audit_may_follow(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT ctx_member() IS NOT NULL AND (who = ctx_member() OR (SELECT governance_scope()) = 'county' AND EXISTS (SELECT FROM "Member" m WHERE m.id = who)
    OR ((SELECT audit_is_manager()) OR (SELECT governance_scope()) = 'agency') AND EXISTS (SELECT FROM "Member" m WHERE m.id = who AND m."agencyId" = (SELECT ctx_agency())))
$$;

/* What a member did, or with none named what all of the asker's agency did for its managers. A case's reference stands only by what was shown: a refused attempt must not tell that something is there. */
CREATE FUNCTION audit_trail(who uuid, upto timestamptz, skip int, most int)
RETURNS TABLE (at timestamptz, "memberId" uuid, verb text, outcome text, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.at, l."memberId", l.verb, l.outcome, (SELECT c.reference FROM "Case" c WHERE c.id = l."caseId" AND l.outcome IN ('read', 'done'))
  FROM (
    (SELECT e.* FROM "AuditEvent" e WHERE who IS NOT NULL AND audit_may_follow(who) AND e."memberId" = who AND (upto IS NULL OR e.at <= upto)
       AND (e."caseId" IS NULL OR (SELECT governance_scope()) IS NOT NULL OR e."caseId" <> ALL (coalesce(nullif(current_setting('app.excluded', true), ''), '{}')::uuid[]))
     ORDER BY e.at DESC, e.stream, e.seq OFFSET least(skip, 1000) LIMIT least(most, 101))
    UNION ALL
    (SELECT e.* FROM "AuditEvent" e WHERE who IS NULL AND (SELECT audit_is_manager()) AND e."agencyId" = (SELECT ctx_agency()) AND (upto IS NULL OR e.at <= upto)
       AND (e."caseId" IS NULL OR e."caseId" <> ALL (coalesce(nullif(current_setting('app.excluded', true), ''), '{}')::uuid[]))
     ORDER BY e.at DESC, e.stream, e.seq OFFSET least(skip, 1000) LIMIT least(most, 101))) l
  ORDER BY l.at DESC, l.stream, l.seq LIMIT least(most, 101)
$$;

/* Requests that were refused or found nothing, and sign-ins that failed, with the case or person that was asked for where there is one. Governance only. */
CREATE FUNCTION audit_denied(upto timestamptz, skip int, most int)
RETURNS TABLE (at timestamptz, "memberId" uuid, verb text, outcome text, reference text, reason text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.at, coalesce(l."memberId", (l.detail ->> 'memberId')::uuid), l.verb, l.outcome,
    (SELECT c.reference FROM "Case" c WHERE c.id::text = l.detail -> 'asked' ->> 'caseId'), l.detail ->> 'reason'
  FROM (
    SELECT e.*, (e.payload::jsonb ->> 'detail')::jsonb AS detail FROM "AuditEvent" e
    WHERE (e.outcome IN ('forbidden', 'not-found') OR e.verb = 'session.signIn' AND e.outcome = 'refused') AND (upto IS NULL OR e.at <= upto)
      AND ((SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND e."agencyId" = (SELECT ctx_agency()))
    ORDER BY e.at DESC, e.stream, e.seq OFFSET least(skip, 1000) LIMIT least(most, 101)) l
  ORDER BY l.at DESC, l.stream, l.seq
$$;

/* Searches, and what was taken out: who, when, and how many records were shown. What was searched for is not kept. Governance only. */
CREATE FUNCTION audit_searches(upto timestamptz, skip int, most int)
RETURNS TABLE (at timestamptz, "memberId" uuid, verb text, outcome text, shown int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.at, e."memberId", e.verb, e.outcome, cardinality(audit_shown(e.payload))
  FROM "AuditEvent" e
  WHERE audit_is_search(e.verb) AND e.outcome IN ('read', 'done') AND (upto IS NULL OR e.at <= upto)
    AND ((SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND e."agencyId" = (SELECT ctx_agency()))
  ORDER BY e.at DESC, e.stream, e.seq OFFSET least(skip, 1000) LIMIT least(most, 101)
$$;

REVOKE EXECUTE ON FUNCTION governance_scope(), audit_is_manager(), audit_part_on_case(uuid), audit_case(uuid), audit_worked(uuid, uuid, text),
  audit_of_case(uuid, boolean, timestamptz, int, int), audit_lookers(uuid, int), audit_same_people(uuid), audit_cases_of(uuid[]), audit_cases_of_person(uuid), audit_find_people(text, date), audit_find_case(text),
  audit_break_glass(uuid, uuid, timestamptz), audit_of_person(uuid, timestamptz, timestamptz, timestamptz, int, int), audit_may_follow(uuid), audit_trail(uuid, timestamptz, int, int),
  audit_denied(timestamptz, int, int), audit_searches(timestamptz, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION governance_scope(), audit_case(uuid), audit_of_case(uuid, boolean, timestamptz, int, int), audit_lookers(uuid, int), audit_cases_of_person(uuid),
  audit_find_people(text, date), audit_find_case(text), audit_of_person(uuid, timestamptz, timestamptz, timestamptz, int, int), audit_may_follow(uuid),
  audit_trail(uuid, timestamptz, int, int), audit_denied(timestamptz, int, int), audit_searches(timestamptz, int, int) TO hereward_app;
