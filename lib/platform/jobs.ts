import type { Tx } from "./db";

/** Adds a job in the caller's transaction: ids only, and whoever runs it asks again as the recipient. */
export async function enqueue(tx: Tx, task: string, payload: Record<string, string>): Promise<void> {
  await tx.$queryRaw`SELECT enqueue(${task}, ${JSON.stringify(payload)}::json)::text`;
}

/** Adds a job for each payload at once, in the caller's transaction. */
export async function enqueueEach(tx: Tx, task: string, payloads: Record<string, string>[]): Promise<void> {
  if (payloads.length === 0) return;
  await tx.$queryRaw`SELECT enqueue(${task}, one)::text FROM json_array_elements(${JSON.stringify(payloads)}::json) AS one`;
}

/** Adds a job that waits for a moment, in the caller's transaction. */
export async function enqueueAt(tx: Tx, task: string, payload: Record<string, string>, at: Date): Promise<void> {
  await tx.$queryRaw`SELECT enqueue_at(${task}, ${JSON.stringify(payload)}::json, ${at})::text`;
}
