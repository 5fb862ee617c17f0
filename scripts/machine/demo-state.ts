import { Client } from "pg";

export type DemoState = "absent" | "begun" | "complete";

const marks = { begun: "Hereward demo: begun", complete: "Hereward demo: complete" } as const;

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How far loading the demo county into this database has come. The note stands on the database itself and goes where it goes. */
export function demoState(ownerUrl: string): Promise<DemoState> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ note: string | null }>("SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()");
    if (rows[0]?.note === marks.complete) return "complete";
    return rows[0]?.note === marks.begun ? "begun" : "absent";
  });
}

/** Notes on the database that loading the demo county has begun, or is done. */
export function noteDemo(ownerUrl: string, state: keyof typeof marks): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
    await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(rows[0]?.name ?? "")} IS ${client.escapeLiteral(marks[state])}`);
  });
}
