/* Ends the asking member's sessions: this one, or every one of their user's. Returns how many ended. */
CREATE FUNCTION end_sessions(one uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE n int;
BEGIN
  UPDATE "Session" SET "revokedAt" = app_now()
    WHERE "revokedAt" IS NULL AND (one IS NULL OR id = one)
      AND "userId" = (SELECT "userId" FROM "Member" WHERE id = ctx_member());
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION end_sessions(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_sessions(uuid) TO hereward_app;
