-- A line of the audit says on what it was done: the browser that the session was opened on, in the words its user knows it by.

/* The browser that the request came from; null where nobody's session opened it. */
CREATE FUNCTION ctx_device() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.device FROM "Session" s WHERE s.id = nullif(current_setting('app.session_id', true), '')::uuid AND s."memberId" = ctx_member()
$$;

/* Opens a request: session -> user -> member -> agency -> agreements, read afresh. A locked session opens nothing. Idle 15 minutes, absolute by expiresAt. */
CREATE OR REPLACE FUNCTION open_request(token bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s record; actor jsonb;
BEGIN
  SELECT id, "memberId", "lastSeenAt", "secondFactorAt" INTO s FROM "Session"
    WHERE "tokenHash" = token AND "revokedAt" IS NULL AND "lockedAt" IS NULL AND "expiresAt" > app_now() AND "lastSeenAt" > app_now() - interval '15 minutes';
  IF NOT FOUND THEN RETURN NULL; END IF;
  actor := set_member_context(s."memberId");
  IF actor IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.session_id', s.id::text, true);
  IF s."lastSeenAt" < app_now() - interval '30 seconds' THEN
    UPDATE "Session" SET "lastSeenAt" = app_now() WHERE id = s.id;
  END IF;
  RETURN actor || jsonb_build_object('sessionId', s.id, 'secondFactorAt', to_char(s."secondFactorAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
END $$;

/* As open_request, without counting as activity: what a screen asks for by itself must not keep a left desk signed in. */
CREATE OR REPLACE FUNCTION open_request_quietly(token bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s record; actor jsonb;
BEGIN
  SELECT id, "memberId", "secondFactorAt" INTO s FROM "Session"
    WHERE "tokenHash" = token AND "revokedAt" IS NULL AND "lockedAt" IS NULL AND "expiresAt" > app_now() AND "lastSeenAt" > app_now() - interval '15 minutes';
  IF NOT FOUND THEN RETURN NULL; END IF;
  actor := set_member_context(s."memberId");
  IF actor IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.session_id', s.id::text, true);
  RETURN actor || jsonb_build_object('sessionId', s.id, 'secondFactorAt', to_char(s."secondFactorAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
END $$;

/* Appends a line to a chain of the audit: who, when, what, on what; ids and field names, never what was read. */
CREATE OR REPLACE FUNCTION append_audit(verb text, outcome text, case_id uuid, person_id uuid, detail text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  s text := coalesce(ctx_agency()::text, 'none') || ':' || (abs(hashtext(pg_backend_pid()::text)) % 4);
  head record; n bigint; text_hashed text; link bytea;
BEGIN
  INSERT INTO "AuditHead" (stream, seq, hash) VALUES (s, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT h.seq, h.hash INTO head FROM "AuditHead" h WHERE h.stream = s FOR UPDATE;
  n := head.seq + 1;
  text_hashed := jsonb_build_object('stream', s, 'seq', n, 'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'appNow', to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'member', ctx_member(), 'agency', ctx_agency(), 'device', ctx_device(),
    'verb', verb, 'outcome', outcome, 'case', case_id, 'person', person_id, 'detail', detail)::text;
  link := sha256(head.hash || convert_to(text_hashed, 'UTF8'));
  INSERT INTO "AuditEvent" (stream, seq, at, "memberId", "agencyId", verb, outcome, "caseId", "personId", payload, "prevHash", hash)
    VALUES (s, n, app_now(), ctx_member(), ctx_agency(), append_audit.verb, append_audit.outcome, case_id, person_id, text_hashed, head.hash, link);
  UPDATE "AuditHead" h SET seq = n, hash = link WHERE h.stream = s;
END $$;

/* Cases that members of a manager's own agency opened in a time without any work on them that the manager can see, with who, from when to when, how and on what; those looked at last come first.
   Not the manager's own looking, nor cases that are kept from the manager. Nothing for anyone else. */
CREATE FUNCTION audit_without_work(since timestamptz, until timestamptz, skip int, most int)
RETURNS TABLE ("memberId" uuid, reference text, looks int, "firstAt" timestamptz, "lastAt" timestamptz, verbs text[], devices text[], "inEmergency" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH opened AS MATERIALIZED (
    SELECT e."memberId" AS who, e."caseId" AS which, count(*)::int AS looks, min(e.at) AS first, max(e.at) AS last, array_agg(DISTINCT e.verb) AS verbs,
      array_remove(array_agg(DISTINCT nullif(e.payload::jsonb ->> 'device', '')), NULL) AS devices
    FROM "AuditEvent" e
    WHERE (SELECT audit_is_manager()) AND e."agencyId" = (SELECT ctx_agency()) AND e.at >= since AND e.at < until
      AND e.outcome = 'read' AND e."caseId" IS NOT NULL AND e."memberId" IS NOT NULL AND e."memberId" <> ctx_member()
      AND e.verb NOT LIKE 'audit.%' AND e.verb <> 'case.listen'
      AND e."caseId" <> ALL (coalesce(nullif(current_setting('app.excluded', true), ''), '{}')::uuid[])
      AND (e.verb NOT LIKE 'report.%' OR coalesce((SELECT cardinality(t.audience) = 0 OR (SELECT ctx_agency()) = ANY (t.audience) FROM "Report" t
             WHERE t.id::text = (e.payload::jsonb ->> 'detail')::jsonb ->> 'reportId'), false))
    GROUP BY e."memberId", e."caseId")
  SELECT o.who, c.reference, o.looks, o.first, o.last, o.verbs, o.devices,
    EXISTS (SELECT FROM "BreakGlass" b WHERE b."caseId" = o.which AND b."memberId" = o.who AND b."startedAt" <= o.last AND least(b."endsAt", coalesce(b."endedAt", b."endsAt")) >= o.first)
  FROM opened o JOIN "Case" c ON c.id = o.which
  WHERE NOT audit_worked(o.which, o.who, 'manager')
  ORDER BY o.last DESC, o.who, c.reference OFFSET least(skip, 1000) LIMIT least(most, 101)
$$;

REVOKE EXECUTE ON FUNCTION ctx_device(), audit_without_work(timestamptz, timestamptz, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_without_work(timestamptz, timestamptz, int, int) TO hereward_app;
