import { z } from "zod";
import type { Door, Tx } from "./db";
import { Forbidden, NotFound, Unauthenticated } from "./errors";

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

const forMember = z.looseObject({ memberId: z.uuid() });

/** Work of the worker, done as the member it is for, under the rule as it is now: for one who has left, or may no longer do or see it, there is nothing to do. */
export function asMember(work: { do: (door: Door, input: unknown) => Promise<unknown> }) {
  return async (payload: unknown): Promise<void> => {
    const { memberId, ...input } = forMember.parse(payload);
    try {
      await work.do({ member: memberId }, input);
    } catch (error) {
      if (!(error instanceof Unauthenticated || error instanceof NotFound || error instanceof Forbidden)) throw error;
    }
  };
}
