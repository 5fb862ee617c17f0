-- Taking a report: what the second wall asks of it, and what its taker may still do.

-- A report begins without a case, and at a place its taker may see: else naming a hidden place would show it.
ALTER POLICY takeable ON "Report" WITH CHECK (
  "takenById" = (SELECT ctx_member()) AND "agencyId" = (SELECT ctx_agency()) AND "areaId" = ANY ((SELECT ctx_areas())::uuid[])
  AND "caseId" IS NULL AND "sameEventAsId" IS NULL
  AND (SELECT true FROM "Place" p WHERE p.id = "Report"."placeId" LIMIT 1));

-- Nobody is attached to work by somebody who may not see them: else an involvement would show a hidden person.
ALTER POLICY addable ON "Involvement" WITH CHECK (
  "addedById" = (SELECT ctx_member()) AND (SELECT true FROM "Person" p WHERE p.id = "Involvement"."personId" LIMIT 1) AND (
    (SELECT true FROM case_reach r WHERE r."caseId" = "Involvement"."caseId" AND r.level >= 'contribute' LIMIT 1)
    OR (SELECT true FROM "Report" t WHERE t.id = "Involvement"."reportId" LIMIT 1)));

-- Whoever opened a case rings the people that save listed, and says that they did: also a call taker, who reads no cases.
CREATE FUNCTION listed_in_my_opening(wanted uuid, listed_at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM "Case" c WHERE c.id = wanted AND c."openedById" = ctx_member() AND c."openedAt" = listed_at
    AND c."openedAt" > app_now() - interval '24 hours' AND c."areaId" = ANY (ctx_areas()))
$$;
REVOKE EXECUTE ON FUNCTION listed_in_my_opening(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION listed_in_my_opening(uuid, timestamptz) TO hereward_app;
CREATE POLICY readable_by_opener ON "DutyCall" FOR SELECT TO hereward_app USING (listed_in_my_opening("caseId", "createdAt"));
CREATE POLICY changeable_by_opener ON "DutyCall" FOR UPDATE TO hereward_app USING (listed_in_my_opening("caseId", "createdAt"));

-- The same person ringing again is found by date of birth or number before any name is compared.
CREATE INDEX IF NOT EXISTS "Person_bornOn" ON "Person" ("bornOn") WHERE "bornOn" IS NOT NULL;
CREATE INDEX IF NOT EXISTS "ContactPoint_number" ON "ContactPoint" (number) WHERE number <> '';
CREATE INDEX IF NOT EXISTS "Report_takenBy" ON "Report" ("takenById", "receivedAt");

/* Where reports went, as pointers: the case's reference and lead agency, for the member who took each one and for their agency's casework. Restricted cases are not told. */
CREATE FUNCTION where_reports_went(wanted uuid[]) RETURNS TABLE ("reportId" uuid, reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t.id, c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Report" t JOIN "Case" c ON c.id = t."caseId" JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE t.id = ANY (wanted) AND NOT c."isRestricted" AND t."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
    AND (t."agencyId" = ctx_reach_agency() OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours')
$$;
REVOKE EXECUTE ON FUNCTION where_reports_went(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION where_reports_went(uuid[]) TO hereward_app;
