-- An area's caseload on a day, as numbers only: for its coordinators and panel, and for analysts. One reviewed function.
-- Ongoing: opened by then, assessed by then (so past intake), not closed by then.
-- Orders: in force on the day, by the area of the intervention; families are counted as households.
-- Needs: live on the day, of a victim, of a person alleged or found responsible, or of the case itself.
-- Victims: distinct with at least one live need. Young people: under 18 on the day, alleged or found responsible on an ongoing case, or holding an order.
CREATE FUNCTION may_count_area(area uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT area = ANY (ctx_triage_areas()) OR area = ANY (ctx_panel_areas())
      OR EXISTS (SELECT FROM "Member" m WHERE m.id = ctx_member() AND 'analyst' = ANY (m.roles))
      OR EXISTS (SELECT FROM "Member" m WHERE m.id = ctx_member() AND 'manager' = ANY (m.roles)) AND area = ANY (live_areas(ctx_agency(), true))
$$;

CREATE FUNCTION caseload_overview(area uuid, on_day date) RETURNS TABLE (section text, code text, n int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH moment AS (SELECT ((on_day + 1)::timestamp AT TIME ZONE 'Europe/London') AS ends),
  ongoing AS (
    SELECT c.id FROM "Case" c, moment
    WHERE c."areaId" = area AND c."openedAt" < moment.ends AND (c."closedAt" IS NULL OR c."closedAt" >= moment.ends)
      AND EXISTS (SELECT FROM "Assessment" a WHERE a."caseId" = c.id AND a."completedAt" < moment.ends)),
  orders AS (
    SELECT i."typeCode", i."personId", i."householdId", i.id FROM "Intervention" i
    WHERE i."areaId" = area AND i."startsOn" <= on_day AND (i."endsOn" IS NULL OR i."endsOn" >= on_day) AND (i."endedOn" IS NULL OR i."endedOn" > on_day)
      AND i.status NOT IN ('considered', 'applied')),
  live_needs AS (
    SELECT n.code, n."caseId", v."personId",
      CASE WHEN n."involvementId" IS NULL THEN 'case' WHEN v.role IN ('alleged_perpetrator', 'perpetrator') THEN 'perpetrator' WHEN v.role = 'victim' THEN 'victim' ELSE 'other' END AS side
    FROM "Need" n JOIN "Case" c ON c.id = n."caseId" AND c."areaId" = area LEFT JOIN "Involvement" v ON v.id = n."involvementId", moment
    WHERE n."startsOn" <= on_day AND (n."endsOn" IS NULL OR n."endsOn" > on_day) AND (c."closedAt" IS NULL OR c."closedAt" >= moment.ends)),
  young AS (
    SELECT p.id FROM "Person" p WHERE p."bornOn" > (on_day - interval '18 years')::date AND p."bornOn" <= on_day AND (
      EXISTS (SELECT FROM "Involvement" v, moment WHERE v."personId" = p.id AND v.role IN ('alleged_perpetrator', 'perpetrator') AND v."caseId" IN (SELECT id FROM ongoing)
                AND v."startsAt" < moment.ends AND (v."endsAt" IS NULL OR v."endsAt" >= moment.ends))
      OR EXISTS (SELECT FROM orders o WHERE o."personId" = p.id)))
  SELECT 'cases', 'ongoing_cases', count(*)::int FROM ongoing
  UNION ALL SELECT 'orders', o."typeCode", CASE WHEN o."typeCode" = 'family_intervention_project' THEN count(DISTINCT o."householdId") ELSE count(*) END::int FROM orders o GROUP BY o."typeCode"
  UNION ALL SELECT 'needs_' || l.side, l.code, count(*)::int FROM live_needs l GROUP BY l.side, l.code
  UNION ALL SELECT 'people', 'victims_requiring_support', count(DISTINCT l."personId")::int FROM live_needs l WHERE l.side = 'victim'
  UNION ALL SELECT 'people', 'young_people_involved', count(*)::int FROM young
$$;
REVOKE EXECUTE ON FUNCTION may_count_area(uuid), caseload_overview(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_count_area(uuid) TO hereward_app;

/* The figures for those who may have them; no rows for anyone else. */
CREATE FUNCTION area_caseload(area uuid, on_day date) RETURNS TABLE (section text, code text, n int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.* FROM caseload_overview(area, on_day) o WHERE may_count_area(area)
$$;
REVOKE EXECUTE ON FUNCTION area_caseload(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION area_caseload(uuid, date) TO hereward_app;
