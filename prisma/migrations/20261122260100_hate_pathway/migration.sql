-- Whether something is hate is answered by members whom their agency has trained for it; when it was recognised is kept.
ALTER TABLE "Member" ADD COLUMN "trainedIn" text[] NOT NULL DEFAULT '{}' CHECK ("trainedIn" <@ ARRAY['hate']);
GRANT INSERT ("trainedIn"), UPDATE ("trainedIn") ON "Member" TO hereward_app;

ALTER TABLE "Case" ADD COLUMN "hateRecognisedAt" timestamptz(3);

/* However a case becomes hate (at intake, by an assessment, a trigger or an answer), the first time is kept, and stays. */
CREATE FUNCTION keep_when_hate_was_recognised() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."hateRecognisedAt" := CASE
    WHEN TG_OP = 'UPDATE' AND OLD."hateRecognisedAt" IS NOT NULL THEN OLD."hateRecognisedAt"
    WHEN NEW."isHate" THEN app_now()
  END;
  RETURN NEW;
END $$;
CREATE TRIGGER hate_is_recognised BEFORE INSERT OR UPDATE OF "isHate", "hateRecognisedAt" ON "Case" FOR EACH ROW EXECUTE FUNCTION keep_when_hate_was_recognised();
UPDATE "Case" SET "hateRecognisedAt" = "openedAt" WHERE "isHate";
