-- The roles that own nothing. A role belongs to the whole server, so it may be there already.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['hereward_app', 'hereward_auth', 'hereward_jobs', 'hereward_reaper'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one server may be made at once
      END;
    END IF;
  END LOOP;
END $$;
GRANT hereward_app TO hereward_jobs;
GRANT USAGE ON SCHEMA public TO hereward_app, hereward_auth, hereward_reaper;
ALTER ROLE hereward_app SET lock_timeout = '2s';
ALTER ROLE hereward_app SET statement_timeout = '5s';
ALTER ROLE hereward_app SET idle_in_transaction_session_timeout = '10s';

-- Who is asking, for this transaction only. No context, no rows.
CREATE FUNCTION ctx_member() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.member_id', true), '')::uuid $$;
CREATE FUNCTION ctx_agency() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.agency_id', true), '')::uuid $$;
/* The agency whose grants the member may use: none for roles that read no cases. */
CREATE FUNCTION ctx_reach_agency() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.reach_agency_id', true), '')::uuid $$;
/* Areas in which the agency has a live signature; the rule's "no live agreement, no reach". */
CREATE FUNCTION ctx_areas() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.areas', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION ctx_triage_areas() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.triage_areas', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION ctx_panel_areas() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.panel_areas', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION ctx_opening_case() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.opening_case', true), '')::uuid $$;

CREATE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT (app_now() AT TIME ZONE 'Europe/London')::date $$;

/* Areas an agency's live signatures cover. An agreement ends at 24:00 Europe/London on its last day. */
CREATE FUNCTION live_areas(agency uuid, triage_only boolean) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT sa."areaId"), '{}')
  FROM "AgreementSignature" s
  JOIN "Agreement" a ON a.id = s."agreementId"
  JOIN "SignatureArea" sa ON sa."signatureId" = s.id
  WHERE s."agencyId" = agency
    AND s."withdrawnAt" IS NULL AND a."withdrawnAt" IS NULL AND a."activatedAt" IS NOT NULL
    AND london_today() BETWEEN greatest(a."startsOn", s."signedOn") AND least(a."endsOn", coalesce(s."endsOn", a."endsOn"))
    AND (s."coversTriage" OR NOT triage_only)
$$;

/* Puts a live member's authority into the transaction and returns it; null when the member has none. */
CREATE FUNCTION set_member_context(wanted uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  m record; areas uuid[]; triage uuid[]; panels uuid[]; reads boolean;
BEGIN
  SELECT me.id, me.name, me.title, me.phone, me.roles, me."userId", me."agencyId", ag.name AS agency, ag."shortName", ag.kind, ag.side
    INTO m
    FROM "Member" me JOIN "User" u ON u.id = me."userId" JOIN "Agency" ag ON ag.id = me."agencyId"
    WHERE me.id = wanted AND u."disabledAt" IS NULL
      AND me."startsAt" <= app_now() AND (me."endsAt" IS NULL OR me."endsAt" > app_now());
  IF NOT FOUND THEN RETURN NULL; END IF;
  areas := live_areas(m."agencyId", false);
  reads := m.roles && ARRAY['practitioner', 'coordinator', 'manager', 'chair']::"MemberRole"[];
  triage := CASE WHEN 'coordinator' = ANY (m.roles) THEN live_areas(m."agencyId", true) ELSE '{}' END;
  panels := ARRAY(SELECT p."areaId" FROM "Panel" p
                  WHERE m.id IN (p."chairId", p."coordinatorId") AND p."startsAt" <= app_now() AND (p."endsAt" IS NULL OR p."endsAt" > app_now()));
  PERFORM set_config('app.member_id', m.id::text, true),
          set_config('app.agency_id', m."agencyId"::text, true),
          set_config('app.reach_agency_id', CASE WHEN reads THEN m."agencyId"::text ELSE '' END, true),
          set_config('app.areas', areas::text, true),
          set_config('app.triage_areas', triage::text, true),
          set_config('app.panel_areas', panels::text, true),
          set_config('app.opening_case', '', true);
  RETURN jsonb_build_object(
    'memberId', m.id, 'userId', m."userId", 'name', m.name, 'title', m.title, 'phone', m.phone, 'roles', to_jsonb(m.roles),
    'agencyId', m."agencyId", 'agencyName', m.agency, 'agencyShortName', m."shortName", 'agencyKind', m.kind, 'side', m.side,
    'areaIds', to_jsonb(areas), 'triageAreaIds', to_jsonb(triage), 'panelAreaIds', to_jsonb(panels), 'readsCases', reads,
    'now', to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
END $$;

/* Opens a request: session -> user -> member -> agency -> agreements, read afresh. Idle 15 minutes, absolute by expiresAt. */
CREATE FUNCTION open_request(token bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE s record; actor jsonb;
BEGIN
  SELECT id, "memberId", "lastSeenAt" INTO s FROM "Session"
    WHERE "tokenHash" = token AND "revokedAt" IS NULL AND "expiresAt" > app_now() AND "lastSeenAt" > app_now() - interval '15 minutes';
  IF NOT FOUND THEN RETURN NULL; END IF;
  actor := set_member_context(s."memberId");
  IF actor IS NULL THEN RETURN NULL; END IF;
  IF s."lastSeenAt" < app_now() - interval '30 seconds' THEN
    UPDATE "Session" SET "lastSeenAt" = app_now() WHERE id = s.id;
  END IF;
  RETURN actor || jsonb_build_object('sessionId', s.id);
END $$;

/* As open_request, without counting as activity: what a screen asks for by itself must not keep a left desk signed in. */
CREATE FUNCTION open_request_quietly(token bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE s record; actor jsonb;
BEGIN
  SELECT id, "memberId" INTO s FROM "Session"
    WHERE "tokenHash" = token AND "revokedAt" IS NULL AND "expiresAt" > app_now() AND "lastSeenAt" > app_now() - interval '15 minutes';
  IF NOT FOUND THEN RETURN NULL; END IF;
  actor := set_member_context(s."memberId");
  IF actor IS NULL THEN RETURN NULL; END IF;
  RETURN actor || jsonb_build_object('sessionId', s.id);
END $$;

/* Opens a transaction as a member, for jobs: the recipient's own reach, never more. */
CREATE FUNCTION open_as_member(wanted uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT set_member_context(wanted) $$;

/* A new case's id, and the authority to fill it in within this transaction alone. */
CREATE FUNCTION begin_case() RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE fresh uuid := gen_random_uuid();
BEGIN
  IF ctx_member() IS NULL THEN RAISE EXCEPTION 'no context'; END IF;
  PERFORM set_config('app.opening_case', fresh::text, true);
  RETURN fresh;
END $$;

/* The next number of a reference. Numbers show that something exists; that flow is accepted. */
CREATE FUNCTION next_reference(prefix text, year int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE n int;
BEGIN
  IF ctx_member() IS NULL THEN RAISE EXCEPTION 'no context'; END IF;
  INSERT INTO "ReferenceCounter" AS c (prefix, year, last) VALUES (next_reference.prefix, next_reference.year, 1)
    ON CONFLICT ON CONSTRAINT "ReferenceCounter_pkey" DO UPDATE SET last = c.last + 1 RETURNING c.last INTO n;
  RETURN n;
END $$;

-- The audit: one append per request, chained per stream. The payload is kept as the exact text that was hashed.
CREATE FUNCTION append_audit(verb text, outcome text, case_id uuid, person_id uuid, detail text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  s text := coalesce(ctx_agency()::text, 'none') || ':' || (abs(hashtext(pg_backend_pid()::text)) % 4);
  head record; n bigint; text_hashed text; link bytea;
BEGIN
  INSERT INTO "AuditHead" (stream, seq, hash) VALUES (s, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT h.seq, h.hash INTO head FROM "AuditHead" h WHERE h.stream = s FOR UPDATE;
  n := head.seq + 1;
  text_hashed := jsonb_build_object('stream', s, 'seq', n, 'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'appNow', to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'member', ctx_member(), 'agency', ctx_agency(),
    'verb', verb, 'outcome', outcome, 'case', case_id, 'person', person_id, 'detail', detail)::text;
  link := sha256(head.hash || convert_to(text_hashed, 'UTF8'));
  INSERT INTO "AuditEvent" (stream, seq, at, "memberId", "agencyId", verb, outcome, "caseId", "personId", payload, "prevHash", hash)
    VALUES (s, n, app_now(), ctx_member(), ctx_agency(), append_audit.verb, append_audit.outcome, case_id, person_id, text_hashed, head.hash, link);
  UPDATE "AuditHead" h SET seq = n, hash = link WHERE h.stream = s;
END $$;

/* Adds a job in the caller's transaction: ids only, never words. */
CREATE FUNCTION enqueue(task text, payload json) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF ctx_member() IS NULL THEN RAISE EXCEPTION 'no context'; END IF;
  PERFORM graphile_worker.add_job(task, payload);
END $$;

/* Where a notice to a member goes. For the mailing job alone. */
CREATE FUNCTION mail_address_of(wanted uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT u.email FROM "Member" m JOIN "User" u ON u.id = m."userId"
  WHERE m.id = wanted AND u."disabledAt" IS NULL AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_now(), london_today(), ctx_member(), ctx_agency(), ctx_reach_agency(), ctx_areas(), ctx_triage_areas(), ctx_panel_areas(), ctx_opening_case()
  TO hereward_app, hereward_auth, hereward_reaper;
GRANT EXECUTE ON FUNCTION open_request(bytea), open_request_quietly(bytea), begin_case(), next_reference(text, int), append_audit(text, text, uuid, uuid, text), enqueue(text, json) TO hereward_app;
GRANT EXECUTE ON FUNCTION append_audit(text, text, uuid, uuid, text) TO hereward_auth;
GRANT EXECUTE ON FUNCTION open_as_member(uuid), mail_address_of(uuid) TO hereward_jobs;
