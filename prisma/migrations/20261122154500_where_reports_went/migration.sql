/* Where reports went, as pointers: for the member who took each one, for their agency's casework, and for whoever works the case it went to. Restricted cases are told to the last alone. */
CREATE OR REPLACE FUNCTION where_reports_went(wanted uuid[]) RETURNS TABLE ("reportId" uuid, reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t.id, c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Report" t JOIN "Case" c ON c.id = t."caseId" JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE t.id = ANY (wanted) AND t."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
    AND (NOT c."isRestricted" AND (t."agencyId" = ctx_reach_agency() OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours')
      OR (SELECT true FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'contribute' LIMIT 1))
$$;

-- On a report of a case that is reached on one side, only that side's people are read: whoever took or triages it reads them all.
ALTER POLICY readable ON "Involvement" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Involvement"."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR "Involvement".side IN ('both', r.side)) LIMIT 1)
  OR (SELECT true FROM "Report" t WHERE t.id = "Involvement"."reportId" AND (
        t."caseId" IS NULL OR t."agencyId" = (SELECT ctx_reach_agency()) OR t."takenById" = (SELECT ctx_member())
        OR (SELECT true FROM case_reach r WHERE r."caseId" = t."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR "Involvement".side IN ('both', r.side)) LIMIT 1)) LIMIT 1));
