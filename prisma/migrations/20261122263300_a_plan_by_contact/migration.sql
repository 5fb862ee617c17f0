-- Below red, a victim who was spoken to and knows when next has a plan; red takes somebody who is asked to act.
CREATE OR REPLACE FUNCTION clocks_of_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."withRole" = 'victim' AND NEW.type <> 'failed_attempt' AND EXISTS (SELECT FROM "Entry" e WHERE e.id = NEW."entryId" AND e.audience = '{}' AND NOT e."membersOnly") THEN
    PERFORM stop_clock(NEW."caseId", ARRAY['firstContact'], NULL);
    IF EXISTS (SELECT FROM "Case" c WHERE c.id = NEW."caseId" AND c.rag <> 'red') THEN PERFORM stop_clock(NEW."caseId", ARRAY['leadAndPlan'], NULL); END IF;
  END IF;
  RETURN NULL;
END $$;
