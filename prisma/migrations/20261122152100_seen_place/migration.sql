-- Places are read through reports: asked inside a report's own policy, the one would ask the other without end.
-- A function of its own is planned apart, and asks with the asker's own rights.
CREATE FUNCTION sees_place(wanted uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "Place" p WHERE p.id = wanted);
END $$;
REVOKE EXECUTE ON FUNCTION sees_place(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sees_place(uuid) TO hereward_app;
ALTER POLICY takeable ON "Report" WITH CHECK (
  "takenById" = (SELECT ctx_member()) AND "agencyId" = (SELECT ctx_agency()) AND "areaId" = ANY ((SELECT ctx_areas())::uuid[])
  AND "caseId" IS NULL AND "sameEventAsId" IS NULL AND sees_place("placeId"));
