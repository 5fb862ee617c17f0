-- A new password and a new second factor in one: somebody begins again. What they signed in with before, on devices they may have lost, goes with it.
CREATE FUNCTION date_credential() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."passwordHash" IS DISTINCT FROM OLD."passwordHash" THEN NEW."passwordSetAt" := app_now(); END IF;
  IF NEW."totpSecret" IS DISTINCT FROM OLD."totpSecret" THEN NEW."totpSetAt" := app_now(); NEW."totpNext" := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dated BEFORE UPDATE ON "Credential" FOR EACH ROW EXECUTE FUNCTION date_credential();

CREATE FUNCTION begin_credential_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "Passkey" WHERE "userId" = NEW."userId";
  DELETE FROM "RecoveryCode" WHERE "userId" = NEW."userId";
  DELETE FROM "KnownDevice" WHERE "userId" = NEW."userId";
  RETURN NULL;
END $$;
CREATE TRIGGER begun_again AFTER UPDATE ON "Credential" FOR EACH ROW
  WHEN (NEW."passwordHash" IS DISTINCT FROM OLD."passwordHash" AND NEW."totpSecret" IS DISTINCT FROM OLD."totpSecret") EXECUTE FUNCTION begin_credential_again();
REVOKE EXECUTE ON FUNCTION date_credential(), begin_credential_again() FROM PUBLIC;
