-- Involvements are read through people and people through involvements: asked inside a policy, the one would ask the other without end.
-- A function of its own is planned apart, and asks with the asker's own rights.
CREATE FUNCTION sees_person(wanted uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "Person" p WHERE p.id = wanted);
END $$;
REVOKE EXECUTE ON FUNCTION sees_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sees_person(uuid) TO hereward_app;
ALTER POLICY addable ON "Involvement" WITH CHECK (
  "addedById" = (SELECT ctx_member()) AND sees_person("personId") AND (
    (SELECT true FROM case_reach r WHERE r."caseId" = "Involvement"."caseId" AND r.level >= 'contribute' LIMIT 1)
    OR (SELECT true FROM "Report" t WHERE t.id = "Involvement"."reportId" LIMIT 1)));
