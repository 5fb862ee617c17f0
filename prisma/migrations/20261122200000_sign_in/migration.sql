-- Sign-in finished: passkeys, recovery codes, known devices, the second factor asked again, a lock that keeps the session.
ALTER TABLE "Session"
  ADD COLUMN "secondFactorAt" TIMESTAMPTZ(3),
  ADD COLUMN "lockedAt" TIMESTAMPTZ(3),
  ADD COLUMN "wrongUnlocks" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Credential"
  ADD COLUMN "passwordSetAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  ADD COLUMN "totpSetAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  ADD COLUMN "totpNext" TEXT;

CREATE TABLE "Passkey" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "userId" UUID NOT NULL,
  "credentialId" TEXT NOT NULL,
  "publicKey" BYTEA NOT NULL,
  "counter" BIGINT NOT NULL DEFAULT 0,
  "transports" TEXT[] NOT NULL DEFAULT '{}',
  "name" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "lastUsedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

CREATE TABLE "RecoveryCode" (
  "userId" UUID NOT NULL,
  "codeHash" BYTEA NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "usedAt" TIMESTAMPTZ(3),
  CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("userId", "codeHash"),
  CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "Challenge" (
  "challenge" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "holder" BYTEA NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Challenge_pkey" PRIMARY KEY ("challenge")
);
CREATE INDEX "Challenge_expiresAt_idx" ON "Challenge"("expiresAt");

CREATE TABLE "KnownDevice" (
  "userId" UUID NOT NULL,
  "tokenHash" BYTEA NOT NULL,
  "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("userId", "tokenHash"),
  CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- For the sign-in role alone, like the passwords.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Passkey', 'RecoveryCode', 'Challenge', 'KnownDevice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY signin ON %I TO hereward_auth USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE (counter, "lastUsedAt") ON "Passkey" TO hereward_auth;
GRANT SELECT, INSERT, UPDATE ("usedAt"), DELETE ON "RecoveryCode" TO hereward_auth;
GRANT SELECT, INSERT, DELETE ON "Challenge" TO hereward_auth;
GRANT SELECT, INSERT, UPDATE ("lastUsedAt") ON "KnownDevice" TO hereward_auth;
GRANT UPDATE ("passwordHash", "passwordSetAt", "totpSecret", "totpSetAt", "totpNext") ON "Credential" TO hereward_auth;
GRANT UPDATE ("tokenHash", "secondFactorAt", "lockedAt", "wrongUnlocks") ON "Session" TO hereward_auth;

/* Opens a request: session -> user -> member -> agency -> agreements, read afresh. A locked session opens nothing. Idle 15 minutes, absolute by expiresAt. */
CREATE OR REPLACE FUNCTION open_request(token bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s record; actor jsonb;
BEGIN
  SELECT id, "memberId", "lastSeenAt", "secondFactorAt" INTO s FROM "Session"
    WHERE "tokenHash" = token AND "revokedAt" IS NULL AND "lockedAt" IS NULL AND "expiresAt" > app_now() AND "lastSeenAt" > app_now() - interval '15 minutes';
  IF NOT FOUND THEN RETURN NULL; END IF;
  actor := set_member_context(s."memberId");
  IF actor IS NULL THEN RETURN NULL; END IF;
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
  RETURN actor || jsonb_build_object('sessionId', s.id, 'secondFactorAt', to_char(s."secondFactorAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
END $$;
GRANT EXECUTE ON FUNCTION open_request(bytea) TO hereward_auth;

/* The user that the asking member is. */
CREATE FUNCTION ctx_user() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "userId" FROM "Member" WHERE id = ctx_member()
$$;

/* Where the asking user is signed in: sessions that are open, or locked and not ended. Never their tokens. */
CREATE FUNCTION my_sessions() RETURNS TABLE (id uuid, device text, "createdAt" timestamptz, "lastSeenAt" timestamptz, "isLocked" boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.device, s."createdAt", s."lastSeenAt", s."lockedAt" IS NOT NULL OR s."lastSeenAt" <= app_now() - interval '15 minutes'
  FROM "Session" s WHERE s."userId" = ctx_user() AND s."revokedAt" IS NULL AND s."expiresAt" > app_now()
  ORDER BY s."lastSeenAt" DESC, s.id LIMIT 100
$$;

/* Ends the asking user's sessions but one. Returns how many ended. */
CREATE FUNCTION end_other_sessions(keep uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n int;
BEGIN
  UPDATE "Session" SET "revokedAt" = app_now() WHERE "revokedAt" IS NULL AND id <> keep AND "userId" = ctx_user();
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

/* How the asking user signs in: names and days, never a key or a hash. */
CREATE FUNCTION my_factors() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'passwordSetAt', c."passwordSetAt", 'totpSetAt', CASE WHEN c."totpSecret" <> '' THEN c."totpSetAt" END,
    'recoveryLeft', (SELECT count(*) FROM "RecoveryCode" r WHERE r."userId" = c."userId" AND r."usedAt" IS NULL),
    'passkeys', (SELECT coalesce(jsonb_agg(jsonb_build_object('passkeyId', p.id, 'name', p.name, 'createdAt', p."createdAt", 'lastUsedAt', p."lastUsedAt") ORDER BY p."createdAt", p.id), '[]') FROM "Passkey" p WHERE p."userId" = c."userId"))
  FROM "Credential" c WHERE c."userId" = ctx_user()
$$;

/* Tells a user, in each post they hold, that how they sign in was used or changed: a notice without details, and a mail that says less. */
CREATE FUNCTION tell_of_sign_in(who uuid, what text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE post uuid;
BEGIN
  IF what NOT IN ('recovery-code-used', 'sign-in-changed') THEN RAISE EXCEPTION 'no such notice'; END IF;
  FOR post IN SELECT m.id FROM "Member" m WHERE m."userId" = who AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now()) LOOP
    INSERT INTO "Notification" ("memberId", kind, "isUrgent") VALUES (post, what, true);
    PERFORM graphile_worker.add_job('mail-notice', json_build_object('memberId', post));
  END LOOP;
END $$;

/* Takes away a passkey of the asking user's own: 'gone', 'last' where no other second factor would be left, or null where they have no such passkey. */
CREATE FUNCTION remove_passkey(one uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := ctx_user();
BEGIN
  -- Two at once wait for each other here.
  PERFORM 1 FROM "Credential" WHERE "userId" = me FOR UPDATE;
  IF NOT EXISTS (SELECT FROM "Passkey" WHERE id = one AND "userId" = me) THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM "Passkey" WHERE id <> one AND "userId" = me) AND NOT EXISTS (SELECT FROM "Credential" WHERE "userId" = me AND "totpSecret" <> '') THEN RETURN 'last'; END IF;
  DELETE FROM "Passkey" WHERE id = one AND "userId" = me;
  PERFORM tell_of_sign_in(me, 'sign-in-changed');
  RETURN 'gone';
END $$;

REVOKE EXECUTE ON FUNCTION ctx_user(), my_sessions(), end_other_sessions(uuid), my_factors(), remove_passkey(uuid), tell_of_sign_in(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx_user(), my_sessions(), end_other_sessions(uuid), my_factors(), remove_passkey(uuid) TO hereward_app;
GRANT EXECUTE ON FUNCTION tell_of_sign_in(uuid, text) TO hereward_auth;
