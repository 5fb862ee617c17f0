-- A member named as a reader of one sealed entry by the agency that keeps it, and one who opens it in an emergency.
ALTER TABLE "Entry" ADD COLUMN "noticeEndsOn" DATE;
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_notice_ends" CHECK ("noticeEndsOn" IS NULL OR notice <> '');

CREATE TABLE "EntryReader" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "entryId" UUID NOT NULL,
  "caseId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "admittedById" UUID NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "endsAt" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  "endedById" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "EntryReader_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "EntryReader_entryId_caseId_fkey" FOREIGN KEY ("entryId", "caseId") REFERENCES "Entry"("id", "caseId") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "EntryReader_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "EntryReader_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id"),
  CONSTRAINT "EntryReader_admittedById_fkey" FOREIGN KEY ("admittedById") REFERENCES "Member"("id"),
  CONSTRAINT "EntryReader_reason" CHECK (btrim(reason) <> ''),
  CONSTRAINT "EntryReader_ended" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL)),
  CONSTRAINT "EntryReader_admitted_by_another" CHECK ("admittedById" <> "memberId")
);
CREATE INDEX "EntryReader_entryId_idx" ON "EntryReader"("entryId");
CREATE INDEX "EntryReader_memberId_idx" ON "EntryReader"("memberId");
CREATE UNIQUE INDEX "EntryReader_one_live" ON "EntryReader"("entryId", "memberId") WHERE "endedAt" IS NULL;

ALTER TABLE "BreakGlass" ADD COLUMN "entryId" UUID, ADD COLUMN "holderAgencyId" UUID;
ALTER TABLE "BreakGlass" ADD CONSTRAINT "BreakGlass_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "BreakGlass_holderAgencyId_fkey" FOREIGN KEY ("holderAgencyId") REFERENCES "Agency"("id"),
  ADD CONSTRAINT "BreakGlass_entry_and_holder" CHECK (("entryId" IS NULL) = ("holderAgencyId" IS NULL));

/* What was said stays as it was said: a reading ends once, and is reviewed once. */
CREATE OR REPLACE FUNCTION keep_break_glass() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a break-glass record stays' USING ERRCODE = '23514'; END IF;
  IF (NEW.id, NEW."caseId", NEW.reference, NEW."areaId", NEW."leadAgencyId", NEW."memberId", NEW."agencyId", NEW.reason, NEW."startedAt", NEW."endsAt", NEW."entryId", NEW."holderAgencyId")
       IS DISTINCT FROM (OLD.id, OLD."caseId", OLD.reference, OLD."areaId", OLD."leadAgencyId", OLD."memberId", OLD."agencyId", OLD.reason, OLD."startedAt", OLD."endsAt", OLD."entryId", OLD."holderAgencyId")
     OR OLD."endedAt" IS NOT NULL AND NEW."endedAt" IS DISTINCT FROM OLD."endedAt"
     OR OLD."reviewedAt" IS NOT NULL AND (NEW."reviewedAt", NEW."reviewedById", NEW.finding, NEW."reviewNote") IS DISTINCT FROM (OLD."reviewedAt", OLD."reviewedById", OLD.finding, OLD."reviewNote")
  THEN RAISE EXCEPTION 'a break-glass record stays as it was' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;

-- The context knows which sealed entries the member may read by name, read afresh at every request.
/* Sealed entries that the member reads although their agency is not in the audience. */
CREATE FUNCTION ctx_entries() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.entries', true), ''), '{}')::uuid[] $$;
REVOKE EXECUTE ON FUNCTION ctx_entries() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx_entries() TO hereward_app, hereward_auth, hereward_reaper;

DO $$
DECLARE text_of text := pg_get_functiondef('set_member_context(uuid)'::regprocedure);
        was text;
BEGIN
  was := text_of;
  text_of := replace(text_of, 'excluded uuid[]; glass uuid[];', 'excluded uuid[]; glass uuid[]; entries uuid[];');
  text_of := replace(text_of, 'WHERE reads AND b."memberId" = m.id AND b."endedAt" IS NULL', 'WHERE reads AND b."memberId" = m.id AND b."entryId" IS NULL AND b."endedAt" IS NULL');
  text_of := replace(text_of, '  PERFORM set_config(''app.member_id''', $f$  -- Named by the agency that keeps the entry, or opened in an emergency; reaching its case is asked for besides.
  entries := ARRAY(SELECT n."entryId" FROM "EntryReader" n WHERE reads AND n."memberId" = m.id AND n."endedAt" IS NULL AND n."startsAt" <= app_now() AND (n."endsAt" IS NULL OR n."endsAt" > app_now())
                   UNION SELECT s."entryId" FROM "BreakGlass" s WHERE reads AND s."memberId" = m.id AND s."entryId" IS NOT NULL AND s."endedAt" IS NULL AND s."endsAt" > app_now() AND s."startedAt" <= app_now());
  PERFORM set_config('app.member_id'$f$);
  text_of := replace(text_of, 'set_config(''app.glass'', glass::text, true),', 'set_config(''app.glass'', glass::text, true),
          set_config(''app.entries'', entries::text, true),');
  text_of := replace(text_of, '''glassCaseIds'', to_jsonb(glass),', '''glassCaseIds'', to_jsonb(glass), ''openedEntryIds'', to_jsonb(entries),');
  IF text_of = was OR text_of !~ 'entries uuid\[\]' OR text_of !~ 'b."entryId" IS NULL' OR text_of !~ 'app.entries' OR text_of !~ 'openedEntryIds' OR text_of !~ 'FROM "EntryReader"'
  THEN RAISE EXCEPTION 'set_member_context reads in other words'; END IF;
  EXECUTE text_of;
END $$;

ALTER POLICY readable ON "Entry" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Entry"."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR "Entry".side IN ('both', r.side)) LIMIT 1)
  AND (cardinality(audience) = 0 OR (SELECT ctx_agency()) = ANY (audience) OR coalesce("correctsId", id) = ANY ((SELECT ctx_entries())::uuid[]))
  AND (NOT "membersOnly" OR "authorId" = (SELECT ctx_member())
       OR (SELECT true FROM "CaseMember" m WHERE m."caseId" = "Entry"."caseId" AND m."memberId" = (SELECT ctx_member()) AND (m."endsAt" IS NULL OR m."endsAt" > (SELECT app_now())) LIMIT 1)));

-- Who is named as a reader: read with the entry; written by the agency that wrote it, or a health agency among those it is for.
ALTER TABLE "EntryReader" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "EntryReader" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("endedAt", "endedById", version) ON "EntryReader" TO hereward_app;
CREATE POLICY readable ON "EntryReader" FOR SELECT TO hereward_app USING ((SELECT true FROM "Entry" e WHERE e.id = "EntryReader"."entryId" LIMIT 1));
CREATE POLICY addable ON "EntryReader" FOR INSERT TO hereward_app WITH CHECK (
  "admittedById" = (SELECT ctx_member()) AND "endedAt" IS NULL
  AND (SELECT true FROM "Entry" e WHERE e.id = "EntryReader"."entryId" AND (SELECT ctx_agency()) = ANY (e.audience)
         AND (e."authorAgencyId" = (SELECT ctx_agency()) OR (SELECT a.kind = 'health' FROM "Agency" a WHERE a.id = (SELECT ctx_agency()))) LIMIT 1)
  AND (SELECT k."agencyId" = "EntryReader"."agencyId" FROM "Member" k WHERE k.id = "EntryReader"."memberId"));
CREATE POLICY endable ON "EntryReader" FOR UPDATE TO hereward_app USING (
  "endedAt" IS NULL
  AND (SELECT true FROM "Entry" e WHERE e.id = "EntryReader"."entryId" AND (SELECT ctx_agency()) = ANY (e.audience)
         AND (e."authorAgencyId" = (SELECT ctx_agency()) OR (SELECT a.kind = 'health' FROM "Agency" a WHERE a.id = (SELECT ctx_agency()))) LIMIT 1))
  WITH CHECK ("endedById" = (SELECT ctx_member()));
CREATE POLICY not_by_glass ON "EntryReader" AS RESTRICTIVE FOR INSERT TO hereward_app WITH CHECK ("caseId" <> ALL ((SELECT ctx_glass())::uuid[]));
CREATE POLICY unchanged_by_glass ON "EntryReader" AS RESTRICTIVE FOR UPDATE TO hereward_app USING ("caseId" <> ALL ((SELECT ctx_glass())::uuid[]));

-- The opening of a sealed entry is read by the agency that keeps it instead of the one that leads the case.
ALTER POLICY readable ON "BreakGlass" USING (
  "memberId" = (SELECT ctx_member())
  OR (SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND "agencyId" = (SELECT ctx_agency())
  OR "entryId" IS NULL AND (SELECT true FROM case_reach r WHERE r."caseId" = "BreakGlass"."caseId" AND r.level = 'lead' LIMIT 1)
  OR "holderAgencyId" = (SELECT ctx_reach_agency()) AND (SELECT true FROM case_reach r WHERE r."caseId" = "BreakGlass"."caseId" AND r.level >= 'contribute' LIMIT 1));

/* The one line of each sealed entry that its author lets others see, until its last day; with who wrote it and when. */
DROP FUNCTION sealed_notices_of(uuid);
CREATE FUNCTION sealed_notices_of(wanted uuid) RETURNS TABLE ("entryId" uuid, "agencyId" uuid, "authorId" uuid, notice text, "recordedAt" timestamptz, "endsOn" date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e."authorAgencyId", e."authorId", e.notice, e."recordedAt", e."noticeEndsOn" FROM "Entry" e
  WHERE e."caseId" = wanted AND e.notice <> '' AND cardinality(e.audience) > 0 AND NOT (ctx_agency() = ANY (e.audience)) AND e.id <> ALL (ctx_entries())
    AND (e."noticeEndsOn" IS NULL OR e."noticeEndsOn" >= london_today())
    AND EXISTS (SELECT FROM case_reach r WHERE r."caseId" = wanted AND r.level >= 'contribute' AND (r.side = 'both' OR e.side IN ('both', r.side)))
  ORDER BY e."recordedAt", e.id
$$;
REVOKE EXECUTE ON FUNCTION sealed_notices_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sealed_notices_of(uuid) TO hereward_app;

/* Opens one sealed entry, whose line the member is shown, to one practitioner or manager for at most 4 hours; gives nothing where no line of it is theirs to see. A member who reads the case in an emergency has put that down to ask, so it is looked up here. */
CREATE FUNCTION break_seal(wanted uuid, why text, minutes int) RETURNS TABLE ("caseId" uuid, "holderAgencyId" uuid, "endsAt" timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE found_entry record; by_glass boolean; until timestamptz := app_now() + make_interval(mins => least(greatest(minutes, 1), 240));
BEGIN
  IF ctx_reach_agency() IS NULL OR NOT (ctx_has_role('practitioner') OR ctx_has_role('manager')) THEN RETURN; END IF;
  SELECT e.id, e.side, e."authorAgencyId" AS holder, c.id AS of_case, c.reference, c."areaId", g."agencyId" AS lead INTO found_entry
    FROM "Entry" e JOIN "Case" c ON c.id = e."caseId" JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
    WHERE e.id = wanted AND e.notice <> '' AND (e."noticeEndsOn" IS NULL OR e."noticeEndsOn" >= london_today())
      AND cardinality(e.audience) > 0 AND NOT (ctx_agency() = ANY (e.audience)) AND e.id <> ALL (ctx_entries())
      AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded());
  IF NOT FOUND THEN RETURN; END IF;
  by_glass := (ctx_side() = 'both' OR found_entry.side IN ('both', ctx_side()))
    AND EXISTS (SELECT FROM "BreakGlass" b WHERE b."caseId" = found_entry.of_case AND b."memberId" = ctx_member() AND b."entryId" IS NULL AND b."endedAt" IS NULL AND b."endsAt" > app_now());
  IF NOT by_glass AND NOT EXISTS (SELECT FROM case_reach r WHERE r."caseId" = found_entry.of_case AND r.level >= 'contribute' AND (r.side = 'both' OR found_entry.side IN ('both', r.side))) THEN RETURN; END IF;
  INSERT INTO "BreakGlass" ("caseId", reference, "areaId", "leadAgencyId", "memberId", "agencyId", reason, "startedAt", "endsAt", "entryId", "holderAgencyId")
    VALUES (found_entry.of_case, found_entry.reference, found_entry."areaId", found_entry.lead, ctx_member(), ctx_agency(), why, app_now(), until, found_entry.id, found_entry.holder);
  -- Those who are to be told are found through the case itself.
  IF by_glass THEN PERFORM set_config('app.glass', (ctx_glass() || found_entry.of_case)::text, true); END IF;
  RETURN QUERY SELECT found_entry.of_case, found_entry.holder, until;
END $$;
REVOKE EXECUTE ON FUNCTION break_seal(uuid, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION break_seal(uuid, text, int) TO hereward_app;

/* The log's own line about it, which its reader cannot write. Of a sealed entry it is for those whom the entry is for, and whoever opened it. */
CREATE OR REPLACE FUNCTION tell_break_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."entryId" IS NULL THEN
    INSERT INTO "Entry" ("caseId", kind, body, data, "authorId", "authorAgencyId", side)
      SELECT NEW."caseId", 'break_glass', 'Opened in an emergency until ' || to_char(NEW."endsAt" AT TIME ZONE 'Europe/London', 'HH24:MI') || ', to read only: ' || NEW.reason,
             jsonb_build_object('breakGlass', NEW.id), NEW."memberId", NEW."agencyId", 'victim';
  ELSE
    INSERT INTO "Entry" ("caseId", kind, body, data, "authorId", "authorAgencyId", side, audience)
      SELECT NEW."caseId", 'break_glass', 'Opened a sealed entry in an emergency until ' || to_char(NEW."endsAt" AT TIME ZONE 'Europe/London', 'HH24:MI') || ', to read only: ' || NEW.reason,
             jsonb_build_object('breakGlass', NEW.id, 'entryId', e.id), NEW."memberId", NEW."agencyId", e.side, e.audience || NEW."agencyId"
        FROM "Entry" e WHERE e.id = NEW."entryId";
  END IF;
  RETURN NEW;
END $$;
