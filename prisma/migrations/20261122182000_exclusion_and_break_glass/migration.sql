-- A member kept from a case for a conflict of interest, and one who reads a case in an emergency.
CREATE TABLE "CaseExclusion" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "caseId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "recordedById" UUID NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "CaseExclusion_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "CaseExclusion_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "CaseExclusion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "CaseExclusion_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Member"("id"),
  CONSTRAINT "CaseExclusion_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Member"("id"),
  CONSTRAINT "CaseExclusion_reason" CHECK (btrim(reason) <> ''),
  CONSTRAINT "CaseExclusion_ended" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL)),
  -- Nobody lets themselves back in.
  CONSTRAINT "CaseExclusion_ended_by_another" CHECK ("endedById" <> "memberId")
);
CREATE INDEX "CaseExclusion_caseId_idx" ON "CaseExclusion"("caseId");
CREATE INDEX "CaseExclusion_memberId_idx" ON "CaseExclusion"("memberId");
CREATE UNIQUE INDEX "CaseExclusion_one_live" ON "CaseExclusion"("caseId", "memberId") WHERE "endedAt" IS NULL;

CREATE TABLE "BreakGlass" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "caseId" UUID NOT NULL,
  "reference" TEXT NOT NULL,
  "areaId" UUID NOT NULL,
  "leadAgencyId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "endedAt" TIMESTAMPTZ(3),
  "reviewedAt" TIMESTAMPTZ(3),
  "reviewedById" UUID,
  "finding" TEXT,
  "reviewNote" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "BreakGlass_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "BreakGlass_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "BreakGlass_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id"),
  CONSTRAINT "BreakGlass_leadAgencyId_fkey" FOREIGN KEY ("leadAgencyId") REFERENCES "Agency"("id"),
  CONSTRAINT "BreakGlass_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "BreakGlass_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id"),
  CONSTRAINT "BreakGlass_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Member"("id"),
  CONSTRAINT "BreakGlass_four_hours" CHECK ("endsAt" > "startedAt" AND "endsAt" <= "startedAt" + interval '4 hours'),
  CONSTRAINT "BreakGlass_reason" CHECK (length(btrim(reason)) >= 10),
  CONSTRAINT "BreakGlass_review" CHECK (num_nonnulls("reviewedAt", "reviewedById", finding) IN (0, 3) AND finding IN ('justified', 'not_justified')),
  CONSTRAINT "BreakGlass_reviewed_by_another" CHECK ("reviewedById" <> "memberId")
);
CREATE INDEX "BreakGlass_caseId_idx" ON "BreakGlass"("caseId");
CREATE INDEX "BreakGlass_memberId_endsAt_idx" ON "BreakGlass"("memberId", "endsAt");
CREATE INDEX "BreakGlass_areaId_startedAt_idx" ON "BreakGlass"("areaId", "startedAt");

/* What was said stays as it was said: a reading ends once, and is reviewed once. */
CREATE FUNCTION keep_break_glass() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a break-glass record stays' USING ERRCODE = '23514'; END IF;
  IF (NEW.id, NEW."caseId", NEW.reference, NEW."areaId", NEW."leadAgencyId", NEW."memberId", NEW."agencyId", NEW.reason, NEW."startedAt", NEW."endsAt")
       IS DISTINCT FROM (OLD.id, OLD."caseId", OLD.reference, OLD."areaId", OLD."leadAgencyId", OLD."memberId", OLD."agencyId", OLD.reason, OLD."startedAt", OLD."endsAt")
     OR OLD."endedAt" IS NOT NULL AND NEW."endedAt" IS DISTINCT FROM OLD."endedAt"
     OR OLD."reviewedAt" IS NOT NULL AND (NEW."reviewedAt", NEW."reviewedById", NEW.finding, NEW."reviewNote") IS DISTINCT FROM (OLD."reviewedAt", OLD."reviewedById", OLD.finding, OLD."reviewNote")
  THEN RAISE EXCEPTION 'a break-glass record stays as it was' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON "BreakGlass" FOR EACH ROW EXECUTE FUNCTION keep_break_glass();

-- The context knows both, read afresh at every request.
/* Cases that the member is kept from. */
CREATE FUNCTION ctx_excluded() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.excluded', true), ''), '{}')::uuid[] $$;
/* Cases that the member reads by break-glass alone. */
CREATE FUNCTION ctx_glass() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.glass', true), ''), '{}')::uuid[] $$;
/* The side that the member's agency works on: break-glass reads no further. */
CREATE FUNCTION ctx_side() RETURNS "Side" LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.side', true), '')::"Side" $$;
CREATE FUNCTION ctx_has_role(wanted "MemberRole") RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT wanted = ANY (m.roles) FROM "Member" m WHERE m.id = ctx_member()), false) $$;
REVOKE EXECUTE ON FUNCTION ctx_excluded(), ctx_glass(), ctx_side(), ctx_has_role("MemberRole"), keep_break_glass() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx_excluded(), ctx_glass(), ctx_side(), ctx_has_role("MemberRole") TO hereward_app, hereward_auth, hereward_reaper;
GRANT EXECUTE ON FUNCTION governance_scope() TO hereward_app;

CREATE OR REPLACE FUNCTION set_member_context(wanted uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m record; areas uuid[]; triage uuid[]; panels uuid[]; reads boolean; excluded uuid[]; glass uuid[];
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
  excluded := ARRAY(SELECT x."caseId" FROM "CaseExclusion" x WHERE x."memberId" = m.id AND x."endedAt" IS NULL);
  -- Where the agency works the case by now, that is how it is reached.
  glass := ARRAY(SELECT DISTINCT b."caseId" FROM "BreakGlass" b
                 WHERE reads AND b."memberId" = m.id AND b."endedAt" IS NULL AND b."endsAt" > app_now() AND b."areaId" = ANY (areas) AND b."caseId" <> ALL (excluded)
                   AND NOT EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = b."caseId" AND g."agencyId" = m."agencyId" AND g.level >= 'contribute'
                                   AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > app_now())));
  PERFORM set_config('app.member_id', m.id::text, true),
          set_config('app.agency_id', m."agencyId"::text, true),
          set_config('app.reach_agency_id', CASE WHEN reads THEN m."agencyId"::text ELSE '' END, true),
          set_config('app.areas', areas::text, true),
          set_config('app.triage_areas', triage::text, true),
          set_config('app.panel_areas', panels::text, true),
          set_config('app.excluded', excluded::text, true),
          set_config('app.glass', glass::text, true),
          set_config('app.side', m.side::text, true),
          set_config('app.opening_case', '', true);
  RETURN jsonb_build_object(
    'memberId', m.id, 'userId', m."userId", 'name', m.name, 'title', m.title, 'phone', m.phone, 'roles', to_jsonb(m.roles),
    'agencyId', m."agencyId", 'agencyName', m.agency, 'agencyShortName', m."shortName", 'agencyKind', m.kind, 'side', m.side,
    'areaIds', to_jsonb(areas), 'triageAreaIds', to_jsonb(triage), 'panelAreaIds', to_jsonb(panels), 'readsCases', reads,
    'excludedCaseIds', to_jsonb(excluded), 'glassCaseIds', to_jsonb(glass),
    'now', to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
END $$;

/* Break-glass is to read only: what writes puts it down first. */
CREATE FUNCTION put_glass_down() RETURNS void LANGUAGE sql AS $$ SELECT set_config('app.glass', '', true) $$;
REVOKE EXECUTE ON FUNCTION put_glass_down() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION put_glass_down() TO hereward_app;

CREATE OR REPLACE VIEW case_reach AS
  SELECT g."caseId", g.level, g.side
    FROM "Grant" g JOIN "Case" c ON c.id = g."caseId"
    WHERE g."agencyId" = (SELECT ctx_reach_agency()) AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > (SELECT app_now()))
      AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[]) AND g."caseId" <> ALL ((SELECT ctx_excluded())::uuid[])
  UNION ALL
  -- Chair and coordinator of a panel: every open red case of its area, both sides.
  SELECT c.id, 'contribute'::"GrantLevel", 'both'::"Side"
    FROM "Case" c
    WHERE c."areaId" = ANY ((SELECT ctx_panel_areas())::uuid[]) AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[])
      AND c.rag = 'red' AND c.status <> 'closed' AND c.id <> ALL ((SELECT ctx_excluded())::uuid[])
  UNION ALL
  -- The case being opened in this very transaction.
  SELECT (SELECT ctx_opening_case()), 'lead'::"GrantLevel", 'both'::"Side" WHERE (SELECT ctx_opening_case()) IS NOT NULL
  UNION ALL
  -- The case that this member reads in an emergency, on their agency's side.
  SELECT "caseId", 'contribute'::"GrantLevel", (SELECT ctx_side()) FROM unnest((SELECT ctx_glass())::uuid[]) AS broken ("caseId");

-- Nothing is written by break-glass, whatever else allows it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Entry', 'Contact', 'Assessment', 'Need', 'ContactPlan', 'LiveTrigger', 'RagOverride', 'RagChange', 'CaseMember', 'Warning', 'Intervention', 'Household', 'Breach',
                           'SharedAction', 'Referral', 'DutyCall', 'RetentionHold', 'Grant', 'Involvement', 'Alias', 'Residence', 'ContactPoint', 'Report'] LOOP
    EXECUTE format($f$CREATE POLICY not_by_glass ON %1$I AS RESTRICTIVE FOR INSERT TO hereward_app WITH CHECK ("caseId" IS NULL OR "caseId" <> ALL ((SELECT ctx_glass())::uuid[]))$f$, t);
    EXECUTE format($f$CREATE POLICY unchanged_by_glass ON %1$I AS RESTRICTIVE FOR UPDATE TO hereward_app USING ("caseId" IS NULL OR "caseId" <> ALL ((SELECT ctx_glass())::uuid[]))$f$, t);
  END LOOP;
END $$;
CREATE POLICY unchanged_by_glass ON "Case" AS RESTRICTIVE FOR UPDATE TO hereward_app USING (id <> ALL ((SELECT ctx_glass())::uuid[]));

-- What one's own agency took is not read either, once it is on a case that one is kept from.
CREATE POLICY not_excluded ON "Report" AS RESTRICTIVE FOR SELECT TO hereward_app USING ("caseId" IS NULL OR "caseId" <> ALL ((SELECT ctx_excluded())::uuid[]));

-- Exclusions: read and ended by the agency that leads; recorded by it, or by the member themselves.
ALTER TABLE "CaseExclusion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CaseExclusion" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("endedAt", "endedById", version) ON "CaseExclusion" TO hereward_app;
CREATE POLICY readable ON "CaseExclusion" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "CaseExclusion"."caseId" AND r.level = 'lead' LIMIT 1));
CREATE POLICY addable ON "CaseExclusion" FOR INSERT TO hereward_app WITH CHECK (
  "recordedById" = (SELECT ctx_member()) AND "endedAt" IS NULL AND (
    (SELECT true FROM case_reach r WHERE r."caseId" = "CaseExclusion"."caseId" AND r.level = 'lead' LIMIT 1)
    OR "memberId" = (SELECT ctx_member()) AND (SELECT true FROM case_reach r WHERE r."caseId" = "CaseExclusion"."caseId" AND r.level >= 'summary' LIMIT 1)));
CREATE POLICY endable ON "CaseExclusion" FOR UPDATE TO hereward_app USING (
  "endedAt" IS NULL AND "memberId" <> (SELECT ctx_member())
  AND (SELECT true FROM case_reach r WHERE r."caseId" = "CaseExclusion"."caseId" AND r.level = 'lead' LIMIT 1)) WITH CHECK ("endedById" = (SELECT ctx_member()));
CREATE POLICY not_by_glass ON "CaseExclusion" AS RESTRICTIVE FOR INSERT TO hereward_app WITH CHECK ("caseId" <> ALL ((SELECT ctx_glass())::uuid[]));

-- Break-glass records: the member's own, the lead's, and governance's: the county's own reads all, an agency's those of its members. Made by one function alone.
ALTER TABLE "BreakGlass" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BreakGlass" FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ("endedAt", "reviewedAt", "reviewedById", finding, "reviewNote", version) ON "BreakGlass" TO hereward_app;
CREATE POLICY readable ON "BreakGlass" FOR SELECT TO hereward_app USING (
  "memberId" = (SELECT ctx_member())
  OR (SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND "agencyId" = (SELECT ctx_agency())
  OR (SELECT true FROM case_reach r WHERE r."caseId" = "BreakGlass"."caseId" AND r.level = 'lead' LIMIT 1));
CREATE POLICY endable ON "BreakGlass" FOR UPDATE TO hereward_app USING ("memberId" = (SELECT ctx_member()) AND "endedAt" IS NULL) WITH CHECK ("reviewedById" IS NULL);
CREATE POLICY reviewable ON "BreakGlass" FOR UPDATE TO hereward_app USING (
  "reviewedAt" IS NULL AND "memberId" <> (SELECT ctx_member())
  AND ((SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND "agencyId" = (SELECT ctx_agency())))
  WITH CHECK ("reviewedById" = (SELECT ctx_member()));

/* Opens one case, by its exact reference, to one practitioner or manager for at most 4 hours; gives nothing where there is no such case in the areas of their agency's agreements, or where they are kept from it. */
CREATE FUNCTION break_glass(wanted text, why text, minutes int) RETURNS TABLE ("glassId" uuid, "caseId" uuid, "leadAgencyId" uuid, "endsAt" timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE found_case record; made uuid; until timestamptz := app_now() + make_interval(mins => least(greatest(minutes, 1), 240));
BEGIN
  IF ctx_reach_agency() IS NULL OR NOT (ctx_has_role('practitioner') OR ctx_has_role('manager')) THEN RETURN; END IF;
  SELECT c.id, c.reference, c."areaId", g."agencyId" AS lead INTO found_case
    FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
    WHERE c.reference = wanted AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded());
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO "BreakGlass" ("caseId", reference, "areaId", "leadAgencyId", "memberId", "agencyId", reason, "startedAt", "endsAt")
    VALUES (found_case.id, found_case.reference, found_case."areaId", found_case.lead, ctx_member(), ctx_agency(), why, app_now(), until) RETURNING id INTO made;
  -- Those who are to be told are found through the case itself.
  PERFORM set_config('app.glass', (ctx_glass() || found_case.id)::text, true);
  RETURN QUERY SELECT made, found_case.id, found_case.lead, until;
END $$;
/* The log's own line about it, which its reader cannot write. */
CREATE FUNCTION tell_break_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "Entry" ("caseId", kind, body, data, "authorId", "authorAgencyId", side)
    SELECT NEW."caseId", 'break_glass', 'Opened in an emergency until ' || to_char(NEW."endsAt" AT TIME ZONE 'Europe/London', 'HH24:MI') || ', to read only: ' || NEW.reason,
           jsonb_build_object('breakGlass', NEW.id), NEW."memberId", NEW."agencyId", 'victim';
  RETURN NEW;
END $$;
CREATE TRIGGER told AFTER INSERT ON "BreakGlass" FOR EACH ROW EXECUTE FUNCTION tell_break_glass();
REVOKE EXECUTE ON FUNCTION break_glass(text, text, int), tell_break_glass() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION break_glass(text, text, int) TO hereward_app;

/* Who is kept from a case, as ids, for those who work it: so that nothing is given to someone who cannot see it. */
CREATE FUNCTION kept_from(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT x."memberId" FROM "CaseExclusion" x WHERE x."caseId" = wanted AND x."endedAt" IS NULL
    AND (SELECT true FROM case_reach r WHERE r."caseId" = wanted AND r.level >= 'summary' LIMIT 1)
$$;
REVOKE EXECUTE ON FUNCTION kept_from(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kept_from(uuid) TO hereward_app;

-- Pointers and numbers leave out what a member is kept from.
CREATE OR REPLACE FUNCTION pointers_at_place(wanted uuid) RETURNS TABLE (reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE c."placeId" = wanted AND c.status <> 'closed' AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded()) AND ctx_member() IS NOT NULL
  ORDER BY c."openedAt" DESC LIMIT 20
$$;
CREATE OR REPLACE FUNCTION pointer_by_reference(wanted text) RETURNS TABLE (reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE c.reference = wanted AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded()) AND ctx_member() IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION pointers_at_places(wanted uuid[]) RETURNS TABLE ("placeId" uuid, reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c."placeId", c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE c."placeId" = ANY (wanted[1:50]) AND c.status <> 'closed' AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded()) AND ctx_member() IS NOT NULL
  ORDER BY c."openedAt" DESC LIMIT 60
$$;
CREATE OR REPLACE FUNCTION reports_at_place(wanted uuid, since timestamptz) RETURNS TABLE ("agencyId" uuid, reports int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."agencyId", count(*)::int FROM "Report" t LEFT JOIN "Case" c ON c.id = t."caseId"
  WHERE t."placeId" = wanted AND t."receivedAt" >= since AND t."sameEventAsId" IS NULL AND cardinality(t.audience) = 0
    AND NOT coalesce(c."isRestricted", false) AND (c.id IS NULL OR c.id <> ALL (ctx_excluded())) AND t."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
  GROUP BY t."agencyId"
$$;
CREATE OR REPLACE FUNCTION where_reports_went(wanted uuid[]) RETURNS TABLE ("reportId" uuid, reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Report" t JOIN "Case" c ON c.id = t."caseId" JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE t.id = ANY (wanted) AND t."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded()) AND ctx_member() IS NOT NULL
    AND (NOT c."isRestricted" AND (t."agencyId" = ctx_reach_agency() OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours')
      OR (SELECT true FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'contribute' LIMIT 1))
$$;
CREATE OR REPLACE FUNCTION find_people(typed text, most int) RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM "Person" p
  WHERE ctx_member() IS NOT NULL
    AND (search_words(p."fullName") @@ search_beginnings(typed)
      OR p.id IN (SELECT a."personId" FROM "Alias" a WHERE search_words(a.name) @@ search_beginnings(typed)
           AND (SELECT true FROM case_reach r WHERE r."caseId" = a."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR a.side IN ('both', r.side)) LIMIT 1)))
    AND (SELECT true FROM "Involvement" i
         WHERE i."personId" = p.id AND (
           (SELECT true FROM case_reach r WHERE r."caseId" = i."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR i.side IN ('both', r.side)) LIMIT 1)
           OR (SELECT true FROM "Report" t WHERE t.id = i."reportId" AND (t."caseId" IS NULL OR t."caseId" <> ALL (ctx_excluded())) AND (
                 t."agencyId" = ctx_reach_agency() AND t."areaId" = ANY (ctx_areas())
                 OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours' AND t."areaId" = ANY (ctx_areas())
                 OR (cardinality(t.audience) = 0 OR ctx_agency() = ANY (t.audience)) AND (
                      t."caseId" IS NULL AND t."areaId" = ANY (ctx_triage_areas())
                      OR (SELECT true FROM case_reach r WHERE r."caseId" = t."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR t.side IN ('both', r.side) AND i.side IN ('both', r.side)) LIMIT 1))) LIMIT 1))
         LIMIT 1)
  ORDER BY p."familyName", p."fullName", p.id LIMIT least(most, 50)
$$;
