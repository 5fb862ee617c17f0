-- What tells a district or a lead past the policies tells them as a pointer does: to the perpetrator's side a case never left the district it came from.
DO $$
DECLARE
  was text; become text; one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('other_side_of(uuid)', 'a.id = c."areaId"', 'a.id = coalesce(c."fromAreaId", c."areaId")'),
    ('seek_in_emergency(text, text, date, text)', 'c."areaId" = ANY (ctx_areas())', 'EXISTS (SELECT FROM pointer_of(c))'),
    ('seek_in_emergency(text, text, date, text)', $q$SELECT c.reference, g."agencyId" FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL WHERE$q$,
       'SELECT c.reference, p."leadAgencyId" FROM "Case" c CROSS JOIN LATERAL pointer_of(c) p WHERE'),
    ('break_seal(uuid, text, integer)', 'c.reference, c."areaId", g."agencyId" AS lead', 'c.reference, (SELECT p."areaId" FROM pointer_of(c) p) AS "areaId", g."agencyId" AS lead'),
    ('break_seal(uuid, text, integer)', 'c."areaId" = ANY (ctx_areas())', 'EXISTS (SELECT FROM pointer_of(c))')) AS x (named, wrong, right_words)
  LOOP
    was := pg_get_functiondef(one.named::regprocedure);
    become := replace(was, one.wrong, one.right_words);
    IF become = was THEN RAISE EXCEPTION '% is in other words', one.named; END IF;
    EXECUTE become;
  END LOOP;
END $$;
