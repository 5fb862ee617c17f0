-- What was done to whom in breach of an order: for those who work the case, and kept from the perpetrator's side but for what they recorded themselves.
ALTER POLICY readable ON "Breach" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Breach"."caseId" AND r.level >= 'contribute' AND (r.side <> 'perpetrator' OR "recordedById" = (SELECT ctx_member())) LIMIT 1));
