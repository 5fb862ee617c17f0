-- A member is let in by a link that works once. The secret of a link is never kept: only its hash is.
ALTER TABLE "Agency" ADD COLUMN "emailDomains" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE TABLE "Invitation" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "memberId" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "askedById" UUID,
  "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "needsSecond" BOOLEAN NOT NULL DEFAULT false,
  "decision" TEXT,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "tokenHash" BYTEA,
  "totpSecret" TEXT,
  "issuedAt" TIMESTAMPTZ(3),
  "expiresAt" TIMESTAMPTZ(3),
  "mailedAt" TIMESTAMPTZ(3),
  "usedAt" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Invitation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Invitation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id"),
  CONSTRAINT "Invitation_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id"),
  CONSTRAINT "Invitation_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id"),
  CONSTRAINT "Invitation_kind" CHECK ("kind" IN ('join', 'password', 'device')),
  CONSTRAINT "Invitation_decided_whole" CHECK (num_nonnulls("decision", "decidedById", "decidedAt") IN (0, 3) AND ("decision" IS NULL OR "decision" IN ('granted', 'declined'))),
  CONSTRAINT "Invitation_second_person" CHECK ("decision" IS DISTINCT FROM 'granted' OR "decidedById" <> "askedById" AND "decidedById" <> "memberId"),
  CONSTRAINT "Invitation_not_for_oneself" CHECK ("askedById" <> "memberId"),
  CONSTRAINT "Invitation_device_needs_second" CHECK ("kind" <> 'device' OR "needsSecond"),
  CONSTRAINT "Invitation_issued_whole" CHECK (num_nonnulls("tokenHash", "issuedAt", "expiresAt") IN (0, 3)),
  CONSTRAINT "Invitation_issued_after_second" CHECK ("issuedAt" IS NULL OR NOT "needsSecond" OR "decision" = 'granted'),
  CONSTRAINT "Invitation_ends_once" CHECK ("usedAt" IS NULL OR "endedAt" IS NULL)
);
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");
CREATE INDEX "Invitation_memberId_idx" ON "Invitation"("memberId");
CREATE INDEX "Invitation_agencyId_askedAt_idx" ON "Invitation"("agencyId", "askedAt");
CREATE UNIQUE INDEX "Invitation_one_stands" ON "Invitation"("memberId", ("kind" = 'join')) WHERE "usedAt" IS NULL AND "endedAt" IS NULL;

ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Invitation" FORCE ROW LEVEL SECURITY;
-- Neither the hash of a link nor the seed that it sets up is for the application: sign-in reads them by its own functions.
GRANT SELECT ("id", "memberId", "userId", "agencyId", "kind", "askedById", "askedAt", "needsSecond", "decision", "decidedById", "decidedAt", "issuedAt", "expiresAt", "mailedAt", "usedAt", "endedAt", "version") ON "Invitation" TO hereward_app;
CREATE POLICY readable ON "Invitation" FOR SELECT TO hereward_app USING (
  "agencyId" = (SELECT ctx_agency()) AND (SELECT ctx_has_role('agency_admin')) OR (SELECT governance_scope()) = 'county');

/* Whether the asker lets a member in: who administers the agency, and county governance for the only administrator of one; never oneself. */
CREATE FUNCTION lets_in(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT ctx_member() IS NOT NULL AND NOT is_oneself(m.id) AND (administers(m."agencyId")
      OR governance_scope() = 'county' AND 'agency_admin' = ANY (m.roles) AND live_admins(m."agencyId") <= 1)
    FROM "Member" m JOIN "User" u ON u.id = m."userId" WHERE m.id = who AND u."disabledAt" IS NULL AND (m."endsAt" IS NULL OR m."endsAt" > app_now())), false)
$$;

/* Whether a member's user holds a post of information governance anywhere: county governance alone resets them. */
CREATE FUNCTION is_of_governance(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Member" me JOIN "Member" post ON post."userId" = me."userId" WHERE me.id = who AND 'governance' = ANY (post.roles)
    AND (governance_scope() = 'county' OR ctx_has_role('agency_admin') AND me."agencyId" = ctx_agency()) AND (post."endsAt" IS NULL OR post."endsAt" > app_now()))
$$;

/* Whether a member's user works at another agency too: then no agency alone gives them a new second factor. */
CREATE FUNCTION works_elsewhere(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Member" me JOIN "Member" post ON post."userId" = me."userId" AND post."agencyId" <> me."agencyId" WHERE me.id = who
    AND (governance_scope() = 'county' OR ctx_has_role('agency_admin') AND me."agencyId" = ctx_agency()) AND (post."endsAt" IS NULL OR post."endsAt" > app_now()))
$$;

/* Whether the asker resets a member's sign-in. */
CREATE FUNCTION may_reset(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN is_of_governance(who) THEN coalesce(governance_scope() = 'county', false) AND NOT is_oneself(who) ELSE lets_in(who) END
$$;

/* Whether the asker is the second person for a link: for a new second factor of governance, or of one who works elsewhere too, county governance alone. */
CREATE FUNCTION may_second_link(link uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT CASE WHEN i.kind = 'device' AND (is_of_governance(i."memberId") OR works_elsewhere(i."memberId"))
      THEN governance_scope() = 'county' AND NOT is_oneself(i."askedById") AND NOT is_oneself(i."memberId")
      ELSE may_second(i."agencyId", i."askedById", i."memberId") END
    FROM "Invitation" i WHERE i.id = link), false)
$$;

/* Ends every session of a member's user, at once, in whatever post. */
CREATE FUNCTION end_sessions_of(who uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Session" s SET "revokedAt" = app_now() FROM "Member" m WHERE m.id = who AND s."userId" = m."userId" AND s."revokedAt" IS NULL;
  PERFORM pg_notify('hereward_notice', post.id::text) FROM "Member" me JOIN "Member" post ON post."userId" = me."userId" WHERE me.id = who;
END $$;

/* Makes a link for a member, in place of one that stood: to join, or to set a new password or a new second factor. An address outside the agency's domains waits for a second person, as does a new second factor. */
CREATE FUNCTION make_invitation(who uuid, wanted text) RETURNS TABLE (id uuid, waits boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE m record; second boolean; made uuid;
BEGIN
  IF wanted = 'join' AND NOT lets_in(who) OR wanted <> 'join' AND NOT may_reset(who) THEN RAISE EXCEPTION 'not an administrator of this member' USING ERRCODE = '42501'; END IF;
  SELECT me."userId", me."agencyId", split_part(u.email, '@', 2) = ANY (a."emailDomains") AS is_own INTO m
    FROM "Member" me JOIN "User" u ON u.id = me."userId" JOIN "Agency" a ON a.id = me."agencyId" WHERE me.id = who;
  -- A second person who agreed to this address once need not be asked again.
  second := CASE wanted WHEN 'join' THEN NOT coalesce(m.is_own, false) AND NOT EXISTS (SELECT FROM "Invitation" i WHERE i."memberId" = who AND i.kind = 'join' AND i.decision = 'granted') ELSE wanted = 'device' END;
  UPDATE "Invitation" i SET "endedAt" = app_now(), version = i.version + 1 WHERE i."memberId" = who AND (i.kind = 'join') = (wanted = 'join') AND i."usedAt" IS NULL AND i."endedAt" IS NULL;
  INSERT INTO "Invitation" ("memberId", "userId", "agencyId", kind, "askedById", "needsSecond") VALUES (who, m."userId", m."agencyId", wanted, ctx_member(), second) RETURNING "Invitation".id INTO made;
  IF wanted = 'password' THEN PERFORM end_sessions_of(who); END IF;
  RETURN QUERY SELECT made, second;
END $$;

/* Grants or declines a link as the second person; whoever asked, or administers the agency, may only take it back. Returns whose it is; nothing where it is not the asker's to decide. */
CREATE FUNCTION decide_invitation(link uuid, answer text, seen int) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE i record;
BEGIN
  SELECT * INTO i FROM "Invitation" WHERE id = link AND "needsSecond" AND "decidedAt" IS NULL AND "endedAt" IS NULL AND version = seen FOR UPDATE;
  IF NOT FOUND OR is_oneself(i."memberId") OR NOT (may_second_link(link) OR answer = 'declined' AND lets_in(i."memberId")) THEN RETURN NULL; END IF;
  UPDATE "Invitation" SET decision = answer, "decidedById" = ctx_member(), "decidedAt" = app_now(), "endedAt" = CASE WHEN answer = 'declined' THEN app_now() END, version = version + 1 WHERE id = link;
  IF answer = 'granted' AND i.kind = 'device' THEN PERFORM end_sessions_of(i."memberId"); END IF;
  RETURN i."memberId";
END $$;

/* Gives a link its secret, by hash, once: by who made it, or by the second person where one is needed. To join it holds 7 days from the first day of the post, else 24 hours. Returns until when; nothing where there is none to give. */
CREATE FUNCTION issue_invitation(link uuid, token bytea, mailed boolean) RETURNS timestamptz LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Invitation" i SET "tokenHash" = token, "issuedAt" = app_now(), "mailedAt" = CASE WHEN mailed THEN app_now() END, version = i.version + 1,
    "expiresAt" = CASE i.kind WHEN 'join' THEN greatest(app_now(), m."startsAt") + interval '7 days' ELSE app_now() + interval '24 hours' END
  FROM "Member" m JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL
  WHERE i.id = link AND m.id = i."memberId" AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
    AND i."issuedAt" IS NULL AND i."usedAt" IS NULL AND i."endedAt" IS NULL
    AND CASE WHEN i."needsSecond" THEN i.decision = 'granted' AND i."decidedById" = ctx_member() ELSE i."askedById" = ctx_member() END
    AND (i."needsSecond" AND may_second_link(link) OR CASE i.kind WHEN 'join' THEN lets_in(m.id) ELSE may_reset(m.id) END)
  RETURNING i."expiresAt"
$$;

/* Withdraws a link that was not used. Returns whose it was. */
CREATE FUNCTION end_invitation(link uuid, seen int) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Invitation" i SET "endedAt" = app_now(), version = i.version + 1
  WHERE i.id = link AND i.version = seen AND i."usedAt" IS NULL AND i."endedAt" IS NULL AND CASE i.kind WHEN 'join' THEN lets_in(i."memberId") ELSE may_reset(i."memberId") END
  RETURNING i."memberId"
$$;

-- For sign-in alone, by the hash of a link's secret.

/* What a link is for, as far as its holder is told: nothing of whom where it no longer holds. */
CREATE FUNCTION read_invitation(token bytea) RETURNS TABLE (state text, kind text, id uuid, "userId" uuid, "memberId" uuid, email text, name text, agency text, "hasLogin" boolean, "totpSecret" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH found AS (
    SELECT i.*, u.email, m.name, a.name AS agency, EXISTS (SELECT FROM "Credential" c WHERE c."userId" = i."userId") AS "hasLogin",
      CASE WHEN i."usedAt" IS NOT NULL THEN 'used' WHEN i."endedAt" IS NOT NULL OR u."disabledAt" IS NOT NULL OR m."endsAt" <= app_now() THEN 'withdrawn'
           WHEN i."expiresAt" <= app_now() THEN 'expired' WHEN m."startsAt" > app_now() THEN 'early' ELSE 'open' END AS state
    FROM "Invitation" i JOIN "Member" m ON m.id = i."memberId" JOIN "User" u ON u.id = i."userId" JOIN "Agency" a ON a.id = i."agencyId" WHERE i."tokenHash" = token)
  SELECT f.state, f.kind, f.id, f."userId", f."memberId", f.email, f.name, f.agency, f."hasLogin", f."totpSecret" FROM found f WHERE f.state = 'open'
  UNION ALL SELECT f.state, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM found f WHERE f.state <> 'open'
$$;

/* Keeps the sealed seed that a link sets up, the first that was made for it, so that opening the link again shows the same. */
CREATE FUNCTION keep_invitation_seed(token bytea, sealed text) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Invitation" SET "totpSecret" = coalesce("totpSecret", sealed) WHERE "tokenHash" = token AND "usedAt" IS NULL AND "endedAt" IS NULL AND "expiresAt" > app_now() RETURNING "totpSecret"
$$;

/* Uses a link, once: a new password and a new seed where they are given, and neither where the user has a login already that was proved. Returns whose; nothing where the link holds no more. */
CREATE FUNCTION use_invitation(token bytea, password text, seed text, step int) RETURNS TABLE ("userId" uuid, "memberId" uuid, name text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE i record; known boolean;
BEGIN
  PERFORM FROM "Invitation" v WHERE v."tokenHash" = token FOR UPDATE;
  SELECT r.* INTO i FROM read_invitation(token) r WHERE r.state = 'open';
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM FROM "User" u WHERE u.id = i."userId" FOR UPDATE;
  known := EXISTS (SELECT FROM "Credential" c WHERE c."userId" = i."userId");
  IF i.kind = 'join' AND known <> (password IS NULL) OR i.kind = 'password' AND (password IS NULL OR NOT known) OR i.kind = 'device' AND num_nonnulls(password, seed) < 2 THEN RETURN; END IF;
  UPDATE "Invitation" v SET "usedAt" = app_now(), "totpSecret" = NULL, version = v.version + 1 WHERE v.id = i.id;
  IF i.kind = 'password' THEN
    UPDATE "Credential" c SET "passwordHash" = password WHERE c."userId" = i."userId";
  ELSIF password IS NOT NULL THEN
    INSERT INTO "Credential" ("userId", "passwordHash", "totpSecret", "totpLastStep") VALUES (i."userId", password, seed, step)
      ON CONFLICT ("userId") DO UPDATE SET "passwordHash" = excluded."passwordHash", "totpSecret" = excluded."totpSecret", "totpLastStep" = excluded."totpLastStep";
  END IF;
  IF i.kind <> 'join' THEN PERFORM end_sessions_of(i."memberId"); END IF;
  PERFORM append_audit('invitation.use', 'done', NULL, NULL, jsonb_build_object('memberId', i."memberId", 'invitationId', i.id, 'kind', i.kind)::text);
  RETURN QUERY SELECT i."userId", i."memberId", i.name;
END $$;

/* The posts that a user acts in, the oldest first: those of now, once their invitation was used, where there was one. */
CREATE FUNCTION held_posts(wanted uuid) RETURNS TABLE ("memberId" uuid, title text, agency text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m.title, a.name FROM "Member" m JOIN "Agency" a ON a.id = m."agencyId" JOIN "User" u ON u.id = m."userId"
  WHERE m."userId" = wanted AND u."disabledAt" IS NULL AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
    AND (NOT EXISTS (SELECT FROM "Invitation" i WHERE i."memberId" = m.id AND i.kind = 'join') OR EXISTS (SELECT FROM "Invitation" i WHERE i."memberId" = m.id AND i.kind = 'join' AND i."usedAt" IS NOT NULL))
  ORDER BY m."startsAt", m.id
$$;

/* The asker's own posts. */
CREATE FUNCTION my_posts() RETURNS TABLE ("memberId" uuid, title text, agency text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.* FROM "Member" me CROSS JOIN LATERAL held_posts(me."userId") p WHERE me.id = ctx_member()
$$;

/* Goes on in another of the asker's own posts, in the same session. */
CREATE FUNCTION switch_post(session uuid, target uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Session" s SET "memberId" = target WHERE s.id = session AND s."memberId" = ctx_member() AND s."revokedAt" IS NULL AND EXISTS (SELECT FROM my_posts() p WHERE p."memberId" = target);
  RETURN FOUND;
END $$;

/* Ends what a leaver could still do with: sessions at once, streams by waking what they follow, links that were not used, and seats of panels. Work on cases that the asker is kept from goes back to the agency. Returns how many sessions ended. */
CREATE OR REPLACE FUNCTION end_member_access(who uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended int; agency uuid := (SELECT m."agencyId" FROM "Member" m WHERE m.id = who AND m."endsAt" <= app_now());
BEGIN
  IF NOT coalesce(administers(agency), false) OR is_oneself(who) THEN RETURN 0; END IF;
  UPDATE "Session" SET "revokedAt" = app_now() WHERE "memberId" = who AND "revokedAt" IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  UPDATE "SharedAction" SET "ownerMemberId" = NULL, status = 'offered', version = version + 1 WHERE "ownerMemberId" = who AND status IN ('offered', 'accepted') AND "caseId" = ANY (ctx_excluded());
  UPDATE "Case" SET "namedOfficerId" = NULL, version = version + 1 WHERE "namedOfficerId" = who AND status <> 'closed' AND id = ANY (ctx_excluded());
  UPDATE "CaseMember" SET "endsAt" = app_now() WHERE "memberId" = who AND ("endsAt" IS NULL OR "endsAt" > app_now());
  UPDATE "RoleRequest" SET decision = 'declined', "decidedById" = ctx_member(), "decidedAt" = app_now(), note = 'They left.', version = version + 1 WHERE "memberId" = who AND "decidedAt" IS NULL;
  UPDATE "Invitation" SET "endedAt" = app_now(), version = version + 1 WHERE "memberId" = who AND "usedAt" IS NULL AND "endedAt" IS NULL;
  UPDATE "Panel" SET "chairId" = CASE WHEN "chairId" = who THEN NULL ELSE "chairId" END, "coordinatorId" = CASE WHEN "coordinatorId" = who THEN NULL ELSE "coordinatorId" END
    WHERE who IN ("chairId", "coordinatorId") AND ("endsAt" IS NULL OR "endsAt" > app_now());
  PERFORM pg_notify('hereward_notice', who::text);
  PERFORM pg_notify('hereward_entry', l."caseId"::text) FROM "CaseLook" l WHERE l."memberId" = who AND l."lookedAt" > app_now() - interval '12 hours';
  RETURN ended;
END $$;

REVOKE EXECUTE ON FUNCTION lets_in(uuid), is_of_governance(uuid), works_elsewhere(uuid), may_reset(uuid), may_second_link(uuid), end_sessions_of(uuid), make_invitation(uuid, text), decide_invitation(uuid, text, int),
  issue_invitation(uuid, bytea, boolean), end_invitation(uuid, int), read_invitation(bytea), keep_invitation_seed(bytea, text), use_invitation(bytea, text, text, int), held_posts(uuid), my_posts(), switch_post(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_of_governance(uuid), works_elsewhere(uuid), make_invitation(uuid, text), may_second_link(uuid), decide_invitation(uuid, text, int), issue_invitation(uuid, bytea, boolean), end_invitation(uuid, int), my_posts(), switch_post(uuid, uuid) TO hereward_app;
GRANT EXECUTE ON FUNCTION read_invitation(bytea), keep_invitation_seed(bytea, text), use_invitation(bytea, text, text, int), held_posts(uuid) TO hereward_auth;
