import { Client } from "pg";
import { env, WrongSettings } from "./env";

/** Refuses to serve real people by a clock that was moved for a trial: every due date, grant and session would be judged by it. A demo may. */
export async function refuseMovedClock(): Promise<void> {
  if (process.env.NODE_ENV !== "production" || env().DEMO_MODE) return;
  const client = new Client({ connectionString: env().APP_DATABASE_URL, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ seconds: number }>(`SELECT round(extract(epoch FROM app_now() - now()))::float8 AS seconds`);
    if (rows[0]?.seconds) throw new WrongSettings(`Hereward cannot start: its clock is ${rows[0].seconds} seconds off the true time. Set "offsetMs" of the table "ClockOffset" to 0, as the owner.`);
  } catch (error) {
    // A database that is not there yet is for the readiness check to say.
    if (error instanceof WrongSettings) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
