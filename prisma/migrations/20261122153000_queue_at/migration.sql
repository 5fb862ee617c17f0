/* Adds a job that waits for a moment of the application's clock: ids only, never words. */
CREATE FUNCTION enqueue_at(task text, payload json, moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF ctx_member() IS NULL THEN RAISE EXCEPTION 'no context'; END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := clock_timestamp() + (moment - app_now()));
END $$;
REVOKE EXECUTE ON FUNCTION enqueue_at(text, json, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_at(text, json, timestamptz) TO hereward_app;
