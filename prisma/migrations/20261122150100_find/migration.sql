-- Finding by words. The operators that use a text index are not leakproof, so under row-level security their indexes
-- lie idle: these reviewed functions look the words up as their owner, restate the rule, and return ids alone.

/* Words as they are looked up: lower case, letters and digits, nothing else. */
CREATE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(lower(words), '[^[:alnum:]]+', ' ', 'g'))
$$;
/* Typed words as the beginnings of stored ones, all of which must be there. Nothing typed can be an operator. */
CREATE FUNCTION search_beginnings(typed text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsquery('pg_catalog.simple'::regconfig, string_agg(word || ':*', ' & '))
  FROM regexp_split_to_table(trim(regexp_replace(lower(typed), '[^[:alnum:]]+', ' ', 'g')), ' ') word WHERE word <> ''
$$;
CREATE INDEX "Place_words" ON "Place" USING gin (search_words("searchText"));
CREATE INDEX "Person_words" ON "Person" USING gin (search_words("fullName"));
CREATE INDEX "Alias_words" ON "Alias" USING gin (search_words(name));

/* Places of the gazetteer and of the member's own agency whose words begin as typed: the member's own areas first, then what starts with the words, then by street and number. */
CREATE FUNCTION find_places(typed text, area uuid, most int) RETURNS TABLE (id uuid, place_order bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, row_number() OVER (ORDER BY p."areaId" = ANY (ctx_areas()) DESC, starts_with(p."searchText", lower(typed)) DESC,
                                           regexp_replace(p.line, '^\d+\s*', ''), substring(p.line FROM '^(\d{1,9})')::int NULLS FIRST, p.id)
  FROM "Place" p
  WHERE search_words(p."searchText") @@ search_beginnings(typed)
    AND (p."agencyId" IS NULL OR p."agencyId" = ctx_agency()) AND (area IS NULL OR p."areaId" = area) AND ctx_member() IS NOT NULL
  ORDER BY 2 LIMIT least(most, 50)
$$;

/* People whose name or other name begins as typed, as far as the member may see them: through a case within reach on a side that is theirs, or a report they may read. */
CREATE FUNCTION find_people(typed text, most int) RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id FROM "Person" p
  WHERE ctx_member() IS NOT NULL
    AND (search_words(p."fullName") @@ search_beginnings(typed)
      OR p.id IN (SELECT a."personId" FROM "Alias" a WHERE search_words(a.name) @@ search_beginnings(typed)
           AND (SELECT true FROM case_reach r WHERE r."caseId" = a."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR a.side IN ('both', r.side)) LIMIT 1)))
    AND (SELECT true FROM "Involvement" i
         WHERE i."personId" = p.id AND (
           (SELECT true FROM case_reach r WHERE r."caseId" = i."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR i.side IN ('both', r.side)) LIMIT 1)
           OR (SELECT true FROM "Report" t WHERE t.id = i."reportId" AND (
                 t."agencyId" = ctx_reach_agency() AND t."areaId" = ANY (ctx_areas())
                 OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours' AND t."areaId" = ANY (ctx_areas())
                 OR (cardinality(t.audience) = 0 OR ctx_agency() = ANY (t.audience)) AND (
                      t."caseId" IS NULL AND t."areaId" = ANY (ctx_triage_areas())
                      OR (SELECT true FROM case_reach r WHERE r."caseId" = t."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR t.side IN ('both', r.side)) LIMIT 1))) LIMIT 1))
         LIMIT 1)
  ORDER BY p."familyName", p."fullName", p.id LIMIT least(most, 50)
$$;

/* As pointers_at_place, for some places at once. */
CREATE FUNCTION pointers_at_places(wanted uuid[]) RETURNS TABLE ("placeId" uuid, reference text, "leadAgencyId" uuid, "caseId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c."placeId", c.reference, g."agencyId", (SELECT r."caseId" FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary' LIMIT 1)
  FROM "Case" c JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL
  WHERE c."placeId" = ANY (wanted[1:50]) AND c.status <> 'closed' AND NOT c."isRestricted" AND c."areaId" = ANY (ctx_areas()) AND ctx_member() IS NOT NULL
  ORDER BY c."openedAt" DESC LIMIT 60
$$;

REVOKE EXECUTE ON FUNCTION search_words(text), search_beginnings(text), find_places(text, uuid, int), find_people(text, int), pointers_at_places(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_places(text, uuid, int), find_people(text, int), pointers_at_places(uuid[]) TO hereward_app;
-- The indexes call this for whoever writes a row.
GRANT EXECUTE ON FUNCTION search_words(text) TO hereward_app;
