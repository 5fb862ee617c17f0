-- The second wall. Written from the rule in docs/access.md, not from the application's predicate.
-- Policies are correlated scalar sub-selects, which the planner answers by index; as EXISTS it hashes whole tables.

/* What the asking member reaches, and how far. Runs as its owner, so policies may ask it without asking themselves. */
CREATE VIEW case_reach AS
  SELECT g."caseId", g.level, g.side
    FROM "Grant" g JOIN "Case" c ON c.id = g."caseId"
    WHERE g."agencyId" = (SELECT ctx_reach_agency()) AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > (SELECT app_now()))
      AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[])
  UNION ALL
  -- Chair and coordinator of a panel: every open red case of its area, both sides.
  SELECT c.id, 'contribute'::"GrantLevel", 'both'::"Side"
    FROM "Case" c
    WHERE c."areaId" = ANY ((SELECT ctx_panel_areas())::uuid[]) AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[])
      AND c.rag = 'red' AND c.status <> 'closed'
  UNION ALL
  -- The case being opened in this very transaction.
  SELECT (SELECT ctx_opening_case()), 'lead'::"GrantLevel", 'both'::"Side" WHERE (SELECT ctx_opening_case()) IS NOT NULL;
GRANT SELECT ON case_reach TO hereward_app;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname !~ '^_' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;

  -- What every member may look up: who works where, under which agreement, and the lists.
  FOREACH t IN ARRAY ARRAY['Organisation', 'Agency', 'Team', 'Member', 'Area', 'Agreement', 'AgreementSignature', 'SignatureArea', 'Code', 'TimeStandard', 'Template', 'InterventionType', 'Panel'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO hereward_app', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO hereward_app USING ((SELECT ctx_member()) IS NOT NULL)', t);
  END LOOP;

  -- What is a member's own.
  FOREACH t IN ARRAY ARRAY['Draft', 'IdempotencyRecord', 'CaseLook'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hereward_app', t);
    EXECUTE format('CREATE POLICY own ON %I TO hereward_app USING ("memberId" = (SELECT ctx_member())) WITH CHECK ("memberId" = (SELECT ctx_member()))', t);
  END LOOP;

  -- What belongs to a case and is read at contribute, by side.
  FOREACH t IN ARRAY ARRAY['Assessment', 'Need', 'ContactPlan'] LOOP
    EXECUTE format($f$CREATE POLICY readable ON %1$I FOR SELECT TO hereward_app USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1))$f$, t);
  END LOOP;

  -- What everyone on the case may read, the perpetrator's side apart: colour, its causes and its history.
  FOREACH t IN ARRAY ARRAY['LiveTrigger', 'RagOverride', 'RagChange'] LOOP
    EXECUTE format($f$CREATE POLICY readable ON %1$I FOR SELECT TO hereward_app USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'summary' AND r.side <> 'perpetrator' LIMIT 1))$f$, t);
  END LOOP;

  -- What everyone on the case may read.
  FOREACH t IN ARRAY ARRAY['Grant', 'CaseMember', 'Warning', 'Intervention', 'Household', 'Breach', 'RetentionHold'] LOOP
    EXECUTE format($f$CREATE POLICY readable ON %1$I FOR SELECT TO hereward_app USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'summary' LIMIT 1))$f$, t);
  END LOOP;

  -- Adding to a case takes contribute.
  FOREACH t IN ARRAY ARRAY['Assessment', 'Need', 'ContactPlan', 'LiveTrigger', 'RagOverride', 'RagChange', 'CaseMember', 'Warning', 'Intervention', 'Household', 'Breach', 'SharedAction', 'Referral', 'DutyCall', 'RetentionHold'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO hereward_app', t);
    EXECUTE format($f$CREATE POLICY addable ON %1$I FOR INSERT TO hereward_app WITH CHECK (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' LIMIT 1))$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Need', 'ContactPlan', 'LiveTrigger', 'RagOverride', 'CaseMember', 'Warning', 'Intervention', 'Referral', 'DutyCall', 'RetentionHold'] LOOP
    EXECUTE format($f$CREATE POLICY changeable ON %1$I FOR UPDATE TO hereward_app USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' LIMIT 1))$f$, t);
  END LOOP;
END $$;

-- Cases.
GRANT SELECT, INSERT, UPDATE ON "Case" TO hereward_app;
CREATE POLICY readable ON "Case" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Case".id AND r.level >= 'summary' LIMIT 1));
CREATE POLICY openable ON "Case" FOR INSERT TO hereward_app WITH CHECK (
  id = (SELECT ctx_opening_case()) AND "openedById" = (SELECT ctx_member()) AND "areaId" = ANY ((SELECT ctx_areas())::uuid[]));
CREATE POLICY changeable ON "Case" FOR UPDATE TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Case".id AND r.level >= 'contribute' LIMIT 1));

-- Grants: only the lead shares, and nobody grants their own agency anything but by opening a case.
GRANT SELECT, INSERT, UPDATE ("revokedAt", "revokedById", "revokeReason") ON "Grant" TO hereward_app;
CREATE POLICY shareable ON "Grant" FOR INSERT TO hereward_app WITH CHECK (
  "grantedById" = (SELECT ctx_member())
  AND (SELECT true FROM case_reach r WHERE r."caseId" = "Grant"."caseId" AND r.level = 'lead' LIMIT 1)
  AND ("caseId" = (SELECT ctx_opening_case()) OR "agencyId" <> (SELECT ctx_agency()))
  -- An agency without a live agreement for the case's area cannot be given anything.
  AND (SELECT c."areaId" = ANY (live_areas("Grant"."agencyId", false)) FROM "Case" c WHERE c.id = "Grant"."caseId"));
GRANT EXECUTE ON FUNCTION live_areas(uuid, boolean) TO hereward_app;
CREATE POLICY revocable ON "Grant" FOR UPDATE TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Grant"."caseId" AND r.level = 'lead' LIMIT 1));

-- The log.
GRANT SELECT, INSERT ON "Entry" TO hereward_app;
GRANT USAGE ON SEQUENCE "Entry_seq_seq", "RagChange_seq_seq" TO hereward_app;
CREATE POLICY readable ON "Entry" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Entry"."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR "Entry".side IN ('both', r.side)) LIMIT 1)
  AND (cardinality(audience) = 0 OR (SELECT ctx_agency()) = ANY (audience))
  AND (NOT "membersOnly" OR "authorId" = (SELECT ctx_member())
       OR (SELECT true FROM "CaseMember" m WHERE m."caseId" = "Entry"."caseId" AND m."memberId" = (SELECT ctx_member()) AND (m."endsAt" IS NULL OR m."endsAt" > (SELECT app_now())) LIMIT 1)));
CREATE POLICY writable ON "Entry" FOR INSERT TO hereward_app WITH CHECK (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Entry"."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR "Entry".side IN ('both', r.side)) LIMIT 1)
  AND ("authorId" IS NULL OR "authorId" = (SELECT ctx_member()))
  AND ("authorAgencyId" IS NULL OR "authorAgencyId" = (SELECT ctx_agency())));
GRANT SELECT, INSERT ON "Contact" TO hereward_app;
CREATE POLICY readable ON "Contact" FOR SELECT TO hereward_app USING ((SELECT true FROM "Entry" e WHERE e.id = "Contact"."entryId" LIMIT 1));
CREATE POLICY addable ON "Contact" FOR INSERT TO hereward_app WITH CHECK (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Contact"."caseId" AND r.level >= 'contribute' LIMIT 1));

-- Reports: by the case, by the agency that took it, by triage; a call taker reads what they took for a day.
GRANT SELECT, INSERT, UPDATE (status, "caseId", "sameEventAsId", heading, qualifier, "adviceGiven", version) ON "Report" TO hereward_app;
CREATE POLICY readable ON "Report" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Report"."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR "Report".side IN ('both', r.side)) LIMIT 1)
    AND (cardinality(audience) = 0 OR (SELECT ctx_agency()) = ANY (audience))
  OR "agencyId" = (SELECT ctx_reach_agency()) AND "areaId" = ANY ((SELECT ctx_areas())::uuid[])
  OR "takenById" = (SELECT ctx_member()) AND "receivedAt" > (SELECT app_now()) - interval '24 hours' AND "areaId" = ANY ((SELECT ctx_areas())::uuid[])
  OR "caseId" IS NULL AND "areaId" = ANY ((SELECT ctx_triage_areas())::uuid[])
    AND (cardinality(audience) = 0 OR (SELECT ctx_agency()) = ANY (audience)));
CREATE POLICY takeable ON "Report" FOR INSERT TO hereward_app WITH CHECK (
  "takenById" = (SELECT ctx_member()) AND "agencyId" = (SELECT ctx_agency()) AND "areaId" = ANY ((SELECT ctx_areas())::uuid[]));
CREATE POLICY movable ON "Report" FOR UPDATE TO hereward_app USING (
  "agencyId" = (SELECT ctx_agency()) OR "areaId" = ANY ((SELECT ctx_triage_areas())::uuid[]))
  WITH CHECK ("caseId" IS NULL OR (SELECT true FROM case_reach r WHERE r."caseId" = "Report"."caseId" AND r.level >= 'contribute' LIMIT 1));

-- People: only through a visible case or report, by side; or as the very row just written.
GRANT SELECT, INSERT, UPDATE ("endsAt", "endReason", role, note, version) ON "Involvement" TO hereward_app;
CREATE POLICY readable ON "Involvement" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Involvement"."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR "Involvement".side IN ('both', r.side)) LIMIT 1)
  OR (SELECT true FROM "Report" t WHERE t.id = "Involvement"."reportId" LIMIT 1));
CREATE POLICY addable ON "Involvement" FOR INSERT TO hereward_app WITH CHECK (
  "addedById" = (SELECT ctx_member()) AND (
    (SELECT true FROM case_reach r WHERE r."caseId" = "Involvement"."caseId" AND r.level >= 'contribute' LIMIT 1)
    OR (SELECT true FROM "Report" t WHERE t.id = "Involvement"."reportId" LIMIT 1)));
CREATE POLICY changeable ON "Involvement" FOR UPDATE TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Involvement"."caseId" AND r.level >= 'contribute' LIMIT 1));

GRANT SELECT, INSERT, UPDATE ON "Person" TO hereward_app;
CREATE POLICY readable ON "Person" FOR SELECT TO hereward_app USING (
  (SELECT true FROM "Involvement" i WHERE i."personId" = "Person".id LIMIT 1)
  OR "recordedById" = (SELECT ctx_member()) AND "recordedAt" = (SELECT app_now()));
CREATE POLICY addable ON "Person" FOR INSERT TO hereward_app WITH CHECK ("recordedById" = (SELECT ctx_member()));
CREATE POLICY changeable ON "Person" FOR UPDATE TO hereward_app USING ((SELECT true FROM "Involvement" i WHERE i."personId" = "Person".id LIMIT 1));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Alias', 'Residence', 'ContactPoint'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO hereward_app', t);
    EXECUTE format($f$CREATE POLICY readable ON %1$I FOR SELECT TO hereward_app USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1)
      OR (SELECT true FROM "Report" t WHERE t.id = %1$I."reportId" LIMIT 1))$f$, t);
    EXECUTE format($f$CREATE POLICY addable ON %1$I FOR INSERT TO hereward_app WITH CHECK (
      "recordedById" = (SELECT ctx_member()) AND num_nonnulls("caseId", "reportId") = 1 AND (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' LIMIT 1)
      OR (SELECT true FROM "Report" t WHERE t.id = %1$I."reportId" LIMIT 1)))$f$, t);
  END LOOP;
END $$;
GRANT UPDATE ("endsOn") ON "Residence" TO hereward_app;
CREATE POLICY changeable ON "Residence" FOR UPDATE TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Residence"."caseId" AND r.level >= 'contribute' LIMIT 1));

GRANT SELECT, INSERT ON "MatchDecision" TO hereward_app;
GRANT UPDATE ("endedAt") ON "MatchDecision" TO hereward_app;
CREATE POLICY decidable ON "MatchDecision" TO hereward_app USING (
  (SELECT true FROM "Person" p WHERE p.id = "MatchDecision"."aId" LIMIT 1) AND (SELECT true FROM "Person" p WHERE p.id = "MatchDecision"."bId" LIMIT 1));

-- Places: the gazetteer is everyone's; what a member typed shows who reported, so it is its agency's and the case's.
GRANT SELECT, INSERT ON "Place" TO hereward_app;
CREATE POLICY readable ON "Place" FOR SELECT TO hereward_app USING (
  "agencyId" IS NULL AND (SELECT ctx_member()) IS NOT NULL
  OR "agencyId" = (SELECT ctx_agency())
  OR (SELECT true FROM "Case" c WHERE c."placeId" = "Place".id LIMIT 1)
  OR (SELECT true FROM "Report" t WHERE t."placeId" = "Place".id LIMIT 1)
  OR (SELECT true FROM "Residence" h WHERE h."placeId" = "Place".id LIMIT 1));
CREATE POLICY addable ON "Place" FOR INSERT TO hereward_app WITH CHECK ("agencyId" = (SELECT ctx_agency()) AND "areaId" = ANY ((SELECT ctx_areas())::uuid[]));

-- Actions and referrals: everyone at contribute, and the agency that is asked, from summary up.
CREATE POLICY readable ON "SharedAction" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "SharedAction"."caseId"
     AND (r.level >= 'contribute' AND (r.side = 'both' OR "SharedAction".side IN ('both', r.side)) OR r.level >= 'summary' AND "SharedAction"."ownerAgencyId" = (SELECT ctx_reach_agency())) LIMIT 1));
GRANT UPDATE ON "SharedAction" TO hereward_app;
CREATE POLICY changeable ON "SharedAction" FOR UPDATE TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "SharedAction"."caseId"
     AND (r.level >= 'contribute' OR r.level >= 'summary' AND "SharedAction"."ownerAgencyId" = (SELECT ctx_reach_agency())) LIMIT 1));
CREATE POLICY readable ON "Referral" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Referral"."caseId"
     AND (r.level >= 'contribute' AND (r.side = 'both' OR "Referral".side IN ('both', r.side)) OR r.level >= 'summary' AND "Referral"."toAgencyId" = (SELECT ctx_reach_agency())) LIMIT 1));
CREATE POLICY readable ON "DutyCall" FOR SELECT TO hereward_app USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "DutyCall"."caseId" AND r.level >= 'contribute' AND r.side <> 'perpetrator' LIMIT 1));
GRANT UPDATE ON "Need", "ContactPlan", "Warning", "Intervention", "Referral", "DutyCall" TO hereward_app;
GRANT UPDATE ("endedAt", "endedById", "endReason", version) ON "LiveTrigger" TO hereward_app;
GRANT UPDATE ("endedAt") ON "RagOverride", "RetentionHold" TO hereward_app;
GRANT UPDATE ("endsAt") ON "CaseMember" TO hereward_app;
GRANT SELECT, INSERT ON "HouseholdMember" TO hereward_app;
CREATE POLICY readable ON "HouseholdMember" TO hereward_app USING ((SELECT true FROM "Household" h WHERE h.id = "HouseholdMember"."householdId" LIMIT 1));

-- Notices: a member reads their own; who acts on a case may leave one for someone else.
GRANT SELECT, INSERT, UPDATE ("readAt") ON "Notification" TO hereward_app;
CREATE POLICY own ON "Notification" FOR SELECT TO hereward_app USING ("memberId" = (SELECT ctx_member()));
CREATE POLICY readmark ON "Notification" FOR UPDATE TO hereward_app USING ("memberId" = (SELECT ctx_member()));
CREATE POLICY leave ON "Notification" FOR INSERT TO hereward_app WITH CHECK ((SELECT ctx_member()) IS NOT NULL);
GRANT UPDATE ("mailedAt") ON "Notification" TO hereward_jobs;

-- Sign-in alone.
GRANT SELECT ON "User", "Member", "Agency", "Credential" TO hereward_auth;
GRANT UPDATE ("totpLastStep") ON "Credential" TO hereward_auth;
GRANT SELECT, INSERT ON "Session" TO hereward_auth;
GRANT UPDATE ("revokedAt", "lastSeenAt", "memberId") ON "Session" TO hereward_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON "RateLimit" TO hereward_auth;
CREATE POLICY signin ON "User" FOR SELECT TO hereward_auth USING (true);
CREATE POLICY signin ON "Member" FOR SELECT TO hereward_auth USING (true);
CREATE POLICY signin ON "Agency" FOR SELECT TO hereward_auth USING (true);
CREATE POLICY signin ON "Credential" TO hereward_auth USING (true);
CREATE POLICY signin ON "Session" TO hereward_auth USING (true);
CREATE POLICY signin ON "RateLimit" TO hereward_auth USING (true);

-- Reviewed definer functions: ids, references and numbers only, where the row itself is not visible.

/* Open cases at a place, as pointers: reference and lead agency, for members whose agency has a live agreement there. Restricted cases are not found. */
CREATE FUNCTION pointers_at_place(wanted uuid) RETURNS TABLE (reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE c."placeId" = wanted AND c.status <> 'closed' AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
  ORDER BY c."openedAt" DESC LIMIT 20
$$;
/* The same for an exact reference. */
CREATE FUNCTION pointer_by_reference(wanted text) RETURNS TABLE (reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE c.reference = wanted AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
$$;
/* How many reports a place has had since a time, and which agencies took them: what a pointer by place shows. */
CREATE FUNCTION reports_at_place(wanted uuid, since timestamptz) RETURNS TABLE ("agencyId" uuid, reports int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t."agencyId", count(*)::int FROM "Report" t LEFT JOIN "Case" c ON c.id = t."caseId"
  WHERE t."placeId" = wanted AND t."receivedAt" >= since AND t."sameEventAsId" IS NULL AND cardinality(t.audience) = 0
    AND NOT coalesce(c."isRestricted", false) AND t."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
  GROUP BY t."agencyId"
$$;
/* People on the other side of a case, as the label that side's workers know them by: never a name. */
CREATE FUNCTION other_side_of(wanted uuid) RETURNS TABLE (id uuid, role "InvolvementRole", label text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, i.role, i.label FROM "Involvement" i
  WHERE i."caseId" = wanted AND i."endsAt" IS NULL AND i.role IN ('victim', 'alleged_perpetrator', 'perpetrator')
    AND (SELECT bool_or(r.level >= 'summary') AND bool_and(r.side <> 'both' AND i.side NOT IN ('both', r.side)) FROM case_reach r WHERE r."caseId" = wanted)
$$;
/* Sealed entries' one-line notices: that an agency holds something, where its author allows. */
CREATE FUNCTION sealed_notices_of(wanted uuid) RETURNS TABLE ("entryId" uuid, "agencyId" uuid, notice text, "recordedAt" timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, e."authorAgencyId", e.notice, e."recordedAt" FROM "Entry" e
  WHERE e."caseId" = wanted AND e.notice <> '' AND cardinality(e.audience) > 0 AND NOT (ctx_agency() = ANY (e.audience))
    AND EXISTS (SELECT FROM case_reach r WHERE r."caseId" = wanted AND r.level >= 'contribute' AND (r.side = 'both' OR e.side IN ('both', r.side)))
$$;
REVOKE EXECUTE ON FUNCTION pointers_at_place(uuid), pointer_by_reference(text), reports_at_place(uuid, timestamptz), other_side_of(uuid), sealed_notices_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pointers_at_place(uuid), pointer_by_reference(text), reports_at_place(uuid, timestamptz), other_side_of(uuid), sealed_notices_of(uuid) TO hereward_app;
