-- A panel's agenda is read by members whose role reads cases: whoever changed to another role keeps the seat and no reach.
DO $$
DECLARE was text := pg_get_functiondef('set_member_context(uuid)'::regprocedure);
        become text := replace(was, 'WHERE m.id IN (p."chairId", p."coordinatorId")', 'WHERE reads AND m.id IN (p."chairId", p."coordinatorId")');
BEGIN
  IF become = was THEN RAISE EXCEPTION 'set_member_context reads panels in other words'; END IF;
  EXECUTE become;
END $$;

-- A case's place is the victim's address to the perpetrator's side: it is not opened through a case that is reached on that side.
ALTER POLICY readable ON "Place" USING (
  "agencyId" IS NULL AND (SELECT ctx_member()) IS NOT NULL
  OR "agencyId" = (SELECT ctx_agency())
  OR (SELECT true FROM "Case" c JOIN case_reach r ON r."caseId" = c.id AND r.level >= 'summary' AND r.side <> 'perpetrator' WHERE c."placeId" = "Place".id LIMIT 1)
  OR (SELECT true FROM "Report" t WHERE t."placeId" = "Place".id LIMIT 1)
  OR (SELECT true FROM "Residence" h WHERE h."placeId" = "Place".id LIMIT 1));

-- Whoever opened a case and is kept from it by now rings nobody for it.
CREATE OR REPLACE FUNCTION listed_in_my_opening(wanted uuid, listed_at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Case" c WHERE c.id = wanted AND c."openedById" = ctx_member() AND c."openedAt" = listed_at
    AND c."openedAt" > app_now() - interval '24 hours' AND c."areaId" = ANY (ctx_areas()) AND c.id <> ALL (ctx_excluded()))
$$;
