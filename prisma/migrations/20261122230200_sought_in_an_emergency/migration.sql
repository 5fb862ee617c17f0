-- Looking for a case in an emergency by the exact name and date of birth of somebody on it: each try is on record.
CREATE TABLE "EmergencySearch" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "memberId" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "found" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  CONSTRAINT "EmergencySearch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "EmergencySearch_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "EmergencySearch_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id"),
  CONSTRAINT "EmergencySearch_reason" CHECK (length(btrim(reason)) >= 10)
);
CREATE INDEX "EmergencySearch_memberId_at_idx" ON "EmergencySearch"("memberId", "at");
CREATE INDEX "Person_born" ON "Person" ("bornOn", lower("familyName"));

ALTER TABLE "EmergencySearch" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "EmergencySearch" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "EmergencySearch" TO hereward_app;
-- The member's own, and governance's: made by one function alone, and never changed.
CREATE POLICY readable ON "EmergencySearch" FOR SELECT TO hereward_app USING (
  "memberId" = (SELECT ctx_member())
  OR (SELECT governance_scope()) = 'county' OR (SELECT governance_scope()) = 'agency' AND "agencyId" = (SELECT ctx_agency()));

/* Cases, as pointers, on which somebody of exactly this name and day of birth stands on the asker's own side. Open and not restricted, in the areas of their agency's agreements, and none that they are kept from. Every try is put on record first, whatever it finds; the fourth within 24 hours finds nothing and is no longer a try. */
CREATE FUNCTION seek_in_emergency(given text, family text, born date, why text) RETURNS TABLE (reference text, "leadAgencyId" uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE rows int; held uuid[];
BEGIN
  IF ctx_reach_agency() IS NULL OR NOT (ctx_has_role('practitioner') OR ctx_has_role('manager')) OR given = '' OR family = '' THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('seek:' || ctx_member(), 0));
  IF (SELECT count(*) FROM "EmergencySearch" s WHERE s."memberId" = ctx_member() AND s."at" > app_now() - interval '24 hours') >= 3 THEN RETURN; END IF;
  held := ARRAY(SELECT DISTINCT c.id FROM "Person" p JOIN "Involvement" i ON i."personId" = p.id AND i."endsAt" IS NULL JOIN "Case" c ON c.id = i."caseId"
    WHERE p."bornOn" = born AND lower(p."familyName") = lower(btrim(family)) AND lower(p."givenName") = lower(btrim(given))
      AND (ctx_side() = 'both' OR i.side IN ('both', ctx_side()))
      AND c.status <> 'closed' AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded()));
  INSERT INTO "EmergencySearch" ("memberId", "agencyId", reason, found, "at") VALUES (ctx_member(), ctx_agency(), why, cardinality(held), date_trunc('milliseconds', app_now()));
  RETURN QUERY SELECT c.reference, g."agencyId" FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL WHERE c.id = ANY (held) ORDER BY c."openedAt" DESC LIMIT 10;
END $$;
REVOKE EXECUTE ON FUNCTION seek_in_emergency(text, text, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seek_in_emergency(text, text, date, text) TO hereward_app;
