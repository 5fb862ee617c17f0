-- Warnings, families and orders have a side, as every other detail on a case has: the second wall asks for it too.
ALTER TABLE "Warning" ADD COLUMN side "Side" NOT NULL DEFAULT 'both';
ALTER TABLE "Intervention" ADD COLUMN side "Side" NOT NULL DEFAULT 'both';
-- A family's words name it. What nobody said is kept from the perpetrator's side.
ALTER TABLE "Household" ADD COLUMN side "Side" NOT NULL DEFAULT 'victim';

-- What stands already takes the side of the person it is about, where they are on the case on one side alone.
UPDATE "Warning" w SET side = one.side
  FROM (SELECT "caseId", "personId", min(side) AS side FROM "Involvement" WHERE "caseId" IS NOT NULL GROUP BY 1, 2 HAVING min(side) = max(side)) one
  WHERE one."caseId" = w."caseId" AND one."personId" = w."personId";
UPDATE "Intervention" n SET side = 'victim'
  FROM (SELECT "caseId", "personId" FROM "Involvement" WHERE "caseId" IS NOT NULL GROUP BY 1, 2 HAVING min(side) = 'victim' AND max(side) = 'victim') one
  WHERE one."caseId" = n."caseId" AND one."personId" = n."personId";

/* Whatever whoever writes a warning or an order says of its side: about a person, it has theirs. */
CREATE FUNCTION take_side_of_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE theirs "Side";
BEGIN
  IF NEW."personId" IS NULL THEN RETURN NEW; END IF;
  SELECT CASE WHEN min(i.side) = max(i.side) THEN min(i.side) ELSE 'both' END INTO theirs FROM "Involvement" i WHERE i."caseId" = NEW."caseId" AND i."personId" = NEW."personId";
  -- That there is an order against somebody is for everyone on the case.
  NEW.side := CASE WHEN TG_TABLE_NAME = 'Intervention' AND theirs = 'perpetrator' THEN 'both' ELSE coalesce(theirs, 'victim') END;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION take_side_of_person() FROM PUBLIC;
CREATE TRIGGER of_their_side BEFORE INSERT OR UPDATE OF "personId", side ON "Warning" FOR EACH ROW EXECUTE FUNCTION take_side_of_person();
CREATE TRIGGER of_their_side BEFORE INSERT OR UPDATE OF "personId", side ON "Intervention" FOR EACH ROW EXECUTE FUNCTION take_side_of_person();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Warning', 'Household', 'Intervention'] LOOP
    EXECUTE format($f$ALTER POLICY readable ON %1$I USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1))$f$, t);
    EXECUTE format($f$ALTER POLICY addable ON %1$I WITH CHECK (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1))$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Warning', 'Intervention'] LOOP
    EXECUTE format($f$ALTER POLICY changeable ON %1$I USING (
      (SELECT true FROM case_reach r WHERE r."caseId" = %1$I."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR %1$I.side IN ('both', r.side)) LIMIT 1))$f$, t);
  END LOOP;
END $$;

-- Why a record is kept longer may say whose it is.
ALTER POLICY readable ON "RetentionHold" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "RetentionHold"."caseId" AND r.level >= 'summary' AND r.side <> 'perpetrator' LIMIT 1));
ALTER POLICY changeable ON "RetentionHold" USING (
  (SELECT true FROM case_reach r WHERE r."caseId" = "RetentionHold"."caseId" AND r.level >= 'contribute' AND r.side <> 'perpetrator' LIMIT 1));

/* People on the other side of a case, as the label that side's workers know them by, and the district: never a name. */
DROP FUNCTION other_side_of(uuid);
CREATE FUNCTION other_side_of(wanted uuid) RETURNS TABLE (id uuid, role "InvolvementRole", label text, area text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.role, i.label, a.name FROM "Involvement" i JOIN "Case" c ON c.id = i."caseId" JOIN "Area" a ON a.id = c."areaId"
  WHERE i."caseId" = wanted AND i."endsAt" IS NULL AND i.role IN ('victim', 'alleged_perpetrator', 'perpetrator')
    AND (SELECT bool_or(r.level >= 'summary') AND bool_and(r.side <> 'both' AND i.side NOT IN ('both', r.side)) FROM case_reach r WHERE r."caseId" = wanted)
$$;
REVOKE EXECUTE ON FUNCTION other_side_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION other_side_of(uuid) TO hereward_app;
