-- The queue's tables have row-level security and no policies, so that only their owner sees them.
GRANT USAGE ON SCHEMA graphile_worker TO hereward_app, hereward_auth, hereward_jobs;

-- Adding a job is all the application does: it runs as the owner, and nothing else in the schema is granted.
DO $$
DECLARE
  adding text;
BEGIN
  FOR adding IN
    SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'graphile_worker'::regnamespace AND proname = 'add_job'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', adding);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', adding);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO hereward_app, hereward_auth, hereward_jobs', adding);
  END LOOP;
END
$$;

-- The worker takes, completes and clears jobs itself.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO hereward_jobs;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO hereward_jobs;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO hereward_jobs;
DO $$
DECLARE
  queue_table text;
BEGIN
  FOR queue_table IN
    SELECT oid::regclass FROM pg_class
    WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS worker ON %s', queue_table);
    EXECUTE format('CREATE POLICY worker ON %s TO hereward_jobs USING (true) WITH CHECK (true)', queue_table);
  END LOOP;
END
$$;
