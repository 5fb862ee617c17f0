-- How a case ends: what each victim says of it, who proposed it, and who decided.
CREATE TABLE "VictimView" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "caseId" UUID NOT NULL,
  "involvementId" UUID NOT NULL,
  "view" TEXT NOT NULL,
  "words" TEXT NOT NULL DEFAULT '',
  "recordedById" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  CONSTRAINT "VictimView_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "VictimView_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "VictimView_involvement" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement"("id", "caseId"),
  CONSTRAINT "VictimView_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Member"("id"),
  CONSTRAINT "VictimView_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id"),
  CONSTRAINT "VictimView_view" CHECK (view IN ('agrees', 'disagrees', 'not_reached') AND (view <> 'disagrees' OR btrim(words) <> ''))
);
CREATE INDEX "VictimView_caseId_idx" ON "VictimView"("caseId");

CREATE TABLE "ClosureProposal" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "caseId" UUID NOT NULL,
  "outcome" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "because" TEXT[] NOT NULL DEFAULT '{}',
  "proposedById" UUID NOT NULL,
  "agencyId" UUID NOT NULL,
  "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "decision" TEXT,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "decisionReason" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "ClosureProposal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ClosureProposal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "ClosureProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Member"("id"),
  CONSTRAINT "ClosureProposal_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id"),
  CONSTRAINT "ClosureProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id"),
  CONSTRAINT "ClosureProposal_reason" CHECK (btrim(reason) <> ''),
  CONSTRAINT "ClosureProposal_because" CHECK (because <@ ARRAY['disagrees', 'was_red']),
  CONSTRAINT "ClosureProposal_decided" CHECK (num_nonnulls(decision, "decidedById", "decidedAt") IN (0, 3) AND decision IN ('closed', 'declined', 'withdrawn')),
  -- Where an approval is called for, somebody else gives it or says no.
  CONSTRAINT "ClosureProposal_second_person" CHECK (decision IS DISTINCT FROM 'closed' OR cardinality(because) = 0 OR "decidedById" <> "proposedById"),
  CONSTRAINT "ClosureProposal_approval_reason" CHECK (decision IS NULL OR decision = 'withdrawn' OR decision = 'closed' AND cardinality(because) = 0 OR btrim("decisionReason") <> '')
);
CREATE INDEX "ClosureProposal_caseId_idx" ON "ClosureProposal"("caseId");
CREATE UNIQUE INDEX "ClosureProposal_one_open" ON "ClosureProposal"("caseId") WHERE decision IS NULL;

-- The case that came before, where it began again after it had been closed too long to be opened.
ALTER TABLE "Case" ADD COLUMN "continuesId" UUID;
ALTER TABLE "Case" ADD CONSTRAINT "Case_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Case" ADD CONSTRAINT "Case_continues_another" CHECK ("continuesId" <> id);
CREATE INDEX "Case_continuesId_idx" ON "Case"("continuesId") WHERE "continuesId" IS NOT NULL;

CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE ON "VictimView" FOR EACH ROW EXECUTE FUNCTION refuse_change();
/* What was proposed stays as it was proposed, and is decided once. */
CREATE FUNCTION keep_closure_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a proposal to close stays' USING ERRCODE = '23514'; END IF;
  IF OLD.decision IS NOT NULL
     OR (NEW.id, NEW."caseId", NEW.outcome, NEW.reason, NEW.because, NEW."proposedById", NEW."agencyId", NEW."proposedAt")
        IS DISTINCT FROM (OLD.id, OLD."caseId", OLD.outcome, OLD.reason, OLD.because, OLD."proposedById", OLD."agencyId", OLD."proposedAt")
  THEN RAISE EXCEPTION 'a proposal to close stays as it was' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION keep_closure_proposal() FROM PUBLIC;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON "ClosureProposal" FOR EACH ROW EXECUTE FUNCTION keep_closure_proposal();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['VictimView', 'ClosureProposal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO hereward_app', t);
    EXECUTE format($f$CREATE POLICY readable ON %1$I FOR SELECT TO hereward_app USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND r.side <> 'perpetrator' LIMIT 1))$f$, t);
    EXECUTE format($f$CREATE POLICY not_by_glass ON %1$I AS RESTRICTIVE FOR INSERT TO hereward_app WITH CHECK ("caseId" <> ALL ((SELECT ctx_glass())::uuid[]))$f$, t);
  END LOOP;
END $$;
CREATE POLICY addable ON "VictimView" FOR INSERT TO hereward_app WITH CHECK (
  "recordedById" = (SELECT ctx_member())
  AND (SELECT true FROM case_reach r WHERE r."caseId" = "VictimView"."caseId" AND r.level >= 'contribute' AND r.side <> 'perpetrator' LIMIT 1));
CREATE POLICY addable ON "ClosureProposal" FOR INSERT TO hereward_app WITH CHECK (
  "proposedById" = (SELECT ctx_member())
  AND (SELECT true FROM case_reach r WHERE r."caseId" = "ClosureProposal"."caseId" AND r.level = 'lead' AND r.side <> 'perpetrator' LIMIT 1));
GRANT UPDATE (decision, "decidedById", "decidedAt", "decisionReason", version) ON "ClosureProposal" TO hereward_app;
CREATE POLICY decidable ON "ClosureProposal" FOR UPDATE TO hereward_app USING (
  decision IS NULL
  AND (SELECT true FROM case_reach r WHERE r."caseId" = "ClosureProposal"."caseId" AND r.level = 'lead' AND r.side <> 'perpetrator' LIMIT 1))
  WITH CHECK ("decidedById" = (SELECT ctx_member()));
CREATE POLICY unchanged_by_glass ON "ClosureProposal" AS RESTRICTIVE FOR UPDATE TO hereward_app USING ("caseId" <> ALL ((SELECT ctx_glass())::uuid[]));
