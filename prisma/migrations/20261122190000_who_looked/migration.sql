-- Whether someone has worked on a case is asked once for each who looked, however often they looked.
CREATE OR REPLACE FUNCTION audit_lookers(wanted uuid, most int)
RETURNS TABLE ("memberId" uuid, looks int, "lastAt" timestamptz, worked boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH part AS MATERIALIZED (SELECT audit_part_on_case(wanted) AS part),
  looked AS MATERIALIZED (
    SELECT e."memberId" AS who, count(*)::int AS looks, max(e.at) AS last
    FROM "AuditEvent" e, part p
    WHERE e."caseId" = wanted AND e."memberId" IS NOT NULL AND e.outcome = 'read'
      AND (p.part = 'governance' AND ((SELECT governance_scope()) = 'county' OR e."agencyId" = (SELECT ctx_agency()))
        OR p.part = 'lead' AND e.verb NOT LIKE 'audit.%'
           AND (e.verb NOT LIKE 'report.%' OR coalesce((SELECT cardinality(t.audience) = 0 OR (SELECT ctx_agency()) = ANY (t.audience) FROM "Report" t
                  WHERE t.id::text = (e.payload::jsonb ->> 'detail')::jsonb ->> 'reportId'), false)))
    GROUP BY e."memberId")
  SELECT * FROM (SELECT l.who, l.looks, l.last, audit_worked(wanted, l.who, (SELECT part FROM part)) AS has_worked FROM looked l) x
  ORDER BY x.has_worked, x.last DESC, x.who LIMIT least(most, 200)
$$;
