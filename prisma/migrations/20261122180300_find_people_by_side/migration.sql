-- People on a report of a case that is reached on one side are found by that side alone, as they are read.
CREATE OR REPLACE FUNCTION find_people(typed text, most int) RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM "Person" p
  WHERE ctx_member() IS NOT NULL
    AND (search_words(p."fullName") @@ search_beginnings(typed)
      OR p.id IN (SELECT a."personId" FROM "Alias" a WHERE search_words(a.name) @@ search_beginnings(typed)
           AND (SELECT true FROM case_reach r WHERE r."caseId" = a."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR a.side IN ('both', r.side)) LIMIT 1)))
    AND (SELECT true FROM "Involvement" i
         WHERE i."personId" = p.id AND (
           (SELECT true FROM case_reach r WHERE r."caseId" = i."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR i.side IN ('both', r.side)) LIMIT 1)
           OR (SELECT true FROM "Report" t WHERE t.id = i."reportId" AND (
                 t."agencyId" = ctx_reach_agency() AND t."areaId" = ANY (ctx_areas())
                 OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours' AND t."areaId" = ANY (ctx_areas())
                 OR (cardinality(t.audience) = 0 OR ctx_agency() = ANY (t.audience)) AND (
                      t."caseId" IS NULL AND t."areaId" = ANY (ctx_triage_areas())
                      OR (SELECT true FROM case_reach r WHERE r."caseId" = t."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR t.side IN ('both', r.side) AND i.side IN ('both', r.side)) LIMIT 1))) LIMIT 1))
         LIMIT 1)
  ORDER BY p."familyName", p."fullName", p.id LIMIT least(most, 50)
$$;
