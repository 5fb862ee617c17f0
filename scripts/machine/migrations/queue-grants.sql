-- The queue's tables have row-level security and no policies, so that only their owner sees them.
-- The worker takes, completes and clears jobs; the application adds them through a function of its own.
GRANT USAGE ON SCHEMA graphile_worker TO hereward_jobs;
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
      AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'worker')
  LOOP
    EXECUTE format('CREATE POLICY worker ON %s TO hereward_jobs USING (true) WITH CHECK (true)', queue_table);
  END LOOP;
END
$$;
