-- Every clock of a case, running or past: when it began, when it is due, what stopped it, and who was told that it ran out.
CREATE TABLE "Clock" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "caseId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "subjectId" UUID,
  "side" "Side" NOT NULL DEFAULT 'victim',
  "rag" "Rag",
  "amount" INTEGER,
  "unit" TEXT,
  "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "dueAt" TIMESTAMPTZ(3) NOT NULL,
  "tellAt" TIMESTAMPTZ(3),
  "pausedAt" TIMESTAMPTZ(3),
  "pausedUntil" DATE,
  "pauseReason" TEXT NOT NULL DEFAULT '',
  "pausedById" UUID,
  "dueBeforePause" TIMESTAMPTZ(3),
  "stoppedAt" TIMESTAMPTZ(3),
  "stopped" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "Clock_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Clock_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Clock_pausedById_fkey" FOREIGN KEY ("pausedById") REFERENCES "Member"("id"),
  CONSTRAINT "Clock_name" CHECK (name IN ('firstContact', 'share', 'personTold', 'firstAssessmentHardStop', 'leadAndPlan', 'victimContact', 'review', 'supervisorReview', 'managerReview', 'actionDefault', 'referralAnswer')),
  CONSTRAINT "Clock_subject" CHECK (("subjectId" IS NOT NULL) = (name IN ('actionDefault', 'referralAnswer'))),
  CONSTRAINT "Clock_stopped" CHECK (("stoppedAt" IS NULL) = (stopped IS NULL) AND stopped IN ('done', 'moved', 'closed')),
  CONSTRAINT "Clock_pause_is_whole" CHECK (num_nonnulls("pausedAt", "pausedUntil", "pausedById", "dueBeforePause") IN (0, 4) AND ("pausedAt" IS NULL) = (btrim("pauseReason") = '')),
  -- What runs day and night is never put off, nor is the assessment that opens a case.
  CONSTRAINT "Clock_pausable" CHECK ("pausedAt" IS NULL OR name NOT IN ('personTold', 'firstAssessmentHardStop', 'actionDefault', 'referralAnswer'))
);
CREATE INDEX "Clock_caseId_idx" ON "Clock"("caseId");
CREATE INDEX "Clock_tellAt" ON "Clock" ("tellAt") WHERE "stoppedAt" IS NULL AND "tellAt" IS NOT NULL;
CREATE INDEX "Clock_running" ON "Clock" ("caseId", "dueAt") WHERE "stoppedAt" IS NULL;
-- Each alert has a clock of its own; of everything else one runs at a time.
CREATE UNIQUE INDEX "Clock_one_running" ON "Clock" ("caseId", name, coalesce("subjectId", '00000000-0000-0000-0000-000000000000')) WHERE "stoppedAt" IS NULL AND name <> 'personTold';

-- Who was told of a clock that ran out, once a step.
CREATE TABLE "ClockStep" (
  "clockId" UUID NOT NULL,
  "step" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "told" UUID[] NOT NULL DEFAULT '{}',
  CONSTRAINT "ClockStep_pkey" PRIMARY KEY ("clockId", "step"),
  CONSTRAINT "ClockStep_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "Clock"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON "ClockStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON "ClockStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody is told the same thing twice.
ALTER TABLE "Notification" ADD COLUMN "clockId" UUID;
CREATE UNIQUE INDEX "Notification_once_a_clock" ON "Notification" ("memberId", "clockId") WHERE "clockId" IS NOT NULL;

ALTER TABLE "Clock" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Clock" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ClockStep" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ClockStep" FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ("dueAt", "tellAt", "pausedAt", "pausedUntil", "pauseReason", "pausedById", "dueBeforePause", version) ON "Clock" TO hereward_app;
GRANT SELECT ON "ClockStep" TO hereward_app;
CREATE POLICY readable ON "Clock" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Clock"."caseId" AND r.level >= 'contribute' AND r.side <> 'perpetrator' AND (r.side = 'both' OR "Clock".side IN ('both', r.side)) LIMIT 1));
CREATE POLICY pausable ON "Clock" FOR UPDATE TO hereward_app USING (
  "stoppedAt" IS NULL AND (SELECT true FROM case_reach r WHERE r."caseId" = "Clock"."caseId" AND r.level = 'lead' AND r.side <> 'perpetrator' LIMIT 1))
  WITH CHECK ("pausedById" IS NULL OR "pausedById" = (SELECT ctx_member()));
CREATE POLICY unchanged_by_glass ON "Clock" AS RESTRICTIVE FOR UPDATE TO hereward_app USING ("caseId" <> ALL ((SELECT ctx_glass())::uuid[]));
CREATE POLICY readable ON "ClockStep" FOR SELECT TO hereward_app USING ((SELECT true FROM "Clock" k WHERE k.id = "ClockStep"."clockId" LIMIT 1));

/* Starts a clock, or moves it to another due time: the one that ran stays as it was, and a new one begins. */
CREATE FUNCTION run_clock(of_case uuid, clock text, of_subject uuid, due timestamptz, of_side "Side", by_standard jsonb) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE runs record;
BEGIN
  IF due IS NULL OR EXISTS (SELECT FROM "Case" c WHERE c.id = of_case AND c.status = 'closed') THEN RETURN; END IF;
  IF clock <> 'personTold' THEN
    SELECT k.id, k."dueAt", k."startedAt" INTO runs FROM "Clock" k WHERE k."caseId" = of_case AND k.name = clock AND k."subjectId" IS NOT DISTINCT FROM of_subject AND k."stoppedAt" IS NULL;
    IF FOUND AND runs."dueAt" = due THEN RETURN; END IF;
    IF FOUND AND runs."startedAt" = app_now() THEN
      UPDATE "Clock" SET "dueAt" = due, "tellAt" = due, rag = (by_standard ->> 'rag')::"Rag", amount = (by_standard ->> 'amount')::int, unit = by_standard ->> 'unit' WHERE id = runs.id;
      RETURN;
    END IF;
    IF FOUND THEN UPDATE "Clock" SET "stoppedAt" = app_now(), stopped = 'moved', version = version + 1 WHERE id = runs.id; END IF;
  END IF;
  INSERT INTO "Clock" ("caseId", name, "subjectId", side, rag, amount, unit, "startedAt", "dueAt", "tellAt")
    VALUES (of_case, clock, of_subject, of_side, (by_standard ->> 'rag')::"Rag", (by_standard ->> 'amount')::int, by_standard ->> 'unit', app_now(), due, CASE clock WHEN 'personTold' THEN app_now() ELSE due END);
END $$;
/* What was waited for has happened. */
CREATE FUNCTION stop_clock(of_case uuid, clocks text[], of_subject uuid) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE "Clock" SET "stoppedAt" = app_now(), stopped = 'done', version = version + 1
    WHERE "caseId" = of_case AND name = ANY (clocks) AND (of_subject IS NULL OR "subjectId" = of_subject) AND "stoppedAt" IS NULL
$$;
REVOKE EXECUTE ON FUNCTION run_clock(uuid, text, uuid, timestamptz, "Side", jsonb), stop_clock(uuid, text[], uuid) FROM PUBLIC;

/* Starts what follows from a case being opened, coloured or reviewed, with due times that were worked out by the standards of that moment; what has been done already does not start. For whoever works the case. */
CREATE FUNCTION start_clocks(of_case uuid, wanted jsonb) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; n int := 0;
BEGIN
  IF of_case = ANY (ctx_glass()) OR NOT EXISTS (SELECT FROM case_reach r WHERE r."caseId" = of_case AND r.level >= 'contribute') THEN RETURN 0; END IF;
  FOR one IN SELECT * FROM jsonb_to_recordset(wanted) AS w (name text, "dueAt" timestamptz, rag text, amount int, unit text, again boolean) LOOP
    CONTINUE WHEN one.name NOT IN ('firstAssessmentHardStop', 'share', 'leadAndPlan', 'supervisorReview', 'managerReview');
    CONTINUE WHEN one.name = 'firstAssessmentHardStop' AND EXISTS (SELECT FROM "Assessment" a WHERE a."caseId" = of_case);
    CONTINUE WHEN one.name = 'share' AND EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = of_case AND g.level >= 'summary' AND g.level <> 'lead');
    CONTINUE WHEN one.name = 'leadAndPlan' AND (EXISTS (SELECT FROM "SharedAction" a WHERE a."caseId" = of_case AND a.side <> 'perpetrator') OR EXISTS (SELECT FROM "ContactPlan" p WHERE p."caseId" = of_case));
    -- A worse colour brings a clock forward and never puts it off.
    CONTINUE WHEN NOT coalesce(one.again, false) AND EXISTS (SELECT FROM "Clock" k WHERE k."caseId" = of_case AND k.name = one.name AND k."stoppedAt" IS NULL AND k."dueAt" <= one."dueAt");
    PERFORM run_clock(of_case, one.name, NULL, one."dueAt", 'victim', to_jsonb(one));
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION start_clocks(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION start_clocks(uuid, jsonb) TO hereward_app;

-- The facts that start and stop the others, whoever brings them about and whatever they may read.
CREATE FUNCTION clocks_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE contacted boolean; first_due timestamptz;
BEGIN
  IF NEW.status = 'closed' THEN
    UPDATE "Clock" SET "stoppedAt" = app_now(), stopped = 'closed', version = version + 1 WHERE "caseId" = NEW.id AND "stoppedAt" IS NULL;
    RETURN NULL;
  END IF;
  IF NEW."nextReviewAt" IS DISTINCT FROM OLD."nextReviewAt" THEN
    -- A later review follows from one that was done; a sooner one from something that was found.
    IF NEW."nextReviewAt" IS NULL THEN PERFORM stop_clock(NEW.id, ARRAY['review'], NULL); ELSE PERFORM run_clock(NEW.id, 'review', NULL, NEW."nextReviewAt", 'victim', NULL); END IF;
  END IF;
  IF NEW."nextContactAt" IS DISTINCT FROM OLD."nextContactAt" THEN
    SELECT EXISTS (SELECT FROM "Contact" t JOIN "Entry" e ON e.id = t."entryId" WHERE t."caseId" = NEW.id AND t."withRole" = 'victim' AND t.type <> 'failed_attempt' AND e.audience = '{}' AND NOT e."membersOnly") INTO contacted;
    IF contacted THEN
      PERFORM run_clock(NEW.id, 'victimContact', NULL, NEW."nextContactAt", 'victim', NULL);
    ELSE
      -- A try in vain names a time for the next one, and does not put off the first contact.
      SELECT k."dueAt" INTO first_due FROM "Clock" k WHERE k."caseId" = NEW.id AND k.name = 'firstContact' AND k."stoppedAt" IS NULL;
      IF first_due IS NULL OR NEW."nextContactAt" < first_due THEN PERFORM run_clock(NEW.id, 'firstContact', NULL, NEW."nextContactAt", 'victim', NULL); END IF;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clocks AFTER UPDATE OF "nextContactAt", "nextReviewAt", status ON "Case" FOR EACH ROW
  WHEN (OLD."nextContactAt" IS DISTINCT FROM NEW."nextContactAt" OR OLD."nextReviewAt" IS DISTINCT FROM NEW."nextReviewAt" OR OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION clocks_of_case();

CREATE FUNCTION clocks_of_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."withRole" = 'victim' AND NEW.type <> 'failed_attempt' AND EXISTS (SELECT FROM "Entry" e WHERE e.id = NEW."entryId" AND e.audience = '{}' AND NOT e."membersOnly") THEN
    PERFORM stop_clock(NEW."caseId", ARRAY['firstContact'], NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clocks AFTER INSERT ON "Contact" FOR EACH ROW EXECUTE FUNCTION clocks_of_contact();

CREATE FUNCTION clocks_of_action() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status IN ('offered', 'accepted', 'declined') THEN PERFORM run_clock(NEW."caseId", 'actionDefault', NEW.id, NEW."dueAt", NEW.side, NULL);
  ELSE PERFORM stop_clock(NEW."caseId", ARRAY['actionDefault'], NEW.id); END IF;
  IF TG_OP = 'INSERT' AND NEW.side <> 'perpetrator' THEN PERFORM stop_clock(NEW."caseId", ARRAY['leadAndPlan'], NULL); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clocks AFTER INSERT OR UPDATE OF status, "dueAt" ON "SharedAction" FOR EACH ROW EXECUTE FUNCTION clocks_of_action();

CREATE FUNCTION clocks_of_referral() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."outcomeAt" IS NULL AND NEW.status IN ('sent', 'received', 'more_information') THEN PERFORM run_clock(NEW."caseId", 'referralAnswer', NEW.id, NEW."respondBy", NEW.side, NULL);
  ELSE PERFORM stop_clock(NEW."caseId", ARRAY['referralAnswer'], NEW.id); END IF;
  RETURN NULL;
END $$;
-- Requests for reach and offers of the lead have a task of their own.
CREATE TRIGGER clocks AFTER INSERT OR UPDATE OF status, "outcomeAt", "respondBy" ON "Referral" FOR EACH ROW WHEN (NEW.kind NOT IN ('access_request', 'lead_transfer')) EXECUTE FUNCTION clocks_of_referral();

/* Facts that end one clock each. */
CREATE FUNCTION stop_clocks_by_fact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM stop_clock(NEW."caseId", TG_ARGV, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER clocks AFTER INSERT ON "Assessment" FOR EACH ROW EXECUTE FUNCTION stop_clocks_by_fact('firstAssessmentHardStop');
CREATE TRIGGER clocks AFTER INSERT ON "ContactPlan" FOR EACH ROW EXECUTE FUNCTION stop_clocks_by_fact('leadAndPlan');
CREATE TRIGGER clocks AFTER INSERT ON "Grant" FOR EACH ROW WHEN (NEW.level >= 'summary' AND NEW.level <> 'lead') EXECUTE FUNCTION stop_clocks_by_fact('share');

/* When somebody must have been told in person, by the standard of the case's district as it is now. */
CREATE FUNCTION person_told_by(of_case uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_now() + make_interval(hours => coalesce((
    SELECT s.amount FROM "TimeStandard" s JOIN "Case" c ON c.id = of_case
    WHERE s.clock = 'personTold' AND s.rag = 'red' AND s.unit = 'hours' AND s."validFrom" <= london_today() AND (s."areaId" IS NULL OR s."areaId" = c."areaId")
    ORDER BY s."areaId" NULLS LAST, s."validFrom" DESC LIMIT 1), 4))
$$;

CREATE FUNCTION clocks_of_call() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM "Clock" k WHERE k."caseId" = NEW."caseId" AND k.name = 'personTold' AND k."stoppedAt" IS NULL) THEN
      PERFORM run_clock(NEW."caseId", 'personTold', NULL, NEW."dueAt", 'victim', NULL);
    END IF;
  ELSIF NOT EXISTS (SELECT FROM "DutyCall" d WHERE d."caseId" = NEW."caseId" AND d."doneAt" IS NULL) THEN
    PERFORM stop_clock(NEW."caseId", ARRAY['personTold'], NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clocks AFTER INSERT OR UPDATE OF "doneAt" ON "DutyCall" FOR EACH ROW EXECUTE FUNCTION clocks_of_call();

/*
 * Whatever makes a case red, or records what cannot wait, leaves somebody to ring and a clock that runs until they were
 * rung: where nobody else was listed by the end of the transaction, the agency that leads.
 */
CREATE FUNCTION tell_somebody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a record; london timestamp := app_now() AT TIME ZONE 'Europe/London'; off_duty boolean;
BEGIN
  IF EXISTS (SELECT FROM "Case" c WHERE c.id = NEW."caseId" AND c.status = 'closed') THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM "Clock" k WHERE k."caseId" = NEW."caseId" AND k.name = 'personTold' AND k."startedAt" = app_now()) THEN
    PERFORM run_clock(NEW."caseId", 'personTold', NULL, person_told_by(NEW."caseId"), 'victim', NULL);
  END IF;
  IF EXISTS (SELECT FROM "DutyCall" d WHERE d."caseId" = NEW."caseId" AND d."doneAt" IS NULL) THEN RETURN NULL; END IF;
  SELECT y.* INTO a FROM "Grant" g JOIN "Agency" y ON y.id = g."agencyId" WHERE g."caseId" = NEW."caseId" AND g.level = 'lead' AND g."revokedAt" IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  off_duty := (extract(isodow FROM london) > 5 OR london::time < '09:00' OR london::time >= '17:00') AND a."outOfHoursPhone" <> '';
  INSERT INTO "DutyCall" ("caseId", "agencyId", name, phone, reason, "dueAt", "createdAt")
    VALUES (NEW."caseId", a.id, coalesce(nullif(CASE WHEN off_duty THEN a."outOfHoursName" ELSE a."contactName" END, ''), a.name), CASE WHEN off_duty THEN a."outOfHoursPhone" ELSE a."contactPhone" END,
            (SELECT 'Red: ' || left(c."ragReason", 280) FROM "Case" c WHERE c.id = NEW."caseId"), person_told_by(NEW."caseId"), app_now());
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER somebody_is_told AFTER INSERT ON "RagChange" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.rag = 'red') EXECUTE FUNCTION tell_somebody();
CREATE CONSTRAINT TRIGGER somebody_is_told AFTER INSERT ON "LiveTrigger" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.key IN ('T1', 'T2', 'T3', 'T5')) EXECUTE FUNCTION tell_somebody();
REVOKE EXECUTE ON FUNCTION clocks_of_case(), clocks_of_contact(), clocks_of_action(), clocks_of_referral(), stop_clocks_by_fact(), person_told_by(uuid), clocks_of_call(), tell_somebody() FROM PUBLIC;
