-- An agreement ends access by the rule itself, at midnight and with nobody's help. That it did is noted by the system, once for each signature.
CREATE INDEX "AuditEvent_ended_agreements" ON "AuditEvent" (at) WHERE verb = 'agreement.ended';
CREATE FUNCTION note_ended_agreements() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended record; noted int := 0;
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
    noted := noted + 1;
  END LOOP;
  RETURN noted;
END $$;
REVOKE EXECUTE ON FUNCTION note_ended_agreements() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_ended_agreements() TO hereward_jobs;
