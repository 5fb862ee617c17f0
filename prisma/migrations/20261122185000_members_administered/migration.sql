-- Members are added, changed and ended by an administrator of their agency; roles above practitioner wait for a second person.
ALTER TABLE "Member"
  ADD COLUMN "confirmedAt" TIMESTAMPTZ(3),
  ADD COLUMN "confirmedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "endReason" TEXT NOT NULL DEFAULT '';

CREATE TABLE "RoleRequest" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "memberId" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "roles" "MemberRole"[] NOT NULL,
  "askedById" UUID NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "decision" TEXT,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "note" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "RoleRequest_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RoleRequest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "RoleRequest_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "RoleRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id"),
  CONSTRAINT "RoleRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id"),
  CONSTRAINT "RoleRequest_whole" CHECK (num_nonnulls("decision", "decidedById", "decidedAt") IN (0, 3) AND ("decision" IS NULL OR "decision" IN ('granted', 'declined'))),
  CONSTRAINT "RoleRequest_second_person" CHECK ("decision" IS DISTINCT FROM 'granted' OR "decidedById" <> "askedById" AND "decidedById" <> "memberId"),
  CONSTRAINT "RoleRequest_not_for_oneself" CHECK ("askedById" <> "memberId"),
  CONSTRAINT "RoleRequest_roles" CHECK (cardinality("roles") > 0)
);
CREATE INDEX "RoleRequest_memberId_idx" ON "RoleRequest"("memberId");
CREATE INDEX "RoleRequest_agencyId_decidedAt_idx" ON "RoleRequest"("agencyId", "decidedAt");
CREATE UNIQUE INDEX "RoleRequest_one_waits" ON "RoleRequest"("memberId") WHERE "decidedAt" IS NULL;

/* How many administrators an agency has now. */
CREATE FUNCTION live_admins(agency uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM "Member" m JOIN "User" u ON u.id = m."userId"
  WHERE m."agencyId" = agency AND 'agency_admin' = ANY (m.roles) AND u."disabledAt" IS NULL AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
$$;

/* Whether the asker administers an agency: its administrators do; county governance does where it has none. */
CREATE FUNCTION administers(agency uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ctx_member() IS NOT NULL AND (ctx_has_role('agency_admin') AND agency = ctx_agency() OR governance_scope() = 'county' AND live_admins(agency) = 0)
$$;

/* Whether the asker may be the second person: an administrator of the agency, or county governance where it has one at most; never who asked, nor whom it is about, in whatever post. */
CREATE FUNCTION may_second(agency uuid, asked_by uuid, about uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ctx_member() IS NOT NULL
    AND NOT EXISTS (SELECT FROM "Member" other JOIN "Member" me ON me.id = ctx_member() AND me."userId" = other."userId" WHERE other.id IN (asked_by, about))
    AND (ctx_has_role('agency_admin') AND agency = ctx_agency() OR governance_scope() = 'county' AND live_admins(agency) <= 1)
$$;

/* Whether a member is the asker, in this post or in another. */
CREATE FUNCTION is_oneself(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Member" other JOIN "Member" me ON me.id = ctx_member() AND me."userId" = other."userId" WHERE other.id = who)
$$;

/* Whether the asker granted roles to a member in this very transaction, as the second person. */
CREATE FUNCTION granted_just_now(who uuid, wanted "MemberRole"[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "RoleRequest" r WHERE r."memberId" = who AND r.decision = 'granted' AND r."decidedById" = ctx_member() AND r."decidedAt" = app_now() AND wanted <@ r.roles)
$$;

-- What no administrator's own request may do, whatever the policy above it says.
CREATE FUNCTION guard_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  alone "MemberRole"[] := ARRAY['reporter', 'practitioner'];
  added "MemberRole"[];
BEGIN
  IF ctx_member() IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM "Member" me WHERE me.id = ctx_member() AND me."userId" = NEW."userId") THEN RAISE EXCEPTION 'nobody makes a post for themselves' USING ERRCODE = '42501'; END IF;
    IF NOT NEW.roles <@ alone THEN RAISE EXCEPTION 'roles above practitioner wait for a second person' USING ERRCODE = '42501'; END IF;
    IF NEW."startsAt" < app_now() THEN RAISE EXCEPTION 'a post does not begin in the past' USING ERRCODE = '23514'; END IF;
    RETURN NEW;
  END IF;
  IF is_oneself(OLD.id) THEN RAISE EXCEPTION 'nobody changes their own post' USING ERRCODE = '42501'; END IF;
  IF (NEW.id, NEW."userId", NEW."agencyId", NEW."startsAt") IS DISTINCT FROM (OLD.id, OLD."userId", OLD."agencyId", OLD."startsAt") THEN RAISE EXCEPTION 'a post stays whose and where it is' USING ERRCODE = '23514'; END IF;
  IF OLD."endsAt" <= app_now() THEN RAISE EXCEPTION 'a post that has ended stays ended' USING ERRCODE = '23514'; END IF;
  added := ARRAY(SELECT unnest(NEW.roles) EXCEPT SELECT unnest(OLD.roles) EXCEPT SELECT unnest(alone));
  IF cardinality(added) > 0 AND NOT granted_just_now(OLD.id, added) THEN RAISE EXCEPTION 'roles above practitioner wait for a second person' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT OR UPDATE ON "Member" FOR EACH ROW EXECUTE FUNCTION guard_member();

GRANT INSERT ("userId", "agencyId", "teamId", name, title, phone, roles, "startsAt"), UPDATE ("teamId", title, phone, roles, "endsAt", "endReason", "confirmedAt", "confirmedById", version) ON "Member" TO hereward_app;
CREATE POLICY addable ON "Member" FOR INSERT TO hereward_app WITH CHECK (administers("agencyId"));
CREATE POLICY changeable ON "Member" FOR UPDATE TO hereward_app
  USING (NOT is_oneself(id) AND (administers("agencyId") OR granted_just_now(id, '{}')))
  WITH CHECK (NOT is_oneself(id));

ALTER TABLE "RoleRequest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RoleRequest" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ("memberId", "agencyId", roles, "askedById", "askedAt"), UPDATE (decision, "decidedById", "decidedAt", note, version) ON "RoleRequest" TO hereward_app;
CREATE POLICY readable ON "RoleRequest" FOR SELECT TO hereward_app USING (
  "agencyId" = (SELECT ctx_agency()) AND (SELECT ctx_has_role('agency_admin')) OR (SELECT governance_scope()) = 'county');
CREATE POLICY addable ON "RoleRequest" FOR INSERT TO hereward_app WITH CHECK (
  "askedById" = (SELECT ctx_member()) AND "decidedAt" IS NULL AND administers("agencyId") AND NOT is_oneself("memberId")
  AND "agencyId" = (SELECT m."agencyId" FROM "Member" m WHERE m.id = "memberId"));
CREATE POLICY decidable ON "RoleRequest" FOR UPDATE TO hereward_app
  USING ("decidedAt" IS NULL AND NOT is_oneself("memberId"))
  WITH CHECK ("decidedById" = (SELECT ctx_member()) AND "decidedAt" = (SELECT app_now())
    AND (may_second("agencyId", "askedById", "memberId") OR decision = 'declined' AND administers("agencyId")));

/* The user of a work address, made where there is none: an id alone, so that it tells nobody who works elsewhere. */
CREATE FUNCTION user_of_address(address text, called text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid;
BEGIN
  IF NOT (ctx_has_role('agency_admin') OR coalesce(governance_scope() = 'county', false)) THEN RAISE EXCEPTION 'not an administrator' USING ERRCODE = '42501'; END IF;
  INSERT INTO "User" (email, name) VALUES (lower(trim(address)), called) ON CONFLICT (email) DO NOTHING;
  SELECT id INTO found FROM "User" WHERE email = lower(trim(address));
  RETURN found;
END $$;

/* When members last signed in: an administrator's own agency's, and every agency's for county governance. */
CREATE FUNCTION last_signed_in() RETURNS TABLE ("memberId" uuid, at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s."memberId", max(s."createdAt") FROM "Session" s JOIN "Member" m ON m.id = s."memberId"
  WHERE governance_scope() = 'county' OR ctx_has_role('agency_admin') AND m."agencyId" = ctx_agency()
  GROUP BY s."memberId"
$$;
CREATE INDEX "Session_member" ON "Session" ("memberId", "createdAt");

/* What a member of an administered agency still holds: named officer of an open case, or owner of an open action. References alone. Cases the asker is kept from are left out: to them they do not exist. */
CREATE FUNCTION open_work_of(who uuid) RETURNS TABLE (kind text, id uuid, reference text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH held AS (
    SELECT 'case' AS kind, c.id, c.reference FROM "Case" c
      WHERE c."namedOfficerId" = who AND c.status <> 'closed' AND c.id <> ALL (ctx_excluded())
    UNION ALL
    SELECT 'action', a.id, c.reference FROM "SharedAction" a JOIN "Case" c ON c.id = a."caseId"
      WHERE a."ownerMemberId" = who AND a.status IN ('offered', 'accepted') AND c.id <> ALL (ctx_excluded()))
  SELECT h.kind, h.id, h.reference FROM held h WHERE administers((SELECT m."agencyId" FROM "Member" m WHERE m.id = who)) ORDER BY h.reference, h.kind DESC, h.id
$$;

/* How much each member of an administered agency holds, as numbers. */
CREATE FUNCTION open_work_counts(agency uuid) RETURNS TABLE ("memberId" uuid, held int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH held AS (
    SELECT c."namedOfficerId" AS who FROM "Case" c JOIN "Member" m ON m.id = c."namedOfficerId" AND m."agencyId" = agency
      WHERE c.status <> 'closed' AND c.id <> ALL (ctx_excluded())
    UNION ALL
    SELECT a."ownerMemberId" FROM "SharedAction" a JOIN "Member" m ON m.id = a."ownerMemberId" AND m."agencyId" = agency
      WHERE a.status IN ('offered', 'accepted') AND a."caseId" <> ALL (ctx_excluded()))
  SELECT h.who, count(*)::int FROM held h WHERE administers(agency) GROUP BY h.who
$$;

/* Whether a colleague may be given work: of the agency, at work now with no end in sight, in a role that works cases. */
CREATE FUNCTION takes_work(colleague uuid, agency uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Member" m JOIN "User" u ON u.id = m."userId" WHERE m.id = colleague AND m."agencyId" = agency AND u."disabledAt" IS NULL
    AND m."startsAt" <= app_now() AND m."endsAt" IS NULL AND m.roles && ARRAY['practitioner', 'coordinator', 'manager']::"MemberRole"[])
$$;

/* Hands a member's open work on to a colleague, by id; the case's log says so. Returns what was handed on: what the colleague is kept from, or the member holds no more, stays where it is. */
CREATE FUNCTION hand_on_work(who uuid, colleague uuid, wanted uuid[]) RETURNS TABLE (kind text, id uuid, "caseId" uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  agency uuid := (SELECT m."agencyId" FROM "Member" m WHERE m.id = who);
  taker text := (SELECT m.name FROM "Member" m WHERE m.id = colleague);
  one record;
BEGIN
  IF NOT coalesce(administers(agency), false) OR is_oneself(who) OR colleague = who OR NOT takes_work(colleague, agency) THEN RETURN; END IF;
  FOR one IN SELECT w.kind, w.id, coalesce(a."caseId", w.id) AS "caseId", a.what, a.side
             FROM open_work_of(who) w LEFT JOIN "SharedAction" a ON w.kind = 'action' AND a.id = w.id
             WHERE w.id = ANY (wanted) ORDER BY w.id
  LOOP
    CONTINUE WHEN EXISTS (SELECT FROM "CaseExclusion" x WHERE x."caseId" = one."caseId" AND x."memberId" = colleague AND x."endedAt" IS NULL);
    IF one.kind = 'case' THEN
      UPDATE "Case" c SET "namedOfficerId" = colleague, version = c.version + 1 WHERE c.id = one.id AND c."namedOfficerId" = who;
      CONTINUE WHEN NOT FOUND;
      UPDATE "CaseMember" m SET "endsAt" = app_now() WHERE m."caseId" = one.id AND m.part = 'named_officer' AND m."endsAt" IS NULL;
      INSERT INTO "CaseMember" ("caseId", "memberId", "agencyId", part, "startsAt") VALUES (one.id, colleague, agency, 'named_officer', app_now());
      INSERT INTO "Entry" ("caseId", kind, body, data, "authorId", "authorAgencyId", side)
        VALUES (one.id, 'state', taker || ' is now the named officer.', jsonb_build_object('namedOfficer', colleague, 'leaver', who), ctx_member(), ctx_agency(), 'both');
    ELSE
      UPDATE "SharedAction" a SET "ownerMemberId" = colleague, version = a.version + 1 WHERE a.id = one.id AND a."ownerMemberId" = who AND a.status IN ('offered', 'accepted');
      CONTINUE WHEN NOT FOUND;
      INSERT INTO "Entry" ("caseId", kind, body, data, "authorId", "authorAgencyId", side)
        VALUES (one."caseId", 'action', 'Handed on to ' || taker || ': ' || one.what, jsonb_build_object('actionId', one.id, 'leaver', who), ctx_member(), ctx_agency(), one.side);
      INSERT INTO "Notification" ("memberId", kind, "caseId", "actionId") VALUES (colleague, 'action-given', one."caseId", one.id);
    END IF;
    RETURN QUERY SELECT one.kind, one.id, one."caseId";
  END LOOP;
END $$;

/* Ends what a leaver could still do with: sessions at once, and streams by waking what they follow. Work on cases that the asker is kept from goes back to the agency. Returns how many sessions ended. */
CREATE FUNCTION end_member_access(who uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended int; agency uuid := (SELECT m."agencyId" FROM "Member" m WHERE m.id = who AND m."endsAt" <= app_now());
BEGIN
  IF NOT coalesce(administers(agency), false) OR is_oneself(who) THEN RETURN 0; END IF;
  UPDATE "Session" SET "revokedAt" = app_now() WHERE "memberId" = who AND "revokedAt" IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  UPDATE "SharedAction" SET "ownerMemberId" = NULL, status = 'offered', version = version + 1 WHERE "ownerMemberId" = who AND status IN ('offered', 'accepted') AND "caseId" = ANY (ctx_excluded());
  UPDATE "Case" SET "namedOfficerId" = NULL, version = version + 1 WHERE "namedOfficerId" = who AND status <> 'closed' AND id = ANY (ctx_excluded());
  UPDATE "CaseMember" SET "endsAt" = app_now() WHERE "memberId" = who AND ("endsAt" IS NULL OR "endsAt" > app_now());
  UPDATE "RoleRequest" SET decision = 'declined', "decidedById" = ctx_member(), "decidedAt" = app_now(), note = 'They left.', version = version + 1 WHERE "memberId" = who AND "decidedAt" IS NULL;
  PERFORM pg_notify('hereward_notice', who::text);
  PERFORM pg_notify('hereward_entry', l."caseId"::text) FROM "CaseLook" l WHERE l."memberId" = who AND l."lookedAt" > app_now() - interval '12 hours';
  RETURN ended;
END $$;

REVOKE EXECUTE ON FUNCTION live_admins(uuid), administers(uuid), may_second(uuid, uuid, uuid), is_oneself(uuid), granted_just_now(uuid, "MemberRole"[]), guard_member(), user_of_address(text, text),
  last_signed_in(), open_work_of(uuid), open_work_counts(uuid), takes_work(uuid, uuid), hand_on_work(uuid, uuid, uuid[]), end_member_access(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION live_admins(uuid), administers(uuid), may_second(uuid, uuid, uuid), is_oneself(uuid), granted_just_now(uuid, "MemberRole"[]), user_of_address(text, text),
  last_signed_in(), open_work_of(uuid), open_work_counts(uuid), hand_on_work(uuid, uuid, uuid[]), end_member_access(uuid) TO hereward_app;
