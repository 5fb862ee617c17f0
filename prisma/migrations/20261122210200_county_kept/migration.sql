-- A county is set up through the pages: its areas and agencies are kept by county governance.
ALTER TABLE "Area" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

GRANT INSERT ON "Organisation", "Agency", "Area" TO hereward_app;
GRANT UPDATE (name, "shortName", "contactName", "contactPhone", "outOfHoursName", "outOfHoursPhone", homes, "emailDomains", version) ON "Agency" TO hereward_app;
GRANT UPDATE (name, "validTo", "intakeAgencyId", "intakeMemberId", version) ON "Area" TO hereward_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Organisation', 'Agency', 'Area'] LOOP
    EXECUTE format($f$CREATE POLICY addable ON %I FOR INSERT TO hereward_app WITH CHECK ((SELECT governance_scope()) = 'county')$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Agency', 'Area'] LOOP
    EXECUTE format($f$CREATE POLICY changeable ON %I FOR UPDATE TO hereward_app USING ((SELECT governance_scope()) = 'county')$f$, t);
  END LOOP;
END $$;
