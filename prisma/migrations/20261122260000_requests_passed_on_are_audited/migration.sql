-- What the system passes on to others because nobody answered is in the audit, as everything else that it does.
CREATE OR REPLACE FUNCTION escalate_requests() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE late record; n int := 0;
BEGIN
  IF ctx_member() IS NOT NULL THEN RAISE EXCEPTION 'the system does this, not a member'; END IF;
  FOR late IN SELECT q.id, q."caseId", q.kind FROM "Referral" q WHERE q.kind IN ('access_request', 'lead_transfer') AND q."outcomeAt" IS NULL AND q."escalatedAt" IS NULL AND q."respondBy" <= app_now() ORDER BY q.id FOR UPDATE SKIP LOCKED LOOP
    UPDATE "Referral" SET "escalatedAt" = app_now() WHERE id = late.id;
    PERFORM leave_request_notices(late.id, 'request-late', NULL);
    PERFORM append_audit('request.escalated', 'done', late."caseId", NULL, jsonb_build_object('referralId', late.id, 'kind', late.kind)::text);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;
