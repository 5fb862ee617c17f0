import type { Tx } from "./db";

/** Adds a job in the caller's transaction: ids only, and whoever runs it asks again as the recipient. */
export async function enqueue(tx: Tx, task: string, payload: Record<string, string>): Promise<void> {
  await tx.$queryRaw`SELECT enqueue(${task}, ${JSON.stringify(payload)}::json)::text`;
}
