-- Whoever pauses a clock does so in their own name. A policy sees the row alone and not what it was: other changes of a paused clock must still be written.
ALTER POLICY pausable ON "Clock" WITH CHECK (true);
CREATE FUNCTION pause_in_own_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."pausedById" IS DISTINCT FROM OLD."pausedById" AND NEW."pausedById" IS NOT NULL AND ctx_member() IS NOT NULL AND NEW."pausedById" <> ctx_member() THEN
    RAISE EXCEPTION 'a clock is paused in one''s own name' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION pause_in_own_name() FROM PUBLIC;
CREATE TRIGGER in_own_name BEFORE UPDATE OF "pausedById" ON "Clock" FOR EACH ROW EXECUTE FUNCTION pause_in_own_name();
