-- What may not be read may not be changed either: a change that names no row is not held to the policy for reading.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Need', 'ContactPlan', 'Involvement', 'Residence', 'Referral'] LOOP
    EXECUTE format($f$ALTER POLICY changeable ON %1$I USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1)%2$s)$f$, t,
      CASE t WHEN 'Referral' THEN $q$ OR (SELECT true FROM case_reach r WHERE r."caseId" = "Referral"."caseId" AND r.level >= 'summary' AND "Referral"."toAgencyId" = (SELECT ctx_reach_agency()) LIMIT 1)$q$ ELSE '' END);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['LiveTrigger', 'RagOverride', 'DutyCall'] LOOP
    EXECUTE format($f$ALTER POLICY changeable ON %1$I USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND r.side <> 'perpetrator' LIMIT 1))$f$, t);
  END LOOP;
END $$;
ALTER POLICY changeable ON "SharedAction" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "SharedAction"."caseId"
     AND (r.level >= 'contribute' AND (r.side = 'both' OR "SharedAction".side IN ('both', r.side)) OR r.level >= 'summary' AND "SharedAction"."ownerAgencyId" = (SELECT ctx_reach_agency())) LIMIT 1));
