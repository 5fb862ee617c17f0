/* The nth working day after a day, by a list of holidays. */
CREATE FUNCTION working_day_after(day date, count int, holidays date[]) RETURNS date LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
DECLARE reached date := day; remaining int := count;
BEGIN
  WHILE remaining > 0 LOOP
    reached := reached + 1;
    IF extract(isodow FROM reached) < 6 AND reached <> ALL (holidays) THEN remaining := remaining - 1; END IF;
  END LOOP;
  RETURN reached;
END $$;

/* When a step of a ladder is due: after a share of the clock's time, some hours after it ran out, or at 17:00 London some working days after. */
CREATE FUNCTION step_due(started timestamptz, due timestamptz, step jsonb, holidays date[]) RETURNS timestamptz LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE step ->> 'unit'
    WHEN 'share' THEN date_trunc('milliseconds', started + (due - started) * (step ->> 'amount')::float8)
    WHEN 'hours' THEN due + make_interval(hours => (step ->> 'amount')::int)
    ELSE CASE (step ->> 'amount')::int WHEN 0 THEN due
         ELSE (working_day_after((due AT TIME ZONE 'Europe/London')::date, (step ->> 'amount')::int, holidays) + time '17:00') AT TIME ZONE 'Europe/London' END
  END
$$;

/*
 * Who stands on a rung for a clock: the officer whose it is, who supervises them, the managers of their agency, and at
 * last the managers and coordinators of every agency on the case with the chair and coordinator of its panel. An action
 * and a referral are those of the agency that was asked; one that was declined, of who asked. Only members who may
 * open the case now: in post, not kept from it, of an agency with a live agreement.
 */
CREATE FUNCTION on_rung(of_clock uuid, rung text) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE k record; owner_agency uuid; owner_member uuid; owner_team uuid;
BEGIN
  SELECT w.*, c."areaId", c."fromAreaId", c."namedOfficerId", g."agencyId" AS lead INTO k
    FROM "Clock" w JOIN "Case" c ON c.id = w."caseId" JOIN "Grant" g ON g."caseId" = c.id AND g.level = 'lead' AND g."revokedAt" IS NULL WHERE w.id = of_clock;
  IF NOT FOUND THEN RETURN; END IF;
  owner_agency := k.lead; owner_member := k."namedOfficerId";
  IF k.name = 'actionDefault' THEN
    SELECT CASE a.status WHEN 'declined' THEN a."askedByAgencyId" ELSE a."ownerAgencyId" END, CASE a.status WHEN 'declined' THEN a."askedById" ELSE a."ownerMemberId" END INTO owner_agency, owner_member FROM "SharedAction" a WHERE a.id = k."subjectId";
  ELSIF k.name = 'referralAnswer' THEN
    SELECT coalesce(r."toAgencyId", r."raisedByAgencyId"), CASE WHEN r."toAgencyId" IS NULL THEN r."raisedById" END INTO owner_agency, owner_member FROM "Referral" r WHERE r.id = k."subjectId";
  END IF;
  SELECT m."teamId" INTO owner_team FROM "Member" m WHERE m.id = owner_member;
  RETURN QUERY
    WITH able AS (
      SELECT m.id, m."agencyId", m."teamId", m.roles FROM "Member" m JOIN "User" u ON u.id = m."userId"
      WHERE u."disabledAt" IS NULL AND m."startsAt" <= app_now() AND (m."endsAt" IS NULL OR m."endsAt" > app_now())
        AND m.roles && ARRAY['practitioner', 'coordinator', 'manager', 'chair']::"MemberRole"[]
        AND NOT EXISTS (SELECT FROM "CaseExclusion" x WHERE x."caseId" = k."caseId" AND x."memberId" = m.id AND x."endedAt" IS NULL)
        AND (m."agencyId" = owner_agency OR rung = 'agencies')
    ), beside AS (
      SELECT a.id FROM able a WHERE a."agencyId" = owner_agency AND a.id IS DISTINCT FROM owner_member AND 'manager' = ANY (a.roles) AND a."teamId" = owner_team
    ), coordinating AS (
      SELECT a.id FROM able a WHERE a."agencyId" = owner_agency AND a.id IS DISTINCT FROM owner_member AND 'coordinator' = ANY (a.roles)
    ), managing AS (
      SELECT a.id FROM able a WHERE a."agencyId" = owner_agency AND 'manager' = ANY (a.roles)
    ), wanted AS (
      SELECT a.id FROM able a WHERE rung = 'officer' AND a.id = owner_member
      UNION SELECT a.id FROM able a WHERE rung = 'officer' AND owner_member IS NULL AND a.roles && ARRAY['coordinator', 'manager']::"MemberRole"[]
      UNION SELECT id FROM beside WHERE rung = 'supervisor'
      UNION SELECT id FROM coordinating WHERE rung = 'supervisor' AND NOT EXISTS (SELECT FROM beside)
      UNION SELECT id FROM managing WHERE rung = 'supervisor' AND NOT EXISTS (SELECT FROM beside) AND NOT EXISTS (SELECT FROM coordinating)
      UNION SELECT id FROM managing WHERE rung = 'manager'
      UNION SELECT a.id FROM able a WHERE rung = 'agencies' AND k.name <> 'actionDefault' AND a.roles && ARRAY['coordinator', 'manager']::"MemberRole"[]
              AND EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = k."caseId" AND g."agencyId" = a."agencyId" AND g.level >= 'summary' AND g.side <> 'perpetrator' AND g."revokedAt" IS NULL AND (g."endsAt" IS NULL OR g."endsAt" > app_now()))
      UNION SELECT a.id FROM able a WHERE rung = 'agencies' AND EXISTS (SELECT FROM "Panel" p WHERE p."areaId" = k."areaId" AND a.id IN (p."chairId", p."coordinatorId") AND p."startsAt" <= app_now() AND (p."endsAt" IS NULL OR p."endsAt" > app_now()))
    )
    SELECT w.id FROM wanted w JOIN "Member" m ON m.id = w.id WHERE live_areas(m."agencyId", false) && ARRAY[k."areaId", k."fromAreaId"];
END $$;

/* Tells whoever a step names and has not been told of this clock; where that is nobody, the next rung up. Returns whom. */
CREATE FUNCTION tell_of_clock(of_clock uuid, step int, rungs text[], urgent boolean) RETURNS uuid[] LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE k record; told uuid[] := '{}'; rung text; one uuid; ladder text[] := ARRAY['officer', 'supervisor', 'manager', 'agencies']; highest int := 0;
BEGIN
  SELECT w.id, w."caseId", w.name, w."subjectId" INTO k FROM "Clock" w WHERE w.id = of_clock;
  FOREACH rung IN ARRAY rungs LOOP
    highest := greatest(highest, array_position(ladder, rung));
    told := told || ARRAY(SELECT who FROM on_rung(of_clock, rung) AS who);
  END LOOP;
  LOOP
    told := ARRAY(SELECT DISTINCT who FROM unnest(told) AS who WHERE NOT EXISTS (SELECT FROM "Notification" n WHERE n."clockId" = of_clock AND n."memberId" = who) ORDER BY who);
    EXIT WHEN cardinality(told) > 0 OR highest >= cardinality(ladder);
    highest := highest + 1;
    told := ARRAY(SELECT who FROM on_rung(of_clock, ladder[highest]) AS who);
  END LOOP;
  FOREACH one IN ARRAY told LOOP
    INSERT INTO "Notification" ("memberId", kind, "isUrgent", "caseId", "actionId", "clockId", "createdAt")
      VALUES (one, 'late:' || k.name, urgent, k."caseId", CASE k.name WHEN 'actionDefault' THEN k."subjectId" END, of_clock, app_now());
    IF urgent THEN PERFORM graphile_worker.add_job('mail-notice', json_build_object('memberId', one)); END IF;
  END LOOP;
  INSERT INTO "ClockStep" ("clockId", step, at, told) VALUES (of_clock, step, app_now(), told);
  PERFORM append_audit('clock.escalated', 'done', k."caseId", NULL, jsonb_build_object('clockId', of_clock, 'clock', k.name, 'step', step, 'told', told)::text);
  RETURN told;
END $$;

/*
 * Looks at every clock whose time for it has come, and does the steps of its ladder that are due, each once. The
 * ladders and England's holidays are given by the worker, which has them from the rules. The system's own, and
 * nobody's: it writes notices, audit and the mark that somebody was told. Returns how many steps it did.
 */
CREATE FUNCTION escalate_clocks(ladders jsonb, holidays date[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE k record; step jsonb; at timestamptz; next_at timestamptz; i int; n int := 0;
BEGIN
  IF ctx_member() IS NOT NULL THEN RAISE EXCEPTION 'the system does this, not a member'; END IF;
  FOR k IN
    SELECT w.id, w.name, w."startedAt", w."dueAt", c.rag = 'red' AS is_red FROM "Clock" w JOIN "Case" c ON c.id = w."caseId"
    WHERE w."stoppedAt" IS NULL AND w."tellAt" <= app_now() ORDER BY w."tellAt", w.id LIMIT 1000 FOR UPDATE OF w SKIP LOCKED
  LOOP
    next_at := NULL; i := 0;
    FOR step IN SELECT * FROM jsonb_array_elements(ladders -> k.name -> CASE WHEN k.is_red THEN 'red' ELSE 'other' END) LOOP
      i := i + 1;
      at := step_due(k."startedAt", k."dueAt", step, holidays);
      IF at > app_now() THEN next_at := least(next_at, at); CONTINUE; END IF;
      CONTINUE WHEN EXISTS (SELECT FROM "ClockStep" s WHERE s."clockId" = k.id AND s.step = i);
      PERFORM tell_of_clock(k.id, i, ARRAY(SELECT jsonb_array_elements_text(step -> 'whom')), (step ->> 'isUrgent')::boolean);
      n := n + 1;
    END LOOP;
    UPDATE "Clock" SET "tellAt" = next_at WHERE id = k.id;
  END LOOP;
  RETURN n;
END $$;
REVOKE EXECUTE ON FUNCTION working_day_after(date, int, date[]), step_due(timestamptz, timestamptz, jsonb, date[]), on_rung(uuid, text), tell_of_clock(uuid, int, text[], boolean), escalate_clocks(jsonb, date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escalate_clocks(jsonb, date[]) TO hereward_jobs;
