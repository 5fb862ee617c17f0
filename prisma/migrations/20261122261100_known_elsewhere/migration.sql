-- Somebody said to be responsible is known elsewhere. Orders in force and staff safety follow a pointer on that person's side; who moves to another
-- district takes theirs along, so that whoever meets them there is not the last to know.
/*
 * For people whom the asker sees as said to be responsible, on a case or a report: each other case in which the same person, or one of exactly the
 * same name and day of birth, is said to be responsible and which the asker may know of, by an agreement for its district or because the person now
 * lives in one of the asker's. A row for the pointer itself, and one for each order in force on them and each staff-safety warning about them:
 * never a role, a colour, a victim, an address, or where a case went that was handed over. Nothing of restricted cases, nor of those within reach.
 */
CREATE FUNCTION known_elsewhere(wanted uuid[]) RETURNS TABLE ("personId" uuid, reference text, "leadAgencyId" uuid, kind text, words text, "typeCode" text, "onDay" date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH met AS (
    SELECT DISTINCT p.id, p.kind, p."givenName", p."familyName", p."bornOn" FROM "Person" p JOIN "Involvement" i ON i."personId" = p.id AND i.role IN ('alleged_perpetrator', 'perpetrator') AND i."endsAt" IS NULL
    WHERE p.id = ANY (wanted[1:50]) AND ctx_member() IS NOT NULL AND ctx_side() <> 'victim' AND (
      (SELECT true FROM case_reach r WHERE r."caseId" = i."caseId" AND r.level >= 'summary' AND (r.side = 'both' OR i.side IN ('both', r.side)) LIMIT 1)
      OR (SELECT true FROM "Report" t WHERE t.id = i."reportId" AND (t."caseId" IS NULL OR t."caseId" <> ALL (ctx_excluded())) AND (
            t."agencyId" = ctx_reach_agency() AND t."areaId" = ANY (ctx_areas())
            OR t."takenById" = ctx_member() AND t."receivedAt" > app_now() - interval '24 hours' AND t."areaId" = ANY (ctx_areas())
            OR (cardinality(t.audience) = 0 OR ctx_agency() = ANY (t.audience)) AND (
                 t."caseId" IS NULL AND t."areaId" = ANY (ctx_triage_areas())
                 OR (SELECT true FROM case_reach r WHERE r."caseId" = t."caseId" AND r.level >= 'contribute' AND (r.side = 'both' OR t.side IN ('both', r.side) AND i.side IN ('both', r.side)) LIMIT 1))) LIMIT 1))),
  same AS (
    SELECT m.id AS met, m.id AS other FROM met m
    UNION SELECT m.id, o.id FROM met m JOIN "Person" o ON o."bornOn" = m."bornOn" AND lower(o."familyName") = lower(m."familyName") AND lower(o."givenName") = lower(m."givenName")
      WHERE m."familyName" <> '' AND m."givenName" <> '' AND o.kind = 'individual' AND m.kind = 'individual'),
  known AS (
    SELECT DISTINCT s.met, s.other, c.id, c.reference,
      coalesce((SELECT p."leadAgencyId" FROM pointer_of(c) p), c."fromAgencyId", (SELECT g."agencyId" FROM "Grant" g WHERE g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL)) AS lead
    FROM same s JOIN "Involvement" i ON i."personId" = s.other AND i.role IN ('alleged_perpetrator', 'perpetrator') AND i."endsAt" IS NULL JOIN "Case" c ON c.id = i."caseId"
    WHERE NOT c."isRestricted" AND c.id <> ALL (ctx_excluded())
      AND NOT EXISTS (SELECT FROM case_reach r WHERE r."caseId" = c.id AND r.level >= 'summary')
      AND (EXISTS (SELECT FROM pointer_of(c))
        OR EXISTS (SELECT FROM "Residence" h JOIN "Place" l ON l.id = h."placeId"
             WHERE h."caseId" = c.id AND h."personId" = s.other AND h."endsOn" IS NULL AND h.side <> 'victim' AND NOT h."isConfidential" AND l."areaId" = ANY (ctx_areas())))),
  told AS (
    SELECT k.met, k.id, 'order' AS kind, n.id AS detail, n.terms AS words, n."typeCode", n."endsOn" AS "onDay"
    FROM known k JOIN "Intervention" n ON n."caseId" = k.id AND n."personId" = k.other
    WHERE n.side <> 'victim' AND n.status IN ('served', 'agreed', 'in_force', 'breached', 'varied', 'appealed')
      AND n."startsOn" <= london_today() AND (n."endsOn" IS NULL OR n."endsOn" >= london_today()) AND (n."endedOn" IS NULL OR n."endedOn" > london_today())
    UNION
    SELECT k.met, k.id, 'warning', w.id, w.words, '', w."reviewOn" FROM known k JOIN "Warning" w ON w."caseId" = k.id AND w."personId" = k.other AND w.side <> 'victim' AND w."endedAt" IS NULL)
  SELECT k.met, k.reference, k.lead, t.kind, t.words, t."typeCode", t."onDay"
  FROM (SELECT DISTINCT met, id, reference, lead FROM known) k JOIN "Case" c ON c.id = k.id
  CROSS JOIN LATERAL (SELECT 'pointer' AS kind, '' AS words, '' AS "typeCode", NULL::date AS "onDay"
                      UNION ALL SELECT d.kind, d.words, d."typeCode", d."onDay" FROM told d WHERE d.met = k.met AND d.id = k.id) t
  -- An order outlives its case; without one a closed case is nobody's business elsewhere.
  WHERE c.status <> 'closed' OR EXISTS (SELECT FROM told d WHERE d.met = k.met AND d.id = k.id AND d.kind = 'order')
  ORDER BY k.met, k.reference, t.kind DESC, t."onDay" NULLS LAST
$$;
REVOKE EXECUTE ON FUNCTION known_elsewhere(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION known_elsewhere(uuid[]) TO hereward_app;
