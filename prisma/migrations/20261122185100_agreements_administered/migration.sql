-- Agreements are proposed by county governance and made live by a second person of it; a signature ends by one.
ALTER TABLE "Agreement"
  ADD COLUMN "proposedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "proposedAt" TIMESTAMPTZ(3),
  ADD COLUMN "activatedById" UUID REFERENCES "Member"("id"),
  ADD CONSTRAINT "Agreement_second_person" CHECK ("activatedById" IS NULL OR "activatedById" <> "proposedById"),
  ADD CONSTRAINT "Agreement_in_order" CHECK ("endsOn" >= "startsOn");
ALTER TABLE "AgreementSignature"
  ADD COLUMN "recordedById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "recordedAt" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawnById" UUID REFERENCES "Member"("id"),
  ADD COLUMN "withdrawReason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "SignatureProposal" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "agreementId" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "signatoryName" TEXT NOT NULL,
  "signedOn" DATE NOT NULL,
  "endsOn" DATE,
  "coversTriage" BOOLEAN NOT NULL DEFAULT false,
  "areaIds" UUID[] NOT NULL,
  "askedById" UUID NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "decision" TEXT,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "SignatureProposal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "SignatureProposal_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "SignatureProposal_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "SignatureProposal_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id"),
  CONSTRAINT "SignatureProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id"),
  CONSTRAINT "SignatureProposal_whole" CHECK (num_nonnulls("decision", "decidedById", "decidedAt") IN (0, 3) AND ("decision" IS NULL OR "decision" IN ('confirmed', 'declined'))),
  CONSTRAINT "SignatureProposal_second_person" CHECK ("decision" IS DISTINCT FROM 'confirmed' OR "decidedById" <> "askedById"),
  CONSTRAINT "SignatureProposal_areas" CHECK (cardinality("areaIds") > 0)
);
CREATE UNIQUE INDEX "SignatureProposal_one_waits" ON "SignatureProposal"("agreementId", "agencyId") WHERE "decidedAt" IS NULL;

-- What was agreed stays as it was agreed; what was withdrawn stays withdrawn.
CREATE FUNCTION guard_agreement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF ctx_member() IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."activatedAt" IS NOT NULL OR NEW."withdrawnAt" IS NOT NULL OR NEW."proposedById" IS DISTINCT FROM ctx_member() THEN RAISE EXCEPTION 'an agreement begins as a proposal' USING ERRCODE = '42501'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.name, NEW.purposes, NEW."startsOn", NEW."endsOn", NEW."proposedById", NEW."proposedAt") IS DISTINCT FROM (OLD.id, OLD.name, OLD.purposes, OLD."startsOn", OLD."endsOn", OLD."proposedById", OLD."proposedAt")
     OR OLD."withdrawnAt" IS NOT NULL AND NEW."withdrawnAt" IS DISTINCT FROM OLD."withdrawnAt"
     OR OLD."activatedAt" IS NOT NULL AND (NEW."activatedAt", NEW."activatedById") IS DISTINCT FROM (OLD."activatedAt", OLD."activatedById")
  THEN RAISE EXCEPTION 'an agreement stays as it was agreed' USING ERRCODE = '23514'; END IF;
  IF OLD."activatedAt" IS NULL AND NEW."activatedAt" IS NOT NULL AND (NEW."activatedById" IS DISTINCT FROM ctx_member() OR is_oneself(OLD."proposedById")
     OR EXISTS (SELECT FROM "AgreementSignature" s WHERE s."agreementId" = OLD.id AND is_oneself(s."recordedById")))
  THEN RAISE EXCEPTION 'an agreement is made live by a second person' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT OR UPDATE ON "Agreement" FOR EACH ROW EXECUTE FUNCTION guard_agreement();

CREATE FUNCTION guard_signature() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF ctx_member() IS NULL THEN RETURN NEW; END IF;
  IF OLD."withdrawnAt" IS NOT NULL OR NEW."withdrawnAt" IS NULL OR NEW."withdrawnById" IS DISTINCT FROM ctx_member() THEN RAISE EXCEPTION 'a signature is withdrawn once, and no more' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE UPDATE ON "AgreementSignature" FOR EACH ROW EXECUTE FUNCTION guard_signature();

/* Whether the asker confirmed, as the second person and in this very transaction, that an agency signs for these areas. */
CREATE FUNCTION confirmed_just_now(agreement uuid, agency uuid, triage boolean, area uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "SignatureProposal" p WHERE p."agreementId" = agreement AND p."agencyId" = agency AND p.decision = 'confirmed' AND p."decidedById" = ctx_member()
    AND p."decidedAt" = app_now() AND (p."coversTriage" OR NOT triage) AND (area IS NULL OR area = ANY (p."areaIds")))
$$;

/* Whether the asker records signatures: on a proposal at once, on a live agreement as the second person alone. */
CREATE FUNCTION records_signature(agreement uuid, agency uuid, triage boolean, area uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(governance_scope() = 'county', false) AND EXISTS (SELECT FROM "Agreement" a WHERE a.id = agreement AND a."withdrawnAt" IS NULL
    AND (a."activatedAt" IS NULL OR confirmed_just_now(agreement, agency, triage, area)))
$$;

GRANT INSERT (name, purposes, "startsOn", "endsOn", "proposedById", "proposedAt"), UPDATE ("activatedAt", "activatedById", version) ON "Agreement" TO hereward_app;
CREATE POLICY proposable ON "Agreement" FOR INSERT TO hereward_app WITH CHECK ((SELECT governance_scope()) = 'county' AND "proposedById" = (SELECT ctx_member()));
CREATE POLICY activatable ON "Agreement" FOR UPDATE TO hereward_app USING ((SELECT governance_scope()) = 'county' AND "withdrawnAt" IS NULL);

GRANT INSERT ("agreementId", "agencyId", "signatoryName", "signedOn", "endsOn", "coversTriage", "recordedById", "recordedAt"), UPDATE ("withdrawnAt", "withdrawnById", "withdrawReason", version) ON "AgreementSignature" TO hereward_app;
CREATE POLICY recordable ON "AgreementSignature" FOR INSERT TO hereward_app WITH CHECK (
  "recordedById" = (SELECT ctx_member()) AND "recordedAt" = (SELECT app_now()) AND "withdrawnAt" IS NULL AND records_signature("agreementId", "agencyId", "coversTriage", NULL));
CREATE POLICY withdrawable ON "AgreementSignature" FOR UPDATE TO hereward_app USING ((SELECT governance_scope()) = 'county' AND "withdrawnAt" IS NULL) WITH CHECK ("withdrawnById" = (SELECT ctx_member()));

GRANT INSERT ON "SignatureArea" TO hereward_app;
CREATE POLICY recordable ON "SignatureArea" FOR INSERT TO hereward_app WITH CHECK (
  (SELECT s."recordedById" = ctx_member() AND s."recordedAt" = app_now() AND records_signature(s."agreementId", s."agencyId", s."coversTriage", "SignatureArea"."areaId")
   FROM "AgreementSignature" s WHERE s.id = "SignatureArea"."signatureId"));

ALTER TABLE "SignatureProposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SignatureProposal" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ("agreementId", "agencyId", "signatoryName", "signedOn", "endsOn", "coversTriage", "areaIds", "askedById", "askedAt"), UPDATE (decision, "decidedById", "decidedAt", version) ON "SignatureProposal" TO hereward_app;
CREATE POLICY readable ON "SignatureProposal" FOR SELECT TO hereward_app USING (
  (SELECT governance_scope()) = 'county' OR "agencyId" = (SELECT ctx_agency()) AND (SELECT ctx_has_role('agency_admin')));
CREATE POLICY addable ON "SignatureProposal" FOR INSERT TO hereward_app WITH CHECK (
  (SELECT governance_scope()) = 'county' AND "askedById" = (SELECT ctx_member()) AND "decidedAt" IS NULL);
CREATE POLICY decidable ON "SignatureProposal" FOR UPDATE TO hereward_app USING ((SELECT governance_scope()) = 'county' AND "decidedAt" IS NULL)
  WITH CHECK ("decidedById" = (SELECT ctx_member()) AND "decidedAt" = (SELECT app_now()) AND (decision = 'declined' OR NOT is_oneself("askedById")));

/* What withdrawing a signature would end, as numbers: open cases the agency would lose reach of, those it leads, its open actions on them, and members who work cases there. For county governance, and for the agency's own administrators. */
CREATE FUNCTION withdrawal_effect(wanted uuid) RETURNS TABLE (cases int, led int, actions int, members int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH signature AS (
    SELECT s.* FROM "AgreementSignature" s WHERE s.id = wanted AND (governance_scope() = 'county' OR ctx_has_role('agency_admin') AND s."agencyId" = ctx_agency())),
  still AS (
    SELECT sa."areaId" FROM "AgreementSignature" o JOIN signature s ON s."agencyId" = o."agencyId" AND s.id <> o.id JOIN "Agreement" a ON a.id = o."agreementId" JOIN "SignatureArea" sa ON sa."signatureId" = o.id
    WHERE o."withdrawnAt" IS NULL AND a."withdrawnAt" IS NULL AND a."activatedAt" IS NOT NULL
      AND london_today() BETWEEN greatest(a."startsOn", o."signedOn") AND least(a."endsOn", coalesce(o."endsOn", a."endsOn"))),
  lost AS (
    SELECT sa."areaId", s."agencyId" FROM signature s JOIN "SignatureArea" sa ON sa."signatureId" = s.id
    WHERE sa."areaId" IN (SELECT unnest(live_areas(s."agencyId", false))) AND sa."areaId" NOT IN (SELECT "areaId" FROM still)),
  reached AS (
    SELECT c.id, g.level, g."agencyId" FROM lost l JOIN "Grant" g ON g."agencyId" = l."agencyId" JOIN "Case" c ON c.id = g."caseId" AND c."areaId" = l."areaId"
    WHERE c.status <> 'closed' AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > app_now()))
  SELECT (SELECT count(DISTINCT r.id)::int FROM reached r), (SELECT count(DISTINCT r.id)::int FROM reached r WHERE r.level = 'lead'),
         (SELECT count(DISTINCT a.id)::int FROM reached r JOIN "SharedAction" a ON a."caseId" = r.id AND a."ownerAgencyId" = r."agencyId" AND a.status IN ('offered', 'accepted')),
         (SELECT count(*)::int FROM signature s JOIN "Member" m ON m."agencyId" = s."agencyId" AND m.roles && ARRAY['practitioner', 'coordinator', 'manager', 'chair']::"MemberRole"[]
            AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now()) WHERE EXISTS (SELECT FROM lost))
  FROM signature
$$;

REVOKE EXECUTE ON FUNCTION guard_agreement(), guard_signature(), confirmed_just_now(uuid, uuid, boolean, uuid), records_signature(uuid, uuid, boolean, uuid), withdrawal_effect(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION confirmed_just_now(uuid, uuid, boolean, uuid), records_signature(uuid, uuid, boolean, uuid), withdrawal_effect(uuid) TO hereward_app;
