-- What must hold whatever the application does.

-- One live lead a case; one live grant an agency and case.
CREATE UNIQUE INDEX "Grant_one_live_lead" ON "Grant" ("caseId") WHERE level = 'lead' AND "revokedAt" IS NULL;
CREATE UNIQUE INDEX "Grant_one_live_per_agency" ON "Grant" ("caseId", "agencyId") WHERE "revokedAt" IS NULL;
CREATE INDEX "Grant_live_agency" ON "Grant" ("agencyId", "caseId") INCLUDE (level, side) WHERE "revokedAt" IS NULL;

ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_case_or_report" CHECK (num_nonnulls("caseId", "reportId") = 1);
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_author_reads_it" CHECK (cardinality(audience) = 0 OR "authorAgencyId" = ANY (audience));
ALTER TABLE "Entry" ALTER COLUMN audience SET NOT NULL;
ALTER TABLE "Report" ALTER COLUMN audience SET NOT NULL;
ALTER TABLE "Report" ADD CONSTRAINT "Report_taker_reads_it" CHECK (cardinality(audience) = 0 OR "agencyId" = ANY (audience));
ALTER TABLE "Report" ADD CONSTRAINT "Report_not_from_the_future" CHECK ("happenedFrom" <= "receivedAt" + interval '1 minute');
ALTER TABLE "Case" ADD CONSTRAINT "Case_closed_has_outcome" CHECK ((status = 'closed') = ("closedAt" IS NOT NULL) AND ("closedAt" IS NULL) = (outcome IS NULL));
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_done_has_outcome" CHECK (status <> 'done' OR length(trim(coalesce(outcome, ''))) > 0);
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_declined_has_reason" CHECK (status <> 'declined' OR length(trim(coalesce("declineReason", ''))) > 0);
ALTER TABLE "RagOverride" ADD CONSTRAINT "RagOverride_has_reason" CHECK (length(trim(reason)) > 0 AND direction IN ('up', 'down') AND (direction = 'up' OR "expiresOn" IS NOT NULL));
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_ordered" CHECK ("aId" < "bId" AND decision IN ('same', 'different', 'possible'));
CREATE UNIQUE INDEX "MatchDecision_one_live" ON "MatchDecision" ("aId", "bId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Template_one_published" ON "Template" (key) WHERE status = 'published';
ALTER TABLE "Template" ADD CONSTRAINT "Template_two_people" CHECK (status = 'draft' OR "approvedById" IS NULL OR "approvedById" <> "secondedById");
CREATE UNIQUE INDEX "LiveTrigger_one_live" ON "LiveTrigger" ("caseId", key, coalesce("involvementId", "caseId")) WHERE "endedAt" IS NULL;
ALTER TABLE "Intervention" ADD CONSTRAINT "Intervention_one_subject" CHECK (num_nonnulls("personId", "householdId", "placeId") = 1);
ALTER TABLE "ClockOffset" ADD CONSTRAINT "ClockOffset_single" CHECK (id = 1);

-- A child row can never hang on another case.
ALTER TABLE "Intervention" ADD CONSTRAINT "Intervention_id_case" UNIQUE (id, "caseId");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_id_case" UNIQUE (id, "caseId");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_involvement_on_case" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement" (id, "caseId");
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_supersedes_on_case" FOREIGN KEY ("supersedesId", "caseId") REFERENCES "Assessment" (id, "caseId");
ALTER TABLE "LiveTrigger" ADD CONSTRAINT "LiveTrigger_involvement_on_case" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement" (id, "caseId");
ALTER TABLE "LiveTrigger" ADD CONSTRAINT "LiveTrigger_assessment_on_case" FOREIGN KEY ("assessmentId", "caseId") REFERENCES "Assessment" (id, "caseId");
ALTER TABLE "LiveTrigger" ADD CONSTRAINT "LiveTrigger_entry_on_case" FOREIGN KEY ("entryId", "caseId") REFERENCES "Entry" (id, "caseId");
ALTER TABLE "Need" ADD CONSTRAINT "Need_involvement_on_case" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement" (id, "caseId");
ALTER TABLE "ContactPlan" ADD CONSTRAINT "ContactPlan_involvement_on_case" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement" (id, "caseId");
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_entry_on_case" FOREIGN KEY ("entryId", "caseId") REFERENCES "Entry" (id, "caseId");
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_involvement_on_case" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement" (id, "caseId");
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_involvement_on_case" FOREIGN KEY ("involvementId", "caseId") REFERENCES "Involvement" (id, "caseId");
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_corrects_on_case" FOREIGN KEY ("correctsId", "caseId") REFERENCES "Entry" (id, "caseId");
ALTER TABLE "Breach" ADD CONSTRAINT "Breach_intervention_on_case" FOREIGN KEY ("interventionId", "caseId") REFERENCES "Intervention" (id, "caseId");

-- Authors and askers are real members; the rows they made keep them.
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_author" FOREIGN KEY ("authorId") REFERENCES "Member" (id);
ALTER TABLE "Report" ADD CONSTRAINT "Report_taker" FOREIGN KEY ("takenById") REFERENCES "Member" (id);
ALTER TABLE "Report" ADD CONSTRAINT "Report_agency" FOREIGN KEY ("agencyId") REFERENCES "Agency" (id);
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_assessor" FOREIGN KEY ("assessedById") REFERENCES "Member" (id);
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_owner" FOREIGN KEY ("ownerAgencyId") REFERENCES "Agency" (id);
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_owner_member" FOREIGN KEY ("ownerMemberId") REFERENCES "Member" (id);
ALTER TABLE "SharedAction" ADD CONSTRAINT "SharedAction_asker" FOREIGN KEY ("askedById") REFERENCES "Member" (id);

-- Insert only, for every role, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON "Entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON "Assessment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON "RagChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON "Contact" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON "Entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A grant is revoked, never edited; a published template is frozen; a report's words stay as received.
CREATE FUNCTION keep_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."revokedAt" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['revokedAt', 'revokedById', 'revokeReason']) <> (to_jsonb(OLD) - ARRAY['revokedAt', 'revokedById', 'revokeReason']) THEN
    RAISE EXCEPTION 'a grant is revoked, never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revoke_only BEFORE UPDATE ON "Grant" FOR EACH ROW EXECUTE FUNCTION keep_grant();

CREATE FUNCTION keep_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND (to_jsonb(NEW) - ARRAY['status', 'retiredAt']) <> (to_jsonb(OLD) - ARRAY['status', 'retiredAt']) THEN
    RAISE EXCEPTION 'a published template is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_once_published BEFORE UPDATE ON "Template" FOR EACH ROW EXECUTE FUNCTION keep_template();

CREATE FUNCTION keep_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE movable text[] := ARRAY['status', 'caseId', 'sameEventAsId', 'heading', 'qualifier', 'adviceGiven', 'version'];
BEGIN
  IF (to_jsonb(NEW) - movable) <> (to_jsonb(OLD) - movable) THEN
    RAISE EXCEPTION 'a report keeps the words in which it was received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER as_received BEFORE UPDATE ON "Report" FOR EACH ROW EXECUTE FUNCTION keep_report();

-- No case leaves intake without a completed assessment (the Fenland pilot's rule).
CREATE FUNCTION assessed_before_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.status <> 'intake' AND (TG_OP = 'INSERT' OR OLD.status = 'intake')
     AND NOT EXISTS (SELECT FROM "Assessment" a WHERE a."caseId" = NEW.id) THEN
    RAISE EXCEPTION 'a case cannot leave intake without a risk assessment' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessed_first BEFORE INSERT OR UPDATE OF status ON "Case" FOR EACH ROW EXECUTE FUNCTION assessed_before_open();

-- An open case has exactly one live lead when its transaction ends.
CREATE FUNCTION open_case_has_lead() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE wanted uuid;
BEGIN
  IF TG_TABLE_NAME = 'Case' THEN wanted := NEW.id; ELSE wanted := NEW."caseId"; END IF;
  IF EXISTS (SELECT FROM "Case" c WHERE c.id = wanted AND c.status <> 'closed')
     AND NOT EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = wanted AND g.level = 'lead' AND g."revokedAt" IS NULL) THEN
    RAISE EXCEPTION 'an open case has a lead agency' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_lead AFTER INSERT OR UPDATE OF status ON "Case" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION open_case_has_lead();
CREATE CONSTRAINT TRIGGER has_lead AFTER UPDATE ON "Grant" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION open_case_has_lead();

-- Live: ids only. Whoever listens asks again as themselves.
CREATE FUNCTION tell_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hereward_entry', NEW."caseId"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT ON "Entry" FOR EACH ROW EXECUTE FUNCTION tell_entry();
CREATE FUNCTION tell_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hereward_notice', NEW."memberId"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT ON "Notification" FOR EACH ROW EXECUTE FUNCTION tell_notice();
