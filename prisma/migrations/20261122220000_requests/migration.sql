-- Two kinds of referral go between agencies about a case itself: an agency that asks the lead for reach, and a lead that asks another to take over.
ALTER TABLE "Referral"
  ADD COLUMN reference TEXT NOT NULL DEFAULT '',
  ADD COLUMN "wantedLevel" "GrantLevel",
  ADD COLUMN "wantedSide" "Side",
  ADD COLUMN purpose TEXT NOT NULL DEFAULT '',
  ADD COLUMN "forMemberId" UUID,
  ADD COLUMN "toAreaId" UUID,
  ADD COLUMN "escalatedAt" TIMESTAMPTZ(3),
  ADD COLUMN "answeredById" UUID,
  ADD CONSTRAINT "Referral_forMemberId_fkey" FOREIGN KEY ("forMemberId") REFERENCES "Member"("id"),
  ADD CONSTRAINT "Referral_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Member"("id"),
  ADD CONSTRAINT "Referral_toAreaId_fkey" FOREIGN KEY ("toAreaId") REFERENCES "Area"("id"),
  ADD CONSTRAINT "Referral_kind" CHECK (kind IN ('invite', 'service', 'external', 'access_request', 'lead_transfer')),
  ADD CONSTRAINT "Referral_request_is_whole" CHECK (kind NOT IN ('access_request', 'lead_transfer')
    OR reference <> '' AND "toAgencyId" IS NOT NULL AND "respondBy" IS NOT NULL AND btrim(question) <> '' AND btrim(purpose) <> ''),
  ADD CONSTRAINT "Referral_access_asked" CHECK (kind <> 'access_request' OR "wantedLevel" IN ('summary', 'contribute') AND "wantedSide" IS NOT NULL AND "forMemberId" IS NOT NULL),
  ADD CONSTRAINT "Referral_lead_offered" CHECK (kind <> 'lead_transfer' OR "toAreaId" IS NOT NULL AND "toAgencyId" <> "raisedByAgencyId" AND "legalBasis" <> ''),
  ADD CONSTRAINT "Referral_request_ended" CHECK (kind NOT IN ('access_request', 'lead_transfer')
    OR status IN ('sent', 'accepted', 'declined', 'withdrawn') AND ("outcomeAt" IS NULL) = (status = 'sent') AND (status <> 'declined' OR btrim(coalesce(outcome, '')) <> ''));
CREATE UNIQUE INDEX "Referral_one_open_access_request" ON "Referral" ("caseId", "raisedByAgencyId") WHERE kind = 'access_request' AND "outcomeAt" IS NULL;
CREATE UNIQUE INDEX "Referral_one_open_lead_transfer" ON "Referral" ("caseId") WHERE kind = 'lead_transfer' AND "outcomeAt" IS NULL;
CREATE INDEX "Referral_raised_by" ON "Referral" ("raisedByAgencyId", "sentAt") WHERE kind IN ('access_request', 'lead_transfer');
CREATE INDEX "Referral_put_to" ON "Referral" ("toAgencyId") WHERE kind IN ('access_request', 'lead_transfer') AND "outcomeAt" IS NULL;
ALTER TABLE "Notification" ADD COLUMN "referralId" UUID;

-- What was asked stays as it was asked, and an answer is given once.
CREATE FUNCTION keep_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE movable text[] := ARRAY['status', 'outcome', 'outcomeAt', 'answeredById', 'escalatedAt', 'toAgencyId', 'toName', 'version'];
BEGIN
  IF OLD.kind IN ('access_request', 'lead_transfer') AND (OLD."outcomeAt" IS NOT NULL OR to_jsonb(NEW) - movable <> to_jsonb(OLD) - movable) THEN
    RAISE EXCEPTION 'a request stays as it was asked and is answered once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER as_asked BEFORE UPDATE ON "Referral" FOR EACH ROW WHEN (OLD.kind IN ('access_request', 'lead_transfer')) EXECUTE FUNCTION keep_request();
REVOKE EXECUTE ON FUNCTION keep_request() FROM PUBLIC;

-- Requests are read by who asked, by the lead, and (an offered lead) by those who may take it; by nobody else on the case, and by nobody who is kept from it.
CREATE FUNCTION ctx_answers_offers() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT ctx_has_role('coordinator') OR ctx_has_role('manager') $$;
REVOKE EXECUTE ON FUNCTION ctx_answers_offers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx_answers_offers() TO hereward_app;
DO $$
DECLARE
  plain text := $p$kind NOT IN ('access_request', 'lead_transfer') AND (SELECT true FROM case_reach r WHERE r."caseId" = "Referral"."caseId"
     AND (r.level >= 'contribute' AND (r.side = 'both' OR "Referral".side IN ('both', r.side)) OR r.level >= 'summary' AND "Referral"."toAgencyId" = (SELECT ctx_reach_agency())) LIMIT 1)$p$;
  request text := $p$kind IN ('access_request', 'lead_transfer') AND "caseId" <> ALL ((SELECT ctx_excluded())::uuid[]) AND (
     "raisedByAgencyId" = (SELECT ctx_reach_agency())
     OR kind = 'lead_transfer' AND "toAgencyId" = (SELECT ctx_reach_agency()) AND (SELECT ctx_answers_offers())
     OR (SELECT true FROM case_reach r WHERE r."caseId" = "Referral"."caseId" AND r.level = 'lead' LIMIT 1))$p$;
BEGIN
  EXECUTE format('ALTER POLICY readable ON "Referral" USING (%s OR %s)', plain, request);
  EXECUTE format('ALTER POLICY changeable ON "Referral" USING (%s OR "outcomeAt" IS NULL AND %s) WITH CHECK (%1$s OR %2$s)', plain, request);
END $$;
CREATE POLICY requests_by_the_lead ON "Referral" AS RESTRICTIVE FOR INSERT TO hereward_app WITH CHECK (
  kind NOT IN ('access_request', 'lead_transfer')
  OR kind = 'lead_transfer' AND "raisedByAgencyId" = (SELECT ctx_agency()) AND "raisedById" = (SELECT ctx_member()) AND "outcomeAt" IS NULL
     AND (SELECT true FROM case_reach r WHERE r."caseId" = "Referral"."caseId" AND r.level = 'lead' LIMIT 1));

/* Leaves a notice of a request for those whom it concerns now: whoever is to answer, whoever asked, or the managers when nobody has answered. Ids alone; the words are made when it is read. */
CREATE FUNCTION leave_request_notices(wanted uuid, told text, but uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE r record; found_lead uuid; told_member record; n int := 0;
BEGIN
  SELECT q.*, c."namedOfficerId" AS officer INTO r FROM "Referral" q JOIN "Case" c ON c.id = q."caseId" WHERE q.id = wanted AND q.kind IN ('access_request', 'lead_transfer');
  IF NOT FOUND THEN RETURN 0; END IF;
  SELECT g."agencyId" INTO found_lead FROM "Grant" g WHERE g."caseId" = r."caseId" AND g.level = 'lead' AND g."revokedAt" IS NULL;
  FOR told_member IN
    SELECT m.id FROM "Member" m JOIN "User" u ON u.id = m."userId"
    WHERE u."disabledAt" IS NULL AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now()) AND m.id IS DISTINCT FROM but
      AND NOT EXISTS (SELECT FROM "CaseExclusion" x WHERE x."caseId" = r."caseId" AND x."memberId" = m.id AND x."endedAt" IS NULL)
      AND CASE told
        WHEN 'access-asked' THEN m."agencyId" = found_lead AND ('manager' = ANY (m.roles) OR m.id = r.officer)
        WHEN 'access-answered' THEN m.id IN (r."raisedById", r."forMemberId")
        WHEN 'lead-offered' THEN m."agencyId" = r."toAgencyId" AND m.roles && ARRAY['coordinator', 'manager']::"MemberRole"[]
        WHEN 'lead-withdrawn' THEN m."agencyId" = r."toAgencyId" AND m.roles && ARRAY['coordinator', 'manager']::"MemberRole"[]
        WHEN 'lead-answered' THEN m.id = r."raisedById" OR m."agencyId" = r."raisedByAgencyId" AND 'manager' = ANY (m.roles)
        WHEN 'request-late' THEN 'manager' = ANY (m.roles) AND m."agencyId" = CASE r.kind WHEN 'access_request' THEN found_lead ELSE r."toAgencyId" END OR r.kind = 'lead_transfer' AND m.id = r."raisedById"
        ELSE false END
  LOOP
    INSERT INTO "Notification" ("memberId", kind, "isUrgent", "referralId", "createdAt") VALUES (told_member.id, told, told <> 'lead-withdrawn', wanted, app_now());
    IF told <> 'lead-withdrawn' THEN PERFORM graphile_worker.add_job('mail-notice', json_build_object('memberId', told_member.id)); END IF;
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION leave_request_notices(uuid, text, uuid) FROM PUBLIC;

/* The same for a member who has a part in the request. */
CREATE FUNCTION tell_of_request(wanted uuid, told text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Referral" q WHERE q.id = wanted AND q."caseId" <> ALL (ctx_excluded())
                 AND (ctx_reach_agency() IN (q."raisedByAgencyId", q."toAgencyId") OR EXISTS (SELECT FROM case_reach r WHERE r."caseId" = q."caseId" AND r.level = 'lead'))) THEN RETURN 0; END IF;
  RETURN leave_request_notices(wanted, told, ctx_member());
END $$;
REVOKE EXECUTE ON FUNCTION tell_of_request(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_of_request(uuid, text) TO hereward_app;

/*
 * An agency that knows a case as a pointer, or has a summary of it, asks its lead for more. Says nothing where the asker may
 * not know of the case; else what came of it: asked, waiting, asked-lately, too-many, works-already.
 */
CREATE FUNCTION ask_for_access(wanted text, wanted_level "GrantLevel", wanted_side "Side", what_for text, why text, who uuid, respond_by timestamptz)
RETURNS TABLE (said text, "requestId" uuid, "caseId" uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE c record; made uuid; found_lead uuid;
BEGIN
  IF ctx_reach_agency() IS NULL THEN RETURN; END IF;
  SELECT k.id, k.reference, k.status INTO c FROM "Case" k WHERE k.reference = wanted AND k.id <> ALL (ctx_excluded())
    AND (EXISTS (SELECT FROM pointer_by_reference(wanted)) OR EXISTS (SELECT FROM case_reach r WHERE r."caseId" = k.id AND r.level >= 'summary'));
  IF NOT FOUND OR c.status = 'closed' THEN RETURN; END IF;
  IF EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = c.id AND g."agencyId" = ctx_agency() AND g.level >= 'contribute' AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > app_now())) THEN
    RETURN QUERY SELECT 'works-already', NULL::uuid, NULL::uuid; RETURN;
  END IF;
  -- Two who ask at once for one agency: the second waits, then finds the first one's request.
  PERFORM pg_advisory_xact_lock(hashtextextended('ask:' || c.id || ctx_agency(), 0));
  IF EXISTS (SELECT FROM "Referral" q WHERE q."caseId" = c.id AND q."raisedByAgencyId" = ctx_agency() AND q.kind = 'access_request' AND q."outcomeAt" IS NULL) THEN
    RETURN QUERY SELECT 'waiting', NULL::uuid, NULL::uuid; RETURN;
  END IF;
  IF EXISTS (SELECT FROM "Referral" q WHERE q."caseId" = c.id AND q."raisedByAgencyId" = ctx_agency() AND q.kind = 'access_request' AND q.status = 'declined' AND q."outcomeAt" > app_now() - interval '7 days') THEN
    RETURN QUERY SELECT 'asked-lately', NULL::uuid, NULL::uuid; RETURN;
  END IF;
  IF (SELECT count(*) FROM "Referral" q WHERE q."raisedById" = ctx_member() AND q.kind = 'access_request' AND q."sentAt" > app_now() - interval '24 hours') >= 10 THEN
    RETURN QUERY SELECT 'too-many', NULL::uuid, NULL::uuid; RETURN;
  END IF;
  SELECT g."agencyId" INTO found_lead FROM "Grant" g WHERE g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL;
  INSERT INTO "Referral" ("caseId", kind, "toAgencyId", "toName", question, purpose, "legalBasis", reference, "wantedLevel", "wantedSide", "forMemberId", "sentAt", "respondBy", "raisedById", "raisedByAgencyId", side)
    SELECT c.id, 'access_request', found_lead, '', why, what_for, '', c.reference, wanted_level, wanted_side, who, app_now(), least(respond_by, app_now() + interval '7 days'), ctx_member(), ctx_agency(), 'victim'
    RETURNING id INTO made;
  INSERT INTO "Entry" ("caseId", kind, body, data, "authorId", "authorAgencyId", side, audience)
    VALUES (c.id, 'access_asked', (SELECT a.name FROM "Agency" a WHERE a.id = ctx_agency()) || ' asks for reach into this case. ' || why, jsonb_build_object('requestId', made), ctx_member(), ctx_agency(), 'victim', ARRAY[ctx_agency(), found_lead]);
  PERFORM leave_request_notices(made, 'access-asked', ctx_member());
  RETURN QUERY SELECT 'asked', made, c.id;
END $$;
REVOKE EXECUTE ON FUNCTION ask_for_access(text, "GrantLevel", "Side", text, text, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_for_access(text, "GrantLevel", "Side", text, text, uuid, timestamptz) TO hereward_app;

/* Requests that nobody answered in time go to the managers, once. The system's own, and nobody's. */
CREATE FUNCTION escalate_requests() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE late record; n int := 0;
BEGIN
  IF ctx_member() IS NOT NULL THEN RAISE EXCEPTION 'the system does this, not a member'; END IF;
  FOR late IN SELECT q.id FROM "Referral" q WHERE q.kind IN ('access_request', 'lead_transfer') AND q."outcomeAt" IS NULL AND q."escalatedAt" IS NULL AND q."respondBy" <= app_now() ORDER BY q.id FOR UPDATE SKIP LOCKED LOOP
    UPDATE "Referral" SET "escalatedAt" = app_now() WHERE id = late.id;
    PERFORM leave_request_notices(late.id, 'request-late', NULL);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION escalate_requests() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escalate_requests() TO hereward_jobs;

-- A case that closes leaves nothing to be answered. Its askers learn that their request ended, and nothing of the case.
CREATE FUNCTION end_requests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Referral" SET status = 'declined', outcome = 'This request has ended without an answer. Ring the lead agency if you still need to know.', "outcomeAt" = app_now(), version = version + 1
    WHERE "caseId" = NEW.id AND kind IN ('access_request', 'lead_transfer') AND "outcomeAt" IS NULL;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION end_requests() FROM PUBLIC;
CREATE TRIGGER requests_end AFTER UPDATE OF status ON "Case" FOR EACH ROW WHEN (NEW.status = 'closed' AND OLD.status <> 'closed') EXECUTE FUNCTION end_requests();
