-- Whoever works with somebody said to be responsible could try the neighbours' addresses one by one, and learn from a
-- number of reports, or from the pointer to a case, which of them complained. At an address they are told of what they
-- may read, and of nothing else.
DO $$
DECLARE
  name text;
  was text;
  become text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reports_at_place(uuid, timestamptz)', 'pointers_at_place(uuid)', 'pointers_at_places(uuid[])'] LOOP
    was := pg_get_functiondef(name::regprocedure);
    become := CASE WHEN name LIKE 'reports%'
      THEN replace(was, 'ctx_member() IS NOT NULL', $q$ctx_member() IS NOT NULL AND ctx_side() <> 'perpetrator'$q$)
      ELSE replace(was, 'NOT c."isRestricted"', $q$NOT c."isRestricted" AND ctx_side() <> 'perpetrator'$q$) END;
    IF become = was THEN RAISE EXCEPTION '% says otherwise whom it tells', name; END IF;
    EXECUTE become;
  END LOOP;
END $$;
