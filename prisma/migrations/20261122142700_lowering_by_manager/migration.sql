-- A case's colour is lowered, and what holds it red is ended, by a manager of the lead agency and nobody else.
CREATE FUNCTION is_manager_of_lead(member uuid, wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM "Member" m JOIN "Grant" g ON g."agencyId" = m."agencyId" AND g.level = 'lead' AND g."revokedAt" IS NULL
    WHERE m.id = member AND g."caseId" = wanted AND 'manager' = ANY (m.roles))
$$;
REVOKE EXECUTE ON FUNCTION is_manager_of_lead(uuid, uuid) FROM PUBLIC;

CREATE FUNCTION lowered_by_manager() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.direction = 'down' AND NOT is_manager_of_lead(NEW."byId", NEW."caseId") THEN
    RAISE EXCEPTION 'only a manager of the lead agency lowers a colour' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lowered_by_manager BEFORE INSERT ON "RagOverride" FOR EACH ROW EXECUTE FUNCTION lowered_by_manager();

-- Suicide, threat to life and safeguarding hold for 14 days at least; recording one again only starts its days afresh.
CREATE FUNCTION keep_trigger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF OLD.key IN ('T1', 'T2', 'T3') AND OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL AND NEW."endReason" IS DISTINCT FROM 'Recorded again' AND (
       NEW."endedAt" < OLD."startedAt" + interval '14 days' OR NOT is_manager_of_lead(NEW."endedById", NEW."caseId")) THEN
    RAISE EXCEPTION 'this trigger is ended by a manager of the lead agency after 14 days' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['endedAt', 'endedById', 'endReason', 'version']) <> (to_jsonb(OLD) - ARRAY['endedAt', 'endedById', 'endReason', 'version']) OR OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a trigger is ended, never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ended_once BEFORE UPDATE ON "LiveTrigger" FOR EACH ROW EXECUTE FUNCTION keep_trigger();
