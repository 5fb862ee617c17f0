-- An agreement's end is warned of 60, 30 and 7 days ahead, once each; what it leaves behind is told to those it concerns; a whole agreement is withdrawn by two people.
ALTER TABLE "Agreement"
  ADD COLUMN "withdrawalAskedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "withdrawalAskedAt" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawalReason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "withdrawnById" UUID REFERENCES "Member"("id"),
  ADD CONSTRAINT "Agreement_withdrawal_whole" CHECK (num_nonnulls("withdrawalAskedById", "withdrawalAskedAt") IN (0, 2)),
  ADD CONSTRAINT "Agreement_withdrawn_by_second" CHECK ("withdrawnById" IS NULL OR "withdrawnById" <> "withdrawalAskedById" AND "withdrawnAt" IS NOT NULL);
GRANT UPDATE ("withdrawalAskedById", "withdrawalAskedAt", "withdrawalReason", "withdrawnAt", "withdrawnById") ON "Agreement" TO hereward_app;

CREATE FUNCTION guard_withdrawal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF ctx_member() IS NULL THEN RETURN NEW; END IF;
  IF NEW."withdrawalAskedById" IS DISTINCT FROM OLD."withdrawalAskedById" AND NEW."withdrawalAskedById" IS NOT NULL AND (OLD."withdrawalAskedById" IS NOT NULL OR NEW."withdrawalAskedById" <> ctx_member())
  THEN RAISE EXCEPTION 'a withdrawal is asked for by who asks' USING ERRCODE = '42501'; END IF;
  IF OLD."withdrawnAt" IS NULL AND NEW."withdrawnAt" IS NOT NULL
     AND (OLD."withdrawalAskedById" IS NULL OR NEW."withdrawalAskedById" IS DISTINCT FROM OLD."withdrawalAskedById" OR is_oneself(OLD."withdrawalAskedById") OR NEW."withdrawnById" IS DISTINCT FROM ctx_member())
  THEN RAISE EXCEPTION 'an agreement is withdrawn by a second person' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withdrawn_by_two BEFORE UPDATE ON "Agreement" FOR EACH ROW EXECUTE FUNCTION guard_withdrawal();

/* What withdrawing a whole agreement would end, as numbers: for county governance. An agency whose reach another live agreement keeps is not counted. */
CREATE FUNCTION agreement_effect(wanted uuid) RETURNS TABLE (agencies int, cases int, actions int, members int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH live AS (
    SELECT s."agencyId", sa."areaId", s."agreementId" FROM "AgreementSignature" s JOIN "Agreement" a ON a.id = s."agreementId" JOIN "SignatureArea" sa ON sa."signatureId" = s.id
    WHERE s."withdrawnAt" IS NULL AND a."withdrawnAt" IS NULL AND a."activatedAt" IS NOT NULL AND governance_scope() = 'county'
      AND london_today() BETWEEN greatest(a."startsOn", s."signedOn") AND least(a."endsOn", coalesce(s."endsOn", a."endsOn"))),
  lost AS (
    SELECT l."agencyId", l."areaId" FROM live l WHERE l."agreementId" = wanted
      AND NOT EXISTS (SELECT FROM live o WHERE o."agencyId" = l."agencyId" AND o."areaId" = l."areaId" AND o."agreementId" <> wanted)),
  reached AS (
    SELECT c.id, g."agencyId" FROM lost l JOIN "Grant" g ON g."agencyId" = l."agencyId" JOIN "Case" c ON c.id = g."caseId" AND c."areaId" = l."areaId"
    WHERE c.status <> 'closed' AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > app_now()))
  SELECT (SELECT count(DISTINCT l."agencyId")::int FROM lost l), (SELECT count(DISTINCT r.id)::int FROM reached r),
    (SELECT count(DISTINCT a.id)::int FROM reached r JOIN "SharedAction" a ON a."caseId" = r.id AND a."ownerAgencyId" = r."agencyId" AND a.status IN ('offered', 'accepted')),
    (SELECT count(*)::int FROM "Member" m WHERE m."agencyId" IN (SELECT "agencyId" FROM lost) AND m.roles && ARRAY['practitioner', 'coordinator', 'manager', 'chair']::"MemberRole"[]
       AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now()))
$$;

-- Which warnings were given: each once.
CREATE TABLE "AgreementWarning" (
  "signatureId" UUID NOT NULL,
  "days" INTEGER NOT NULL,
  "warnedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  CONSTRAINT "AgreementWarning_pkey" PRIMARY KEY ("signatureId", "days"),
  CONSTRAINT "AgreementWarning_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "AgreementSignature"("id")
);
ALTER TABLE "AgreementWarning" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AgreementWarning" FORCE ROW LEVEL SECURITY;

/* Leaves notices, and mails that something urgent waits, for county governance and the administrators of the agencies whose signatures end within 60, 30 or 7 days: each once. Returns how many signatures were warned of. */
CREATE FUNCTION warn_of_agreements() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; told record; warned int := 0;
BEGIN
  IF ctx_member() IS NOT NULL THEN RAISE EXCEPTION 'the system warns, not a member'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('warn_of_agreements', 0));
  FOR one IN
    WITH ending AS (
      SELECT s.id, s."agencyId", s."agreementId", least(a."endsOn", coalesce(s."endsOn", a."endsOn")) - london_today() AS days
      FROM "AgreementSignature" s JOIN "Agreement" a ON a.id = s."agreementId"
      WHERE a."activatedAt" IS NOT NULL AND a."withdrawnAt" IS NULL AND s."withdrawnAt" IS NULL),
    due AS (SELECT e.*, CASE WHEN e.days <= 7 THEN 7 WHEN e.days <= 30 THEN 30 ELSE 60 END AS mark FROM ending e WHERE e.days BETWEEN 0 AND 60),
    made AS (INSERT INTO "AgreementWarning" ("signatureId", days) SELECT d.id, d.mark FROM due d ON CONFLICT DO NOTHING RETURNING "signatureId")
    SELECT d."agreementId", array_agg(d."agencyId") AS agencies, count(*)::int AS signatures FROM due d JOIN made m ON m."signatureId" = d.id GROUP BY d."agreementId"
  LOOP
    warned := warned + one.signatures;
    FOR told IN
      SELECT m.id FROM "Member" m JOIN "Agency" a ON a.id = m."agencyId" JOIN "User" u ON u.id = m."userId"
      WHERE u."disabledAt" IS NULL AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
        AND ('agency_admin' = ANY (m.roles) AND m."agencyId" = ANY (one.agencies) OR 'governance' = ANY (m.roles) AND a.kind = 'governance')
    LOOP
      INSERT INTO "Notification" ("memberId", kind, "isUrgent", "agreementId") VALUES (told.id, 'agreement-ending', true, one."agreementId");
      PERFORM graphile_worker.add_job('mail-notice', json_build_object('memberId', told.id));
    END LOOP;
    PERFORM append_audit('agreement.warned', 'done', NULL, NULL, jsonb_build_object('agreementId', one."agreementId", 'signatures', one.signatures)::text);
  END LOOP;
  RETURN warned;
END $$;

/* As before; and who asked for an open action of an agency that no longer reaches it, and the named officer, are told. */
CREATE OR REPLACE FUNCTION note_ended_agreements() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended record; told record; noted int := 0;
BEGIN
  IF ctx_member() IS NOT NULL THEN RAISE EXCEPTION 'the system notes this, not a member'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('note_ended_agreements', 0));
  FOR ended IN
    SELECT s.id, s."agencyId", s."agreementId", least(a."endsOn", coalesce(s."endsOn", a."endsOn")) AS last_day,
           (SELECT count(DISTINCT g."caseId") FROM "Grant" g JOIN "Case" c ON c.id = g."caseId"
            WHERE g."agencyId" = s."agencyId" AND g."agreementId" = s."agreementId" AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > app_now()) AND c.status <> 'closed') AS cases
    FROM "AgreementSignature" s JOIN "Agreement" a ON a.id = s."agreementId"
    WHERE a."activatedAt" IS NOT NULL AND a."withdrawnAt" IS NULL AND s."withdrawnAt" IS NULL
      AND least(a."endsOn", coalesce(s."endsOn", a."endsOn")) BETWEEN london_today() - 28 AND london_today() - 1
      AND NOT EXISTS (SELECT FROM "AuditEvent" e WHERE e.verb = 'agreement.ended' AND e.at > app_now() - interval '60 days' AND ((e.payload::jsonb ->> 'detail')::jsonb ->> 'signatureId') = s.id::text)
    ORDER BY s.id
  LOOP
    PERFORM append_audit('agreement.ended', 'done', NULL, NULL,
      jsonb_build_object('signatureId', ended.id, 'agencyId', ended."agencyId", 'agreementId', ended."agreementId", 'lastDay', ended.last_day, 'openCases', ended.cases)::text);
    FOR told IN
      SELECT DISTINCT ON (who.id) who.id FROM (
        SELECT unnest(ARRAY[a."askedById", c."namedOfficerId"]) AS id FROM "SharedAction" a JOIN "Case" c ON c.id = a."caseId"
        WHERE a."ownerAgencyId" = ended."agencyId" AND a.status IN ('offered', 'accepted') AND c.status <> 'closed' AND c."areaId" <> ALL (live_areas(ended."agencyId", false))) who
      JOIN "Member" m ON m.id = who.id AND m."agencyId" <> ended."agencyId" AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
    LOOP
      INSERT INTO "Notification" ("memberId", kind, "isUrgent", "caseId", "actionId")
        SELECT told.id, 'action-stranded', true, a."caseId", a.id FROM "SharedAction" a JOIN "Case" c ON c.id = a."caseId"
        WHERE a."ownerAgencyId" = ended."agencyId" AND a.status IN ('offered', 'accepted') AND c.status <> 'closed' AND c."areaId" <> ALL (live_areas(ended."agencyId", false)) AND told.id IN (a."askedById", c."namedOfficerId");
      PERFORM graphile_worker.add_job('mail-notice', json_build_object('memberId', told.id));
    END LOOP;
    noted := noted + 1;
  END LOOP;
  RETURN noted;
END $$;

REVOKE EXECUTE ON FUNCTION guard_withdrawal(), agreement_effect(uuid), warn_of_agreements() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agreement_effect(uuid) TO hereward_app;
GRANT EXECUTE ON FUNCTION warn_of_agreements() TO hereward_jobs;

-- The policy that makes an agreement live lets none be changed to a withdrawn one; this one does, and the guard holds it to two people.
CREATE POLICY withdrawable ON "Agreement" FOR UPDATE TO hereward_app USING ((SELECT governance_scope()) = 'county' AND "withdrawnAt" IS NULL) WITH CHECK ((SELECT governance_scope()) = 'county');
