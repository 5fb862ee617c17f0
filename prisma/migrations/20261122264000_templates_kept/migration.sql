-- Templates are drafted, tested and agreed to by two people, and are in force from a moment on: at each moment one version of a form is asked.
ALTER TABLE "Template"
  ADD COLUMN "testCases" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "basedOnId" UUID REFERENCES "Template"("id") ON DELETE SET NULL,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "draftedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "draftedAt" TIMESTAMPTZ(3),
  ADD COLUMN "changedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "changedAt" TIMESTAMPTZ(3),
  ADD COLUMN "askedAt" TIMESTAMPTZ(3),
  ADD COLUMN "askedNote" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "effectiveFrom" TIMESTAMPTZ(3),
  ADD COLUMN "declinedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "declineReason" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Template" DISABLE TRIGGER frozen_once_published;
UPDATE "Template" SET status = 'published', "effectiveFrom" = least("publishedAt", '2000-01-01') WHERE status IN ('published', 'retired');
ALTER TABLE "Template" ENABLE TRIGGER frozen_once_published;

DROP INDEX "Template_one_published";
CREATE UNIQUE INDEX "Template_one_without_end" ON "Template" (key) WHERE status = 'published' AND "retiredAt" IS NULL;
CREATE UNIQUE INDEX "Template_one_to_each_end" ON "Template" (key, "retiredAt") WHERE status = 'published' AND "retiredAt" > "effectiveFrom";
ALTER TABLE "Template"
  ADD CONSTRAINT "Template_status" CHECK (status IN ('draft', 'waiting', 'published')),
  ADD CONSTRAINT "Template_in_order" CHECK ("retiredAt" IS NULL OR "retiredAt" >= "effectiveFrom"),
  ADD CONSTRAINT "Template_whole" CHECK (status <> 'published' OR "effectiveFrom" IS NOT NULL AND "publishedAt" IS NOT NULL),
  ADD CONSTRAINT "Template_asked" CHECK (status <> 'waiting' OR "approvedById" IS NOT NULL AND "askedAt" IS NOT NULL);

/* What was published stays, word for word: only its end may be set or taken back, and no end that has come. What waits stays as it was asked. */
CREATE OR REPLACE FUNCTION keep_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status <> 'draft' THEN RAISE EXCEPTION 'only a draft is thrown away' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status = 'published' AND ((to_jsonb(NEW) - 'retiredAt') <> (to_jsonb(OLD) - 'retiredAt')
     OR NEW."retiredAt" IS DISTINCT FROM OLD."retiredAt" AND (OLD."retiredAt" <= app_now() OR NEW."retiredAt" < app_now())) THEN
    RAISE EXCEPTION 'a published template is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status = 'waiting' AND NEW.status <> 'draft'
     AND (NEW.key, NEW.version, NEW.subject, NEW.title, NEW.definition, NEW."testCases", NEW."approvedById") IS DISTINCT FROM (OLD.key, OLD.version, OLD.subject, OLD.title, OLD.definition, OLD."testCases", OLD."approvedById") THEN
    RAISE EXCEPTION 'what waits for a second person stays as it was asked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER thrown_away_as_draft BEFORE DELETE ON "Template" FOR EACH ROW EXECUTE FUNCTION keep_template();

/* Who asks and who agrees are two people, each by their own hand; nothing is published that did not wait. */
CREATE FUNCTION guard_template() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF ctx_member() IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW."draftedById" IS DISTINCT FROM ctx_member() OR num_nonnulls(NEW."approvedById", NEW."secondedById", NEW."publishedAt", NEW."effectiveFrom", NEW."retiredAt") > 0
    THEN RAISE EXCEPTION 'a template begins as a draft' USING ERRCODE = '42501'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.key, NEW.version, NEW."draftedById", NEW."draftedAt") IS DISTINCT FROM (OLD.id, OLD.key, OLD.version, OLD."draftedById", OLD."draftedAt")
  THEN RAISE EXCEPTION 'a version stays the version it is' USING ERRCODE = '23514'; END IF;
  IF OLD.status <> 'published' AND NEW.status = 'published' AND (OLD.status <> 'waiting' OR NEW."secondedById" IS DISTINCT FROM ctx_member() OR is_oneself(OLD."approvedById") OR NEW."retiredAt" IS NOT NULL
     OR NEW."publishedAt" IS DISTINCT FROM app_now() OR NEW."effectiveFrom" < greatest(app_now(), OLD."effectiveFrom"))
  THEN RAISE EXCEPTION 'a template is published by a second person' USING ERRCODE = '42501'; END IF;
  IF NEW.status = 'waiting' AND (OLD.status <> 'draft' OR NEW."approvedById" IS DISTINCT FROM ctx_member())
  THEN RAISE EXCEPTION 'a template is asked for by whoever asks' USING ERRCODE = '42501'; END IF;
  IF NEW.status = 'draft' AND num_nonnulls(NEW."approvedById", NEW."secondedById", NEW."publishedAt", NEW."effectiveFrom", NEW."retiredAt") > 0
  THEN RAISE EXCEPTION 'a draft is agreed to by nobody' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT OR UPDATE ON "Template" FOR EACH ROW EXECUTE FUNCTION guard_template();

/* A version ends when the next begins: at no moment is a form that was asked once asked by nobody. */
CREATE FUNCTION template_has_successor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "Template" t WHERE t.id = NEW.id AND t.status = 'published' AND t."retiredAt" > t."effectiveFrom"
     AND NOT EXISTS (SELECT FROM "Template" n WHERE n.key = t.key AND n.status = 'published' AND n."effectiveFrom" = t."retiredAt" AND (n."retiredAt" IS NULL OR n."retiredAt" > n."effectiveFrom")))
     OR EXISTS (SELECT FROM "Template" t WHERE t.key = NEW.key AND t.status = 'published' HAVING count(*) > 0 AND count(*) FILTER (WHERE t."retiredAt" IS NULL) = 0) THEN
    RAISE EXCEPTION 'a template ends when the next begins' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_successor AFTER INSERT OR UPDATE ON "Template" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION template_has_successor();

/* An assessment is of a form that was agreed to. */
CREATE FUNCTION assessed_by_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Template" t WHERE t.id = NEW."templateId" AND t.status = 'published') THEN
    RAISE EXCEPTION 'an assessment is of a published template' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER of_published BEFORE INSERT ON "Assessment" FOR EACH ROW EXECUTE FUNCTION assessed_by_published();

/* How often each version was used, as numbers: county governance reads no case. */
CREATE FUNCTION template_uses() RETURNS TABLE ("templateId" uuid, uses int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a."templateId", count(*)::int FROM "Assessment" a WHERE governance_scope() = 'county' GROUP BY a."templateId"
$$;

DROP POLICY readable ON "Template";
CREATE POLICY readable ON "Template" FOR SELECT TO hereward_app USING ((SELECT ctx_member()) IS NOT NULL AND (status = 'published' OR (SELECT governance_scope()) = 'county'));
GRANT INSERT, UPDATE, DELETE ON "Template" TO hereward_app;
CREATE POLICY draftable ON "Template" FOR INSERT TO hereward_app WITH CHECK ((SELECT governance_scope()) = 'county');
CREATE POLICY changeable ON "Template" FOR UPDATE TO hereward_app USING ((SELECT governance_scope()) = 'county');
CREATE POLICY thrown_away ON "Template" FOR DELETE TO hereward_app USING ((SELECT governance_scope()) = 'county' AND status = 'draft');

REVOKE EXECUTE ON FUNCTION guard_template(), template_has_successor(), assessed_by_published(), template_uses() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION template_uses() TO hereward_app;
