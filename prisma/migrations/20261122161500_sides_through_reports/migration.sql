-- Other names, homes and numbers that were learned in a report of a case are read by side, as the people on it are:
-- an agency that works with one side does not learn through a report what the case keeps from it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Alias', 'Residence', 'ContactPoint'] LOOP
    EXECUTE format($f$ALTER POLICY readable ON %1$I USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1)
      OR (SELECT true FROM "Report" t WHERE t.id = %1$I."reportId" AND (
            t."caseId" IS NULL OR t."agencyId" = (SELECT ctx_reach_agency()) OR t."takenById" = (SELECT ctx_member())
            OR (SELECT true FROM case_reach r WHERE r."caseId" = t."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1)) LIMIT 1))$f$, t);
  END LOOP;
END $$;
