-- A case that was handed to another district. The district and the agency it came from stay on it: an agency's agreement for either lets it
-- work the case, and the perpetrator's side knows these two and no others, so that nobody learns there where, or that, somebody moved.
ALTER TABLE "Case"
  ADD COLUMN "fromAreaId" UUID,
  ADD COLUMN "fromAgencyId" UUID,
  ADD COLUMN "fromOfficerId" UUID,
  ADD COLUMN "movedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "Case_fromOfficerId_fkey" FOREIGN KEY ("fromOfficerId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Case_fromAreaId_fkey" FOREIGN KEY ("fromAreaId") REFERENCES "Area"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Case_fromAgencyId_fkey" FOREIGN KEY ("fromAgencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "Case_moved" CHECK (num_nonnulls("fromAreaId", "fromAgencyId", "movedAt") IN (0, 3));

/* The districts whose agreements let an agency work a case on a side. */
CREATE FUNCTION areas_of_case(area uuid, came_from uuid, on_side "Side") RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN on_side = 'perpetrator' THEN ARRAY[coalesce(came_from, area)] ELSE ARRAY[area, coalesce(came_from, area)] END $$;
REVOKE EXECUTE ON FUNCTION areas_of_case(uuid, uuid, "Side") FROM PUBLIC;
GRANT EXECUTE ON FUNCTION areas_of_case(uuid, uuid, "Side") TO hereward_app;

CREATE OR REPLACE VIEW case_reach AS
  SELECT g."caseId", g.level, g.side
    FROM "Grant" g JOIN "Case" c ON c.id = g."caseId"
    WHERE g."agencyId" = (SELECT ctx_reach_agency()) AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > (SELECT app_now()))
      AND CASE WHEN g.side = 'perpetrator' THEN coalesce(c."fromAreaId", c."areaId") = ANY ((SELECT ctx_areas())::uuid[])
               ELSE c."areaId" = ANY ((SELECT ctx_areas())::uuid[]) OR c."fromAreaId" = ANY ((SELECT ctx_areas())::uuid[]) END
      AND g."caseId" <> ALL ((SELECT ctx_excluded())::uuid[])
  UNION ALL
  -- Chair and coordinator of a panel: every open red case of its area, both sides.
  SELECT c.id, 'contribute'::"GrantLevel", 'both'::"Side"
    FROM "Case" c
    WHERE c."areaId" = ANY ((SELECT ctx_panel_areas())::uuid[]) AND c."areaId" = ANY ((SELECT ctx_areas())::uuid[])
      AND c.rag = 'red' AND c.status <> 'closed' AND c.id <> ALL ((SELECT ctx_excluded())::uuid[])
  UNION ALL
  -- The case being opened in this very transaction.
  SELECT (SELECT ctx_opening_case()), 'lead'::"GrantLevel", 'both'::"Side" WHERE (SELECT ctx_opening_case()) IS NOT NULL
  UNION ALL
  -- The case that this member reads in an emergency, on their agency's side.
  SELECT "caseId", 'contribute'::"GrantLevel", (SELECT ctx_side()) FROM unnest((SELECT ctx_glass())::uuid[]) AS broken ("caseId");

-- A share rests on an agreement for a district that the case is known in on that side.
ALTER POLICY shareable ON "Grant" WITH CHECK (
  "grantedById" = (SELECT ctx_member())
  AND (SELECT true FROM case_reach r WHERE r."caseId" = "Grant"."caseId" AND r.level = 'lead' LIMIT 1)
  AND ("caseId" = (SELECT ctx_opening_case()) OR "agencyId" <> (SELECT ctx_agency()))
  AND (SELECT areas_of_case(c."areaId", c."fromAreaId", "Grant".side) && live_areas("Grant"."agencyId", false) FROM "Case" c WHERE c.id = "Grant"."caseId"));

-- On a case that went to another district, the perpetrator's side reads its own grants and members, and those of agencies that it knew before.
ALTER POLICY readable ON "Grant" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "Grant"."caseId" AND r.level >= 'summary' AND (r.side <> 'perpetrator' OR "Grant"."agencyId" = (SELECT ctx_agency())
     OR (SELECT c."fromAreaId" IS NULL OR "Grant"."revokedAt" IS NULL AND ("Grant"."grantedAt" < c."movedAt" OR "Grant"."agencyId" = c."fromAgencyId") FROM "Case" c WHERE c.id = "Grant"."caseId")) LIMIT 1));
ALTER POLICY readable ON "CaseMember" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "CaseMember"."caseId" AND r.level >= 'summary' AND (r.side <> 'perpetrator' OR "CaseMember"."agencyId" = (SELECT ctx_agency())
     OR (SELECT c."fromAreaId" IS NULL OR "CaseMember"."startsAt" < c."movedAt" OR "CaseMember"."agencyId" = c."fromAgencyId" FROM "Case" c WHERE c.id = "CaseMember"."caseId")) LIMIT 1));

/*
 * The pointer to a case as the asker may have it: no row where they may not know of it. On the perpetrator's side, and to agencies without an
 * agreement for the district it went to, it is the case of the district it came from, led by the agency that led it there.
 */
CREATE FUNCTION pointer_of(asked "Case") RETURNS TABLE ("leadAgencyId" uuid, "areaId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH known AS (
    SELECT ctx_side() = 'perpetrator' OR EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = asked.id AND g."agencyId" = ctx_agency() AND g.side = 'perpetrator' AND g."revokedAt" IS NULL) AS other_side)
  SELECT CASE WHEN asked."fromAreaId" IS NOT NULL AND (k.other_side OR asked."areaId" <> ALL (ctx_areas())) THEN asked."fromAgencyId"
              ELSE (SELECT g."agencyId" FROM "Grant" g WHERE g."caseId" = asked.id AND g.level = 'lead' AND g."revokedAt" IS NULL) END,
         CASE WHEN asked."fromAreaId" IS NOT NULL AND (k.other_side OR asked."areaId" <> ALL (ctx_areas())) THEN asked."fromAreaId" ELSE asked."areaId" END
  FROM known k
  WHERE ctx_member() IS NOT NULL AND asked.id <> ALL (ctx_excluded())
    AND areas_of_case(asked."areaId", asked."fromAreaId", CASE WHEN k.other_side THEN 'perpetrator'::"Side" ELSE 'both' END) && ctx_areas()
$$;
REVOKE EXECUTE ON FUNCTION pointer_of("Case") FROM PUBLIC;

CREATE OR REPLACE FUNCTION pointers_at_place(wanted uuid) RETURNS TABLE (reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.reference, p."leadAgencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c CROSS JOIN LATERAL pointer_of(c) p
  WHERE c."placeId" = wanted AND c.status <> 'closed' AND NOT c."isRestricted"
  ORDER BY c."openedAt" DESC LIMIT 20
$$;
CREATE OR REPLACE FUNCTION pointer_by_reference(wanted text) RETURNS TABLE (reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.reference, p."leadAgencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c CROSS JOIN LATERAL pointer_of(c) p
  WHERE c.reference = wanted AND NOT c."isRestricted"
$$;
CREATE OR REPLACE FUNCTION pointers_at_places(wanted uuid[]) RETURNS TABLE ("placeId" uuid, reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c."placeId", c.reference, p."leadAgencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c CROSS JOIN LATERAL pointer_of(c) p
  WHERE c."placeId" = ANY (wanted[1:50]) AND c.status <> 'closed' AND NOT c."isRestricted"
  ORDER BY c."openedAt" DESC LIMIT 60
$$;
-- Where a report went tells of the lead as a pointer does.
DO $$
DECLARE was text := pg_get_functiondef('where_reports_went(uuid[])'::regprocedure);
        become text := replace(replace(was, 'c.reference, g."agencyId"', $q$c.reference, coalesce((SELECT p."leadAgencyId" FROM pointer_of(c) p), CASE WHEN ctx_side() = 'perpetrator' THEN c."fromAgencyId" END, g."agencyId")$q$), 'zz', 'zz');
BEGIN
  IF become = was THEN RAISE EXCEPTION 'where_reports_went tells the lead in other words'; END IF;
  EXECUTE become;
END $$;
-- An emergency opens what the opener's agreements let it know of, by the district it knows it in.
DO $$
DECLARE was text := pg_get_functiondef('break_glass(text, text, integer)'::regprocedure);
        become text := replace(replace(was, 'SELECT c.id, c.reference, c."areaId", g."agencyId" AS lead', 'SELECT c.id, c.reference, p."areaId", g."agencyId" AS lead'),
          $q$WHERE c.reference = wanted AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded())$q$, $q$CROSS JOIN LATERAL pointer_of(c) p WHERE c.reference = wanted$q$);
BEGIN
  IF position('pointer_of' IN become) = 0 OR position('p."areaId"' IN become) = 0 THEN RAISE EXCEPTION 'break_glass finds its case in other words'; END IF;
  EXECUTE become;
END $$;

-- Nothing on a case that went to another district is written for the perpetrator's side by an agency that came to it there: the name would tell.
CREATE FUNCTION hidden_from_other_side(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT c."fromAreaId" IS NOT NULL AND c."fromAgencyId" <> ctx_agency()
      AND NOT EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = c.id AND g."agencyId" = ctx_agency() AND g."grantedAt" < c."movedAt" AND areas_of_case(c."fromAreaId", NULL, 'both') && live_areas(ctx_agency(), false))
    FROM "Case" c WHERE c.id = wanted AND (SELECT true FROM case_reach r WHERE r."caseId" = wanted LIMIT 1)), false)
$$;
REVOKE EXECUTE ON FUNCTION hidden_from_other_side(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hidden_from_other_side(uuid) TO hereward_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Entry', 'SharedAction', 'Referral', 'Need'] LOOP
    EXECUTE format($f$CREATE POLICY keeps_the_move ON %1$I AS RESTRICTIVE FOR INSERT TO hereward_app WITH CHECK (side = 'victim' OR NOT hidden_from_other_side("caseId"))$f$, t);
  END LOOP;
END $$;

/*
 * Takes over the lead of a case that was offered: in one transaction the lead's grant ends, the new lead's begins, and the former lead stays to
 * contribute as far as an agreement covers it. Says what came of it: accepted, not-the-receiver, already-answered, case-closed, not-ours, no-live-agreement.
 * Says nothing where the asker may not know of the offer.
 */
CREATE FUNCTION accept_lead(wanted uuid, at_version int, officer uuid) RETURNS TABLE (said text, "caseId" uuid, "isMove" boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE r "Referral"; c "Case"; led "Grant"; moves boolean;
BEGIN
  SELECT q.* INTO r FROM "Referral" q WHERE q.id = wanted AND q.kind = 'lead_transfer' AND q."toAgencyId" = ctx_reach_agency() AND ctx_answers_offers() AND q."caseId" <> ALL (ctx_excluded());
  IF NOT FOUND THEN RETURN; END IF;
  -- The case first, as whoever closes it or withdraws the offer takes it: one of them wins, the others see what it did.
  SELECT k.* INTO c FROM "Case" k WHERE k.id = r."caseId" FOR UPDATE;
  SELECT q.* INTO r FROM "Referral" q WHERE q.id = wanted FOR UPDATE;
  SELECT g.* INTO led FROM "Grant" g WHERE g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL;
  IF c.status = 'closed' OR r."outcomeAt" IS NOT NULL OR r.version <> at_version OR led."agencyId" IS DISTINCT FROM r."raisedByAgencyId" THEN RETURN QUERY SELECT 'already-answered', c.id, false; RETURN; END IF;
  IF NOT r."toAreaId" = ANY (live_areas(ctx_agency(), false)) THEN RETURN QUERY SELECT 'no-live-agreement', c.id, false; RETURN; END IF;
  IF NOT EXISTS (SELECT FROM "Member" m JOIN "User" u ON u.id = m."userId" WHERE m.id = officer AND m."agencyId" = ctx_agency() AND u."disabledAt" IS NULL
       AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now()) AND m.roles && ARRAY['practitioner', 'coordinator', 'manager']::"MemberRole"[]
       AND NOT EXISTS (SELECT FROM "CaseExclusion" x WHERE x."caseId" = c.id AND x."memberId" = m.id AND x."endedAt" IS NULL)) THEN RETURN QUERY SELECT 'not-ours', c.id, false; RETURN; END IF;
  moves := r."toAreaId" <> c."areaId";
  UPDATE "Grant" SET "revokedAt" = app_now(), "revokedById" = ctx_member(), "revokeReason" = 'The lead was handed over'
    WHERE "caseId" = c.id AND "revokedAt" IS NULL AND "agencyId" IN (r."raisedByAgencyId", ctx_agency());
  UPDATE "Case" SET "namedOfficerId" = officer, version = version + 1, "areaId" = r."toAreaId",
      "fromAreaId" = CASE WHEN moves THEN coalesce("fromAreaId", "areaId") ELSE "fromAreaId" END,
      "fromAgencyId" = CASE WHEN moves THEN coalesce("fromAgencyId", r."raisedByAgencyId") ELSE "fromAgencyId" END,
      "fromOfficerId" = CASE WHEN moves AND "movedAt" IS NULL THEN "namedOfficerId" ELSE "fromOfficerId" END,
      "movedAt" = CASE WHEN moves THEN coalesce("movedAt", r."sentAt") ELSE "movedAt" END
    WHERE id = c.id RETURNING * INTO c;
  INSERT INTO "Grant" ("caseId", "agencyId", level, side, purpose, "legalBasis", "agreementId", "grantedById", "grantedAt")
    SELECT c.id, of_agency, of_level, 'both', of_purpose, r."legalBasis", agreement, by_member, app_now()
    FROM (VALUES (ctx_agency(), 'lead'::"GrantLevel", r.purpose, r."raisedById"), (r."raisedByAgencyId", 'contribute', 'Works on the case', ctx_member())) AS given (of_agency, of_level, of_purpose, by_member)
    CROSS JOIN LATERAL (SELECT min(s."agreementId"::text)::uuid AS agreement, count(*) AS n FROM "AgreementSignature" s JOIN "SignatureArea" sa ON sa."signatureId" = s.id
      WHERE s."agencyId" = of_agency AND sa."areaId" = ANY (areas_of_case(c."areaId", c."fromAreaId", 'both')) AND sa."areaId" = ANY (live_areas(of_agency, false))) covered
    WHERE covered.n > 0;
  UPDATE "CaseMember" SET "endsAt" = app_now() WHERE "caseId" = c.id AND "endsAt" IS NULL AND (part = 'named_officer' OR "memberId" = officer);
  INSERT INTO "CaseMember" ("caseId", "memberId", "agencyId", part, "startsAt")
    SELECT c.id, m.id, m."agencyId", of_part, app_now() FROM (VALUES (officer, 'named_officer'), (r."raisedById", 'worker')) AS named (who, of_part) JOIN "Member" m ON m.id = who
    WHERE NOT EXISTS (SELECT FROM "CaseMember" o WHERE o."caseId" = c.id AND o."memberId" = m.id AND o."endsAt" IS NULL);
  UPDATE "Referral" SET "toAgencyId" = ctx_agency(), version = version + 1 WHERE "caseId" = c.id AND kind = 'access_request' AND "outcomeAt" IS NULL;
  UPDATE "Referral" SET status = 'accepted', outcome = '', "outcomeAt" = app_now(), "answeredById" = ctx_member(), version = version + 1 WHERE id = r.id;
  RETURN QUERY SELECT 'accepted', c.id, c."fromAreaId" IS NOT NULL;
END $$;
REVOKE EXECUTE ON FUNCTION accept_lead(uuid, int, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accept_lead(uuid, int, uuid) TO hereward_app;
